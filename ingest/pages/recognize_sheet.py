"""A scanned page as a sheet of glyphs and ruling lines, so that its tables are read as those of any other page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any

from ingest.pages.drop_strokes import drop_strokes
from ingest.pages.pdf_glyphs import Glyph, Rule, Sheet
from ingest.pages.picture_rules import picture_rules
from ingest.pages.recognize_text import RecognizedCharacter, recognize_text
from ingest.pages.straighten_picture import straighten_picture

SIZE_OF_BOX = 0.8  # the box of a run stands out over its characters
MIDDLE_OF_SIZE = 0.36
CLOSEST_OF_WIDTH = 0.4  # twice the distance of two middles
FONT = "recognized"


def recognize_sheet(picture: Any, number: int, points_per_pixel: float) -> Sheet:
    """What can be recognised in an RGB picture of the page."""
    picture = straighten_picture(picture)
    height, width = (side * points_per_pixel for side in picture.shape[:2])
    runs = [list(run) for _, run in groupby(recognize_text(picture), key=lambda character: character.line)]
    rules = drop_strokes(picture_rules(picture, points_per_pixel), [_box(run, points_per_pixel) for run in runs])
    glyphs = tuple(glyph for run in runs for glyph in _glyphs(run, rules, points_per_pixel))
    return Sheet(number, width, height, glyphs, rules)


def _glyphs(run: Sequence[RecognizedCharacter], rules: Sequence[Rule], scale: float) -> Iterator[Glyph]:
    """The glyphs of a run, which is parted where a line of the table crosses it."""
    _, top, _, bottom = _box(run, scale)
    size = SIZE_OF_BOX * (bottom - top)
    baseline = (top + bottom) / 2 + MIDDLE_OF_SIZE * size
    extents = [(x0 * scale, x1 * scale) for x0, x1 in _extents(run)]
    glyphs = [Glyph(one.text, x0, top, x1, bottom, baseline, size, font=FONT) for one, (x0, x1) in zip(run, extents, strict=True)]
    crossing = [rule.at for rule in rules if rule.is_vertical and rule.start < baseline - size / 2 < rule.end]
    for before, after in pairwise([*glyphs, None]):
        assert before
        yield before
        if after and any(_middle(before) < at < _middle(after) for at in crossing):
            yield Glyph(" ", before.x1, top, before.x1, bottom, baseline, size, font=FONT)


def _box(run: Sequence[RecognizedCharacter], scale: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a run, in points."""
    lefts, tops, rights, bottoms = zip(*(character.box for character in run), strict=True)
    return min(lefts) * scale, min(tops) * scale, max(rights) * scale, max(bottoms) * scale


def _extents(run: Sequence[RecognizedCharacter]) -> list[tuple[float, float]]:
    """Left and right of every character; where two lie upon each other the recognition only guessed, and all are spaced anew."""
    boxes = [(one.box[0], one.box[2]) for one in run]
    left, right = min(x0 for x0, _ in boxes), max(x1 for _, x1 in boxes)
    widths = [1.0 if unicodedata.east_asian_width(one.text[0]) in "WF" else 0.5 for one in run]
    unit = (right - left) / sum(widths)
    if all(sum(after) - sum(before) > unit * CLOSEST_OF_WIDTH for before, after in pairwise(boxes)):
        return boxes
    edges = [left + unit * sum(widths[:place]) for place in range(len(run) + 1)]
    return list(pairwise(edges))


def _middle(glyph: Glyph) -> float:
    return (glyph.x0 + glyph.x1) / 2
