"""Word documents (.docx) as lines and grids in reading order; the only door to python-docx."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml

from ingest.blocks import Block, Line, Reading
from ingest.document import Place
from ingest.errors import UnreadableFileError
from ingest.formats.docx_numbering import Numbering
from ingest.formats.docx_styles import Styles
from ingest.formats.docx_text import WORD, PrintedText, read_paragraph
from ingest.formats.span_grid import SpanCell, join_cell_lines, span_grid

PARAGRAPH, TABLE = WORD + "p", WORD + "tbl"
LEADER = "……"
FOOTNOTE = "注：{text}"
DEEPEST_TABLES = 20


def read_docx(path: Path) -> Reading:
    """The paragraphs and tables; a place is the number of the paragraph or table row in the document as line."""
    try:
        document = Document(str(path))
    except MemoryError:
        raise
    except Exception as error:  # python-docx fails in many ways on a damaged package
        cause = "文档的内容不合 Word 的写法"
        raise UnreadableFileError(
            f"文件《{path.name}》读不了：{cause}，可能已损坏。请用 Word 或 WPS 打开，另存为 .docx 后再导入。"
        ) from error
    parts = {relation.reltype.rsplit("/", 1)[-1]: relation for relation in document.part.rels.values() if not relation.is_external}
    return Reading(tuple(_DocxReader(document, parts).blocks(document.element.body)))


def _root(parts: dict[str, Any], name: str) -> Any:
    """The root element of a part of the package, None where it is missing or no XML."""
    part = parts[name].target_part if name in parts else None
    if part is None:
        return None
    element = getattr(part, "element", None)
    return element if element is not None else parse_xml(part.blob)


class _DocxReader:
    def __init__(self, document: Any, parts: dict[str, Any]) -> None:
        self.styles = Styles(document.styles.element)
        self.numbering = Numbering(_root(parts, "numbering"))
        notes = _root(parts, "footnotes")
        self.footnotes = {note.get(WORD + "id"): note for note in notes} if notes is not None else {}
        self.count = 0

    def blocks(self, parent: Any, depth: int = 0) -> Iterator[Block]:
        """The blocks of a body, a cell, a text box or a content control."""
        for child in parent if depth < DEEPEST_TABLES else ():
            if child.tag == PARAGRAPH:
                yield from self.paragraph(child, depth)
            elif child.tag == TABLE:
                yield from self.table(child, depth)
            elif child.tag not in (WORD + "del", WORD + "moveFrom", WORD + "sectPr", WORD + "sdtPr", WORD + "tcPr"):
                yield from self.blocks(child, depth + 1)

    def paragraph(self, element: Any, depth: int) -> Iterator[Block]:
        """A paragraph's lines, an empty one where it ends; then its text boxes and footnotes."""
        printed = read_paragraph(element)
        place = self.next_place()
        for text in self.text_of(element, printed).split("\n"):
            if text.strip():
                yield Line(text.strip(" \t\u00a0\u3000"), place, self.styles.heading_level(element), printed.is_bold)
        yield Line("", place)
        for box in printed.boxes:
            yield from self.blocks(box, depth + 1)
        for note in self.notes(printed):
            yield Line(FOOTNOTE.format(text=note), place)
            yield Line("", place)

    def text_of(self, element: Any, printed: PrintedText) -> str:
        """The text with its printed number; tabs are leaders in the contents, else spaces."""
        listed = self.styles.list_place(element) if printed.text.strip() else None
        number = self.numbering.number(*listed) if listed else ""
        return number + printed.text.replace("\t", LEADER if self.styles.is_contents(element) else " ")

    def notes(self, printed: PrintedText) -> Iterator[str]:
        """The footnotes that a paragraph refers to."""
        for key in printed.footnotes:
            note = self.footnotes.get(key)
            if note is not None:
                yield join_cell_lines([read_paragraph(one).text for one in note.iter(PARAGRAPH)])

    def table(self, element: Any, depth: int) -> Iterator[Block]:
        """A grid; a table that only places other tables or one text gives what stands in it."""
        cells = list(_cells(element))
        if any(cell.find(TABLE) is not None for _, cell in cells) or len(cells) == 1:
            for _, cell in cells:
                yield from self.blocks(cell, depth + 1)
            return
        height = max((span.row + span.row_span for span, _ in cells), default=0)
        places = [self.next_place() for _ in range(height)]
        notes: list[str] = []
        filled = [SpanCell(self.cell_text(cell, notes), span.row, span.column, span.row_span, span.column_span) for span, cell in cells]
        grid = span_grid(filled, places)
        if grid:
            yield grid
        for note in notes:
            yield Line(FOOTNOTE.format(text=note), places[-1])

    def cell_text(self, cell: Any, notes: list[str]) -> str:
        """The text of a cell, its paragraphs and those of its boxes joined."""
        lines: list[str] = []
        for paragraph in _children(cell, PARAGRAPH):
            printed = read_paragraph(paragraph)
            lines += [self.text_of(paragraph, printed), *(self.cell_text(box, notes) for box in printed.boxes)]
            notes += self.notes(printed)
        return join_cell_lines([line for text in lines for line in text.split("\n")])

    def next_place(self) -> Place:
        """The place of the next paragraph or table row."""
        self.count += 1
        return Place(lines=(self.count, self.count))


def _cells(table: Any) -> Iterator[tuple[SpanCell, Any]]:
    """Every cell with the places it covers; cells that only go on with the one above are part of it."""
    open_cells: dict[int, tuple[SpanCell, Any]] = {}
    for row, element in enumerate(_children(table, WORD + "tr")):
        column = _number(element, "trPr/gridBefore")
        for cell in _children(element, WORD + "tc"):
            width = max(_number(cell, "tcPr/gridSpan"), 1)
            merge = cell.find(f"{WORD}tcPr/{WORD}vMerge")
            above = open_cells.get(column)
            if merge is not None and merge.get(WORD + "val") != "restart" and above and above[0].column_span == width:
                span = SpanCell("", above[0].row, column, row - above[0].row + 1, width)
                open_cells[column] = span, above[1]
            else:
                if above:
                    yield above
                open_cells[column] = SpanCell("", row, column, 1, width), cell
            column += width
    yield from open_cells.values()


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table, the cells of a row or the paragraphs of a cell, also those in content controls; deleted ones are left out."""
    for child in parent:
        if child.tag == tag:
            if child.find(f"{WORD}trPr/{WORD}del") is None:
                yield child
        elif child.tag in (WORD + "sdt", WORD + "sdtContent", WORD + "customXml", WORD + "ins"):
            yield from _children(child, tag)


def _number(element: Any, path: str) -> int:
    found = element.find("/".join(WORD + part for part in path.split("/")))
    value = found.get(WORD + "val") if found is not None else None
    return int(value) if value and value.isdigit() else 0
