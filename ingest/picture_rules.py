"""The ruling lines in the picture of a page, as those of a drawn page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from scipy import ndimage

from ingest.pdf_glyphs import Rule

DARK = 150  # of 255
SHORTEST_POINTS = 14.0  # longer than the stroke of a character
THICKEST_POINTS = 5.0


def picture_rules(picture: Any, points_per_pixel: float) -> tuple[Rule, ...]:
    """The straight dark lines of an RGB picture, in points."""
    is_dark = np.asarray(picture).min(axis=2) < DARK
    return (*_rules(is_dark, points_per_pixel, is_vertical=False), *_rules(is_dark.T, points_per_pixel, is_vertical=True))


def _rules(is_dark: Any, scale: float, *, is_vertical: bool) -> Iterator[Rule]:
    """The runs of dark pixels along the rows; a gap of one pixel in a line that leans does not break it."""
    length = max(int(SHORTEST_POINTS / scale), 2)
    closed = ndimage.binary_closing(is_dark, np.ones((3, 3), bool))
    lines = ndimage.binary_opening(closed, np.ones((1, length), bool))
    labels, _ = ndimage.label(lines, np.ones((3, 3), bool))
    for rows, columns in ndimage.find_objects(labels):
        if (rows.stop - rows.start) * scale <= THICKEST_POINTS:
            yield Rule(is_vertical, (rows.start + rows.stop) / 2 * scale, columns.start * scale, columns.stop * scale)
