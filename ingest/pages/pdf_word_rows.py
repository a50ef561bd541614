"""Printed lines as rows of words that stand apart, and the columns that their words make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from ingest.pages.pdf_glyphs import Glyph
from ingest.pages.pdf_paragraphs import PAGE_NUMBER
from ingest.pages.pdf_words import AMOUNT, NUMBER, line_text, split_segments

Extent = tuple[float, float]
MIN_AMOUNTS = 3
MAX_LABEL_CHARACTERS = 30
LEADER = re.compile(r"…|\.{4}|·{4}")
CAPTION = re.compile(r"单位[：:]")
CLOSE_POINTS = 1.0
MIN_FLUSH = 3
MAX_TAIL_PITCH_EM = 1.45
TAIL = re.compile(r"\d{1,2}")
BROKEN = re.compile(r"-?\d{1,3}(?:[,，]?\d{3})*[.．]\d{0,2}|-?\d{1,3}(?:[,，]\d{3})*[,，]?\d{0,3}")


@dataclass(frozen=True, slots=True)
class WordRow:
    """A printed line in its segments."""

    line: list[Glyph]
    segments: list[list[Glyph]]
    words: tuple[str, ...]

    @property
    def y(self) -> float:
        """The height of its middle."""
        return self.line[0].middle

    @property
    def is_short(self) -> bool:
        """Whether no word of it is prose, a contents line, a caption or a page number."""
        return self.may_be_cell and not PAGE_NUMBER.fullmatch(" ".join(self.words))

    @property
    def may_be_cell(self) -> bool:
        """Whether it is short or a number alone, which is the foot of a page or, among rows of a table, a cell."""
        text = " ".join(self.words)
        is_other = LEADER.search(text) or CAPTION.search(text) or "。" in text
        return not is_other and all(len(word) <= MAX_LABEL_CHARACTERS for word in self.words)

    @property
    def is_body(self) -> bool:
        """Whether it looks like a table row: words side by side, an amount or several numbers among them."""
        numbers = sum(bool(NUMBER.fullmatch(word)) for word in self.words)
        return len(self.words) >= 2 and (self.has_amount or numbers >= 2) and self.is_short

    @property
    def has_amount(self) -> bool:
        """Whether a word of it is an amount."""
        return any(AMOUNT.fullmatch(word) for word in self.words)


def find_tails(rows: Sequence[WordRow]) -> frozenset[int]:
    """The rows that only print the last digits of amounts above them, broken by columns that are too narrow."""
    return frozenset(i for i in range(1, len(rows)) if any(_is_tail(rows[i], above) for above in rows[max(i - 2, 0) : i]))


def _is_tail(row: WordRow, above: WordRow) -> bool:
    is_near = row.y - above.y <= MAX_TAIL_PITCH_EM * row.line[0].size
    digits = [segment for segment, word in zip(row.segments, row.words, strict=True) if TAIL.fullmatch(word)]
    ends = [segment[-1].x1 for segment, word in zip(above.segments, above.words, strict=True) if BROKEN.fullmatch(word)]
    return is_near and bool(digits) and all(any(abs(s[-1].x1 - end) < CLOSE_POINTS for end in ends) for s in digits)


def word_row(line: list[Glyph]) -> WordRow:
    """The line in its words."""
    segments = split_segments(line)
    return WordRow(line, segments, tuple(line_text(segment) for segment in segments))


def overlap(one: Extent, other: Extent) -> float:
    """How far one extent reaches into the other; negative where a gap stands between them."""
    return min(one[1], other[1]) - max(one[0], other[0])


def stand_beside(rows: Sequence[WordRow]) -> bool:
    """Whether a word of the rows stands beside another, on whatever lines."""
    extents = [(segment[0].x0, segment[-1].x1) for row in rows for segment in row.segments]
    return any(overlap(one, other) < 0 for one, other in combinations(extents, 2))


def home_column(segment: Sequence[Glyph], spans: Sequence[Extent]) -> int:
    """The column that a word stands in: the one it covers most of, else the nearest."""
    x0, x1 = segment[0].x0, segment[-1].x1
    return max(range(len(spans)), key=lambda i: min(x1, spans[i][1]) - max(x0, spans[i][0]))


@dataclass(frozen=True, slots=True)
class Stack:
    """Words of a body that stand under one another: their common extent, the rows they stand in, and where they are set flush."""

    extent: Extent
    rows: frozenset[int]
    is_flush_left: bool
    is_flush_right: bool


def word_stacks(rows: Sequence[WordRow]) -> list[Stack]:
    """The words of the rows in stacks, from left to right, with a gap between each and the next."""
    stacks: list[Stack] = []
    words = [(segment[0].x0, segment[-1].x1, number) for number, row in enumerate(rows) for segment in row.segments]
    for left, right in _column_spans(rows, 0.0):
        inside = [word for word in words if left - CLOSE_POINTS <= word[0] and word[1] <= right + CLOSE_POINTS]
        lefts, rights = [word[0] for word in inside], [word[1] for word in inside]
        has_left, has_right = _is_flush(lefts), _is_flush(rights)
        extent = min(lefts, default=left), max(rights, default=right)
        stacks.append(Stack(extent, frozenset(word[2] for word in inside), has_left and not has_right, has_right and not has_left))
    return stacks


def _is_flush(ends: Sequence[float]) -> bool:
    return len(ends) >= MIN_FLUSH and max(ends) - min(ends) < CLOSE_POINTS


def _column_spans(rows: Sequence[WordRow], share: float = 0.1) -> list[Extent]:
    """Where words stand in more than this share of the rows: the extents of the columns from left to right."""
    events: list[tuple[float, int]] = []
    for row in rows:
        for segment in row.segments:
            events += [(segment[0].x0, 1), (segment[-1].x1 - CLOSE_POINTS, -1)]
    depth, least, spans = 0, share * len(rows), list[Extent]()
    begin = 0.0
    for x, step in sorted(events):
        before, depth = depth, depth + step
        if before <= least < depth:
            begin = x
        elif depth <= least < before:
            spans.append((begin, x + CLOSE_POINTS))
    return spans


def aligned_spans(rows: Sequence[WordRow]) -> list[Extent]:
    """The columns of the rows, or none unless amounts stand under amounts and hardly two words of a row in one column."""
    spans = _column_spans(rows) if rows else []
    if len(spans) < 2:
        return []
    amounts = [0] * len(spans)
    doubled = 0
    for row in rows:
        homes = [home_column(segment, spans) for segment in row.segments]
        doubled += len(homes) - len(set(homes))
        for home, word in zip(homes, row.words, strict=True):
            amounts[home] += bool(AMOUNT.fullmatch(word))
    return spans if max(amounts) >= MIN_AMOUNTS and doubled <= 0.1 * len(rows) else []
