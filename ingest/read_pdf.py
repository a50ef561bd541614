"""PDF to lines and grids in reading order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ingest.blocks import Block, Grid, Line
from ingest.errors import UnreadableFileError
from ingest.pdf_cells import fill_frame, glyphs_inside
from ingest.pdf_columns import Columns, find_columns
from ingest.pdf_glyphs import Glyph, Sheet, enclosing_box
from ingest.pdf_grids import find_frames
from ingest.pdf_pages import open_pages, read_sheet
from ingest.pdf_paragraphs import PAGE_NUMBER, PrintedLine, find_paragraph_ends
from ingest.pdf_words import line_text, split_lines

# fonts without a Unicode map come out as numbers, private characters or letters of foreign scripts
FOREIGN = re.compile(r"\(cid:\d+\)|[\x00-\x08\x0e-\x1f\x80-\x9f\ue000-\uf8ff\ufffd\u0100-\u02ff\u0400-\u1fff]")
MAX_FOREIGN_SHARE = 0.1
MIN_GLYPHS_PER_SCANNED_PAGE = 20


@dataclass
class _Reading:
    """What has been read so far."""

    items: list[PrintedLine | Grid] = field(default_factory=list)
    glyphs: int = 0
    foreign: int = 0
    pages: int = 0
    images: int = 0
    failures: int = 0
    open_table: Columns | None = None  # the table without rules that the last page ended with


def read_pdf(path: Path) -> tuple[Block, ...]:
    """The lines and tables of a PDF in reading order; an empty line stands where a paragraph ends."""
    errors = []
    for is_rebuilt in (False, True):
        try:
            return _mark_paragraphs(_read(path, is_rebuilt).items)
        except UnreadableFileError as error:
            errors.append(error)
    raise errors[0]


def _read(path: Path, is_rebuilt: bool) -> _Reading:
    reading = _Reading()
    with open_pages(path, is_rebuilt) as pages:
        reading.pages = len(pages)
        for page in pages:
            try:
                sheet, has_image = read_sheet(page)
            except Exception:  # pdfminer fails in many ways on one damaged page; the others are still worth reading
                reading.failures += 1
                continue
            finally:
                page.close()
            _take(reading, sheet, has_image)
    if reason := _why_unreadable(reading):
        raise UnreadableFileError(f"{path.name}：{reason}")
    return reading


def _take(reading: _Reading, sheet: Sheet, has_image: bool) -> None:
    visible = [g.text for g in sheet.glyphs if not g.text.isspace()]
    reading.glyphs += len(visible)
    reading.foreign += sum(bool(FOREIGN.match(text)) for text in visible)
    reading.images += has_image
    items = _read_page(sheet, reading.open_table)
    prose = [item for item in items if not (isinstance(item, PrintedLine) and PAGE_NUMBER.fullmatch(item.text))]
    reading.open_table = prose[-1] if prose and isinstance(prose[-1], Columns) else None
    reading.items += [item.grid if isinstance(item, Columns) else item for item in items]


def _why_unreadable(reading: _Reading) -> str | None:
    if not reading.pages:
        return "PDF 里没有页面。请重新下载原文件，或用阅读器打开后另存为新的 PDF 再导入。"
    if reading.failures > reading.pages / 2:
        damage = f"PDF 的 {reading.pages} 页中有 {reading.failures} 页已损坏，无法读取。"
        return damage + "请重新下载原文件，或用阅读器打开后另存为新的 PDF 再导入。"
    is_scan = reading.images >= reading.pages / 2 and reading.glyphs < MIN_GLYPHS_PER_SCANNED_PAGE * reading.pages
    if not reading.glyphs or is_scan:
        return "PDF 里没有可读取的文字，可能是扫描件。请先做文字识别（OCR），或向发布单位索取文字版 PDF。"
    if reading.foreign > MAX_FOREIGN_SHARE * reading.glyphs:
        return "PDF 的字体缺少文字对照表，取出的是乱码。请先做文字识别（OCR），或改用原始的 Word、Excel 或网页版本。"
    return None


def _read_page(sheet: Sheet, open_table: Columns | None) -> list[PrintedLine | Grid | Columns]:
    """The lines and tables of one page from top to bottom."""
    left: Sequence[Glyph] = sheet.glyphs
    placed: list[tuple[float, PrintedLine | Grid | Columns]] = []
    for frame in find_frames(sheet.rules):
        if not frame.is_table:
            continue
        inside, outside = glyphs_inside(left, frame.box)
        if inside and (grid := fill_frame(frame, inside, sheet)):
            placed.append((frame.ys[0], grid))
            left = outside
    for item in find_columns(split_lines(left), sheet, open_table):
        if isinstance(item, Columns):
            placed.append((item.top, item))
        else:
            placed.append((item[0].middle, _printed_line(item, sheet)))
    return [item for _, item in sorted(placed, key=lambda pair: pair[0])]


def _printed_line(glyphs: list[Glyph], sheet: Sheet) -> PrintedLine:
    visible = [g for g in glyphs if not g.text.isspace()]
    box = enclosing_box(visible)
    is_bold = sum(g.is_bold for g in visible) > 0.8 * len(visible)
    line = Line(line_text(glyphs), sheet.place(box), is_bold=is_bold)
    size = sorted(g.size for g in visible)[len(visible) // 2]
    return PrintedLine(line, sheet.number, sheet.width, box[0], box[2], visible[0].baseline, size)


def _mark_paragraphs(items: Sequence[PrintedLine | Grid]) -> tuple[Block, ...]:
    lines = [item for item in items if isinstance(item, PrintedLine)]
    ends = {id(lines[i]) for i in find_paragraph_ends(lines)}
    blocks: list[Block] = []
    for item in items:
        if isinstance(item, Grid):
            blocks.append(item)
            continue
        blocks.append(item.line)
        if id(item) in ends:
            blocks.append(Line("", item.line.place))
    return tuple(blocks)
