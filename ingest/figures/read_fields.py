"""The fields of a form, rows of labels and values without a header: 项目名称 | …, 预算情况 | 部门预算总额 | 2445.80."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Cell
from ingest.labels.table_words import ENUMERATED, FORM_FIELDS, FORM_SECTIONS, fold_all, kind_of_cell

LONGEST_NUMBERED_LABEL = 24
LABELLED = re.compile(r"((?:其中[:：])?[^\d:：]{2,14})[:：]\s*(-?\d[\d,]*(?:\.\d+)?\s*(?:万元|元|%)?)")  # 年度资金总额：46.50
VALUE_KINDS = frozenset({"number", "percent", "measure"})


def read_fields(row: int, cells: Sequence[Cell]) -> tuple[tuple[tuple[str, ...], Cell], ...]:
    """The values of one row of fields with the labels that name them; `cells` are all that cover the row, left to right."""
    found: list[tuple[tuple[str, ...], Cell]] = []
    labels: list[str] = []
    for index, cell in enumerate(cells):
        if cell.row == row and (inline := LABELLED.fullmatch(cell.text.strip())):
            found.append(((*labels, inline[1]), replace(cell, text=inline[2])))
            continue
        following = cells[index + 1] if index + 1 < len(cells) else None
        is_label = cell.row != row or not labels or _is_label(cell, following)
        if is_label and not (labels and following is None and cell.row == row and not _is_numbered(cell.text)):
            labels.append(cell.text)
        else:
            found.append((tuple(labels), cell))
            labels = []
    return tuple(found)


def _is_label(cell: Cell, following: Cell | None) -> bool:
    folded = fold_all(cell.text)
    if FORM_FIELDS.fullmatch(folded.rstrip(":")) or FORM_SECTIONS.fullmatch(folded) or _is_numbered(cell.text):
        return True
    return following is not None and kind_of_cell(following.text) in VALUE_KINDS and kind_of_cell(cell.text) == "text"


def _is_numbered(text: str) -> bool:
    return bool(ENUMERATED.match(fold_all(text))) and len(fold_all(text)) <= LONGEST_NUMBERED_LABEL
