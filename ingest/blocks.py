"""What every reader delivers: lines and grids in reading order, whatever the file format."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import Place, Problem


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line or paragraph piece, its markup removed; `heading_level` is 1–6 where the format itself marks a heading."""

    text: str
    place: Place
    heading_level: int | None = None
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid as the reader sees it; spans are 1 where unknown; uncertain where the column is inferred and not unique."""

    text: str
    place: Place
    row_span: int = 1
    column_span: int = 1
    is_uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells in reading order.

    `has_spans` says that the reader knows merged cells (PDF rules, DOCX, XLSX, HTML): rows are then equally long and a place that is
    covered by a merged cell is None. Without spans (tab-separated text) rows may differ in length, and an empty text is a blank or a
    place covered by a merged cell: the format does not tell. `header_rows` says how many rows are its header where rules show that, else 0.
    """

    rows: tuple[tuple[GridCell | None, ...], ...]
    place: Place
    has_spans: bool = False
    header_rows: int = 0


Block = Line | Grid


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reader got out of a file, in reading order, what it could not read, and which pages are recognised from pictures.

    `published` is the day (2024-02-18) on which the site that a page is from says that it published it.
    """

    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()
    recognized: frozenset[int] = frozenset()
    published: str | None = None


@dataclass(frozen=True, slots=True)
class TableSource:
    """The blocks of one table: its caption as printed and its page parts, before headers and labels are told apart."""

    title: str
    number: str | None
    unit: str
    grids: tuple[Grid, ...]
    notes: tuple[str, ...]
    place: Place
