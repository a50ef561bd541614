"""Characters in the picture of a page; the only door to RapidOCR, which the extra `ocr` brings with its models."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from typing import Any

from ingest.limit_memory import allow_memory

LIBRARY = "rapidocr"
MEMORY_BYTES = 4 * 2**30  # its models reserve much more than they use
# Boxes a little wider than the library's own take in the thin first character of a line (一); else it tells where its models lie.
SETTINGS = {"Global.log_level": "error", "Det.unclip_ratio": 2.0}


class RecognitionError(Exception):
    """The library failed on a page."""


@dataclass(frozen=True, slots=True)
class RecognizedCharacter:
    """A character with its box in pixels and how sure the recognition is of it; `line` counts the runs of text."""

    text: str
    box: tuple[float, float, float, float]
    score: float
    line: int


def can_recognize() -> bool:
    """Whether the extra is installed."""
    return find_spec(LIBRARY) is not None


def recognize_text(picture: Any) -> list[RecognizedCharacter]:
    """The characters of an RGB picture (rows × columns × 3), run by run."""
    with allow_memory(MEMORY_BYTES):
        try:
            found = _engine()(picture, return_word_box=True, return_single_char_box=True)
        except MemoryError:
            raise
        except Exception as error:  # whatever the library and the one beneath it raise
            raise RecognitionError(str(error)) from error
    if found.txts is None:
        return []
    runs = zip(found.txts, found.boxes, found.scores, found.word_results or [()] * len(found.txts), strict=True)
    return [character for number, run in enumerate(runs) for character in _characters(number, *run)]


def _characters(line: int, text: str, corners: Any, score: float, single: Any) -> Iterator[RecognizedCharacter]:
    """The characters of a run; where the boxes of single ones are not those of the whole text, they share its box."""
    if "".join(one[0] for one in single) == text and all(one[2] is not None for one in single):
        for one in single:
            yield RecognizedCharacter(one[0], _box(one[2]), float(one[1]), line)
        return
    left, top, right, bottom = _box(corners)
    widths = [1.0 if unicodedata.east_asian_width(character) in "WF" else 0.5 for character in text]
    edges = [left + (right - left) * sum(widths[:place]) / sum(widths) for place in range(len(text) + 1)]
    for character, (x0, x1) in zip(text, pairwise(edges), strict=True):
        yield RecognizedCharacter(character, (x0, top, x1, bottom), score, line)


def _box(corners: Any) -> tuple[float, float, float, float]:
    xs, ys = [float(corner[0]) for corner in corners], [float(corner[1]) for corner in corners]
    return min(xs), min(ys), max(xs), max(ys)


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params=SETTINGS)
