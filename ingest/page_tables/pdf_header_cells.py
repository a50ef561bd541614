"""Printed words of a header without rules to the cells they make: the lines of a wrapped header are one cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.pages.pdf_glyphs import Glyph
from ingest.pages.pdf_word_rows import Extent

# lines of one cell stand closer than this, rows of a table do not
MAX_LINE_PITCH_EM = 1.45
MAX_LINE_PITCH_OF_ROWS = 0.85
SAME_AXIS_POINTS = 1.2


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """The lines of one cell, top to bottom."""

    lines: tuple[list[Glyph], ...]

    @property
    def glyphs(self) -> list[Glyph]:
        """All its glyphs."""
        return [glyph for line in self.lines for glyph in line]

    @property
    def extent(self) -> Extent:
        """Its left and right end."""
        return min(line[0].x0 for line in self.lines), max(line[-1].x1 for line in self.lines)

    @property
    def axis(self) -> float:
        """The middle between its left and right end."""
        return sum(self.extent) / 2

    @property
    def first(self) -> float:
        """The height of its first line."""
        return self.lines[0][0].middle

    @property
    def last(self) -> float:
        """The height of its last line."""
        return self.lines[-1][0].middle

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.first + self.last) / 2


def join_wrapped_cells(lines: Sequence[Sequence[list[Glyph]]], pitch: float) -> list[PrintedCell]:
    """The cells that the words of the lines make, where rows of the table stand `pitch` points apart."""
    cells: list[list[list[Glyph]]] = []
    for line in lines:
        for segment in line:
            above = [cell for cell in cells if _goes_on(cell[-1], segment, line_pitch(segment, pitch))]
            if len(above) == 1:
                above[0].append(segment)
            else:
                cells.append([segment])
    return [PrintedCell(tuple(cell)) for cell in cells]


def line_pitch(line: Sequence[Glyph], pitch: float) -> float:
    """How far below a line of a cell its next line stands at most."""
    return min(MAX_LINE_PITCH_EM * line[0].size, MAX_LINE_PITCH_OF_ROWS * pitch)


def _goes_on(above: Sequence[Glyph], below: Sequence[Glyph], limit: float) -> bool:
    step = below[0].middle - above[0].middle
    is_under = min(above[-1].x1, below[-1].x1) > max(above[0].x0, below[0].x0)
    shifts = (above[0].x0 - below[0].x0, (above[0].x0 + above[-1].x1 - below[0].x0 - below[-1].x1) / 2)
    return 0 < step <= limit and is_under and min(map(abs, shifts)) <= SAME_AXIS_POINTS
