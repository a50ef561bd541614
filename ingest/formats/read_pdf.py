"""PDF to lines and grids in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest.blocks import Block, Grid, Line, Reading
from ingest.document import Place, Problem
from ingest.errors import UnreadableFileError
from ingest.page_tables.pdf_cells import fill_frame, glyphs_inside
from ingest.page_tables.pdf_grids import find_frames
from ingest.page_tables.pdf_open_tables import OpenTable, find_open_tables
from ingest.pages.pdf_clipping import OverfullPageError
from ingest.pages.pdf_glyphs import Glyph, Sheet, enclosing_box
from ingest.pages.pdf_pages import draw_page, open_pages, read_sheet
from ingest.pages.pdf_paragraphs import PAGE_NUMBER, PrintedLine, find_paragraph_ends
from ingest.pages.pdf_side_by_side import part_side_by_side
from ingest.pages.pdf_soup import FOREIGN, FontUse, add_uses, find_soup
from ingest.pages.pdf_words import line_text
from ingest.pages.recognize_sheet import recognize_sheet
from ingest.pages.recognize_text import RecognitionError, can_recognize
from ingest.pages.tell_pages import tell_page

MAX_FOREIGN_SHARE = 0.1
MAX_FOREIGN_SHARE_OF_PAGE = 0.3
MIN_GLYPHS_PER_SCANNED_PAGE = 20
RECOGNITION_DPI = 150
POINTS_PER_INCH = 72
RECOGNIZED = "第 {pages} 页是扫描的图片，由文字识别（OCR）读出；没有被合计关系证实的数标为存疑，请与原文件核对。"
RECOGNIZE_FIRST = "请装上文字识别（附加组件 ocr：.venv/bin/pip install rapidocr）后再导入，或向发布单位索取文字版 PDF。"
NOTHING_RECOGNIZED = "文字识别（OCR）也没有认出文字。请向发布单位索取文字版 PDF。"
WITHOUT_MAP = "的字体缺少正确的文字对照表，取出的是乱码"


@dataclass
class _Progress:
    """What has been read so far of the file of this name."""

    name: str
    items: list[PrintedLine | Grid] = field(default_factory=list)
    glyphs: int = 0
    foreign: int = 0
    soup: int = 0
    pages: int = 0
    images: int = 0
    damaged: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    fonts: dict[str, FontUse] = field(default_factory=dict)
    recognized: set[int] = field(default_factory=set)
    open_table: OpenTable | None = None  # the table without upright rules that the last page ended with


def read_pdf(path: Path) -> Reading:
    """The lines and tables of a PDF in reading order, and the pages that could not be read.

    An empty line stands where a paragraph ends.
    """
    try:
        progress = _read(path, is_rebuilt=False)
    except UnreadableFileError as error:
        try:
            progress = _read(path, is_rebuilt=True)
        except UnreadableFileError:
            raise error from None
    return Reading(_mark_paragraphs(progress.items), (*_told(progress), *progress.problems), frozenset(progress.recognized))


def _told(progress: _Progress) -> list[Problem]:
    pages = "、".join(map(str, sorted(progress.recognized)))
    return [Problem(RECOGNIZED.format(pages=pages), Place(page=min(progress.recognized)))] if pages else []


def _read(path: Path, is_rebuilt: bool) -> _Progress:
    progress = _Progress(path.name)
    with open_pages(path, is_rebuilt) as pages:
        progress.pages = len(pages)
        for page in pages:
            try:
                sheet, has_image = read_sheet(page)
                if has_image and _is_scanned(sheet) and can_recognize():
                    sheet = _recognize(page, progress)
            except OverfullPageError as error:
                _lose(progress, page.page_number, str(error))
            except RecognitionError:
                _lose(progress, page.page_number, "是扫描的图片，文字识别（OCR）没有成功")
            except MemoryError:
                raise
            except Exception:  # pdfminer fails in many ways on one damaged page; the others are still worth reading
                progress.damaged.append(page.page_number)
                _lose(progress, page.page_number, "已损坏")
            else:
                _take(progress, sheet, has_image)
            finally:
                page.close()
    _drop_soup(progress)
    if reason := _why_unreadable(progress):
        raise UnreadableFileError(f"{path.name}：{reason}")
    return progress


def _is_scanned(sheet: Sheet) -> bool:
    return sum(not glyph.text.isspace() for glyph in sheet.glyphs) < MIN_GLYPHS_PER_SCANNED_PAGE


def _recognize(page: Any, progress: _Progress) -> Sheet:
    """The scanned page as far as it can be recognised."""
    tell_page(progress.name, page.page_number, progress.pages)
    sheet = recognize_sheet(draw_page(page, RECOGNITION_DPI), page.page_number, POINTS_PER_INCH / RECOGNITION_DPI)
    progress.recognized.add(page.page_number)
    return sheet


def _lose(progress: _Progress, page: int, cause: str) -> None:
    progress.open_table = None
    progress.problems.append(Problem(f"第 {page} 页{cause}，没有读进来；这一页的文字和数字请查原文件。", Place(page=page)))


def _take(progress: _Progress, sheet: Sheet, has_image: bool) -> None:
    visible = [g.text for g in sheet.glyphs if not g.text.isspace()]
    foreign = sum(bool(FOREIGN.match(text)) for text in visible)
    progress.glyphs += len(visible)
    progress.foreign += foreign
    progress.images += has_image
    add_uses(progress.fonts, sheet.number, sheet.glyphs)
    if foreign > MAX_FOREIGN_SHARE_OF_PAGE * len(visible):
        _lose(progress, sheet.number, WITHOUT_MAP)
        return
    items = [item for part in part_side_by_side(sheet) for item in _read_page(part, progress.open_table)]
    prose = [item for item in items if not (isinstance(item, PrintedLine) and PAGE_NUMBER.fullmatch(item.text))]
    progress.open_table = prose[-1] if prose and isinstance(prose[-1], OpenTable) else None
    progress.items += [item.grid if isinstance(item, OpenTable) else item for item in items]


def _drop_soup(progress: _Progress) -> None:
    """Take out the pages on which a font comes out as something else than it looks like; that shows only when all is read."""
    soup = find_soup(progress.fonts.values())
    lost = {problem.place.page for problem in progress.problems}
    for page in sorted(soup.keys() - lost):
        _lose(progress, page, WITHOUT_MAP)
    progress.items = [item for item in progress.items if _page_of(item) not in soup]
    progress.soup = soup.total()


def _page_of(item: PrintedLine | Grid) -> int | None:
    return item.page if isinstance(item, PrintedLine) else item.place.page


def _why_unreadable(progress: _Progress) -> str | None:
    if not progress.pages:
        return "PDF 里没有页面。请重新下载原文件，或用阅读器打开后另存为新的 PDF 再导入。"
    if len(progress.damaged) > progress.pages / 2:
        damage = f"PDF 的 {progress.pages} 页中有 {len(progress.damaged)} 页已损坏，无法读取。"
        return damage + "请重新下载原文件，或用阅读器打开后另存为新的 PDF 再导入。"
    is_scan = progress.images >= progress.pages / 2 and progress.glyphs < MIN_GLYPHS_PER_SCANNED_PAGE * progress.pages
    if len(progress.problems) == progress.pages and not progress.foreign and not progress.soup:
        first = progress.problems[0].message.split("，没有读进来")[0]
        return f"PDF 没有一页能读进来：{first}。请换用正常的版本，或用阅读器打开后另存为新的 PDF 再导入。"
    if not progress.glyphs or is_scan:
        return "PDF 里没有可读取的文字，可能是扫描件。" + (NOTHING_RECOGNIZED if can_recognize() else RECOGNIZE_FIRST)
    if max(progress.foreign, progress.soup) > MAX_FOREIGN_SHARE * progress.glyphs:
        return "PDF 的字体缺少正确的文字对照表，取出的是乱码。请先做文字识别（OCR），或改用原始的 Word、Excel 或网页版本。"
    return None


Item = PrintedLine | Grid | OpenTable


def _read_page(sheet: Sheet, open_table: OpenTable | None) -> list[Item]:
    """The lines and tables of one page from top to bottom."""
    left: Sequence[Glyph] = sheet.glyphs
    placed: list[tuple[float, Item]] = []
    for frame in find_frames(sheet.rules):
        if not frame.is_table:
            continue
        inside, outside = glyphs_inside(left, frame.box)
        if inside and (grid := fill_frame(frame, inside, sheet)):
            placed.append((frame.ys[0], grid))
            left = outside
    for item in find_open_tables(left, sheet, open_table):
        if isinstance(item, list):
            placed.append((item[0].middle, _printed_line(item, sheet)))
        else:
            placed.append((item.top, item))
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
