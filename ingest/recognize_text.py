"""Characters in the picture of a page; the only door to RapidOCR, which the extra `ocr` brings with its models."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any

LIBRARY = "rapidocr"


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
    found = _engine()(picture, return_word_box=True, return_single_char_box=True)
    return list(_characters(found.word_results or ()))


def _characters(runs: Any) -> Iterator[RecognizedCharacter]:
    for number, run in enumerate(runs):
        for text, score, corners in run:
            if text and corners is not None:
                xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
                yield RecognizedCharacter(str(text), (min(xs), min(ys), max(xs), max(ys)), float(score), number)


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)  # it tells where its models lie, in English
    return RapidOCR()
