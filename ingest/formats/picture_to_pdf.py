"""A picture of pages as a PDF of pictures, so that it is read as a scan is."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageSequence, UnidentifiedImageError

from ingest.errors import UnreadableFileError

MAX_PIXELS = 100_000_000
MAX_PAGES = 200
PAGE_INCHES = 11.7  # a page of A4 is so long


@contextmanager
def picture_to_pdf(path: Path) -> Iterator[Path]:
    """The picture, or all of a picture of several pages, as a PDF that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="mingzhang-") as folder:
        target = Path(folder) / f"{path.stem}.pdf"
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", Image.DecompressionBombWarning)
                first, *others = _pages(path)
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
            raise UnreadableFileError(f"文件《{path.name}》读不了：图片已损坏。请重新扫描或下载后再导入。") from error
        first.save(target, "PDF", save_all=True, append_images=others, resolution=max(first.size) / PAGE_INCHES)
        yield target


def _pages(path: Path) -> list[Image.Image]:
    with Image.open(path) as picture:
        if picture.width * picture.height > MAX_PIXELS or getattr(picture, "n_frames", 1) > MAX_PAGES:
            limit = f"{MAX_PIXELS // 1_000_000} 百万像素或 {MAX_PAGES} 页"
            raise UnreadableFileError(f"文件《{path.name}》读不了：图片超过 {limit} 的上限。请缩小或拆开后再导入。")
        return [frame.convert("RGB") for frame in ImageSequence.Iterator(picture)]
