"""Texts as vectors: our own small model by default, any sentence-transformers model by choice (the only door to it)."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from retrieval.character_grams import character_grams
from retrieval.errors import EmbeddingModelError

Vectors = NDArray[np.float32]

OWN_MODEL = Path(__file__).parent / "embedding_model"
STATIC_FOLDER = "0_StaticEmbedding"
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
            self._weights = _read_weights(weights)
        except (OSError, ValueError, KeyError) as error:
            raise EmbeddingModelError(f"向量模型 {folder} 无法读取（{error}），请重新安装明账，或改用其他模型。") from error
        self._vocabulary: dict[str, int] = tokenizer["model"]["vocab"]
        self.name = f"{folder.name}-{hashlib.sha256(weights).hexdigest()[:12]}"
        self.dimension = int(self._weights.shape[1])

    def embed_questions(self, questions: Sequence[str]) -> Vectors:
        """One normalised row for each question."""
        return self._embed(questions)

    def embed_passages(self, passages: Sequence[str]) -> Vectors:
        """One normalised row for each passage."""
        return self._embed(passages)

    def _embed(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            known = [self._vocabulary[gram] for gram in character_grams(text) if gram in self._vocabulary]
            if known:
                row[:] = self._weights[known].sum(axis=0)  # unknown grams weigh nothing; the mean's divisor falls to the norm
        return _normalized(rows)


class TransformerEmbedder:
    """Any sentence-transformers model by name or path, loaded when it is first used."""

    def __init__(self, model: str, question_instruction: str = "", allow_download: bool = False) -> None:
        """Name the model; it is loaded when it is first used."""
        self._model_name = model
        self._instruction = question_instruction
        self._allow_download = allow_download
        self.name = f"{model}@{_model_version(model)}"

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
        if not self._allow_download:
            os.environ["HF_HUB_OFFLINE"] = "1"  # otherwise a missing model costs 70 s of retries
        from sentence_transformers import SentenceTransformer  # 5 s: only when such a model is used

        try:
            return SentenceTransformer(self._model_name, device="cpu", local_files_only=not self._allow_download)
        except Exception as error:  # the libraries below raise whatever they please
            raise _not_loadable(self._model_name, type(error).__name__) from error


def load_embedder(model: str | None = None, question_instruction: str = "", allow_download: bool = False) -> Embedder:
    """Our own model where none is named; a folder of our make by the fast way; anything else through sentence-transformers."""
    folder = Path(model) if model else OWN_MODEL
    if model is None or (folder / GRAM_MARK).exists():
        return StaticEmbedder(folder)
    if not allow_download and _model_version(model) is None:
        raise _not_loadable(model, "本机没有这个模型")
    return TransformerEmbedder(model, question_instruction, allow_download)


def _not_loadable(model: str, reason: str) -> EmbeddingModelError:
    remedy = "请检查模型的名称或路径；本机没有的模型需先下载。不指定模型即使用自带模型。"
    return EmbeddingModelError(f"无法加载向量模型 {model}（{reason}）。{remedy}")


def _read_weights(data: bytes) -> Vectors:
    from safetensors.numpy import load

    return load(data)["embedding.weight"].astype(np.float32)


def _normalized(rows: Vectors) -> Vectors:
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(norms == 0, 1, norms), dtype=np.float32)


def _model_version(model: str) -> str | None:
    """Tells two states of a folder or two snapshots of a hub model apart; None where this machine has neither."""
    folder = Path(model)
    if any((folder / mark).is_file() for mark in ("modules.json", "config.json")):
        files = [(str(path.relative_to(folder)), path.stat().st_size, path.stat().st_mtime_ns) for path in sorted(folder.rglob("*.*"))]
        return hashlib.sha256(repr(files).encode()).hexdigest()[:12]
    return _hub_snapshot(model)


def _hub_snapshot(model: str) -> str | None:
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    try:
        cached = try_to_load_from_cache(model, "config.json")
    except HFValidationError:
        return None
    return Path(cached).parent.name if isinstance(cached, str) else None
