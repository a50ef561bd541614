"""Text and Markdown files as lines and grids: encoding, markup and tabs are settled here."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from ingest.blocks import Block, Grid, GridCell, Line
from ingest.document import Place
from ingest.errors import UnreadableFileError

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufffd]")
MOST_CONTROL_CHARACTERS = 0.01
HEADING = re.compile(r"^\s*(#{1,6})\s+(?=\S)")
# The dash of a list is not the minus of a number nor the dashes of a page number.
LIST_DASH = re.compile(r"^\s*[-*+]\s+(?=[^\d\s-])")
BOLD = re.compile(r"\*\*|__(?=\S)|</?(?:b|strong)>", re.IGNORECASE)
TAG = re.compile(r"</?(?:p|br|div|span|font|u|i|em|sub|sup|center|table|tr|td|th|h[1-6])\b[^<>]*>", re.IGNORECASE)
INDENT = "　　"


def read_text(path: Path) -> tuple[Block, ...]:
    """The file's printed lines and its tab-separated grids; a gap in the line numbers of two neighbours is a blank line."""
    content = _decode(path.read_bytes(), path.name)
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
    bare = TAG.sub("", BOLD.sub("", body))
    # Two full-width spaces open a paragraph; they are kept because they say so.
    indent = INDENT if bare.strip() and INDENT in bare[: len(bare) - len(bare.lstrip())] else ""
    level = len(heading.group(1)) if heading else None
    return Line(indent + bare.strip(" \t\r\u00a0\u3000"), Place(lines=(number, number)), level, is_bold)


def _decode(content: bytes, name: str) -> str:
    if not content.strip():
        raise UnreadableFileError(f"文件《{name}》读不了：文件是空的，没有任何文字。请确认文件下载或保存完整后重新导入。")
    for decode in DECODERS:
        text = decode(content)
        if text is not None and _is_prose(text):
            if not text.strip():
                raise UnreadableFileError(f"文件《{name}》读不了：文件里只有空白，没有任何文字。请确认文件保存完整后重新导入。")
            return text
    raise UnreadableFileError(
        f"文件《{name}》读不了：内容不是文本，或所用编码不是 UTF-8、GB18030、UTF-16。"
        "请确认它不是改了扩展名的其他文件，并另存为 UTF-8 编码的 .txt 后重新导入。"
    )


def _is_prose(text: str) -> bool:
    return len(CONTROL.findall(text)) <= len(text) * MOST_CONTROL_CHARACTERS


def _decode_with(encoding: str) -> Callable[[bytes], str | None]:
    def decode(content: bytes) -> str | None:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            return None

    return decode


def _decode_utf16(content: bytes) -> str | None:
    return _decode_with("utf-16")(content) if content.startswith(UTF16_MARKS) else None


DECODERS = (_decode_utf16, _decode_with("utf-8-sig"), _decode_with("gb18030"))
