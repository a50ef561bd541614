"""The units a department's document covers: its own level and those below it, as tables and text name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.document import Cell, Section, Table
from ingest.identity.listed_units import is_unit_name, units_in_text

UNIT_CODE = re.compile(r"\d{3,12}")
CODE_BEFORE = re.compile(r"^\d{3,12}[-—－_]?(?=\D)")
KIND_OF_UNIT = re.compile(r"[（(](?:公益|参照|参公|全额|差额|财政|自收自支|行政|事业|二级|独立|[正副]?[科股处县]级)[^（）()]*[）)]$")
UNIT_COLUMN = re.compile(r"项目单位|单位名称|部门名称|单位[（(]科目名称[）)]|部门[（(]单位[）)]名称|^单位$")


def find_units(tables: Sequence[Table], sections: Sequence[Section]) -> tuple[str, ...]:
    """Each unit's name once, in the order of its first mention in the tables, then in the text."""
    names = [*(name for table in tables for name in _units_in_table(table)), *units_in_text(sections)]
    return tuple(dict.fromkeys(KIND_OF_UNIT.sub("", CODE_BEFORE.sub("", re.sub(r"\s+", "", name))) for name in names))


def _units_in_table(table: Table) -> Iterator[str]:
    headers = {cell.column: cell.text for cell in table.cells if cell.is_header and UNIT_COLUMN.search(re.sub(r"\s", "", cell.text))}
    for cell in table.cells:
        if cell.is_header or cell.column not in headers or not is_unit_name(cell.text):
            continue
        if "科目" not in headers[cell.column] or _has_code(table, cell):
            yield cell.text


def _has_code(table: Table, cell: Cell) -> bool:
    codes = (other.text.strip() for other in table.cells if other.row == cell.row and other.column < cell.column)
    return any(map(UNIT_CODE.fullmatch, codes))
