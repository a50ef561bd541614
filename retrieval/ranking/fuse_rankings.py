"""Several rankings of the same passages become one (reciprocal rank fusion, Cormack et al. 2009)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

RANK_OFFSET = 60

PassageKey = tuple[str, int]  # document id, position of the chunk in its document


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with its fused score and the names of the rankings that hold it."""

    key: PassageKey
    score: float
    found_by: tuple[str, ...]


def fuse_rankings(rankings: Mapping[str, Sequence[PassageKey]], weights: Mapping[str, float]) -> tuple[Ranked, ...]:
    """All passages, best first; a passage's score is the sum of weight / (60 + rank) over the rankings that hold it and have weight."""
    scores: dict[PassageKey, float] = {}
    found_by: dict[PassageKey, tuple[str, ...]] = {}
    for name, ranking in ((name, ranking) for name, ranking in rankings.items() if weights[name]):
        for rank, key in enumerate(ranking, start=1):
            scores[key] = scores.get(key, 0.0) + weights[name] / (RANK_OFFSET + rank)
            found_by[key] = (*found_by.get(key, ()), name)
    ordered = sorted(scores, key=lambda key: (-scores[key], key))
    return tuple(Ranked(key, scores[key], found_by[key]) for key in ordered)
