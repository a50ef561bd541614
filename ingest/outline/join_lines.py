"""The text of lines that one paragraph was broken into."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.blocks import Line
from ingest.outline.awaits_title import awaits_title
from ingest.outline.headings import read_numbering


def join_lines(lines: Sequence[Line]) -> str:
    """The text of the lines, with a space only where two words meet."""
    text = ""
    for line in lines:
        piece = line.text.strip()
        is_word_break = bool(text) and text[-1].isascii() and text[-1].isalpha() and piece[:1].isascii() and piece[:1].isalpha()
        # The bare number of a part and its title on the next line are two words.
        is_part_break = bool(text) and awaits_title(text) and not read_numbering(text).rest  # type: ignore[union-attr]
        text += (" " if is_word_break or is_part_break else "") + piece
    return text
