"""Which project a form is about that does not say so itself: the table of its heads above it says it, or the sentence that announces it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Line, TableSource
from ingest.document import Table
from ingest.table_words import fold_all

FORM = re.compile(r"自评|绩效")
PROJECT_NAME = "项目名称"
ANNOUNCED = re.compile(r"“([^“”]{3,40})”(?:这一|这个)?(?:项目|专项|经费)[^“”。]{0,24}表[^“”。]{0,4}(?:如下|见下|附后)")
MOST_LINES = 8


def name_forms(items: Sequence[Line | TableSource], tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables, the forms among them with the project that they are about."""
    announced = _announced(items)
    named: list[Table] = []
    for table in tables:
        before = named[-1] if named else None
        context = table.context
        if context is None and FORM.search(table.title):
            is_its_head = before is not None and before.title == table.title
            context = (_head(before) if is_its_head and before else None) or announced.get(table.index)
        named.append(replace(table, context=context))
    return tuple(named)


def _head(table: Table) -> str | None:
    """The project that a table of one row names under 项目名称."""
    header = next((cell for cell in table.cells if cell.is_header and fold_all(cell.text) == PROJECT_NAME), None)
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
