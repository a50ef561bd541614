"""A page of a PDF as a picture with a box around the cited place."""

from __future__ import annotations

import io
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

PIXELS_PER_POINT = 2.0
PAGE_MARGIN_PIXELS = 40
BAND_PIXELS = 8
LEAST_BLANK_SHARE = 0.25
MARGIN_POINTS = 2
BOX_COLOR = (200, 30, 30)
BOX_PIXELS = 3
CHARACTERS_PROBED = 40
INK_BELOW = 200
LEAST_SHARE_WITH_INK = 0.5

# PDFium may not be used by two threads at once, and every visitor has a thread of his own.
PDFIUM = threading.Lock()


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as PNG, and where across it, from 0 to 1, the cited place has its middle."""

    png: bytes
    across: float | None = None


def page_image(path: Path, page: int, bbox: tuple[float, float, float, float] | None) -> PagePicture | None:
    """The page (counted from 1), or None where it cannot be drawn or its Chinese characters have no font on this machine."""
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(path)
        except (OSError, pypdfium2.PdfiumError):
            return None
        try:
            return _draw(document[page - 1], bbox) if 0 < page <= len(document) else None
        finally:
            document.close()


def _draw(page: Any, bbox: tuple[float, float, float, float] | None) -> PagePicture | None:
    image = page.render(scale=PIXELS_PER_POINT).to_pil().convert("RGB")
    if not _has_its_glyphs(page, image):
        return None
    across = None
    if bbox is not None:
        x0, top, x1, bottom = bbox
        grown = (x0 - MARGIN_POINTS, top - MARGIN_POINTS, x1 + MARGIN_POINTS, bottom + MARGIN_POINTS)
        ImageDraw.Draw(image).rectangle([side * PIXELS_PER_POINT for side in grown], outline=BOX_COLOR, width=BOX_PIXELS)
        across = min(1.0, max(0.0, (x0 + x1) / 2 * PIXELS_PER_POINT / image.width))
    buffer = io.BytesIO()
    _without_blank_end(image, round(bbox[3] * PIXELS_PER_POINT) if bbox else 0).save(buffer, "PNG", optimize=False)
    return PagePicture(buffer.getvalue(), across)


def _without_blank_end(image: Image.Image, shown: int) -> Image.Image:
    """The page down to a little below its ink: a short table leaves most of its page blank but for the page number at the foot."""
    ink = ImageChops.invert(image.convert("L"))
    box = ink.getbbox()
    if box is None:
        return image
    end = first = max(box[1], min(shown, image.height))
    for top in range(first, image.height, BAND_PIXELS):
        if ink.crop((0, top, image.width, min(image.height, top + BAND_PIXELS))).getbbox() is not None:
            end = top + BAND_PIXELS
        elif top - end > image.height * LEAST_BLANK_SHARE:
            break
    return image.crop((0, 0, image.width, min(image.height, end + PAGE_MARGIN_PIXELS)))


def _has_its_glyphs(page: Any, image: Image.Image) -> bool:
    """Whether there is ink where the page's Chinese characters stand: a font that is neither embedded nor installed leaves blanks."""
    text = page.get_textpage()
    height = page.get_height()
    boxes = [text.get_charbox(index) for index, sign in enumerate(text.get_text_range()) if "\u4e00" <= sign <= "\u9fff"]
    probed = boxes[:: max(1, len(boxes) // CHARACTERS_PROBED)]
    inked = sum(_has_ink(image, (left, height - top, right, height - bottom)) for left, bottom, right, top in probed)
    return inked >= len(probed) * LEAST_SHARE_WITH_INK


def _has_ink(image: Image.Image, box: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = (round(side * PIXELS_PER_POINT) for side in box)
    darkest = image.crop((left, top, max(right, left + 1), max(bottom, top + 1))).convert("L").getextrema()[0]
    return isinstance(darkest, int | float) and darkest < INK_BELOW
