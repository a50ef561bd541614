"""PDF pages as sheets of visible glyphs and ruling lines; the only door to pdfplumber and the pdfminer beneath it."""

from __future__ import annotations

import logging
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage, LTItem, LTPage, LTRect
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, resolve1
from pdfplumber.page import Page

from ingest.errors import UnreadableFileError
from ingest.pages.fold_radicals import fold_radicals
from ingest.pages.pdf_clipping import (
    MAX_CONTENT_BYTES_PER_PAGE,
    TOO_MUCH_CONTENT,
    ClippingInterpreter,
    OverfullPageError,
    VisibleGlyphDevice,
)
from ingest.pages.pdf_dashes import join_dashes
from ingest.pages.pdf_glyphs import Box, Glyph, Rule, Sheet, turn_box

POINTS_PER_INCH = 72
THIN_POINTS = 3.5
MIN_SIZE_POINTS = 0.5
PLAIN_COLOURS = frozenset({"DeviceGray", "DeviceRGB", "DeviceCMYK", "CalGray", "CalRGB", "ICCBased"})  # of an ink of its own 1 is dark
BOLD_FONT = ("bold", "simhei", "黑体")
logging.getLogger("pdfminer").setLevel(logging.ERROR)  # its warnings are for programmers, in English


@contextmanager
def open_pages(path: Path, is_rebuilt: bool = False) -> Iterator[list[Page]]:
    """The pages of the file, or of the file with its structure rebuilt, closed at the end."""
    try:
        pages = pdfplumber.open(_rebuild(path) if is_rebuilt else path).pages
        if not is_rebuilt and len(pages) < _count_pages(path):
            pages = pdfplumber.open(_rebuild(path)).pages
    except OSError as error:
        raise UnreadableFileError(f"{path.name}：打不开这个文件（{error.strerror}）。请检查文件是否存在、是否有读取权限。") from error
    except Exception as error:
        if any(isinstance(cause, MemoryError) for cause in _causes(error)):
            raise MemoryError from error
        raise UnreadableFileError(f"{path.name}：{_cause(error)}") from error
    with pages[0].pdf if pages else nullcontext():
        yield pages


def draw_page(page: Page, dpi: int) -> Any:
    """The page as an RGB picture (rows × columns × 3), as a reader shows it."""
    with pypdfium2.PdfDocument(page.pdf.stream) as document:
        return document[page.page_number - 1].render(scale=dpi / POINTS_PER_INCH).to_numpy()[:, :, 2::-1]


def _rebuild(path: Path) -> BytesIO:
    """The file written anew by pdfium, which searches for the objects that a wrong cross-reference table hides from pdfminer."""
    rebuilt = BytesIO()
    with pypdfium2.PdfDocument(path) as document:
        document.save(rebuilt)
    return rebuilt


def _count_pages(path: Path) -> int:
    """How many pages pdfium finds; pdfminer passes over those that a damaged page tree no longer names."""
    try:
        with pypdfium2.PdfDocument(path) as document:
            return len(document)
    except pypdfium2.PdfiumError:
        return 0


def _causes(error: Exception) -> tuple[object, ...]:
    """The error and what pdfplumber wraps in it."""
    return (error, *error.args, error.__cause__, error.__context__)


def _cause(error: Exception) -> str:
    if any(isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError) for cause in _causes(error)):
        return "PDF 设有打开密码，无法读取。请用密码打开后另存为不加密的 PDF，再重新导入。"
    return "PDF 已损坏，无法打开。请重新下载原文件，或用阅读器打开后另存为新的 PDF 再导入。"


def read_sheet(page: Page) -> tuple[Sheet, bool]:
    """What the page shows, its text upright, and whether it shows an image; raises zlib.error where its contents are damaged."""
    device = VisibleGlyphDevice(page.pdf.rsrcmgr, pageno=page.page_number, laparams=None)
    for stream in _checked_contents(page):
        device.take_content(len(stream.get_data()))
    ClippingInterpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    layout = device.get_result()
    items = list(_flatten(layout))
    characters = [item for item in items if isinstance(item, LTChar)]
    turns = _turns(characters)
    sheet = Sheet(
        page.page_number,
        *((layout.height, layout.width) if turns % 2 else (layout.width, layout.height)),
        tuple(_glyphs(_inked(characters, items), turns, layout, _visible_box(page, layout))),
        _ruling([item for item in items if isinstance(item, LTCurve) and _is_on(layout, item)], turns, layout),
        turns,
    )
    return sheet, any(isinstance(item, LTImage) for item in items)


def _checked_contents(page: Page) -> Iterator[PDFStream]:
    """The streams that draw the page. pdfminer shows a damaged page as far as it can be unpacked; half a page would pass for the whole."""
    for stream in map(resolve1, page.page_obj.contents):
        if not isinstance(stream, PDFStream):
            continue
        filters = stream.get_filters()
        if stream.rawdata is not None and not stream.decipher and filters and filters[0][0] in LITERALS_FLATE_DECODE:
            unpacked = zlib.decompressobj().decompress(stream.rawdata, MAX_CONTENT_BYTES_PER_PAGE + 1)
            if len(unpacked) > MAX_CONTENT_BYTES_PER_PAGE:
                raise OverfullPageError(TOO_MUCH_CONTENT)
        yield stream


def _flatten(container: Any) -> Iterator[LTItem]:
    for item in container:
        if isinstance(item, LTContainer):
            yield from _flatten(item)
        else:
            yield item


def _visible_box(page: Page, layout: LTPage) -> Box:
    """The part of the page that is shown (its crop box), from the top left of the page as it is shown."""
    x0, y0, x1, y1 = page.page_obj.mediabox
    left, lower, right, upper = page.page_obj.cropbox
    margins = max(left - x0, 0), max(y1 - upper, 0), max(x1 - right, 0), max(lower - y0, 0)
    quarter = page.page_obj.rotate // 90
    shown = (*margins[4 - quarter :], *margins[: 4 - quarter])
    return shown[0], shown[1], layout.width - shown[2], layout.height - shown[3]


def _direction(character: LTChar) -> int | None:
    """The quarter turns clockwise that make the character upright, or None where it stands askew (a watermark)."""
    a, b = character.matrix[:2]
    if abs(b) < 0.05 * abs(a):
        return 0 if a > 0 else 2
    if abs(a) < 0.05 * abs(b):
        return 1 if b > 0 else 3
    return None


def _turns(characters: list[LTChar]) -> int:
    counts = Counter(direction for c in characters if (direction := _direction(c)) is not None)
    return counts.most_common(1)[0][0] if counts else 0


def _inked(characters: list[LTChar], items: Sequence[LTItem]) -> list[LTChar]:
    """The characters that can be told from the paper: white ones only where they stand on a coloured area."""
    white = {id(one) for one in characters if one.ncs.name in PLAIN_COLOURS and _is_white(one.graphicstate.ncolor)}
    areas = [
        item for item in items
        if white and isinstance(item, LTCurve) and item.fill and min(item.width, item.height) > THIN_POINTS
        and not _is_white(item.non_stroking_color)
    ]  # fmt: skip
    return [one for one in characters if id(one) not in white or any(_covers(area, one) for area in areas)]


def _covers(area: LTCurve, one: LTChar) -> bool:
    x, y = (one.x0 + one.x1) / 2, (one.y0 + one.y1) / 2
    return bool(area.x0 <= x <= area.x1 and area.y0 <= y <= area.y1)


def _glyphs(characters: list[LTChar], turns: int, layout: LTPage, visible: Box) -> Iterator[Glyph]:
    bold: dict[str, bool] = {}
    for character in characters:
        box = _turned((character.x0, character.y0, character.x1, character.y1), turns, layout)
        x, y = (character.x0 + character.x1) / 2, layout.height - (character.y0 + character.y1) / 2
        is_shown = visible[0] <= x <= visible[2] and visible[1] <= y <= visible[3]
        text = fold_radicals(character.get_text())
        if not text or not is_shown or _direction(character) != turns or box[3] - box[1] < MIN_SIZE_POINTS:
            continue
        if character.fontname not in bold:
            bold[character.fontname] = any(name in character.fontname.lower() for name in BOLD_FONT)
        origin = _turned((*character.matrix[4:], *character.matrix[4:]), turns, layout)
        yield Glyph(text, *box, origin[1], box[3] - box[1], bold[character.fontname], character.fontname)


def _turned(box: Box, turns: int, layout: LTPage) -> Box:
    x0, y0, x1, y1 = box
    upright = (x0, layout.height - y1, x1, layout.height - y0)
    return turn_box(upright, turns, layout.width, layout.height) if turns else upright


def _is_on(layout: LTPage, item: LTCurve) -> bool:
    """Whether the shape touches the page: a sheet printed over several pages draws all its rules on each."""
    return bool(item.x1 >= 0 and item.y1 >= 0 and item.x0 <= layout.width and item.y0 <= layout.height)


def _ruling(shapes: Sequence[LTCurve], turns: int, layout: LTPage) -> tuple[Rule, ...]:
    """The ruling lines of all drawn shapes."""
    rules: list[Rule] = []
    marks: list[Box] = []
    for shape in shapes:
        box = _turned((shape.x0, shape.y0, shape.x1, shape.y1), turns, layout)
        if _is_shade(shape):
            continue
        if max(box[2] - box[0], box[3] - box[1]) <= THIN_POINTS:
            marks.append(box)
        else:
            rules += _rules(shape, box, turns, layout)
    return (*rules, *join_dashes(marks))


def _is_shade(shape: LTCurve) -> bool:
    return bool(shape.linewidth > 2 * THIN_POINTS if shape.stroke else not shape.fill or _is_white(shape.non_stroking_color))


def _rules(item: LTCurve, box: Box, turns: int, layout: LTPage) -> Iterator[Rule]:
    """The ruling lines of one shape: a thin one is one rule, an outline is its straight sides, a filled area is none."""
    if min(box[2] - box[0], box[3] - box[1]) <= THIN_POINTS:
        yield _rule(box, turns, layout)
    elif item.stroke:
        points = [(x, y) for x, y in item.pts]
        closed = [*points, points[0]] if isinstance(item, LTRect) else points
        for (xa, ya), (xb, yb) in pairwise(closed):
            if abs(xa - xb) < 1 or abs(ya - yb) < 1:
                yield _rule(_turned((min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)), turns, layout), turns, layout)


def _rule(box: Box, turns: int, layout: LTPage) -> Rule:
    width, height = (layout.height, layout.width) if turns % 2 else (layout.width, layout.height)
    x0, top, x1, bottom = max(box[0], 0), max(box[1], 0), min(box[2], width), min(box[3], height)
    if bottom - top > x1 - x0:
        return Rule(True, (x0 + x1) / 2, top, bottom)
    return Rule(False, (top + bottom) / 2, x0, x1)


def _is_white(color: Any) -> bool:
    values = tuple(color) if isinstance(color, tuple | list) else (color,)
    if not all(isinstance(value, int | float) for value in values):
        return False
    return all(value == 0 for value in values) if len(values) == 4 else all(value >= 1 for value in values)
