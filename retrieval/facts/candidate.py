"""Answers to a want: a quantity or printed text with every fact that prints it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.quantity import Quantity, convert_money
from retrieval.facts.fact import Fact
from retrieval.facts.label_mention import Mention


@dataclass(frozen=True, slots=True)
class Candidate:
    """One answer to a want: a quantity (or printed text) with all facts that print it; several facts of one table are its addends."""

    facts: tuple[Fact, ...]
    quantity: Quantity | None
    text: str
    depth: int
    score: float
    is_sum: bool = False
    is_partial: bool = False  # one of several rows of the asked name, none of which is the whole


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a want: candidates, the best first; `missing` are mentions that the best does not bear."""

    candidates: tuple[Candidate, ...]
    missing: tuple[Mention, ...]


def same_amount(one: Candidate) -> object:
    """A key equal for equal amounts, whatever their unit of money."""
    quantity = one.quantity
    if quantity is None:
        return re.sub(r"\s+", "", one.text)
    if quantity.is_money:
        return convert_money(quantity, "元").number.normalize(), "元"
    return quantity.number.normalize(), quantity.unit
