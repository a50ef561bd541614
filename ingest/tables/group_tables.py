"""Each grid with its caption, its continuations on the following pages and its notes: one source per table of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.blocks import Block, Grid, GridCell, Line, TableSource
from ingest.document import Place
from ingest.labels.form_rows import is_form
from ingest.labels.read_caption import Caption, is_note, read_caption
from ingest.labels.table_words import MONEY_WORDS, fold_all, kind_of_header
from ingest.tables.join_parts import header_of
from ingest.tables.part_forms import part_forms, project_of

HEADER = re.compile(r"(本年)?(收入|支出)(合计)?|金额|.*(预算|决算|执行)数|合计|小计|备注")
FIRST_HEADER = re.compile(r"项目(?:名称)?|科目(?:编码|名称)|单位名称|收入|支出|功能分类科目.*")
COLUMN_HEADER = re.compile(r"(?:项目|科目)名称|.*(?:预算|决算|执行)数|金额|合计|总计|小计|.*(?:经费|支出|收入|拨款|基金)")
AMOUNT = re.compile(r"-?\d[\d,]*\.\d+")
HEADER_KINDS = frozenset({"label", "percent", "counter"})
PAGE_NUMBER = re.compile(r"\d{1,3}")
TITLE_WITHOUT_TABLE = re.compile(r"[^\W\d]{2,24}(?:情况|明细|一览|名单|清单|汇总|统计|构成)")
NUMBER_OF_PART = re.compile(r"(\D*\d+)[-—]\d+")
SENTENCE = re.compile(r"[。；，：:,;]")
FARTHEST_CAPTION_LINES = 8
LONGEST_HEADING = 40


@dataclass(slots=True)
class OpenTable:
    """A table that is still being read."""

    title: str = ""
    number: str = ""
    unit: str = ""
    grids: list[Grid] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    place: Place = field(default_factory=Place)
    caption_lines: frozenset[str] = frozenset()


def group_tables(blocks: Sequence[Block]) -> tuple[Line | TableSource, ...]:
    """Lines as they were, and every grid with its caption, continuations and notes as one table."""
    items: list[Line | OpenTable] = []
    for block in (piece for whole in blocks for piece in _split(whole)):
        if isinstance(block, Line):
            if not _takes_note(items, block):
                items.append(block)
        elif (trimmed := _trim(block)).grid.rows:
            _add_grid(items, trimmed)
        else:
            items += trimmed.lines
    return tuple(_close(item, _only_unit(items)) if isinstance(item, OpenTable) else item for item in items)


def _split(block: Block) -> Iterator[Block]:
    """A grid cut before every row that is the caption of another table, or the header of one."""
    if isinstance(block, Line) or block.has_spans:
        yield from [block] if isinstance(block, Line) else part_forms(block)
        return
    start = 0
    for place in range(1, len(block.rows)):
        if place > start and _opens_table(block.rows, place, start):
            yield _part(block, start, place)
            start = place
    yield _part(block, start, len(block.rows))


def _part(grid: Grid, start: int, end: int) -> Grid:
    if not start and end == len(grid.rows):
        return grid
    rows = grid.rows[start:end]
    places = [cell.place for row in rows for cell in row if cell]
    place = _spanning(places[0], Grid(rows, places[-1]).place) if places else grid.place
    return replace(grid, rows=rows, place=place)


def _is_plain_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a grid begins with a header of its own: 项目 beside the names of amounts."""
    texts = rows[0] if rows else ()
    return len(texts) > 1 and bool(FIRST_HEADER.fullmatch(texts[0])) and all(map(COLUMN_HEADER.fullmatch, texts[1:]))


def _opens_table(rows: Sequence[Sequence[GridCell | None]], place: int, start: int) -> bool:
    """Whether a row below others names a table of its own: its title alone, or after amounts a header other than the first."""
    captions = _captions_of_row(rows[place], True) or ()
    if any(caption.title for caption in captions) and len([cell for cell in rows[place] if cell and cell.text.strip()]) == 1:
        return not all(_captions_of_row(row, True) is not None for row in rows[start:place])
    texts = [fold_all(cell.text) for cell in rows[place] if cell and cell.text.strip()]
    above = [fold_all(cell.text) for cell in rows[start] if cell and cell.text.strip()]
    is_header = _is_plain_header([texts])
    has_amounts = any(cell and AMOUNT.fullmatch(fold_all(cell.text)) for row in rows[start:place] for cell in row)
    return is_header and has_amounts and texts != above


def _takes_note(items: Sequence[Line | OpenTable], line: Line) -> bool:
    """Notes belong to the table just above them."""
    if not items or not isinstance(items[-1], OpenTable):
        return False
    table = items[-1]
    if not line.text.strip() or is_note(line.text, bool(table.notes)):
        if line.text.strip():
            table.notes.append(line.text.strip())
        return True
    return False


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A grid without the caption rows and note rows that stand inside it."""

    grid: Grid
    caption: Caption
    notes: tuple[str, ...]
    lines: tuple[Line, ...]


def _trim(grid: Grid) -> Trimmed:
    rows = list(grid.rows)
    caption = Caption()
    notes: list[str] = []
    lines: list[Line] = []
    while rows and (captions := _captions_of_row(rows[0], bool(grid.rows[1:]))) is not None:
        lines += [Line(cell.text, cell.place) for cell in rows[0] if cell and cell.text.strip()]
        for found in captions:
            caption = _merge(caption, found)
        rows.pop(0)
    while rows and (text := _only_text(rows[-1])) and is_note(text, False):
        notes.insert(0, text)
        rows.pop()
    header_rows = 0 if lines else grid.header_rows
    return Trimmed(replace(grid, rows=tuple(rows), header_rows=header_rows), caption, tuple(notes), tuple(lines))


def _captions_of_row(row: Sequence[GridCell | None], has_more: bool) -> list[Caption] | None:
    """The captions that a whole row of a grid prints, or None where it is a row of the table."""
    texts = [cell.text for cell in row if cell and cell.text.strip()]
    captions = [read_caption(text) for text in texts]
    is_caption = 0 < len(texts) <= 3 and all(found.is_caption for found in captions) and sum(bool(found.title) for found in captions) < 2
    return captions if is_caption or (not texts and has_more) else None


def _only_text(row: Sequence[GridCell | None]) -> str:
    texts = [cell.text.strip() for cell in row if cell and cell.text.strip()]
    return texts[0] if len(texts) == 1 else ""


def _merge(first: Caption, second: Caption) -> Caption:
    return Caption(first.title or second.title, first.number or second.number, first.unit or second.unit)


def _add_grid(items: list[Line | OpenTable], trimmed: Trimmed) -> None:
    before, taken = _caption_above(items) if not trimmed.caption.title else (Caption(), [])
    caption = _merge(trimmed.caption, before)
    table = next((item for item in reversed(items) if isinstance(item, OpenTable)), None)
    between = items[items.index(table) + 1 :] if table else []
    is_adjacent = table is not None and all(isinstance(item, Line) and _is_between_pages(item, table) for item in between)
    if table is not None and is_adjacent and _continues(table, trimmed, caption):
        del items[len(items) - len(between) :]
        table.grids.append(trimmed.grid)
        table.notes += trimmed.notes
        return
    if trimmed.caption.title:
        caption, taken = _with_number_and_unit(items, caption)
    del items[len(items) - len(taken) :]
    lines = [*taken, *trimmed.lines]
    is_next = table is not None and (not between or (is_adjacent and _is_of_another_project(table, trimmed.grid)))
    if table is not None and is_next and not caption.title:  # another header, or project, right below a table: its second half
        caption = _merge(caption, Caption(table.title, table.number, table.unit))
    part = _title_of_part(caption, table) if table else ""
    title = caption.title or part or _heading_above(items)
    if title and not caption.title and not part:
        caption = _merge(caption, _with_number_and_unit(items[: _last_line(items)], Caption())[0])
    place = _spanning(lines[0].place if lines else trimmed.grid.place, trimmed.grid.place)
    printed = frozenset(fold_all(line.text) for line in lines)
    items.append(OpenTable(title, caption.number, caption.unit, [trimmed.grid], list(trimmed.notes), place, printed))


def _is_between_pages(line: Line, table: OpenTable) -> bool:
    """Whether a line says nothing new about the table that goes on: blank, 续表, or a line of its caption again."""
    caption = read_caption(line.text)
    names_department = caption.is_other and not caption.is_continued and ":" in fold_all(line.text)
    is_known = not line.text.strip() or fold_all(line.text) in table.caption_lines or bool(PAGE_NUMBER.fullmatch(line.text.strip()))
    return is_known or (caption.is_caption and not caption.title and not names_department)


def _continues(table: OpenTable, trimmed: Trimmed, caption: Caption) -> bool:
    """A grid without a title of its own continues the table before it, unless its header is that of another table."""
    header, other = header_of(table.grids[0])[:1], header_of(trimmed.grid)[:1]
    if _is_of_another_project(table, trimmed.grid):
        return False
    if caption.title and fold_all(caption.title) != fold_all(table.title):
        return False
    if _title_of_part(caption, table):
        return False
    if header == other and header:
        return True
    if caption.title or table.notes or (caption.number and caption.number != table.number):
        return False
    if _is_plain_header(other):
        return False
    is_other_table = sum(1 for text in (*other, ())[0] if HEADER.fullmatch(text) or kind_of_header(text) in HEADER_KINDS) > 1
    return is_form(table.grids[0].rows) or not is_other_table


def _is_of_another_project(table: OpenTable, grid: Grid) -> bool:
    """Whether a form begins with another project's name than the form before."""
    before, after = project_of(table.grids[0].rows), project_of(grid.rows)
    return bool(before and after) and before != after


def _title_of_part(caption: Caption, table: OpenTable) -> str:
    """The title of the table before, where a caption without one carries its number on (表15, 表15-1); else empty."""
    part = NUMBER_OF_PART.fullmatch(fold_all(caption.number)) if not caption.title else None
    whole = NUMBER_OF_PART.fullmatch(fold_all(table.number))
    before = whole[1] if whole else fold_all(table.number)
    return table.title if part and part[1] == before and caption.number != table.number else ""


def _caption_above(items: Sequence[Line | OpenTable]) -> tuple[Caption, list[Line]]:
    """The caption that the lines just above a grid print, and those lines."""
    caption, taken = Caption(), list[Line]()
    pending: list[Line] = []
    for item in reversed(items[-FARTHEST_CAPTION_LINES:]):
        if not isinstance(item, Line):
            break
        found = read_caption(item.text)
        pending.insert(0, item)
        if not item.text.strip():
            continue
        is_repeated = any(getattr(caption, part) and getattr(found, part) for part in ("title", "number", "unit"))
        if not found.is_caption or is_repeated:
            break
        caption = _merge(caption, found)
        taken = pending + taken
        pending = []
    return caption, taken


def _with_number_and_unit(items: Sequence[Line | OpenTable], caption: Caption) -> tuple[Caption, list[Line]]:
    above, taken = _caption_above(items)
    return (_merge(caption, above), taken) if taken and not above.title else (caption, [])


def _heading_above(items: Sequence[Line | OpenTable]) -> str:
    """The heading that stands directly above a table without a title."""
    last = items[place] if (place := _last_line(items)) >= 0 else None
    if not isinstance(last, Line) or len(last.text.strip()) > LONGEST_HEADING or SENTENCE.search(last.text):
        return ""
    is_title = last.heading_level or last.is_bold or TITLE_WITHOUT_TABLE.fullmatch(last.text.strip())
    return last.text.strip() if is_title or MONEY_WORDS.fullmatch(last.text.strip()) else ""


def _last_line(items: Sequence[Line | OpenTable]) -> int:
    """The position of the last item that is no blank line, -1 where there is none."""
    return next((at for at in range(len(items) - 1, -1, -1) if not (isinstance(one := items[at], Line) and not one.text.strip())), -1)


def _spanning(first: Place, second: Place) -> Place:
    if first.lines and second.lines:
        return replace(first, lines=(first.lines[0], second.lines[1]))
    return first if first.page is not None and first.page != second.page else second


def _speaks_of_money(grid: Grid) -> bool:
    return any(MONEY_WORDS.fullmatch(text) for row in header_of(grid) for text in row)


def _only_unit(items: Sequence[Line | OpenTable]) -> str:
    """The unit of a book that declares one and the same wherever it declares any."""
    units = {item.unit for item in items if isinstance(item, OpenTable) and item.unit}
    return units.pop() if len(units) == 1 else ""


def _close(table: OpenTable, unit: str) -> TableSource:
    place = table.place
    last = table.grids[-1].place
    if place.lines and last.lines:
        place = replace(place, lines=(place.lines[0], last.lines[1]))
    unit = table.unit or (unit if _speaks_of_money(table.grids[0]) else "")
    return TableSource(table.title, table.number or None, unit, tuple(table.grids), tuple(table.notes), place)
