"""The heading above a table that has no title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.blocks import Line
from ingest.labels.table_words import MONEY_WORDS
from ingest.tables.last_line import last_line
from ingest.tables.open_table import OpenTable

TITLE_WITHOUT_TABLE = re.compile(r"[^\W\d]{2,24}(?:情况|明细|一览|名单|清单|汇总|统计|构成)")
SENTENCE = re.compile(r"[。；，：:,;]")
LONGEST_HEADING = 40


def heading_above(items: Sequence[Line | OpenTable]) -> str:
    """The heading that stands directly above a table without a title."""
    last = items[place] if (place := last_line(items)) >= 0 else None
    if not isinstance(last, Line) or len(last.text.strip()) > LONGEST_HEADING or SENTENCE.search(last.text):
        return ""
    is_title = last.heading_level or last.is_bold or TITLE_WITHOUT_TABLE.fullmatch(last.text.strip())
    return last.text.strip() if is_title or MONEY_WORDS.fullmatch(last.text.strip()) else ""
