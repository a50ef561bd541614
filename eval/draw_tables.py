"""Tables of plain text as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


def draw_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of plain text; a line break in a cell stays one, and what is wider than the page scrolls in its own box."""
    header = "".join(f"<th>{escape(text)}</th>" for text in head)
    lines = "".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows)
    return f'<div class="scroll"><table><thead><tr>{header}</tr></thead><tbody>{lines}</tbody></table></div>'
