"""Rules that only part rows: stacks of level rules of one width, with no upright rule between their sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.page_tables.pdf_grids import JOIN_POINTS, SNAP_POINTS, merge_rules
from ingest.pages.pdf_glyphs import Rule, enclosing_box
from ingest.pages.pdf_word_rows import LEADER, MAX_LABEL_CHARACTERS, Extent, WordRow, stand_beside

MAX_RULES = 400
MAX_PIECES = 20_000
# between two tables, or a table and the rule at the head of the page, stands more empty space than in an empty row
MAX_EMPTY_EM = 4.0
MAX_TITLE_RATIO = 1.2
# 实施单位：某站 stands in forms
CAPTION = re.compile(r"单位[：:](?:人民币)?[百千万亿]*元|^\S*表$")


@dataclass(frozen=True, slots=True)
class RowRules:
    """The level rules of one table from top to bottom, and its left and right side; rules at the ends of merged cells are shorter.

    `pieces` are the rules as drawn, which may end at every cell.
    """

    left: float
    right: float
    rules: tuple[Rule, ...]
    pieces: tuple[Rule, ...] = ()

    @property
    def heights(self) -> tuple[float, ...]:
        """Where the rules stand, each height once."""
        return tuple(sorted({rule.at for rule in self.rules}))

    @property
    def header_end(self) -> float:
        """The first height below the top at which a rule runs from side to side."""
        return [rule.at for rule in self.rules if self.is_whole(rule)][1]

    @property
    def has_merged_rows(self) -> bool:
        """Whether cells below the header run over several rows."""
        return any(rule.at > self.header_end and not self.is_whole(rule) for rule in self.rules)

    def is_whole(self, rule: Rule) -> bool:
        """Whether a rule runs from side to side."""
        return max(abs(rule.start - self.left), abs(self.right - rule.end)) <= JOIN_POINTS


def find_row_rules(rules: Sequence[Rule], lines: Sequence[WordRow]) -> list[RowRules]:
    """The stacks of rules that may part the rows of a table, the widest first."""
    pieces = [rule for rule in rules if not rule.is_vertical]
    level = merge_rules(pieces) if len(pieces) <= MAX_PIECES else []
    if len(level) > MAX_RULES:
        return []
    uprights = [rule for rule in rules if rule.is_vertical]
    found: list[RowRules] = []
    tried: list[RowRules] = []
    for widest in sorted(level, key=lambda rule: rule.start - rule.end):
        if any(one.is_whole(widest) for one in tried):
            continue
        free = [rule for rule in level if not any(rule in stack.rules for stack in found)]
        parts = (tuple(rule for rule in some if _is_inside(rule, widest)) for some in (free, pieces))
        tried.append(RowRules(widest.start, widest.end, *parts))
        found += (stack for stack in _stacks(tried[-1], lines) if not any(_crosses(rule, stack) for rule in uprights))
    return found


def _is_inside(rule: Rule, widest: Rule) -> bool:
    return widest.start - JOIN_POINTS <= rule.start and rule.end <= widest.end + JOIN_POINTS


def _stacks(whole: RowRules, lines: Sequence[WordRow]) -> Iterator[RowRules]:
    """The parts of the rules, cut where something else than rows of a table stands between two of them."""
    heights = [rule.at for rule in whole.rules if whole.is_whole(rule)]
    run: list[float] = heights[:1]
    for above, below in pairwise(heights):
        if _has_rows(whole, (above, below), lines):
            run.append(below)
            continue
        yield from _stack(whole, run, lines)
        run = [below]
    yield from _stack(whole, run, lines)


def _stack(whole: RowRules, run: Sequence[float], lines: Sequence[WordRow]) -> Iterator[RowRules]:
    if len(run) < 2:
        return
    low, high = run[0] - SNAP_POINTS, run[-1] + SNAP_POINTS
    parts = (tuple(rule for rule in some if low <= rule.at <= high) for some in (whole.rules, whole.pieces))
    stack = RowRules(whole.left, whole.right, *parts)
    if any(stack.heights[0] < line.y < stack.heights[-1] for line in lines):
        yield stack


def _has_rows(whole: RowRules, between: Extent, lines: Sequence[WordRow]) -> bool:
    """Whether what stands between two rules from side to side can be rows of a table."""
    top, bottom = between
    inside = [line for line in lines if top <= line.y < bottom]
    if not inside:
        size = min((line.line[0].size for line in lines), default=0.0)
        return bottom - top <= MAX_EMPTY_EM * size
    size = min(line.line[0].size for line in inside)
    is_parted = any(top < rule.at < bottom for rule in whole.rules)
    return all(_may_be_row(line, whole, size) for line in inside) and (is_parted or not _is_prose(inside))


def _may_be_row(line: WordRow, whole: RowRules, size: float) -> bool:
    text = " ".join(line.words)
    x0, _, x1, _ = enclosing_box([glyph for segment in line.segments for glyph in segment])
    is_inside = x0 >= whole.left - SNAP_POINTS and x1 <= whole.right + SNAP_POINTS
    is_title = line.line[0].size > MAX_TITLE_RATIO * size
    return is_inside and not is_title and not CAPTION.search(text) and not LEADER.search(text)


def _is_prose(lines: Sequence[WordRow]) -> bool:
    """Whether nothing stands beside something else, and the lines are more than a label."""
    return not stand_beside(lines) and sum(len(word) for line in lines for word in line.words) > MAX_LABEL_CHARACTERS


def _crosses(rule: Rule, stack: RowRules) -> bool:
    is_inside = stack.left + JOIN_POINTS < rule.at < stack.right - JOIN_POINTS
    return is_inside and rule.start < stack.heights[-1] and rule.end > stack.heights[0]
