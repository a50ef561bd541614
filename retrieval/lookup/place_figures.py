"""Found figures as passages: where in a document's passages each of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import TypeVar

from ingest.document import Chunk
from retrieval.evidence import FigureEvidence
from retrieval.facts.fact import Fact
from retrieval.facts.finding import Finding

MOST_CANDIDATES = 4
MOST_PRINTS = 3

Ranked = TypeVar("Ranked")


def place_figures(finding: Finding) -> tuple[int, ...]:
    """The positions of the passages that hold what was found, best first: the best figure of every want, then the second ones."""
    wants = [found for task in finding.tasks for found in task.found if not found.missing]
    facts = take_turns([[fact for one in found.candidates[:MOST_CANDIDATES] for fact in one.facts[:MOST_PRINTS]] for found in wants])
    positions = (_position(fact, finding.index.document.chunks) for fact in facts)
    return tuple(dict.fromkeys(position for position in positions if position is not None))


def take_turns(rankings: Iterable[Sequence[Ranked]]) -> list[Ranked]:
    """The first of every ranking, then the second ones, and so on."""
    rounds = zip_longest(*([(one,) for one in ranking] for ranking in rankings), fillvalue=())
    return [one for turn in rounds for held in turn for one in held]


def _position(fact: Fact, chunks: Sequence[Chunk]) -> int | None:
    """The passage of the fact's table or section that prints it; of a table whose rows are told otherwise the first."""
    evidence = fact.evidence
    if isinstance(evidence, FigureEvidence):
        own = [place for place, chunk in enumerate(chunks) if chunk.table == evidence.table.index]
        printed = evidence.figure.row
    else:
        own = [place for place, chunk in enumerate(chunks) if chunk.section == evidence.statement.section]
        printed = (evidence.statement.sentence,)
    holding = (place for place in own if all(text in chunks[place].text for text in printed))
    return next(holding, own[0] if own else None)
