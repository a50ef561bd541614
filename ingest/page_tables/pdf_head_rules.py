"""Heads between two level rules with rows that no rule parts below them: three-line tables, down to their closing rule or over the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.page_tables.pdf_grids import SNAP_POINTS
from ingest.page_tables.pdf_row_rules import RowRules, find_row_rules
from ingest.pages.pdf_glyphs import Rule
from ingest.pages.pdf_paragraphs import PAGE_NUMBER
from ingest.pages.pdf_word_rows import Extent, WordRow, stand_beside

LONGEST_NAME = 20
# a head names what stands below it; the fields of a form and sentences are none
NO_NAME = re.compile(r"[：:。；;，]")
PAGE_HEADERS = re.compile(r"页[码次数]?|所在页.?")
# an empty strip that is lower lies between the two strokes of a double rule
MAX_STROKE_POINTS = 6.0


@dataclass(frozen=True, slots=True)
class HeadRules:
    """A head and the rows below it: their lines, the sides of the rules, and the heights of the first and the last of them.

    `is_open` says that no rule closes it: it reaches to the foot of the page.
    """

    head: tuple[WordRow, ...]
    body: tuple[WordRow, ...]
    sides: Extent
    top: float
    bottom: float
    is_open: bool = False


def find_head_rules(rules: Sequence[Rule], lines: Sequence[WordRow]) -> list[HeadRules]:
    """The heads of a page with what stands below them, from top to bottom."""
    stacks = sorted(find_row_rules(rules, lines), key=lambda stack: stack.heights)
    return [one for stack in stacks for one in _tables(stack, lines)]


def _tables(stack: RowRules, lines: Sequence[WordRow]) -> Iterator[HeadRules]:
    heights = [rule.at for rule in stack.rules if stack.is_whole(rule)]
    strips = [strip for strip in pairwise(sorted(heights)) if strip[1] - strip[0] > MAX_STROKE_POINTS or _inside(lines, strip)]
    place = 0
    while place < len(strips):
        head = _inside(lines, strips[place])
        end = _end(strips, place + 1, lines, head) if _may_be_head(head) else place
        if end > place:
            yield from _table(stack, strips[place:end], lines)
        place = max(end, place + 1)


def _end(strips: Sequence[Extent], start: int, lines: Sequence[WordRow], head: Sequence[WordRow]) -> int:
    """The strip after the last that holds rows below the head: a title, an empty strip or the same head again ends them."""
    end = start
    while end < len(strips):
        inside = _inside(lines, strips[end])
        if not any(len(line.words) > 1 for line in inside) or [line.words for line in inside] == [line.words for line in head]:
            break
        end += 1
    return end


def _table(stack: RowRules, strips: Sequence[Extent], lines: Sequence[WordRow]) -> Iterator[HeadRules]:
    top, head_end = strips[0]
    bottom = strips[-1][1]
    is_parted = any(head_end + SNAP_POINTS < rule.at < bottom and not stack.is_whole(rule) for rule in stack.rules)
    head, sides = tuple(_inside(lines, strips[0])), (stack.left, stack.right)
    if len(strips) > 1 and not is_parted:
        yield HeadRules(head, tuple(_inside(lines, (head_end, bottom))), sides, top, bottom)
    elif len(strips) == 1 and (body := lines_to_foot(lines, head_end)):
        yield HeadRules(head, tuple(body), sides, top, body[-1].y + body[-1].line[0].size, is_open=True)


def lines_to_foot(lines: Sequence[WordRow], top: float) -> list[WordRow]:
    """The lines below this height without the number at the foot of the page."""
    below = [line for line in lines if line.y > top]
    while below and PAGE_NUMBER.fullmatch(" ".join(below[-1].words)):
        below.pop()
    return below


def _inside(lines: Sequence[WordRow], strip: Extent) -> list[WordRow]:
    return [line for line in lines if strip[0] < line.y < strip[1]]


def _may_be_head(lines: Sequence[WordRow]) -> bool:
    """Whether names stand side by side, none of them a number, a field or the number of a page."""
    words = [word for line in lines for word in line.words]
    are_names = all(len(word) <= LONGEST_NAME and not NO_NAME.search(word) and not word.isdigit() for word in words)
    return stand_beside(lines) and are_names and not any(PAGE_HEADERS.fullmatch(word) for word in words)
