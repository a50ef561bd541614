"""The sign of a target (≥, ≤) where a table prints it in a column of its own."""

from __future__ import annotations

import re

from ingest.document import Figure, Table
from retrieval.spelling.label_key import label_key

SIGN_HEADER = re.compile(r"(?:指标)?(?:性质|方向|符号)|(?:计算|运算)符号|比较符")
UNIT_HEADER = re.compile(r"(?:本|绩效|指标|三级)*(?:计量|度量|计算)单位")
TARGET_HEADER = re.compile(r"(?:指标|目标)值")
SIGN_WORDS = r"(?:大于|小于|不低于|不少于|不高于|不大于|不小于|不超过)(?:或?等于)?"
SIGN = re.compile(rf"[≥≤＞＜><]=?|{SIGN_WORDS}")


def unit_beside(figure: Figure, table: Table) -> str:
    """What a target that ends in a number is counted in, where a column of its own row says so; else empty."""
    if not figure.col or not TARGET_HEADER.search(label_key(figure.col[-1])) or not figure.value.strip()[-1:].isdigit():
        return ""
    return next(iter(_beside(figure, table, UNIT_HEADER)), "")


def _beside(figure: Figure, table: Table, header: re.Pattern[str]) -> list[str]:
    """The cells of a figure's row under headers of this kind."""
    columns = {cell.column for cell in table.cells if cell.is_header and header.fullmatch(label_key(cell.text))}
    row = figure.cell[0]
    beside = (cell for cell in table.cells if cell.column in columns and not cell.is_header and cell.row <= row < cell.row + cell.row_span)
    return [cell.text.strip() for cell in beside]


def sign_of(figure: Figure, table: Table) -> str:
    """The sign that stands in a target's own row; empty where the cell is no target or its table has no such column."""
    if not figure.col or not TARGET_HEADER.search(label_key(figure.col[-1])):
        return ""
    return next((one for one in _beside(figure, table, SIGN_HEADER) if SIGN.fullmatch(one)), "")
