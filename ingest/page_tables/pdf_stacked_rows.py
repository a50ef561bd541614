"""Rows that no rule parts: where cells hold several amounts on one another, every line is a row."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.page_tables.pdf_grids import Frame, Region
from ingest.pages.pdf_glyphs import Glyph
from ingest.pages.pdf_words import AMOUNT, NUMBER, line_text, split_lines

# lines of neighbouring cells this close are one row
SAME_ROW_EM = 0.5
# where the distances between all lines differ by more, some of them are wrapped labels
MAX_PITCH_RATIO = 1.3

Contents = dict[Region, list[Glyph]]
Heights = list[float]


def part_stacked_rows(frame: Frame, contents: Contents) -> tuple[Frame, Contents]:
    """The frame with such rows cut, and its contents in the new cells."""
    by_row: dict[int, list[Region]] = defaultdict(list)
    for region in contents:
        if region.row_span == 1:
            by_row[region.row].append(region)
    for row in sorted(by_row, reverse=True):
        anchors = _anchors([contents[region] for region in by_row[row]])
        if len(anchors) > 1:
            cuts = [(above + below) / 2 for above, below in pairwise(anchors)]
            frame, contents = cut_row(frame, contents, row, cuts)
    return frame, contents


def _anchors(cells: Sequence[list[Glyph]]) -> Heights:
    """The heights of the rows that are hidden in one: of all its lines if they are evenly spaced, else of its amounts."""
    lines = [split_lines(glyphs) for glyphs in cells]
    stacked = [cell for cell in lines if _is_stack(cell)]
    if not stacked or sum(len(cell) > 1 for cell in lines) < 2:
        return []
    rows = _cluster(lines)
    pitches = [below - above for above, below in pairwise(rows)]
    return rows if max(pitches) <= MAX_PITCH_RATIO * min(pitches) else _cluster(stacked)


def _is_stack(lines: Sequence[list[Glyph]]) -> bool:
    """Whether a cell prints nothing but numbers, one a line, at least two of them amounts."""
    words = [line_text(line) for line in lines]
    return sum(bool(AMOUNT.fullmatch(word)) for word in words) >= 2 and all(NUMBER.fullmatch(word) for word in words)


def _cluster(cells: Sequence[Sequence[list[Glyph]]]) -> Heights:
    heights: Heights = []
    for line in sorted((line for cell in cells for line in cell), key=lambda line: line[0].middle):
        if not heights or line[0].middle - heights[-1] > SAME_ROW_EM * line[0].size:
            heights.append(line[0].middle)
    return heights


def cut_row(frame: Frame, contents: Contents, row: int, cuts: list[float]) -> tuple[Frame, Contents]:
    """The frame with one of its rows cut at these heights; cells that reach into other rows are not cut."""
    regions: list[Region] = []
    moved: Contents = defaultdict(list)
    for region in frame.regions:
        inside = contents.get(region, [])
        if region.row == row and region.row_span == 1:
            bands = [replace(region, row=row + k) for k in range(len(cuts) + 1)]
            regions += bands
            for glyph in inside:
                moved[bands[bisect_right(cuts, glyph.middle)]].append(glyph)
            continue
        if region.row > row:
            region = replace(region, row=region.row + len(cuts))
        elif region.row + region.row_span > row:
            region = replace(region, row_span=region.row_span + len(cuts))
        regions.append(region)
        moved[region] = inside
    return Frame(frame.xs, (*frame.ys[: row + 1], *cuts, *frame.ys[row + 1 :]), tuple(regions)), moved
