"""Fields printed as lines between a form's title and its grid (项目名称：…, 年度总体目标：…) become the form's first rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest import late_re as re
from ingest.blocks import Block, Grid, GridCell, Line
from ingest.document import Place
from ingest.labels.form_rows import begins_with_levels, is_form
from ingest.labels.read_caption import read_caption
from ingest.labels.table_words import GROUP_NAMES_WITHOUT_MEANING, fold_all
from ingest.outline.line_layout import join_places
from ingest.tables.part_forms import project_of

LABEL = re.compile(
    r"(?:^|[\s　;；])(?P<label>[^\s：:，,。；;“”《》]{0,10}(?:名称|部门|单位|金额|资金|总额|预算|拨款|目标\d?|周期|期限|时间|日期|年度"
    r"|负责人|联系人|电话|类型|类别|属性|性质|编码|代码|依据|内容|概况|来源)(?:[(（][^()（）]{1,8}[)）])?)[：:]"
)
AMOUNT = r"\d[\d,]*(?:\.\d+)?\s*(?:万元|元|亿元)"
NAME = r"[^\d，,、；;。]{2,20}"
PART = re.compile(rf"(?P<name>{NAME})(?P<amount>{AMOUNT})")
WITH_PARTS = re.compile(rf"(?P<whole>{AMOUNT})[，,；;(（]\s*其中[:：]?(?P<parts>{NAME}{AMOUNT}(?:[、，,；;和]{NAME}{AMOUNT})*)[)）。]?")
SECTION_NUMBER = re.compile(r"^[一二三四五六七八九十\d]+[、.．]|^[(（][一二三四五六七八九十\d]+[)）]")
FORM = re.compile(r"绩效|目标|自评|申报")
FARTHEST_LINES = 40  # goals of a whole department run over many lines
FEWEST_COLUMNS = 2


@dataclass(slots=True)
class Head:
    """The lines below a form's title: those of its caption, its fields (each with all its lines), and how many blocks they are."""

    caption: list[Line] = field(default_factory=list)
    fields: list[list[Line]] = field(default_factory=list)
    blocks: int = 0


def head_forms(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, every form with the fields between its title and its grid as rows of the grid, so that its title stands right above.

    Fields of a project's form without a grid below them are a grid of their own.
    """
    joined: list[Block] = []
    place = 0
    while place < len(blocks):
        block = blocks[place]
        joined.append(block)
        place += 1
        if not isinstance(block, Line) or not (title := read_caption(block.text).title):
            continue
        head = _read(blocks[place : place + FARTHEST_LINES])
        below = blocks[place + head.blocks] if place + head.blocks < len(blocks) else None
        if isinstance(below, Grid) and (begins_with_levels(below.rows) or (head.fields and is_form(below.rows))):
            joined += [*head.caption, _with_rows(below, head)]
            place += head.blocks + 1
        elif FORM.search(title) and len(rows := _rows(head, FEWEST_COLUMNS, True)) > 1 and project_of(rows):
            grid = Grid(rows, _row_place(rows), has_spans=True)
            joined += [*head.caption, grid]
            place += head.blocks
    return tuple(joined)


def _read(blocks: Sequence[Block]) -> Head:
    """The fields that lines print one after another, a broken line with the one that it goes on; it ends before any other text."""
    head = Head()
    is_open = False
    for block in blocks:
        if not isinstance(block, Line) or read_caption(block.text).title:
            break
        is_field = LABEL.match(block.text.strip()) is not None
        if not block.text.strip() or _is_group_name(block.text):
            is_open = False
        elif read_caption(block.text).is_caption and not (is_field and _says_more(block.text)):
            head.caption.append(block)
        elif is_field:
            head.fields.append([block])
            is_open = True
        elif is_open:
            head.fields[-1].append(block)
        else:
            break
        head.blocks += 1
    return head


def _is_group_name(text: str) -> bool:
    return SECTION_NUMBER.sub("", fold_all(text)).rstrip(":") in GROUP_NAMES_WITHOUT_MEANING


def _says_more(text: str) -> bool:
    """Whether a line names more than whose table it is, when it was made and in what unit."""
    return any(not read_caption(f"{label}：{value}").is_caption for label, value in _fields(text))


def _fields(text: str) -> tuple[tuple[str, str], ...]:
    found = list(LABEL.finditer(text.strip()))
    ends = [one.start() for one in found[1:]] + [len(text.strip())]
    pairs = ((one["label"], text.strip()[one.end() : end].strip(" 　;；")) for one, end in zip(found, ends, strict=True))
    return tuple(one for label, value in pairs for one in _amounts(label, value))


def _amounts(label: str, value: str) -> Iterator[tuple[str, str]]:
    """A field, or where its amount is followed by what it is made of (480万元，其中基本支出320万元、…) one for each amount."""
    if not (parted := WITH_PARTS.fullmatch(value)):
        yield label, value
        return
    yield label, parted["whole"]
    for part in PART.finditer(parted["parts"]):
        yield f"其中：{part['name']}", part["amount"]


def _with_rows(grid: Grid, head: Head) -> Grid:
    return replace(grid, header_rows=0, rows=(*_rows(head, max(len(row) for row in grid.rows), grid.has_spans), *grid.rows))


def _rows(head: Head, width: int, has_spans: bool) -> tuple[tuple[GridCell | None, ...], ...]:
    """A row of a label and its value for each field, as wide as the grid."""
    rows: list[tuple[GridCell | None, ...]] = []
    for lines in head.fields:
        place = join_places([line.place for line in lines])
        for label, value in _fields("".join(line.text.strip() for line in lines)):
            cells = GridCell(label, place), GridCell(value, place, column_span=width - 1 if has_spans else 1)
            rows += [(*cells, *([None] * (width - FEWEST_COLUMNS) if has_spans else ()))] if value else []
    return tuple(rows)


def _row_place(rows: Sequence[Sequence[GridCell | None]]) -> Place:
    return join_places([cell.place for row in rows for cell in row if cell])
