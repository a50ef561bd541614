"""The ruling lines in the picture of a page, as those of a drawn page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from scipy import ndimage

from ingest.pages.pdf_glyphs import Rule

DARK = 150  # of 255
FAINT = 24
ALONG_PIXELS, AROUND_PIXELS = 9, 15
SHORTEST_POINTS = 14.0  # longer than the stroke of a character
THICKEST_POINTS = 5.0


def picture_rules(picture: Any, points_per_pixel: float) -> tuple[Rule, ...]:
    """The straight dark lines of an RGB picture, in points."""
    grey = np.asarray(picture).min(axis=2)
    level, upright = (_dark(side) for side in (grey, grey.T))
    return (*_rules(level, points_per_pixel, is_vertical=False), *_rules(upright, points_per_pixel, is_vertical=True))


def _dark(grey: Any) -> Any:
    """The points that are dark, or darker along the row than the rows around: a thin line of a poor scan is only grey."""
    along = ndimage.uniform_filter1d(grey.astype(np.float32), ALONG_PIXELS, axis=1)
    around = ndimage.uniform_filter1d(along, AROUND_PIXELS, axis=0)
    return (grey < DARK) | (around - along > FAINT)


def _rules(is_dark: Any, scale: float, *, is_vertical: bool) -> Iterator[Rule]:
    """The runs of dark pixels along the rows; a gap of one pixel in a line that leans does not break it."""
    length = max(int(SHORTEST_POINTS / scale), 2)
    closed = ndimage.binary_closing(is_dark, np.ones((3, 3), bool))
    lines = ndimage.binary_opening(closed, np.ones((1, length), bool))
    labels, _ = ndimage.label(lines, np.ones((3, 3), bool))
    for rows, columns in ndimage.find_objects(labels):
        if (rows.stop - rows.start) * scale <= THICKEST_POINTS:
            yield Rule(is_vertical, (rows.start + rows.stop) / 2 * scale, columns.start * scale, columns.stop * scale)
