"""What a PDF page holds before it is understood: glyphs and ruling lines in the direction of reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Place

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character: its box, its baseline and its font size in points, measured from the top left of the upright page."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    is_bold: bool = False
    font: str = ""

    @property
    def middle(self) -> float:
        """The height of the character's middle, which the boxes of two fonts do not agree on but the baseline does."""
        return self.baseline - 0.36 * self.size


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight ruling line: the coordinate it stands at and its extent along the other axis."""

    is_vertical: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: `turns` counts the quarter turns clockwise that make its text upright; all coordinates are those of the turned page."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    turns: int = 0

    def place(self, box: Box) -> Place:
        """The place of a box of the turned page, in the coordinates of the page as it is stored."""
        return Place(page=self.number, bbox=_rounded(turn_box(box, (4 - self.turns) % 4, self.width, self.height)))


def turn_box(box: Box, turns: int, width: float, height: float) -> Box:
    """The box after so many quarter turns clockwise of the page (width × height) that it stands on."""
    x0, top, x1, bottom = box
    return (
        (x0, top, x1, bottom),
        (height - bottom, x0, height - top, x1),
        (width - x1, height - bottom, width - x0, height - top),
        (top, width - x1, bottom, width - x0),
    )[turns]


def enclosing_box(glyphs: Sequence[Glyph]) -> Box:
    """The smallest box around the glyphs."""
    return min(g.x0 for g in glyphs), min(g.top for g in glyphs), max(g.x1 for g in glyphs), max(g.bottom for g in glyphs)


def _rounded(box: Box) -> Box:
    return round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)
