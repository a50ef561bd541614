"""Passages put in order again by a CrossEncoder, which reads question and passage together: slow, so only the best few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from retrieval.evidence import PassageEvidence
from retrieval.ranking.transformer_model import open_model, require_model


class Reranker:
    """Any CrossEncoder of sentence-transformers by name or path."""

    def __init__(self, model: str) -> None:
        """Name the model, which must be on this machine; it is loaded when it is first used."""
        require_model(model)
        self._model_name = model

    def rerank(self, question: str, found: Sequence[PassageEvidence]) -> tuple[PassageEvidence, ...]:
        """The passages in the model's order, each with the model's score."""
        if not found:
            return ()
        scores = self._model.predict([(question, one.chunk.text) for one in found], show_progress_bar=False)
        scored = (replace(one, score=float(score), found_by=(*one.found_by, "reranker")) for one, score in zip(found, scores, strict=True))
        return tuple(sorted(scored, key=lambda one: -one.score))

    @cached_property
    def _model(self) -> Any:
        return open_model("CrossEncoder", self._model_name)
