"""The last check of every answer, whoever wrote it: each amount in its text comes from its evidence, its calculation or the question."""

from __future__ import annotations

import re
from decimal import Decimal

from app.answer import Answer

AMOUNT = re.compile(r"(?<![\d.])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?=亿元|万元|千元|元|%|个百分点|倍)")
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def check_grounding(answer: Answer, question: str) -> tuple[str, ...]:
    """The amounts that nothing accounts for; empty for a sound answer."""
    known = numbers(question) | {abs(value.value) for value in answer.values} | numbers(answer.calculation or "")
    for citation in answer.citations:
        known |= numbers(citation.quote) | numbers(" ".join((*citation.row, *citation.col, citation.section, citation.table or "")))
    return tuple(found for found in AMOUNT.findall(answer.text) if to_decimal(found) not in known)


def numbers(text: str) -> set[Decimal]:
    """Every number in a text."""
    return {to_decimal(found) for found in NUMBER.findall(text)}


def to_decimal(text: str) -> Decimal:
    """A printed number as a Decimal."""
    return Decimal(text.replace(",", ""))
