"""The cells that words make between level rules: each reaches from the rule above its words to the rule below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.page_tables.pdf_row_rules import RowRules
from ingest.pages.pdf_glyphs import Glyph, Rule
from ingest.pages.pdf_word_rows import Extent, WordRow, overlap
from ingest.pages.pdf_words import AMOUNT, line_text

MOST_OF_WORD = 0.5
SPACED = re.compile(r"项目|科目|合计|总计|小计|收入|支出|金额|名称|编码|单位|备注|[预决]算数|执行数")
LONGEST_SPACED = 3
MAX_SPACE_EM = 2.2
# lines of one cell stand closer than this
MAX_LINE_PITCH_EM = 1.75


@dataclass(frozen=True, slots=True)
class RuledCell:
    """The lines of a cell, its left and right end, and the numbers of the heights at which the rules above and below it stand."""

    lines: tuple[list[Glyph], ...]
    extent: Extent
    top: int
    bottom: int

    @property
    def text(self) -> str:
        """Its lines as printed, without what parts them."""
        return "".join(map(line_text, self.lines))

    @property
    def holds_rows(self) -> bool:
        """Whether its lines are rows of their own, which no rule parts."""
        amounts = sum(bool(AMOUNT.fullmatch(line_text(line))) for line in self.lines)
        return amounts > 1 or any(
            below[0].middle - above[0].middle > MAX_LINE_PITCH_EM * below[0].size for above, below in pairwise(self.lines)
        )


def read_ruled_cells(stack: RowRules, lines: Sequence[WordRow]) -> list[RuledCell]:
    """The cells of the words between the rules of a stack, in the order of their first lines."""
    heights = stack.heights
    cells: list[RuledCell] = []
    for line in lines:
        if not heights[0] < line.y < heights[-1]:
            continue
        for segment in _join_spaced(line.segments):
            cell = _cell(segment, line.y, stack)
            joined = [other for other in cells if _is_one(other, cell)]
            cells = [other for other in cells if other not in joined]
            cells.append(_join([*joined, cell]))
    return cells


def _join_spaced(segments: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """The words, a label whose characters are set apart as one: 项 目, 合 计."""
    joined: list[list[Glyph]] = []
    index = 0
    while index < len(segments):
        length = next((n for n in range(LONGEST_SPACED, 1, -1) if _is_spaced(segments[index : index + n])), 1)
        joined.append([glyph for segment in segments[index : index + length] for glyph in segment])
        index += length
    return joined


def _is_spaced(segments: Sequence[list[Glyph]]) -> bool:
    if any(len(segment) > 1 for segment in segments) or not SPACED.fullmatch("".join(segment[0].text for segment in segments)):
        return False
    return all(after[0].x0 - before[0].x1 <= MAX_SPACE_EM * after[0].size for before, after in pairwise(segments))


def _cell(segment: list[Glyph], y: float, stack: RowRules) -> RuledCell:
    extent = segment[0].x0, segment[-1].x1
    over = [rule.at for rule in stack.rules if stack.is_whole(rule) or _covers(rule, extent)]
    top, bottom = max(at for at in over if at <= y), min(at for at in over if at > y)
    return RuledCell((segment,), extent, stack.heights.index(top), stack.heights.index(bottom))


def _covers(rule: Rule, extent: Extent) -> bool:
    return overlap((rule.start, rule.end), extent) > MOST_OF_WORD * (extent[1] - extent[0])


def _is_one(cell: RuledCell, other: RuledCell) -> bool:
    return (cell.top, cell.bottom) == (other.top, other.bottom) and overlap(cell.extent, other.extent) > 0


def _join(cells: Sequence[RuledCell]) -> RuledCell:
    lines = sorted((line for cell in cells for line in cell.lines), key=lambda line: line[0].middle)
    extent = min(cell.extent[0] for cell in cells), max(cell.extent[1] for cell in cells)
    return replace(cells[0], lines=tuple(lines), extent=extent)
