"""The types of known answers: a question, what is right for it, where that stands, and the data set that holds it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

STATUSES = ("answered", "not_found", "clarify")
TYPES = (
    "lookup_table", "lookup_text", "derived", "compare", "target", "colloquial", "conflict", "ambiguous", "list", "duty", "definition",
    "reason", "followup", "unanswerable",
)  # fmt: skip


class GoldError(ValueError):
    """A data set cannot be used; `str(error)` is a Chinese message with a line for every bad row."""


@dataclass(frozen=True, slots=True)
class GoldValue:
    """An amount that must be stated; `labels` are the words of which one must stand with it (none: it may stand anywhere)."""

    value: str
    unit: str = ""
    labels: tuple[str, ...] = ()

    @property
    def number(self) -> Decimal | None:
        """The amount as a number, or None where it is no number."""
        try:
            return Decimal(self.value.replace(",", ""))
        except InvalidOperation:
            return None


@dataclass(frozen=True, slots=True)
class GoldSource:
    """A place that holds the answer: file name, heading or table title, and for a table's cell its last row and column label.

    Where a question asks for several things `part` names the one that stands here, and of each one place must be cited.
    """

    doc: str
    section: str = ""
    row: str = ""
    col: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a right answer is.

    `larger` and `smaller` name the two sides of a comparison (any name of each side will do), `year` the fiscal year that the answer
    must not replace by another.
    """

    status: str
    values: tuple[GoldValue, ...] = ()
    must_include: tuple[str, ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()
    must_not_include: tuple[str, ...] = ()
    larger: tuple[str, ...] = ()
    smaller: tuple[str, ...] = ()
    year: int | None = None


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question with its known answer.

    `history` holds the earlier questions, oldest first, `sources` the places of which one suffices (of each part one).
    """

    id: str
    question: str
    type: str
    expect: Expectation
    history: tuple[str, ...] = ()
    sources: tuple[GoldSource, ...] = ()
    note: str = ""

    @property
    def documents(self) -> tuple[str, ...]:
        """The files its answer stands in."""
        return tuple(dict.fromkeys(source.doc for source in self.sources))


@dataclass(frozen=True, slots=True)
class Dataset:
    """Questions under one name; `documents` are the files they were written for."""

    name: str
    questions: tuple[GoldQuestion, ...]
    documents: tuple[str, ...]
