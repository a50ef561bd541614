"""Which project a form is about that does not say so itself: the table of its heads above it says it, or the sentence that announces it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Line, TableSource
from ingest.document import Table
from ingest.labels.table_words import PROJECT_NAME, fold_all

FORM = re.compile(r"自评|绩效")
ANNOUNCED = re.compile(r"“([^“”]{3,40})”(?:这一|这个)?(?:项目|专项|经费)[^“”。]{0,24}表[^“”。]{0,4}(?:如下|见下|附后)")
MOST_LINES, MOST_BETWEEN = 8, 6
NEXT_PART = re.compile(r"第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]")
PARTS_OF_FORM = {"一级指标", "绩效指标", "指标名称", "项目资金", "项目资金(万元)", "资金情况", "年度目标", "年度总体目标", "总体目标"}


def name_forms(items: Sequence[Line | TableSource], tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables, the forms among them with the project that they are about."""
    announced, following = _announced(items), _following(items)
    named: list[Table] = []
    for table in tables:
        before = named[-1] if named else None
        if before is not None and table.index in following and _goes_on(table, before):
            named.append(replace(table, title=before.title, number=before.number, context=before.context or _head(before)))
            continue
        context = table.context
        if context is None and FORM.search(table.title):
            is_its_head = before is not None and before.title == table.title
            context = (_head(before) if is_its_head and before else None) or announced.get(table.index)
        named.append(replace(table, context=context))
    return tuple(named)


def _following(items: Sequence[Line | TableSource]) -> set[int]:
    """The indexes of the tables below another one with nothing but a few lines of prose between, as forms print their goal."""
    found: set[int] = set()
    index, between = 0, MOST_BETWEEN + 1
    for item in items:
        if isinstance(item, TableSource):
            found |= {index} if between <= MOST_BETWEEN else set()
            index, between = index + 1, 0
        elif item.text.strip():
            between += MOST_BETWEEN + 1 if NEXT_PART.match(item.text.strip()) else 1
    return found


def _goes_on(table: Table, before: Table) -> bool:
    """Whether a table without a title is the next part of the form above it: its funds or its indicators."""
    first = {fold_all(cell.text) for cell in table.cells if cell.row == 0}
    return not table.title and bool(FORM.search(before.title)) and bool(first & PARTS_OF_FORM)


def _head(table: Table) -> str | None:
    """The project that a table of one row names under 项目名称."""
    header = next((cell for cell in table.cells if cell.is_header and PROJECT_NAME.fullmatch(fold_all(cell.text))), None)
    if header is None:
        return None
    below = [cell.text for cell in table.cells if cell.column == header.column and not cell.is_header]
    return below[0] if len(below) == 1 and len({cell.row for cell in table.cells}) == header.row_span + 1 else None


def _announced(items: Sequence[Line | TableSource]) -> dict[int, str]:
    """The project that the lines right above a table announce it for (“甲”项目自评表如下), by the table's index."""
    found: dict[int, str] = {}
    lines: list[str] = []
    index = 0
    for item in items:
        if isinstance(item, Line):
            lines.append(item.text.strip())
            continue
        said = ANNOUNCED.findall("".join(lines[-MOST_LINES:]))
        if len(said) == 1:
            found[index] = said[0]
        lines, index = [], index + 1
    return found
