"""Where the last item that is no blank line stands."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.blocks import Line
from ingest.tables.open_table import OpenTable


def last_line(items: Sequence[Line | OpenTable]) -> int:
    """The position of the last item that is no blank line, -1 where there is none."""
    return next((at for at in range(len(items) - 1, -1, -1) if not (isinstance(one := items[at], Line) and not one.text.strip())), -1)
