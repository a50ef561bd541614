"""Texts as vectors: our own small model by default, any sentence-transformers model by choice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import EmbeddingModelError
from retrieval.ranking.character_grams import character_grams
from retrieval.ranking.transformer_model import model_version, open_model, require_model

Vectors = NDArray[np.float32]

OWN_MODEL = Path(__file__).parents[1] / "embedding_model"
STATIC_FOLDER = "0_StaticEmbedding"
ADAPTED_MODEL = "adapted_model"  # the folder in a home where the model trained on its own documents lies
GRAM_MARK = "character_grams.json"  # says that the model's words are our character grams, put between spaces


class Embedder(Protocol):
    """Makes vectors of length 1; vectors of two embedders with different names are never compared."""

    @property
    def name(self) -> str:
        """The model with its version: other weights, other name."""

    @property
    def dimension(self) -> int:
        """The length of its vectors."""

    def embed_questions(self, questions: Sequence[str]) -> Vectors:
        """One normalised row for each question."""

    def embed_passages(self, passages: Sequence[str]) -> Vectors:
        """One normalised row for each passage."""


class StaticEmbedder:
    """A sentence-transformers StaticEmbedding over character grams, computed with numpy alone (5 s of imports saved)."""

    def __init__(self, folder: Path) -> None:
        """Read the weights and the vocabulary of a model folder."""
        try:
            weights = (folder / STATIC_FOLDER / "model.safetensors").read_bytes()
            tokenizer = json.loads((folder / STATIC_FOLDER / "tokenizer.json").read_text("utf-8"))
            self.weights = _read_weights(weights)
        except (OSError, ValueError, KeyError) as error:
            raise EmbeddingModelError(f"向量模型 {folder} 无法读取（{error}），请重新安装明账，或改用其他模型。") from error
        self.vocabulary: dict[str, int] = tokenizer["model"]["vocab"]
        self.name = f"{folder.name}-{hashlib.sha256(weights).hexdigest()[:12]}"
        self.dimension = int(self.weights.shape[1])

    def embed_questions(self, questions: Sequence[str]) -> Vectors:
        """One normalised row for each question."""
        return self._embed(questions)

    def embed_passages(self, passages: Sequence[str]) -> Vectors:
        """One normalised row for each passage."""
        return self._embed(passages)

    def embed_grams(self, texts: Iterable[Sequence[str]]) -> Vectors:
        """One normalised row for each text that is given as its grams; they cost less than reading stored vectors."""
        known = [[self.vocabulary[gram] for gram in grams if gram in self.vocabulary] for grams in texts]
        rows = np.zeros((len(known), self.dimension), dtype=np.float32)
        for row, places in zip(rows, known, strict=True):
            if places:
                row[:] = self.weights[places].sum(axis=0)  # unknown grams weigh nothing; the mean's divisor falls to the norm
        return _normalized(rows)

    def _embed(self, texts: Sequence[str]) -> Vectors:
        return self.embed_grams(map(character_grams, texts))


class TransformerEmbedder:
    """Any sentence-transformers model by name or path, loaded when it is first used."""

    def __init__(self, model: str, question_instruction: str = "") -> None:
        """Name the model; it is loaded when it is first used."""
        self._model_name = model
        self._instruction = question_instruction
        self.name = f"{model}@{model_version(model)}"

    @property
    def dimension(self) -> int:
        """The length of its vectors."""
        return int(self._model.get_embedding_dimension())

    def embed_questions(self, questions: Sequence[str]) -> Vectors:
        """One normalised row for each question, under the model's instruction for questions."""
        return self._encode(self._model.encode_query, questions, {"prompt": self._instruction} if self._instruction else {})

    def embed_passages(self, passages: Sequence[str]) -> Vectors:
        """One normalised row for each passage."""
        return self._encode(self._model.encode_document, passages, {})

    def _encode(self, encode: Any, texts: Sequence[str], options: dict[str, str]) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        return _normalized(np.asarray(encode(list(texts), show_progress_bar=False, convert_to_numpy=True, **options), dtype=np.float32))

    @cached_property
    def _model(self) -> Any:
        return open_model("SentenceTransformer", self._model_name)


def load_embedder(model: str | None = None, question_instruction: str = "") -> Embedder:
    """Our own model where none is named; a folder of our make by the fast way; anything else through sentence-transformers."""
    folder = Path(model) if model else OWN_MODEL
    if model is None or (folder / GRAM_MARK).exists():
        return StaticEmbedder(folder)
    require_model(model)
    return TransformerEmbedder(model, question_instruction)


def adapted_model(home: Path) -> Path | None:
    """The folder of the model that was trained on the documents of this home; None where none was."""
    folder = home / ADAPTED_MODEL
    return folder if (folder / GRAM_MARK).exists() else None


def _read_weights(data: bytes) -> Vectors:
    from safetensors.numpy import load

    return load(data)["embedding.weight"].astype(np.float32)


def _normalized(rows: Vectors) -> Vectors:
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(norms == 0, 1, norms), dtype=np.float32)

