"""Random tables written out in every layout come back cell by cell: labels, header path, value, unit; nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eval.invented import InventedTable
from eval.write_text_layout import MARKDOWN, TABS, TextLayout, grid_lines
from ingest.document import Document
from ingest.parse_document import parse_document
from tests.random_tables import invented_tables, plain_tables

LAYOUTS = {
    "tabs": TABS,
    "markdown": MARKDOWN,
    "wrapped labels": TextLayout(wraps_headers=True, wraps_labels=True),
    "pages with headers": TextLayout(rows_a_page=4),
    "pages without headers": TextLayout(rows_a_page=3, repeats_header=False, wraps_labels=True),
    "bold totals on pages": TextLayout(("# ", "## ", "### "), is_bold_total=True, rows_a_page=5, repeats_header=False),
}
Known = Counter[tuple[str, str, tuple[str, ...], str, str]]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def known(tables: Sequence[InventedTable]) -> Known:
    return Counter(
        (table.title, squeezed("".join(figure.row)), figure.col, figure.value, figure.unit) for table in tables for figure in table.figures
    )


def read(document: Document) -> Known:
    return Counter(
        (
            document.tables[figure.table].title,
            squeezed("".join(figure.row)),
            figure.col,
            figure.value,
            figure.quantity.unit if figure.quantity else "",
        )
        for figure in document.figures
    )


def written(tables: Sequence[InventedTable], layout: TextLayout) -> str:
    lines = ["甲市乙局2024年度部门预算"]
    for table in tables:
        caption = ["", table.title, "", f"单位：{table.unit}", ""]
        lines += [*caption, *grid_lines(table, layout), "", "以上各项资金按进度拨付，使用情况另行说明。"]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=invented_tables(), second=invented_tables("项目资金明细表"))
def test_random_tables_come_back_cell_by_cell(layout: TextLayout, first: InventedTable, second: InventedTable, tmp_path: Path) -> None:
    path = tmp_path / "document.txt"
    path.write_text(written([first, second], layout), encoding="utf-8")
    assert read(parse_document(path)) == known([first, second])


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=plain_tables("资金安排情况表"), columns=st.integers(1, 2))
def test_pages_printed_some_columns_further_right_come_back_too(table: InventedTable, columns: int, tmp_path: Path) -> None:
    lines, page = [], 0
    for line in grid_lines(table, TextLayout(rows_a_page=3, repeats_header=False)):
        page += line == ""
        lines.append("\t" * columns + line if line and page else line)
    path = tmp_path / "document.txt"
    path.write_text("\n".join([table.title, f"单位：{table.unit}", "", *lines, ""]), encoding="utf-8")
    assert read(parse_document(path)) == known([table])
