"""Web pages as lines and grids: the document without the site around it; the only door to lxml's HTML parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree, html

from ingest.blocks import Block, Grid, Line, Reading
from ingest.document import Place
from ingest.errors import UnreadableFileError
from ingest.formats.decode_text import decode_text
from ingest.formats.html_text import BLOCK_TAGS, is_of_site, is_site_line, read_published
from ingest.formats.span_grid import SpanCell, join_cell_lines, span_grid
from ingest.labels.read_caption import read_caption

MAX_BYTES = 64 * 2**20
MAX_CELLS = 500_000
CHARSET = re.compile(rb"<meta[^>]*charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
CHARSET_WITHIN_BYTES = 8192
WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs", "utf-8": "utf-8", "utf8": "utf-8"}
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
BLANK = re.compile(r"[ \t\r\n\f\u00a0\u200b\ufeff]+")
HEADING = re.compile(r"h([1-6])")
LONGEST_CAPTION = 60
MOST_CAPTIONS = 4
MAX_COLUMNS = 1000
BOLD_TAGS = frozenset({"b", "strong"})


def read_html(path: Path) -> Reading:
    """The paragraphs and tables; a place is the number of the paragraph or table row in the page as line."""
    content = path.read_bytes()
    if len(content) > MAX_BYTES:
        raise UnreadableFileError(f"文件《{path.name}》读不了：网页超过 {MAX_BYTES // 2**20} MiB 的上限。请拆开后再导入。")
    text = XML_DECLARATION.sub("", _decode(content, path.name), count=1)
    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFileError(f"文件《{path.name}》读不了：网页里没有可读的内容。请用浏览器打开，另存为完整的网页后再导入。") from error
    blocks = tuple(_HtmlReader(path.name).blocks(root))
    if not any(isinstance(block, Grid) or block.text for block in blocks):
        raise UnreadableFileError(f"文件《{path.name}》读不了：网页里没有文字，内容可能要由脚本取来。请用浏览器打开后打印为 PDF 再导入。")
    return Reading(blocks, published=read_published(root))


def _decode(content: bytes, name: str) -> str:
    """By what the page declares where that is true, else by what it is."""
    declared = CHARSET.search(content[:CHARSET_WITHIN_BYTES])
    encoding = WIDER.get(declared[1].decode("ascii", "ignore").lower()) if declared else None
    if encoding:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            pass
    return decode_text(content, name)


class _HtmlReader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.count = self.cells = 0
        self.pieces: list[tuple[str, bool]] = []
        self.level: int | None = None

    def blocks(self, root: Any) -> Iterator[Block]:
        """The blocks of the page."""
        yield from self.walk(root, is_bold=False)
        yield from self.flush()

    def walk(self, element: Any, *, is_bold: bool) -> Iterator[Block]:
        """The blocks below an element; text between them gathers until a block begins or ends."""
        if is_of_site(element):
            return
        is_block = element.tag in BLOCK_TAGS
        if is_block:
            yield from self.flush()
        if element.tag == "table" and _is_of_data(element):
            yield from self.table(element)
            return
        if _holds_captions(element):
            for child in element:
                self.pieces.append((_text_of(child), False))
                yield from self.flush()
            return
        heading = HEADING.fullmatch(element.tag)
        self.level = int(heading[1]) if heading else self.level
        is_bold = is_bold or element.tag in BOLD_TAGS
        self.pieces.append(("\n" if element.tag == "br" else BLANK.sub(" ", element.text or ""), is_bold))
        for child in element:
            yield from self.walk(child, is_bold=is_bold)
            self.pieces.append((BLANK.sub(" ", child.tail or ""), is_bold))
        if is_block:
            yield from self.flush()
            self.level = None

    def flush(self) -> Iterator[Line]:
        """The lines of the text gathered so far, an empty one where the paragraph ends."""
        pieces, self.pieces = self.pieces, []
        texts = [text.strip(" \u3000") for text in "".join(text for text, _ in pieces).split("\n")]
        printed = [text for text in texts if text and not is_site_line(text)]
        if not printed:
            return
        is_bold = all(bold for text, bold in pieces if text.strip())
        place = self.next_place()
        yield from (Line(text, place, self.level, is_bold) for text in printed)
        yield Line("", place)

    def table(self, element: Any) -> Iterator[Block]:
        """A table of data: its caption, its grid."""
        caption = element.find("caption")
        if caption is not None:
            self.pieces.append((_text_of(caption), True))
            yield from self.flush()
        rows = [row for row in element.iter("tr") if not is_of_site(row)]
        places = [self.next_place() for _ in rows]
        cells = list(_cells(rows))
        self.cells += len(cells)
        if self.cells > MAX_CELLS:
            raise UnreadableFileError(f"文件《{self.name}》读不了：网页里的表格超过 {MAX_CELLS} 格的上限。请拆开后再导入。")
        grid = span_grid(cells, places)
        if grid:
            yield grid

    def next_place(self) -> Place:
        """The place of the next paragraph or table row."""
        self.count += 1
        return Place(lines=(self.count, self.count))


def _is_of_data(table: Any) -> bool:
    """Whether a table holds data; one that holds tables, headings or a single cell only places what stands in it."""
    if any(one is not table for one in table.iter("table")) or any(True for _ in table.iter("h1", "h2", "h3")):
        return False
    return sum(1 for _ in table.iter("td", "th")) > 1


def _holds_captions(element: Any) -> bool:
    """Whether an element sets several parts of a caption side by side: 单位：某局 and 金额单位：万元."""
    is_small = element.tag in BLOCK_TAGS and 2 <= len(element) <= MOST_CAPTIONS and element.find(".//table") is None
    if not is_small or (element.text or "").strip():
        return False
    texts = [_text_of(child) for child in element]
    is_bare = not any((child.tail or "").strip() for child in element)
    captions = [read_caption(text) for text in texts]
    return is_bare and any(one.unit and not one.title for one in captions) and max(map(len, texts)) <= LONGEST_CAPTION


def _cells(rows: list[Any]) -> Iterator[SpanCell]:
    """Every cell of the rows at the place that the cells before it leave free."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            if cell.tag not in ("td", "th") or is_of_site(cell):
                continue
            while (number, column) in taken:
                column += 1
            height = min(_span(cell, "rowspan") or len(rows), len(rows) - number)
            width = min(_span(cell, "colspan") or 1, MAX_COLUMNS)
            taken.update((below, column + step) for below in range(number, number + height) for step in range(width))
            yield SpanCell(_text_of(cell), number, column, height, width)
            column += width


def _span(cell: Any, name: str) -> int:
    found = re.match(r"\s*(\d{1,6})", cell.get(name) or "1")
    return int(found[1]) if found else 1


def _text_of(element: Any) -> str:
    """The text of a cell or of a small element, its lines joined."""
    pieces: list[str] = []

    def gather(one: Any) -> None:
        is_block = one.tag in BLOCK_TAGS or one.tag == "br"
        pieces.append("\n" if is_block else "")
        pieces.append(BLANK.sub(" ", one.text or ""))
        for child in one:
            if isinstance(child.tag, str) and not is_of_site(child):
                gather(child)
            pieces.append(BLANK.sub(" ", child.tail or ""))
        pieces.append("\n" if is_block else "")

    gather(element)
    return join_cell_lines("".join(pieces).split("\n"))
