"""The answer that every surface shows; `to_json` is the contract other programs rely on."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class Value:
    """One figure of an answer: what it is, its number and unit."""

    label: str
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a statement of the answer stands in its document, down to row and column for a table's cell.

    `section` is the heading path joined by “ > ”. `table_index` and `cell` (row, column of the grid) let a page highlight the cell;
    they are not part of the contract's JSON.
    """

    document: str
    document_id: str
    title: str
    section: str
    quote: str
    url: str | None = None
    published: str | None = None
    table: str | None = None
    context: str | None = None
    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    lines: tuple[int, int] | None = None
    row: tuple[str, ...] = ()
    col: tuple[str, ...] = ()
    table_index: int | None = None
    cell: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to ask again when the question was not clear: a short label and the whole question."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said to a question; `status` is answered, clarify or not_found; `answered_by` is rule, model or quote."""

    status: str
    text: str
    values: tuple[Value, ...] = ()
    calculation: str | None = None
    citations: tuple[Citation, ...] = ()
    choices: tuple[Choice, ...] = ()
    warnings: tuple[str, ...] = ()
    answered_by: str = "rule"

    def with_warnings(self, *warnings: str) -> Answer:
        """The same answer with further warnings, each once."""
        return replace(self, warnings=tuple(dict.fromkeys((*self.warnings, *warnings))))

    def to_json(self) -> dict[str, Any]:
        """The contract's object: decimals as strings, tuples as lists."""
        data = asdict(self)
        for value in data["values"]:
            value["value"] = format(value["value"], "f")
        for citation in data["citations"]:
            for name in ("table_index", "cell"):
                del citation[name]
            for name in ("bbox", "lines", "row", "col"):
                citation[name] = list(citation[name]) if citation[name] is not None else None
        return data
