"""Whether a grid goes on with the table before it."""

from __future__ import annotations

import re

from ingest.labels.form_rows import is_form
from ingest.labels.read_caption import Caption
from ingest.labels.table_words import fold_all, kind_of_header
from ingest.tables.is_of_another_project import is_of_another_project
from ingest.tables.is_plain_header import is_plain_header
from ingest.tables.join_parts import header_of
from ingest.tables.open_table import OpenTable
from ingest.tables.title_of_part import title_of_part
from ingest.tables.trim_grid import Trimmed

HEADER = re.compile(r"(本年)?(收入|支出)(合计)?|金额|.*(预算|决算|执行)数|合计|小计|备注")
HEADER_KINDS = frozenset({"label", "percent", "counter"})


def continues_table(table: OpenTable, trimmed: Trimmed, caption: Caption) -> bool:
    """A grid without a title of its own continues the table before it, unless its header is that of another table."""
    header, other = header_of(table.grids[0])[:1], header_of(trimmed.grid)[:1]
    if is_of_another_project(table, trimmed.grid):
        return False
    if caption.title and fold_all(caption.title) != fold_all(table.title):
        return False
    if title_of_part(caption, table):
        return False
    if header == other and header:
        return True
    if caption.title or table.notes or (caption.number and caption.number != table.number):
        return False
    if is_plain_header(other):
        return False
    is_other_table = sum(1 for text in (*other, ())[0] if HEADER.fullmatch(text) or kind_of_header(text) in HEADER_KINDS) > 1
    return is_form(table.grids[0].rows) or not is_other_table
