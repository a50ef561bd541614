"""Text and Markdown files as lines and grids: encoding, markup and tabs are settled here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from ingest.blocks import Block, Grid, GridCell, Line
from ingest.document import Place
from ingest.formats.decode_text import decode_text
from ingest.formats.html_text import LAYOUT_TAG

HEADING = re.compile(r"^\s*(#{1,6})\s+(?=\S)")
# The dash of a list is not the minus of a number nor the dashes of a page number.
LIST_DASH = re.compile(r"^\s*[-*+]\s+(?=[^\d\s-])")
BOLD = re.compile(r"\*\*|__(?=\S)|</?(?:b|strong)>", re.IGNORECASE)
INDENT = "　　"


def read_text(path: Path) -> tuple[Block, ...]:
    """The file's printed lines and its tab-separated grids; a gap in the line numbers of two neighbours is a blank line."""
    content = decode_text(path.read_bytes(), path.name)
    numbered = [(number, text.rstrip("\r")) for number, text in enumerate(content.split("\n"), 1)]
    runs = groupby(numbered, key=lambda item: "\t" in item[1].strip(" \f"))
    return tuple(block for is_grid, run in runs for block in _blocks(list(run), is_grid))


def _blocks(run: list[tuple[int, str]], is_grid: bool) -> Iterator[Block]:
    if is_grid:
        yield _grid(run)
        return
    for number, text in run:
        if text.strip():
            yield _line(number, text)


def _grid(run: list[tuple[int, str]]) -> Grid:
    rows = tuple(_row(number, text) for number, text in run)
    return Grid(rows, Place(lines=(run[0][0], run[-1][0])))


def _row(number: int, text: str) -> tuple[GridCell, ...]:
    place = Place(lines=(number, number))
    return tuple(GridCell(BOLD.sub("", cell).strip(), place) for cell in text.split("\t"))


def _line(number: int, text: str) -> Line:
    heading = HEADING.match(text)
    body = LIST_DASH.sub("", text[heading.end() :] if heading else text)
    is_bold = body.lstrip().lower().startswith(("**", "<b>", "<strong>"))
    bare = LAYOUT_TAG.sub("", BOLD.sub("", body))
    # Two full-width spaces open a paragraph; they are kept because they say so.
    indent = INDENT if bare.strip() and INDENT in bare[: len(bare) - len(bare.lstrip())] else ""
    level = len(heading.group(1)) if heading else None
    return Line(indent + bare.strip(" \t\r\u00a0\u3000"), Place(lines=(number, number)), level, is_bold)
