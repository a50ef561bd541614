"""Which rows of a form are headers, which open a section, and which of them a page break cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.blocks import GridCell
from ingest.document import Place
from ingest.labels.read_header import count_header_rows
from ingest.labels.table_words import (
    FORM_FIELDS,
    FORM_HEADERS,
    FORM_SECTIONS,
    GROUP_NAMES_WITHOUT_MEANING,
    MONTH,
    fold_all,
    kind_of_cell,
    kind_of_header,
)

Rows = Sequence[Sequence[GridCell | None]]
Printed = list[tuple[int, GridCell]]
REMARK = re.compile(r"(?:\([^()]*\))+$")
LEVEL = re.compile(r"[一二三四]级(?:[/、][一二三四]级)*(?:绩效)?(?:指标|目标)(?:名称)?")
SENTENCE_END = re.compile(r"[。！？；;.!?…]$")
SHORTEST_CUT_TEXT = 8
SHORTEST_CUT_SENTENCE = 15
MOST_FIELD_CELLS = 8
FEWEST_HEADERS = 4  # so many names of columns below the first rows begin a part of a form
FEWEST_AMOUNTS = 2
LONGEST_NAME = 14
VALUE_KINDS = frozenset({"number", "percent", "measure", "dash"})


def is_form(rows: Rows) -> bool:
    """Whether a table is a form: it begins with a field or with indicator levels, and has headers further down."""
    first = printed_cells(rows[0]) if rows else []
    if not first:
        return False
    is_headed = is_form_header(first)
    if begins_with_levels(rows):
        return True
    below = rows[count_header_rows([[cell.text if cell else "" for cell in row] for row in rows]) :]
    if any(is_form_header(row) and (_names_levels(row) or len(row) >= FEWEST_HEADERS) for row in map(printed_cells, below)):
        return True
    return (
        not is_headed
        and first[0][1].row_span == 1  # what stands beside several header rows is a header itself
        and opens_section(first)
        and (any(is_form_header(printed_cells(row)) for row in rows[1:]) or sum(1 for row in rows if opens_section(printed_cells(row))) > 1)
    )


def begins_with_levels(rows: Rows) -> bool:
    """Whether a table begins with the header of indicators: 一级指标 | 二级指标 | 三级指标 | 指标值."""
    first = printed_cells(rows[0]) if rows else []
    return is_form_header(first) and _names_levels(first)


def _names_levels(printed: Printed) -> bool:
    return sum(1 for _, cell in printed if LEVEL.fullmatch(fold_all(cell.text))) > 1


def printed_cells(row: Sequence[GridCell | None]) -> Printed:
    """The cells of a row that print anything, with their columns."""
    return [(column, cell) for column, cell in enumerate(row) if cell and cell.text.strip()]


def is_form_header(printed: Printed) -> bool:
    """Whether a row heads a section of a form."""
    others = [cell.text for _, cell in printed if not is_form_name(cell.text)]  # 2025年目标值 is a name that begins like a measure
    known = len(printed) - len(others)
    return known > 1 and known * 3 >= len(printed) * 2 - 2 and not any(kind_of_cell(text) in VALUE_KINDS for text in others)


def heads_amounts(printed: Printed, below: Printed) -> bool:
    """Whether short names stand right above as many numbers (项目资金 | 年度资金总额 | 财政拨款 over 金额 | 600.35 | 420.00)."""
    names = printed[1:]
    is_beside = bool(names and below) and printed[0][1].row_span > 1 and below[0][0] == names[0][0]  # its name reaches down beside them
    numbers, label = (below, printed[0][1]) if is_beside else (below[1:], below[0][1] if below else printed[0][1])
    if len(numbers) < FEWEST_AMOUNTS or [column for column, _ in names] != [column for column, _ in numbers]:
        return False
    are_names = all(_is_short_name(cell.text) for _, cell in names)
    return are_names and kind_of_cell(label.text) == "text" and all(kind_of_cell(cell.text) in VALUE_KINDS for _, cell in numbers)


def _is_short_name(text: str) -> bool:
    """Whether a text may name a column of amounts: a few words, or the month that they are planned for."""
    return len(text.strip()) <= LONGEST_NAME and (kind_of_cell(text) == "text" or bool(MONTH.fullmatch(fold_all(text))))


def heads_levels(printed: Printed, below: Printed) -> bool:
    """Whether a row stands over the indicator levels right below it, and its other cells reach down beside them.

    绩效指标 | 指标值 over 一级指标 | 二级指标 | 三级指标.
    """
    if not (is_form_header(below) and _names_levels(below)):
        return False
    under = {column for column, _ in below}
    beside = [cell for column, cell in printed if not under & set(range(column, column + cell.column_span))]
    return bool(beside) and all(cell.row_span > 1 and is_form_name(cell.text) for cell in beside)


def is_form_name(text: str) -> bool:
    """Whether a text is the name of a form's column, with or without a remark in brackets: 预算数（A）, 得分（20分×执行率）."""
    folded = fold_all(text)
    return bool(FORM_HEADERS.fullmatch(folded) or FORM_HEADERS.fullmatch(REMARK.sub("", folded)))


def opens_section(printed: Printed) -> bool:
    """Whether a row is a field or begins a section without a header."""
    if not printed or printed[0][0] or len(printed) > MOST_FIELD_CELLS:
        return False
    first, second = fold_all(printed[0][1].text), fold_all(printed[1][1].text) if len(printed) > 1 else ""
    is_field = FORM_FIELDS.fullmatch(first.rstrip(":")) or FORM_SECTIONS.fullmatch(first)
    return bool(is_field) and first not in GROUP_NAMES_WITHOUT_MEANING and kind_of_header(second) not in ("label", "percent")


def whole_rows(rows: Rows, breaks: frozenset[int]) -> Iterator[tuple[Printed, bool]]:
    """The printed rows, those that a page break cut in two joined, each with whether it begins a page part."""
    waiting: tuple[Printed, bool] | None = None
    for index, row in enumerate(rows):
        printed = printed_cells(row)
        if not printed:
            continue
        if waiting and index in breaks and (whole := _join_cut_row(waiting[0], printed)):
            waiting = whole, waiting[1]
            continue
        if waiting:
            yield waiting
        waiting = printed, index in breaks
    if waiting:
        yield waiting


def _join_cut_row(above: Printed, below: Printed) -> Printed | None:
    """The row above with the rest of its sentences, where the row below is nothing but that rest."""
    kinds = {kind_of_cell(cell.text) for _, cell in below}
    open_ends = [index for index, (_, cell) in enumerate(above) if _is_cut(cell.text)]
    if kinds != {"text"} or not len(below) < len(above) or len(open_ends) < len(below) or is_form_header(below) or is_form_header(above):
        return None
    targets = open_ends[: len(below)]
    if max(len(above[index][1].text.strip()) for index in targets) < SHORTEST_CUT_SENTENCE or opens_section(below):
        return None
    whole = list(above)
    for index, (_, rest) in zip(targets, below, strict=True):
        column, cell = whole[index]
        whole[index] = column, replace(cell, text=cell.text.strip() + rest.text.strip(), place=_joined_place(cell.place, rest.place))
    return whole


def _is_cut(text: str) -> bool:
    return len(text.strip()) >= SHORTEST_CUT_TEXT and kind_of_cell(text) == "text" and not SENTENCE_END.search(text.strip())


def _joined_place(first: Place, second: Place) -> Place:
    return replace(first, lines=(first.lines[0], second.lines[1])) if first.lines and second.lines else first
