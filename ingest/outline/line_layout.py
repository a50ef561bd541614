"""How the lines of a document are set: the margin at which they are broken, their indents, the place that several cover."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.blocks import Line
from ingest.document import Place

SHORTEST_BROKEN_LINE = 18  # a shorter line without a full stop is a line of its own
LONGEST_WRAP = 60  # full-width characters; wider lines are whole paragraphs
FEWEST_LINES = 10
INDENT_EM = 1.2


@dataclass(frozen=True, slots=True)
class Layout:
    """`wrap` is the usual full width in characters where lines are broken at a margin, else None; `left` and `em` are PDF points."""

    wrap: float | None
    left: float = 0.0
    em: float = 1.0

    def is_full(self, line: Line, tolerance: float) -> bool:
        """Whether the line reaches the margin, up to so many characters."""
        return self.wrap is not None and self._right_edge(line) >= self.wrap - tolerance

    def is_indented(self, line: Line) -> bool:
        """Whether the line starts as the first line of a paragraph does, or is centred."""
        if line.place.bbox is None:
            return line.text.startswith("　　")
        return line.place.bbox[0] > self.left + INDENT_EM * self.em

    def _right_edge(self, line: Line) -> float:
        return _width(line.text) if line.place.bbox is None else (line.place.bbox[2] - self.left) / self.em


def measure_layout(lines: Sequence[Line]) -> Layout:
    """The layout, from the lines that are long enough to be prose."""
    prose = [line for line in lines if len(line.text.strip()) >= SHORTEST_BROKEN_LINE]
    boxes = [line.place.bbox for line in prose if line.place.bbox is not None]
    if boxes:
        em = _quantile([bottom - top for _, top, _, bottom in boxes], 0.5)
        right = _densest([right for _, _, right, _ in boxes], em)
        left = _quantile([left for left, _, edge, _ in boxes if abs(edge - right) <= em], 0.1)  # not of tables on wider pages
        return Layout((right - left) / em, left, em)
    widths = [_width(line.text) for line in prose]
    usual = _quantile(widths, 0.8) if len(widths) >= FEWEST_LINES else 0.0
    near = sum(usual - 3 <= width <= usual + 2 for width in widths)
    return Layout(usual if 0 < usual <= LONGEST_WRAP and 3 * near >= len(widths) else None)


def _quantile(values: list[float], share: float) -> float:
    return sorted(values)[int(len(values) * share)]


def _densest(edges: list[float], within: float) -> float:
    """The place where most edges lie close together: lines broken at a margin end there, those of tables anywhere."""
    edges = sorted(edges)
    counts = [bisect_right(edges, edge + within) - place for place, edge in enumerate(edges)]
    most = max(counts)
    place = max(place for place, count in enumerate(counts) if count == most)
    return edges[place + most // 2]


def _width(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text.rstrip())


def join_places(places: Sequence[Place]) -> Place:
    """One place from the first to the last of several; the box is that on the first page."""
    lines = [place.lines for place in places if place.lines is not None]
    page = places[0].page if places else None
    boxes = [place.bbox for place in places if place.bbox is not None and place.page == page]
    return Place(page, _hull(boxes), (min(first for first, _ in lines), max(last for _, last in lines)) if lines else None)


def _hull(boxes: list[tuple[float, float, float, float]]) -> tuple[float, float, float, float] | None:
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
