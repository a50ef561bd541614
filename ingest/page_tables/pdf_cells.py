"""Glyphs into the cells of a frame, and the frame into a grid of printed cells without its empty rows and slivers."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from ingest.blocks import Grid, GridCell
from ingest.page_tables.pdf_grids import Frame, Region
from ingest.page_tables.pdf_open_regions import part_open_regions
from ingest.page_tables.pdf_stacked_rows import Contents, part_stacked_rows
from ingest.pages.pdf_glyphs import Box, Glyph, Sheet
from ingest.pages.pdf_words import cell_text

SLIVER_POINTS = 6.0
MOST_OF_GLYPH = 0.6
EDGE_POINTS = 2.0


def glyphs_inside(glyphs: Sequence[Glyph], box: Box) -> tuple[list[Glyph], list[Glyph]]:
    """The glyphs of which most is inside the box, and the others."""
    x0, top, x1, bottom = box
    inside: list[Glyph] = []
    outside: list[Glyph] = []
    for glyph in glyphs:
        is_high = top <= glyph.middle <= bottom or min(glyph.bottom, bottom) - max(glyph.top, top) > MOST_OF_GLYPH * glyph.size
        is_inside = is_high and x0 - EDGE_POINTS <= (glyph.x0 + glyph.x1) / 2 <= x1 + EDGE_POINTS
        (inside if is_inside else outside).append(glyph)
    return inside, outside


def fill_frame(frame: Frame, glyphs: Sequence[Glyph], sheet: Sheet) -> Grid | None:
    """The frame's grid with the glyphs' text in its cells, or None where nothing is printed in it or its rows are not shown."""
    opened = part_open_regions(frame, _assign(frame, glyphs))
    if opened is None:
        return None
    frame, contents = part_stacked_rows(*opened)
    texts = {region: cell_text(inside, _width(frame, region)) for region, inside in contents.items()}
    owners = _owners(frame)
    owners = _drop_rows(owners, frame, texts)
    owners = _drop_slivers(owners, frame, texts)
    if not owners:
        return None
    return Grid(_rows(owners, frame, texts, sheet), sheet.place(frame.box), has_spans=True)


def _width(frame: Frame, region: Region) -> float:
    return frame.xs[region.column + region.column_span] - frame.xs[region.column]


def _assign(frame: Frame, glyphs: Sequence[Glyph]) -> Contents:
    by_place = {
        (row, column): region
        for region in frame.regions
        for row in range(region.row, region.row + region.row_span)
        for column in range(region.column, region.column + region.column_span)
    }

    def region_at(x: float, y: float) -> Region:
        column = min(max(bisect_right(frame.xs, x) - 1, 0), len(frame.xs) - 2)
        row = min(max(bisect_right(frame.ys, y) - 1, 0), len(frame.ys) - 2)
        return by_place[row, column]

    contents: Contents = defaultdict(list)
    for run in _runs(glyphs):
        contents[_home(run, frame, region_at)] += run
    return contents


def _runs(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Words as they were set: glyphs that follow one another in the file and touch each other on one baseline."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        before = runs[-1][-1] if runs else None
        if (
            before
            and not glyph.text.isspace()
            and not before.text.isspace()
            and abs(glyph.baseline - before.baseline) < 0.5
            and abs(glyph.x0 - before.x1) <= 0.1 * glyph.size
        ):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return runs


def _home(run: list[Glyph], frame: Frame, region_at: Callable[[float, float], Region]) -> Region:
    """The cell of a word: a word too long for its cell belongs where it begins if it begins at that cell's left edge."""
    first, last, y = run[0], run[-1], run[0].middle
    start = region_at((first.x0 + first.x1) / 2, y)
    if start == region_at((last.x0 + last.x1) / 2, y):
        return start
    is_set_from_left = first.x0 - frame.xs[start.column] < first.size
    return start if is_set_from_left and not first.text.isdigit() else region_at((first.x0 + last.x1) / 2, y)


Owners = list[list[Region]]


def _owners(frame: Frame) -> Owners:
    owners = [[frame.regions[0]] * (len(frame.xs) - 1) for _ in range(len(frame.ys) - 1)]
    for region in frame.regions:
        for row in range(region.row, region.row + region.row_span):
            owners[row][region.column : region.column + region.column_span] = [region] * region.column_span
    return owners


def _drop_rows(owners: Owners, frame: Frame, texts: dict[Region, str]) -> Owners:
    """Without the rows in which no printed cell begins, and without slivers between double rules."""
    kept = [line for row, line in enumerate(owners) if any(region.row == row and texts.get(region) for region in line)]
    for index in range(len(kept) - 1, 0, -1):
        height = _extent(kept[index], lambda r: frame.ys[r.row + r.row_span] - frame.ys[r.row])
        if height < SLIVER_POINTS and not any(texts.get(r) and kept[index - 1].count(r) == 0 for r in kept[index]):
            del kept[index]
    return kept


def _extent(regions: list[Region], size: Callable[[Region], float]) -> float:
    return min(map(size, regions))


def _drop_slivers(owners: Owners, frame: Frame, texts: dict[Region, str]) -> Owners:
    """Without the narrow columns that only misaligned rules make: no printed cell stands in them alone."""
    columns = [[line[c] for line in owners] for c in range(len(owners[0]))] if owners else []
    widths = [after - before for before, after in zip(frame.xs, frame.xs[1:], strict=False)]
    for column in range(len(columns) - 1, -1, -1):
        if widths[column] >= SLIVER_POINTS or len(columns) == 1:
            continue
        neighbours = [c for other in (column - 1, column + 1) if 0 <= other < len(columns) for c in columns[other]]
        if not any(texts.get(region) and region not in neighbours for region in columns[column]):
            del columns[column], widths[column]
    return [list(line) for line in zip(*columns, strict=True)]


def _rows(owners: Owners, frame: Frame, texts: dict[Region, str], sheet: Sheet) -> tuple[tuple[GridCell | None, ...], ...]:
    row_spans: Counter[Region] = Counter(region for line in owners for region in dict.fromkeys(line))
    seen: set[Region] = set()
    rows: list[tuple[GridCell | None, ...]] = []
    for line in owners:
        column_spans = Counter(line)
        cells: list[GridCell | None] = []
        for region in line:
            if region in seen:
                cells.append(None)
                continue
            seen.add(region)
            place = sheet.place(frame.region_box(region))
            cells.append(GridCell(texts.get(region, ""), place, row_spans[region], column_spans[region]))
        rows.append(tuple(cells))
    return tuple(rows)
