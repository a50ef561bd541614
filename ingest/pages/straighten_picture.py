"""The picture of a page turned back by the small angle at which it lay on the scanner."""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image

DARK = 150  # of 255
MOST_DEGREES = 3.0
STEPS_DEGREES = (0.5, 0.1)
SMALLEST_DEGREES = 0.08
MOST_POINTS = 200_000


def straighten_picture(picture: Any) -> Any:
    """The RGB picture with its lines level; a picture that lies straight as it is."""
    angle = _angle(np.asarray(picture).min(axis=2) < DARK)
    if abs(angle) < SMALLEST_DEGREES:
        return picture
    return np.asarray(Image.fromarray(picture).rotate(angle, Image.Resampling.BICUBIC, fillcolor="white"))


def _angle(is_dark: Any) -> float:
    """The degrees anticlockwise at which the dark points gather in the fewest rows."""
    rows, columns = np.nonzero(is_dark)
    if not len(rows):
        return 0.0
    step = max(len(rows) // MOST_POINTS, 1)
    rows, columns = rows[::step], columns[::step]
    best, width = 0.0, MOST_DEGREES
    for fineness in STEPS_DEGREES:
        angles = np.arange(best - width, best + width + fineness / 2, fineness)
        best, width = float(max(angles, key=lambda angle: _gathering(rows, columns, angle))), fineness
    return best


def _gathering(rows: Any, columns: Any, degrees: float) -> tuple[float, float]:
    levels = np.rint(rows + columns * -np.tan(np.radians(degrees))).astype(int)
    counts = np.bincount(levels - levels.min())
    return float(np.square(counts, dtype=float).sum()), -abs(degrees)
