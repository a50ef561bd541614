"""An invented document as a PDF whose tables are ruled in one of many ways; with draw_pdf_rules the only door to reportlab."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4, landscape, portrait
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from eval.draw_pdf_rules import draw_rules
from eval.invented import InventedCell, InventedDocument, InventedSection, InventedTable
from eval.invented_pages import contents_lines, is_in_contents, table_rows, title_lines

FONT = "STSong-Light"  # one of the Asian fonts every PDF reader knows: no font file is needed
MARGIN, BODY_SIZE, CONTENTS_SIZE, TABLE_SIZE, PADDING = 48.0, 11.0, 9.5, 7.5, 2.0


@dataclass(frozen=True, slots=True)
class PdfLayout:
    """`rules` is one of the styles of draw_pdf_rules; tables stand on landscape pages, their header on each page, where it says so."""

    rules: str = "lines"
    repeats_header: bool = True
    is_landscape: bool = True


def write_pdf_layout(document: InventedDocument, layout: PdfLayout) -> bytes:
    """The whole document as the bytes of a PDF, the same bytes every time."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    starts = write_pages(document, layout, [0] * len(document.body), BytesIO())  # once to learn on which pages the parts begin
    buffer = BytesIO()
    write_pages(document, layout, starts, buffer)
    return buffer.getvalue()


def write_pages(document: InventedDocument, layout: PdfLayout, starts: Sequence[int], buffer: BytesIO) -> list[int]:
    """The document with these page numbers in its contents; on which page each part that the contents name begins."""
    writer = PageWriter(Canvas(buffer, pagesize=A4, invariant=True), layout)
    writer.canvas.setTitle(document.title)
    writer.write_title(title_lines(document))
    writer.write_contents(contents_lines(document), starts)
    for part in document.body:
        if isinstance(part, InventedSection):
            writer.write_section(part)
        else:
            writer.write_table(part, document)
    writer.finish()
    return writer.starts


class PageWriter:
    """Places lines and tables on pages from top to bottom."""

    def __init__(self, canvas: Canvas, layout: PdfLayout) -> None:
        """Start on an empty portrait page."""
        self.canvas, self.layout = canvas, layout
        self.number, self.is_fresh, self.holds_table = 1, True, False
        self.width, self.height = A4
        self.y = self.height - MARGIN
        self.starts: list[int] = []

    def turn_page(self, is_landscape: bool = False) -> None:
        """Print the page number and start the next page, in this orientation."""
        if not self.is_fresh:
            self.canvas.setFont(FONT, 9)
            self.canvas.drawCentredString(self.width / 2, MARGIN / 2, str(self.number))
            self.canvas.showPage()
            self.number += 1
        self.width, self.height = landscape(A4) if is_landscape else portrait(A4)
        self.canvas.setPageSize((self.width, self.height))
        self.y, self.is_fresh = self.height - MARGIN, True

    def write_line(self, text: str, size: float = BODY_SIZE, is_centred: bool = False, indent: float = 0) -> None:
        """One line, on the next page where this one is full."""
        if self.y - size * 1.7 < MARGIN:
            self.turn_page(self.width > self.height)
        self.y -= size * 1.7
        self.canvas.setFont(FONT, size)
        if is_centred:
            self.canvas.drawCentredString(self.width / 2, self.y, text)
        else:
            self.canvas.drawString(MARGIN + indent, self.y, text)
        self.is_fresh = False

    def write_title(self, lines: Sequence[str]) -> None:
        """The title page."""
        self.y -= 180
        for line in lines:
            self.write_line(line, 22 if len(line) < 22 else 17, is_centred=True)
        self.turn_page()

    def write_contents(self, lines: Sequence[str], starts: Sequence[int]) -> None:
        """The contents with dots to page numbers."""
        self.write_line("目 录", 16, is_centred=True)
        for line, start in zip(lines, starts, strict=False):
            room = self.width - 2 * MARGIN - text_width(f"{line}{start:02d}", CONTENTS_SIZE)
            self.write_line(f"{line}{'…' * int(room / text_width('…', CONTENTS_SIZE))}{start}", CONTENTS_SIZE)
        self.turn_page()

    def write_section(self, section: InventedSection) -> None:
        """A heading and its paragraphs, the first line of each indented."""
        if len(section.heading_path) == 1 or self.holds_table:
            self.turn_page()
        self.holds_table = False
        depth = len(section.heading_path)
        self.write_line(section.heading_path[-1], {1: 16.0, 2: 13.0}.get(depth, BODY_SIZE), is_centred=depth == 1)
        if is_in_contents(section):
            self.starts.append(self.number)
        for paragraph in section.paragraphs:
            for line in wrap_width("　　" + paragraph, BODY_SIZE, self.width - 2 * MARGIN):
                self.write_line(line)

    def write_table(self, table: InventedTable, document: InventedDocument) -> None:
        """A table on pages of its own, cut between rows where a page is full."""
        self.turn_page(self.layout.is_landscape)
        self.holds_table = True
        self.write_line(table.title, 14, is_centred=True)
        self.starts.append(self.number)
        self.canvas.setFont(FONT, 9)
        self.canvas.drawRightString(self.width - MARGIN, self.y, table.number)
        self.y -= 14
        self.canvas.drawString(MARGIN, self.y, f"部门：{table.organization}")
        self.canvas.drawCentredString(self.width * 0.6, self.y, f"{document.year}年度")
        self.canvas.drawRightString(self.width - MARGIN, self.y, f"单位：{table.unit}")
        self.y -= 6
        self.write_grid(table)
        for note in table.notes:
            self.write_line(note, 8)

    def write_grid(self, table: InventedTable) -> None:
        """The rows of a table, page by page."""
        edges = column_edges(table, self.width)
        heights = row_heights(table, edges)
        header = list(range(table.header_rows))
        page = list(header)
        for row in range(table.header_rows, table.row_count):
            if self.y - sum(heights[index] for index in [*page, row]) < MARGIN:
                self.draw_rows(table, page, edges, heights)
                self.turn_page(self.layout.is_landscape)
                page = list(header) if self.layout.repeats_header else []
            page.append(row)
        self.draw_rows(table, page, edges, heights)

    def draw_rows(self, table: InventedTable, rows: Sequence[int], edges: Sequence[float], heights: Sequence[float]) -> None:
        """The cells of these rows; a merged cell is cut at the page's edge, its text stays on the page it begins on."""
        tops = {}
        for row in rows:
            tops[row] = self.y
            self.y -= heights[row]
        part = (edges[0], max(tops.values(), default=self.y), edges[-1], self.y)
        for cell in table.cells:
            covered = [row for row in range(cell.row, cell.row + cell.row_span) if row in tops]
            if covered:
                bottom = tops[covered[-1]] - heights[covered[-1]]
                box = (edges[cell.column], tops[covered[0]], edges[cell.column + cell.column_span], bottom)
                draw_rules(self.canvas, self.layout.rules, box, part, cell.is_header, covered[0] - table.header_rows)
                self.draw_cell(cell, box, cell.text if covered[0] == cell.row else "")
        self.is_fresh = False

    def draw_cell(self, cell: InventedCell, box: tuple[float, float, float, float], text: str) -> None:
        """The text of a cell, wrapped and centred in height; numbers stand right."""
        left, top, right, bottom = box
        lines = wrap_width(text, TABLE_SIZE, right - left - 2 * PADDING) if text else []
        self.canvas.setFont(FONT, TABLE_SIZE)
        y = (top + bottom) / 2 + len(lines) * TABLE_SIZE * 0.6 - TABLE_SIZE
        for line in lines:
            if cell.is_header:
                self.canvas.drawCentredString((left + right) / 2, y, line)
            elif text[0].isdigit() and "." in text:
                self.canvas.drawRightString(right - PADDING, y, line)
            else:
                self.canvas.drawString(left + PADDING, y, line)
            y -= TABLE_SIZE * 1.2

    def finish(self) -> None:
        """Close the last page and the file."""
        self.turn_page()
        self.canvas.save()


def text_width(text: str, size: float) -> float:
    """How wide the text is printed, in points."""
    return float(pdfmetrics.stringWidth(text, FONT, size))


def wrap_width(text: str, size: float, width: float) -> list[str]:
    """The text in lines that are no wider than this."""
    lines = [""]
    for character in text:
        if lines[-1] and text_width(lines[-1] + character, size) > width:
            lines.append("")
        lines[-1] += character
    return lines


def column_edges(table: InventedTable, page_width: float) -> list[float]:
    """The x of every column's left edge and of the right edge of the last: as wide as its numbers, words share what is left."""
    rows = table_rows(table)
    needs = []
    for column in range(table.column_count):
        texts = [row[column] for row in rows[table.header_rows :] if row[column]] or [""]
        longest = max(text_width(text, TABLE_SIZE) if text[:1].isdigit() else min(text_width(text, TABLE_SIZE), 95.0) for text in texts)
        needs.append(max(longest, 22.0) + 2 * PADDING + 2)
    scale = (page_width - 2 * MARGIN) / sum(needs)
    edges = [MARGIN]
    for need in needs:
        edges.append(edges[-1] + need * scale)
    return edges


def row_heights(table: InventedTable, edges: Sequence[float]) -> list[float]:
    """The height of every row: room for the longest of its cells that do not span rows."""
    lines = [1] * table.row_count
    for cell in table.cells:
        width = edges[cell.column + cell.column_span] - edges[cell.column] - 2 * PADDING
        count = len(wrap_width(cell.text, TABLE_SIZE, width)) if cell.text else 1
        lines[cell.row] = max(lines[cell.row], -(-count // cell.row_span))
        lines[cell.row + cell.row_span - 1] = max(lines[cell.row + cell.row_span - 1], -(-count // cell.row_span))
    return [count * TABLE_SIZE * 1.2 + 2 * PADDING + 1 for count in lines]
