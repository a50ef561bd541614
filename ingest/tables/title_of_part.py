"""The title that a numbered part of a table has from its whole."""

from __future__ import annotations

import re

from ingest.labels.read_caption import Caption
from ingest.labels.table_words import fold_all
from ingest.tables.open_table import OpenTable

NUMBER_OF_PART = re.compile(r"(\D*\d+)[-—]\d+")


def title_of_part(caption: Caption, table: OpenTable) -> str:
    """The title of the table before, where a caption without one carries its number on (表15, 表15-1); else empty."""
    part = NUMBER_OF_PART.fullmatch(fold_all(caption.number)) if not caption.title else None
    whole = NUMBER_OF_PART.fullmatch(fold_all(table.number))
    before = whole[1] if whole else fold_all(table.number)
    return table.title if part and part[1] == before and caption.number != table.number else ""
