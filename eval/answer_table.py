"""Tables within an answer, drawn with | or tabs: which header stands above a place."""

from __future__ import annotations

SEPARATORS = ("|", "\t")


def header_above(text: str, at: int) -> str:
    """The first cell of the column in which a place of the text lies; empty outside of tables and in a table's first line."""
    start = text.rfind("\n", 0, at) + 1
    line = text[start:].partition("\n")[0]
    separator = next((one for one in SEPARATORS if one in line), None)
    if separator is None:
        return ""
    above = text[:start].split("\n")[:-1]
    rows = 0
    while rows < len(above) and separator in above[-1 - rows]:
        rows += 1
    if not rows:
        return ""
    cells = above[-rows].split(separator)
    column = text[start:at].count(separator)
    return cells[column] if column < len(cells) else ""
