"""Column headers without rules: which columns a printed header stands over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from ingest.pdf_glyphs import Glyph
from ingest.pdf_word_rows import Extent, home_column

Group = tuple[int, int, list[Glyph]]  # first and last column, and the glyphs of the header over them
MAX_RUN = 14


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """A header over the columns `first` to `last`, with its glyphs."""

    first: int
    last: int
    row_span: int
    glyphs: list[Glyph]


def header_lines(lines: Sequence[Sequence[list[Glyph]]], spans: Sequence[Extent]) -> list[list[HeaderCell | None]]:
    """The header as one row, or as two where words of its first line stand over several columns; wrapped words are one cell."""
    lowest = {home_column(segment, spans): _centre(segment) for segment in lines[-1]}
    centres = [lowest.get(i, (span[0] + span[1]) / 2) for i, span in enumerate(spans)]
    upper = lines[0] if len(lines) > 1 else []
    groups = [group for run in _runs(sorted(lowest)) for group in _share(run, upper, centres) if group[0] < group[1]]
    grouped = {id(segment) for _, _, segment in groups}
    contents: list[list[Glyph]] = [[] for _ in spans]
    for line in lines:
        for segment in line:
            if id(segment) not in grouped:
                contents[home_column(segment, spans)] += segment
    if not groups:
        return [[HeaderCell(i, i, 1, glyphs) for i, glyphs in enumerate(contents)]]
    return _two_levels(groups, contents)


def _centre(segment: Sequence[Glyph]) -> float:
    return (segment[0].x0 + segment[-1].x1) / 2


def _runs(columns: Sequence[int]) -> list[list[int]]:
    """Neighbouring columns together."""
    runs: list[list[int]] = []
    for column in columns:
        if runs and column == runs[-1][-1] + 1:
            runs[-1].append(column)
        else:
            runs.append([column])
    return runs


def _share(run: list[int], upper: Sequence[list[Glyph]], centres: Sequence[float]) -> list[Group]:
    """The columns of a run shared out, in order, among the words printed above it so that each stands over the middle of its own."""
    above = [s for s in upper if min(range(len(centres)), key=lambda i: abs(centres[i] - _centre(s))) in run]
    if not above or len(above) > len(run) or len(run) > MAX_RUN:
        return []
    best = min(
        combinations(run[1:], len(above) - 1),
        key=lambda starts: sum(
            abs((centres[first] + centres[last]) / 2 - _centre(segment)) for first, last, segment in _parts(run, starts, above)
        ),
    )
    return _parts(run, best, above)


def _parts(run: list[int], starts: Sequence[int], above: Sequence[list[Glyph]]) -> list[Group]:
    firsts = [run[0], *starts]
    lasts = [start - 1 for start in starts] + [run[-1]]
    return list(zip(firsts, lasts, above, strict=True))


def _two_levels(groups: list[Group], contents: list[list[Glyph]]) -> list[list[HeaderCell | None]]:
    upper: list[HeaderCell | None] = [HeaderCell(i, i, 2, glyphs) for i, glyphs in enumerate(contents)]
    lower: list[HeaderCell | None] = [None] * len(contents)
    for first, last, segment in groups:
        upper[first : last + 1] = [HeaderCell(first, last, 1, segment), *[None] * (last - first)]
        lower[first : last + 1] = [HeaderCell(i, i, 1, contents[i]) for i in range(first, last + 1)]
    return [upper, lower]
