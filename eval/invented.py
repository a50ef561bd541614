"""The types of invented documents: a department, and the document that follows from its ledgers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from eval.invented_ledger import YUAN_PER_UNIT, Accounts, Plan, Unit


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How a document prints amounts: unit and decimals of its tables, thousands marks, and 0.00 or a blank for nothing."""

    unit: str = "万元"
    decimals: int = 2
    has_thousands: bool = True
    is_zero_blank: bool = True

    @property
    def grain(self) -> Decimal:
        """The smallest amount in yuan that is printed exactly."""
        return Decimal(YUAN_PER_UNIT[self.unit]).scaleb(-self.decimals)

    def printed(self, amount: Decimal) -> str:
        """An amount of yuan as the document's tables print it; nothing is a blank where the style says so."""
        if not amount and self.is_zero_blank:
            return ""
        mark = "," if self.has_thousands else ""
        return f"{amount / YUAN_PER_UNIT[self.unit]:{mark}.{self.decimals}f}"


@dataclass(frozen=True, slots=True)
class InventedCell:
    """A cell of an invented table with its place and spans."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class InventedFigure:
    """One known data cell, in the shape of the shared known figures."""

    row: tuple[str, ...]
    col: tuple[str, ...]
    value: str
    unit: str
    cell: tuple[int, int]


@dataclass(frozen=True, slots=True)
class InventedTable:
    """A table with its cells in reading order and its known figures."""

    title: str
    number: str
    unit: str
    organization: str
    heading_path: tuple[str, ...]
    cells: tuple[InventedCell, ...]
    figures: tuple[InventedFigure, ...]
    notes: tuple[str, ...]
    header_rows: int
    column_count: int

    @property
    def row_count(self) -> int:
        """The number of grid rows, header included."""
        return max(cell.row + cell.row_span for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Fact:
    """One amount stated in prose; fields as in ingest.document.Statement."""

    subject: str
    measure: str
    value: str
    unit: str
    direction: str | None = None
    base: str | None = None


@dataclass(frozen=True, slots=True)
class InventedSection:
    """A heading with the paragraphs directly under it and the facts they state; a heading over tables has no paragraphs."""

    heading_path: tuple[str, ...]
    paragraphs: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A contradiction planted on purpose: what is printed twice, where, and both prints.

    `printed` at `place` is the wrong one. Of a total that disagrees with its rows `column` is its header path, `other_printed` their sum.
    """

    subject: str
    place: tuple[str, ...]
    printed: str
    other_place: tuple[str, ...]
    other_printed: str
    unit: str
    column: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InventedProject:
    """A project as a document shows it: its budget, purpose and indicators (group, name, target)."""

    name: str
    code: str
    unit: str
    kind: str
    purpose: str
    indicators: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class InventedDocument:
    """A whole invented document with everything that a question can ask and its answer."""

    organization: str
    region: str
    level: str
    year: int
    kind: str
    scope: str
    title: str
    published: str
    style: NumberStyle
    units: tuple[Unit, ...]
    offices: tuple[str, ...]
    duties: tuple[str, ...]
    definitions: Mapping[str, str]
    reasons: Mapping[str, str]
    projects: tuple[InventedProject, ...]
    body: tuple[InventedSection | InventedTable, ...]
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def sections(self) -> tuple[InventedSection, ...]:
        """The sections in reading order."""
        return tuple(part for part in self.body if isinstance(part, InventedSection))

    @property
    def tables(self) -> tuple[InventedTable, ...]:
        """The tables in reading order."""
        return tuple(part for part in self.body if isinstance(part, InventedTable))


@dataclass(frozen=True, slots=True)
class Department:
    """An invented department with its plans and accounts by year (one year more than asked for, to compare with)."""

    organization: str
    region: str
    level: str
    scope: str
    style: NumberStyle
    units: tuple[Unit, ...]
    offices: tuple[str, ...]
    duties: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    projects: tuple[InventedProject, ...]
    plans: Mapping[int, Plan]
    accounts: Mapping[int, Accounts]

    def project(self, name: str) -> InventedProject:
        """The project of this name, whatever year stands before it."""
        return next(project for project in self.projects if name.endswith(project.name))
