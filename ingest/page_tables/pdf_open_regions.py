"""Bodies that only a frame encloses: the rules of the header above give their columns, their lines give their rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.page_tables.pdf_body_rows import fill_rows, row_pitch, rows_overlap
from ingest.page_tables.pdf_grids import Frame, Region
from ingest.page_tables.pdf_stacked_rows import Contents, cut_row
from ingest.pages.pdf_glyphs import Glyph
from ingest.pages.pdf_word_rows import Extent, WordRow, home_column, word_row
from ingest.pages.pdf_words import split_lines

EDGE_POINTS = 2.0


def part_open_regions(frame: Frame, contents: Contents) -> tuple[Frame, Contents] | None:
    """The frame with such regions cut into cells, and its contents in them; None where the print does not show the rows."""
    for region in sorted((r for r in contents if r.column_span > 1 and r.row_span == 1), key=lambda r: r.row, reverse=True):
        lines = [word_row(line) for line in split_lines(contents[region])]
        spans = list(pairwise(frame.xs[region.column : region.column + region.column_span + 1]))
        if not any(_stands_in_columns(line, spans) for line in lines):
            continue
        pitch = row_pitch(lines)
        rows = fill_rows(lines, spans, pitch)
        if rows_overlap(rows):
            return None
        heights = [(min(c.first for c in row if c), max(c.last for c in row if c)) for row in rows]
        frame, contents = _cut_columns(frame, contents, region, lines, spans)
        frame, contents = cut_row(frame, contents, region.row, [(above[1] + below[0]) / 2 for above, below in pairwise(heights)])
    return frame, contents


def _stands_in_columns(line: WordRow, spans: Sequence[Extent]) -> bool:
    """Whether a line prints numbers and every word of it stands inside a column of its own."""
    homes = [home_column(segment, spans) for segment in line.segments]
    inside = [
        spans[home][0] - EDGE_POINTS < segment[0].x0 and segment[-1].x1 < spans[home][1] + EDGE_POINTS
        for segment, home in zip(line.segments, homes, strict=True)
    ]
    return line.is_body and all(inside) and len(set(homes)) == len(homes)


def _cut_columns(
    frame: Frame, contents: Contents, region: Region, lines: Sequence[WordRow], spans: Sequence[Extent]
) -> tuple[Frame, Contents]:
    parts = [replace(region, column=region.column + i, column_span=1) for i in range(region.column_span)]
    moved: Contents = defaultdict(list[Glyph], {r: glyphs for r, glyphs in contents.items() if r != region})
    for line in lines:
        for segment in line.segments:
            moved[parts[home_column(segment, spans)]].extend(segment)
    regions = tuple(part for r in frame.regions for part in (parts if r == region else [r]))
    return Frame(frame.xs, frame.ys, regions), moved
