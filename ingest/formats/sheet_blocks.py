"""A sheet of a workbook as lines and grids: titles, units and notes in cells become lines, what stands in rows and columns a grid."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.blocks import Block, Grid, Line
from ingest.document import Place
from ingest.formats.span_grid import SpanCell, join_cell_lines, plain_grid, span_grid
from ingest.labels.read_caption import is_note, read_caption
from ingest.labels.table_words import fold_all, kind_of_cell

HIDDEN_SHEETS = "隐藏的工作表没有读：{names}；需要的话请取消隐藏，另存后再导入。"
HIDDEN_PARTS = "工作表《{name}》有隐藏的行或列，没有读；需要的话请取消隐藏，另存后再导入。"
DEFAULT_NAME = ("sheet", "工作表")
LONGEST_LABEL = 40
MOST_CAPTIONS = 3
AMOUNTS = frozenset({"number", "percent", "dash"})
SheetRow = list[SpanCell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet shows: its texts by (row, column) from 0, its merged ranges (row, column, height, width), what of it is hidden.

    Without `has_spans` nothing says what is merged. The one sheet of a CSV file has no number.
    """

    name: str
    number: int | None
    texts: Mapping[tuple[int, int], str]
    merged: Sequence[tuple[int, int, int, int]] = ()
    hidden_rows: Collection[int] = field(default_factory=frozenset)
    hidden_columns: Collection[int] = field(default_factory=frozenset)
    has_spans: bool = True


def sheet_blocks(sheet: Sheet) -> tuple[Block, ...]:
    """The sheet's lines and grids in reading order; a place is the sheet's number as page and the row's number as line."""
    rows = _rows(sheet)
    blocks = [block for region in _regions(rows) for block in _region_blocks(region, sheet)]
    return (*_name_line(sheet, blocks), *blocks)


def has_hidden_texts(sheet: Sheet) -> bool:
    """Whether a hidden row or column of the sheet holds anything."""
    return any(row in sheet.hidden_rows or column in sheet.hidden_columns for row, column in sheet.texts)


def _rows(sheet: Sheet) -> dict[int, SheetRow]:
    """The printed cells by row, each where it is first seen."""
    spans = {(row, column): (height, width) for row, column, height, width in sheet.merged}
    rows: dict[int, SheetRow] = {}
    for (row, column), text in sorted(sheet.texts.items()):
        height, width = spans.get((row, column), (1, 1))
        seen_rows = next((one for one in range(row, row + height) if one not in sheet.hidden_rows), None)
        seen_columns = next((one for one in range(column, column + width) if one not in sheet.hidden_columns), None)
        if text.strip() and seen_rows is not None and seen_columns is not None:
            cell = SpanCell(text, seen_rows, seen_columns, row + height - seen_rows, column + width - seen_columns)
            rows.setdefault(seen_rows, []).append(cell)
    return rows


def _regions(rows: Mapping[int, SheetRow]) -> Iterator[list[SheetRow]]:
    """Runs of rows without a blank row between them, cut before the title of a further table."""
    region: list[SheetRow] = []
    end = -1
    for number, row in sorted(rows.items()):
        if region and (number > end or (_is_title(row) and any(map(_has_amounts, region)))):
            yield region
            region = []
        region.append(row)
        end = max(end, number + 1, *(cell.row + cell.row_span for cell in row))
    if region:
        yield region


def _is_title(row: SheetRow) -> bool:
    return len(row) == 1 and bool(read_caption(row[0].text).title)


def _has_amounts(row: SheetRow) -> bool:
    return sum(kind_of_cell(cell.text) in AMOUNTS for cell in row) > 0 and len(row) > 1


def _region_blocks(region: list[SheetRow], sheet: Sheet) -> Iterator[Block]:
    """The captions above, the grid, the notes below; where nothing stands side by side, paragraphs."""
    first = next((place for place, row in enumerate(region) if not _is_above(row)), len(region))
    last = next((place + 1 for place in range(len(region) - 1, first - 1, -1) if not _is_below(region, place)), first)
    body = region[first:last]
    if all(len(row) == 1 for row in body):
        first, last, body = len(region), len(region), []
    for row in region[:first]:
        yield from _lines(row, sheet.number)
    if body:
        yield from _grid(body, sheet)
    for row in region[last:]:
        yield from _lines(row, sheet.number)


def _is_above(row: SheetRow) -> bool:
    """Whether a row above a table is no part of it: one cell, or nothing but parts of a caption."""
    return len(row) == 1 or (len(row) <= MOST_CAPTIONS and all(read_caption(cell.text).is_caption for cell in row))


def _is_below(region: Sequence[SheetRow], place: int) -> bool:
    """Whether a row at the foot of a table is a note or a paragraph."""
    if len(region[place]) != 1:
        return False
    text = region[place][0].text.strip()
    above = [row[0].text.strip() for row in region[:place] if len(row) == 1]
    return is_note(text, any(is_note(one, False) for one in above)) or len(text) > LONGEST_LABEL or text.endswith(("。", "；"))


def _lines(row: SheetRow, page: int | None) -> Iterator[Line]:
    place = Place(page, lines=(row[0].row + 1, row[0].row + 1))
    for cell in row:
        yield from (Line(text.strip(), place) for text in cell.text.splitlines() if text.strip())
    yield Line("", place)


def _grid(body: Sequence[SheetRow], sheet: Sheet) -> Iterator[Grid]:
    top = body[0][0].row
    cells = [replace(cell, text=join_cell_lines(cell.text.splitlines()), row=cell.row - top) for row in body for cell in row]
    places = [Place(sheet.number, lines=(row + 1, row + 1)) for row in range(top, body[-1][0].row + 1)]
    grid = span_grid(cells, places) if sheet.has_spans else plain_grid(cells, places)
    if grid:
        yield grid


def _name_line(sheet: Sheet, blocks: Sequence[Block]) -> tuple[Line, ...]:
    """The sheet's name as a heading where the sheet itself prints no title."""
    above = [block.text for block in blocks if isinstance(block, Line)]
    is_default = sheet.name.strip().lower().rstrip("0123456789()（） ") in DEFAULT_NAME
    has_title = any(read_caption(text).title or fold_all(sheet.name) in fold_all(text) for text in above)
    if not sheet.name.strip() or is_default or has_title or not any(isinstance(block, Grid) for block in blocks):
        return ()
    return (Line(sheet.name.strip(), Place(sheet.number, lines=(1, 1)), heading_level=2, is_bold=True),)
