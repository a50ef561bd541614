"""Pages with two tables side by side, each with a unit of its own: the left one is read before the right one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.pages.pdf_glyphs import Box, Rule, Sheet
from ingest.pages.pdf_word_rows import Extent, WordRow, word_row
from ingest.pages.pdf_words import split_lines

UNIT = re.compile(r"(?:金额)?单位[：:](?:人民币)?[百千万亿]*元")
LINE_POINTS = 6.0


def part_side_by_side(sheet: Sheet) -> list[Sheet]:
    """The sheet in parts in reading order; one part where no line states two units."""
    if sum(glyph.text == "单" for glyph in sheet.glyphs) < 2:
        return [sheet]
    lines = [word_row(line) for line in split_lines(sheet.glyphs)]
    stated = next((i for i, line in enumerate(lines) if len(_units(line)) == 2), None)
    if stated is None:
        return [sheet]
    left, right = (lines[stated].segments[i] for i in _units(lines[stated]))
    cut, band = _widest_gap(lines, stated, (left[-1].x1, right[0].x0))
    inside = [rule for rule in sheet.rules if _stands_in(rule, band)]
    if any(not rule.is_vertical and rule.start < cut < rule.end for rule in inside):
        return [sheet]
    return [_part(sheet, box) for box in _boxes(sheet, cut, band)]


def _boxes(sheet: Sheet, cut: float, band: Extent) -> list[Box]:
    """What stands above both tables, the left one, the right one, and what stands below."""
    far = max(sheet.width, sheet.height) * 2
    return [(-far, -far, far, band[0]), (-far, band[0], cut, band[1]), (cut, band[0], far, band[1]), (-far, band[1], far, far)]


def _units(line: WordRow) -> list[int]:
    """The words of the line that state the unit of a table."""
    return [i for i, word in enumerate(line.words) if UNIT.fullmatch(word)]


def _widest_gap(lines: Sequence[WordRow], stated: int, between: Extent) -> tuple[float, Extent]:
    """Where the two tables part, and the heights between which no word stands in that gap."""
    low, high = between
    cut = (low + high) / 2
    best = (0, 0.0)
    for step in range(1, 40):
        x = low + (high - low) * step / 40
        first, last = _free_lines(lines, stated, x)
        room = min(_room(line, x) for line in lines[first : last + 1])
        if (last - first, room) > best:
            best, cut = (last - first, room), x
    first, last = _free_lines(lines, stated, cut)
    return cut, (lines[first].y - LINE_POINTS, lines[last].y + LINE_POINTS)


def _free_lines(lines: Sequence[WordRow], stated: int, x: float) -> tuple[int, int]:
    first = last = stated
    while first > 0 and _room(lines[first - 1], x) > 0 and _has_both_sides(lines[first - 1], x):
        first -= 1
    while last + 1 < len(lines) and _room(lines[last + 1], x) > 0:
        last += 1
    return first, last


def _has_both_sides(line: WordRow, x: float) -> bool:
    return line.segments[0][0].x0 < x < line.segments[-1][-1].x1


def _room(line: WordRow, x: float) -> float:
    """How far the nearest word stands from x; nothing where a word covers it."""
    return min(max(segment[0].x0 - x, x - segment[-1].x1, 0.0) for segment in line.segments)


def _stands_in(rule: Rule, band: Extent) -> bool:
    middle = (rule.start + rule.end) / 2 if rule.is_vertical else rule.at
    return band[0] <= middle <= band[1]


def _part(sheet: Sheet, box: Box) -> Sheet:
    """The sheet with those glyphs and rules only whose middle is in the box."""
    x0, top, x1, bottom = box
    glyphs = tuple(g for g in sheet.glyphs if x0 <= (g.x0 + g.x1) / 2 < x1 and top <= g.middle < bottom)
    middles = ((rule, *_middle(rule)) for rule in sheet.rules)
    return replace(sheet, glyphs=glyphs, rules=tuple(rule for rule, x, y in middles if x0 <= x < x1 and top <= y < bottom))


def _middle(rule: Rule) -> tuple[float, float]:
    along = (rule.start + rule.end) / 2
    return (rule.at, along) if rule.is_vertical else (along, rule.at)
