"""Dotted and dashed borders: marks too small to be rules, joined where they stand in a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from ingest.pages.pdf_glyphs import Box, Rule

SAME_LINE_POINTS = 0.4
LARGEST_GAP_POINTS = 4.0
SHORTEST_RULE_POINTS = 8.0
FEWEST_MARKS = 4


def join_dashes(marks: Sequence[Box]) -> tuple[Rule, ...]:
    """The rules that rows and columns of marks draw; marks that stand alone, such as those where two borders meet, draw none.

    A mark is a box [x0, top, x1, bottom] that is thin both ways; one in a corner counts for both directions.
    """
    if len(marks) < FEWEST_MARKS:
        return ()
    return (*_rules(marks, is_vertical=False), *_rules(marks, is_vertical=True))


def _rules(marks: Iterable[Box], *, is_vertical: bool) -> Iterator[Rule]:
    """Those of one direction: marks of nearly one height (or one distance from the left), each close to the next."""
    ends = [(x0, x1, (top + bottom) / 2) if not is_vertical else (top, bottom, (x0 + x1) / 2) for x0, top, x1, bottom in marks]
    line: list[tuple[float, float, float]] = []
    for mark in sorted(ends, key=itemgetter(2)):
        if line and mark[2] - line[-1][2] > SAME_LINE_POINTS:
            yield from _runs(line, is_vertical)
            line = []
        line.append(mark)
    yield from _runs(line, is_vertical)


def _runs(line: list[tuple[float, float, float]], is_vertical: bool) -> Iterator[Rule]:
    run: list[tuple[float, float, float]] = []
    for mark in sorted(line):
        if run and mark[0] - run[-1][1] > LARGEST_GAP_POINTS:
            yield from _run(run, is_vertical)
            run = []
        run.append(mark)
    yield from _run(run, is_vertical)


def _run(run: list[tuple[float, float, float]], is_vertical: bool) -> Iterator[Rule]:
    start, end = run[0][0], max(mark[1] for mark in run)
    if len(run) >= FEWEST_MARKS and end - start >= SHORTEST_RULE_POINTS:
        yield Rule(is_vertical, run[0][2], start, end)
