"""The rules that publications draw around the cells of a table: full, half, broken, shaded or none."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

RULE_WIDTH = 0.5
Box = tuple[float, float, float, float]  # left, top, right, bottom; y grows upwards

# what a style draws: for a cell's box, the box of the table's part on this page, whether it is a header and its row
Painter = Callable[[Canvas, Box, Box, bool, int], None]


def draw_rules(canvas: Canvas, style: str, box: Box, part: Box, is_header: bool, row: int) -> None:
    """The border and the background of a cell in one of the styles of `PAINTERS`; `part` is the box of the rows on this page."""
    PAINTERS[style](canvas, box, part, is_header, row)


def _full(canvas: Canvas, box: Box, _part: Box, _is_header: bool, _row: int) -> None:
    left, top, right, bottom = box
    canvas.setLineWidth(RULE_WIDTH)
    canvas.rect(left, bottom, right - left, top - bottom, stroke=1, fill=0)


def _rectangles(canvas: Canvas, box: Box, _part: Box, _is_header: bool, _row: int) -> None:
    left, top, right, bottom = box
    for x, y, width, height in (
        (left, bottom, right - left, RULE_WIDTH), (left, top, right - left, RULE_WIDTH),
        (left, bottom, RULE_WIDTH, top - bottom), (right, bottom, RULE_WIDTH, top - bottom),
    ):  # fmt: skip
        canvas.rect(x, y, width, height, stroke=0, fill=1)


def _horizontal(canvas: Canvas, box: Box, _part: Box, _is_header: bool, _row: int) -> None:
    left, top, right, bottom = box
    canvas.line(left, top, right, top)
    canvas.line(left, bottom, right, bottom)


def _three_lines(canvas: Canvas, box: Box, part: Box, is_header: bool, _row: int) -> None:
    left, top, right, bottom = box
    if top > part[1] - 1:
        canvas.line(left, top, right, top)
    if bottom < part[3] + 1:
        canvas.line(left, bottom, right, bottom)
    if not is_header and top < part[1] - 1 and _row == 0:
        canvas.line(left, top, right, top)


def _frame(canvas: Canvas, box: Box, part: Box, is_header: bool, row: int) -> None:
    if is_header:
        _full(canvas, box, part, is_header, row)
    canvas.rect(part[0], part[3], part[2] - part[0], part[1] - part[3], stroke=1, fill=0)


def _open_sides(canvas: Canvas, box: Box, part: Box, is_header: bool, row: int) -> None:
    left, top, right, bottom = box
    _horizontal(canvas, box, part, is_header, row)
    for x in (left, right):
        if part[0] + 1 < x < part[2] - 1:
            canvas.line(x, bottom, x, top)


def _dashed(canvas: Canvas, box: Box, part: Box, is_header: bool, row: int) -> None:
    canvas.setDash(2, 2)
    _full(canvas, box, part, is_header, row)
    canvas.setDash()


def _segments(canvas: Canvas, box: Box, _part: Box, _is_header: bool, _row: int) -> None:
    left, top, right, bottom = box
    for x in (left, right):
        y = bottom
        while y < top:
            canvas.line(x, y, x, min(y + 2, top))
            y += 4
    for y in (top, bottom):
        x = left
        while x < right:
            canvas.line(x, y, min(x + 2, right), y)
            x += 4


def _double(canvas: Canvas, box: Box, part: Box, is_header: bool, row: int) -> None:
    left, top, right, bottom = box
    _full(canvas, box, part, is_header, row)
    _full(canvas, (left + 1.5, top - 1.5, right - 1.5, bottom + 1.5), part, is_header, row)


def _shaded(canvas: Canvas, box: Box, part: Box, is_header: bool, row: int) -> None:
    left, top, right, bottom = box
    if is_header:
        canvas.setFillGray(0.85)
        canvas.rect(left, bottom, right - left, top - bottom, stroke=0, fill=1)
        canvas.setFillGray(0)
    _rectangles(canvas, box, part, is_header, row)


def _zebra(canvas: Canvas, box: Box, _part: Box, _is_header: bool, row: int) -> None:
    left, top, right, bottom = box
    canvas.setFillGray(0.8 if row % 2 else 0.95)
    canvas.rect(left, bottom, right - left, top - bottom, stroke=0, fill=1)
    canvas.setFillGray(0)


def _white(canvas: Canvas, box: Box, part: Box, is_header: bool, row: int) -> None:
    _zebra(canvas, box, part, is_header, 1)
    canvas.setStrokeGray(1)
    _full(canvas, box, part, is_header, row)
    canvas.setStrokeGray(0)


def _none(_canvas: Canvas, _box: Box, _part: Box, _is_header: bool, _row: int) -> None:
    """Nothing at all."""


PAINTERS: dict[str, Painter] = {
    "lines": _full, "rectangles": _rectangles, "none": _none, "horizontal": _horizontal, "three lines": _three_lines, "frame": _frame,
    "open sides": _open_sides, "dashed": _dashed, "segments": _segments, "double": _double, "shaded": _shaded, "zebra": _zebra,
    "white": _white,
}  # fmt: skip
