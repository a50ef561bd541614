"""How well scanned pages are read: pages of PDFs drawn as pictures, clean and worn, held against their text.

Run by hand, with the extra `ocr` installed: `python -m eval.bench_scans`. A figure is right where its value is that of the cell printed at
its place; what of the wrong ones is marked as uncertain is what a reader is warned of.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from eval.invent_documents import invent_documents
from eval.squeeze import squeeze
from eval.write_pdf_layout import PdfLayout, write_pdf_layout
from ingest.document import Document, Figure
from ingest.pages.pdf_pages import draw_page, open_pages
from ingest.parse_document import parse_document

PAGES_IN_ALL = 10
SHARED = Path(__file__).parents[2] / "shared" / "pdf"
DPI = 150
NOISE_OF_255 = 12
JPEG_QUALITY = 60
COLUMNS = ("页", "数", "读对", "读错", "漏读", "多读", "错而存疑", "对而存疑", "秒/页")


@dataclass(frozen=True, slots=True)
class Wear:
    """What scanning and packing did to a page: share of its grain that is left, angles at which pages lie in turn, blur."""

    name: str
    grain: float
    degrees: tuple[float, ...]
    blur_pixels: float


WEARS = (Wear("清晰", 1.0, (), 0.0), Wear("旧", 1.0, (0.3,), 0.7), Wear("劣", 0.5, (-0.6, 0.4, 1.1, -0.3), 0.8))


@dataclass(frozen=True, slots=True)
class Score:
    """What became of the figures of the pages that were read."""

    pages: int
    known: int
    right: int
    right_marked: int
    wrong: int
    wrong_marked: int
    surplus: int
    seconds: float

    def told(self) -> tuple[str, ...]:
        """The row of the table that is printed."""
        lost = self.known - self.right - self.wrong + self.surplus
        marked = f"{self.wrong_marked}/{self.wrong}"
        counts = (self.pages, self.known, self.right, self.wrong, lost, self.surplus)
        return (*map(str, counts), marked, f"{self.right_marked}/{self.right}", f"{self.seconds / self.pages:.1f}")


def bench_scans(path: Path, pages: Sequence[int], wear: Wear) -> Score:
    """The pages (from 1) of a PDF with text, read as a scan."""
    known = parse_document(path)
    with tempfile.TemporaryDirectory() as folder:
        scan = Path(folder) / "scan.pdf"
        scan.write_bytes(scan_pages(path, pages, wear))
        begun = time.perf_counter()
        read = parse_document(scan)
        seconds = time.perf_counter() - begun
    return score_figures(known, read, pages, seconds)


def score_figures(known: Document, read: Document, pages: Sequence[int], seconds: float) -> Score:
    """The figures of the scan against those printed at the same place of the document's pages."""
    printed = [one for one in known.figures if one.place.page in pages and is_number(one)]
    found = [one for one in read.figures if is_number(one)]
    partner = {index: _at_same_place(one, printed, pages) for index, one in enumerate(found)}
    right = [one for index, one in enumerate(found) if (other := partner[index]) and squeeze(other.value) == squeeze(one.value)]
    wrong = [one for one in found if one not in right]
    surplus = sum(partner[index] is None for index in partner)
    marked = [sum(one.uncertain for one in figures) for figures in (right, wrong)]
    return Score(len(pages), len(printed), len(right), marked[0], len(wrong), marked[1], surplus, seconds)


def is_number(figure: Figure) -> bool:
    """Whether the cell prints a number."""
    return any(character.isdigit() for character in figure.value)


def _at_same_place(figure: Figure, printed: Sequence[Figure], pages: Sequence[int]) -> Figure | None:
    """The printed figure whose cell holds the middle of this one's."""
    assert figure.place.bbox
    assert figure.place.page
    x, y = (figure.place.bbox[0] + figure.place.bbox[2]) / 2, (figure.place.bbox[1] + figure.place.bbox[3]) / 2
    page = pages[figure.place.page - 1]
    for one in printed:
        left, top, right, bottom = one.place.bbox or (0, 0, 0, 0)
        if one.place.page == page and left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1:
            return one
    return None


def scan_pages(path: Path, pages: Sequence[int], wear: Wear) -> bytes:
    """The pages as a PDF of pictures."""
    with open_pages(path) as opened:
        pictures = [Image.fromarray(draw_page(opened[page - 1], DPI)) for page in pages]
    first, *others = [wear_out(picture, wear, place) for place, picture in enumerate(pictures)] if wear.degrees else pictures
    buffer = BytesIO()
    first.save(buffer, "PDF", save_all=True, append_images=others, resolution=DPI)
    return buffer.getvalue()


def wear_out(picture: Image.Image, wear: Wear, place: int) -> Image.Image:
    """The picture as an office's scanner might give it: coarse, leaning, blurred, noisy and packed with losses."""
    coarse = picture.resize((int(picture.width * wear.grain), int(picture.height * wear.grain)), Image.Resampling.BILINEAR)
    whole = coarse.resize(picture.size, Image.Resampling.BICUBIC)
    leaning = whole.rotate(wear.degrees[place % len(wear.degrees)], Image.Resampling.BICUBIC, fillcolor="white")
    blurred = leaning.filter(ImageFilter.GaussianBlur(wear.blur_pixels))
    noise = np.random.default_rng(place).normal(0, NOISE_OF_255, (picture.height, picture.width, 1))
    noisy = Image.fromarray(np.clip(np.asarray(blurred) + noise, 0, 255).astype(np.uint8))
    packed = BytesIO()
    noisy.save(packed, "JPEG", quality=JPEG_QUALITY)
    return Image.open(packed).convert("RGB")


def fullest_pages(path: Path, count: int) -> list[int]:
    """The pages that print most figures, in their order."""
    pages = [one.place.page for one in parse_document(path).figures if one.place.page and is_number(one)]
    return sorted(sorted(set(pages), key=lambda page: -pages.count(page))[:count])


def main() -> None:
    """Print a table for the documents beside, or for invented ones where there are none."""
    with tempfile.TemporaryDirectory() as folder:
        files = sorted(SHARED.glob("*.pdf")) or _invented(Path(folder))
        print("\t".join(("文件", "", *COLUMNS)))
        for file in files:
            pages = fullest_pages(file, PAGES_IN_ALL // len(files))
            for wear in WEARS:
                print("\t".join((file.name, wear.name, *bench_scans(file, pages, wear).told())), flush=True)


def _invented(folder: Path) -> list[Path]:
    files = []
    for document, rules in zip(invent_documents(7, 1, (2024,)), ("lines", "rectangles"), strict=True):
        files.append(folder / f"{document.title}.pdf")
        files[-1].write_bytes(write_pdf_layout(document, PdfLayout(rules=rules)))
    return files


if __name__ == "__main__":
    main()
