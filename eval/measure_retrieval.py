"""Retrieval measured by ir-measures (the only door to it): which of the known places are among the first passages, and how early."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import ir_measures
import numpy as np
from ir_measures import RR, R, Success, nDCG

from eval.gold import GoldQuestion
from eval.intervals import bootstrap, wilson
from eval.judge_citations import is_in_section
from eval.run import Measure

DEPTH = 10
METRICS = {
    "retrieval_success@1": Success @ 1,
    "retrieval_success@5": Success @ 5,
    "retrieval_success@10": Success @ DEPTH,
    "retrieval_recall@10": R @ DEPTH,
    "retrieval_mrr": RR @ DEPTH,
    "retrieval_ndcg@10": nDCG @ DEPTH,
}


class Retriever(Protocol):
    """Something that ranks passages."""

    @property
    def name(self) -> str:
        """How reports call it."""

    def search(self, question: str, history: Sequence[str], k: int) -> list[Mapping[str, Any]]:
        """The k best passages, best first, as the contract's search results."""


def measure_retrieval(system: Retriever, questions: Sequence[GoldQuestion]) -> tuple[Measure, ...]:
    """All retrieval measures over the questions that have an answer in a known place."""
    asked = [question for question in questions if question.expect.status == "answered" and any(one.section for one in question.sources)]
    judgements = {question.id: dict.fromkeys(places_of(question), 1) for question in asked}
    ranked = {question.id: ranking(question, system.search(question.question, question.history, DEPTH)) for question in asked}
    values: dict[str, list[float]] = {name: [] for name in METRICS}
    names = {str(metric): name for name, metric in METRICS.items()}
    for found in ir_measures.iter_calc(list(METRICS.values()), judgements, ranked):
        values[names[str(found.measure)]].append(float(found.value))
    return tuple(to_measure(name, sample) for name, sample in values.items() if sample)


def places_of(question: GoldQuestion) -> tuple[str, ...]:
    """The known places as names that a ranking can hold."""
    return tuple(dict.fromkeys(f"{source.doc} {source.section}" for source in question.sources if source.section))


def ranking(question: GoldQuestion, passages: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """The passages by rank: each under the first known place that it comes from and that no better passage has, else under its own name."""
    taken: dict[str, float] = {}
    for rank, passage in enumerate(passages):
        places = [f"{source.doc} {source.section}" for source in question.sources if source.section and is_in_section(passage, source)]
        name = next((place for place in places if place not in taken), f"passage {rank}")
        taken[name] = float(DEPTH - rank)
    return taken or {"nothing": 0.0}


def to_measure(key: str, values: Sequence[float]) -> Measure:
    """The mean over the questions with its bootstrap interval; Wilson's where each question is a hit or none, as all may be hits."""
    if set(values) <= {0.0, 1.0}:
        return Measure(key, float(np.mean(values)), *wilson(round(sum(values)), len(values)), len(values))
    low, high = bootstrap(values, lambda sample: float(np.mean(sample)))
    return Measure(key, float(np.mean(values)), low, high, len(values))
