"""Printed lines as rows of words that stand apart, and the columns that their words make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.pdf_glyphs import Glyph
from ingest.pdf_paragraphs import PAGE_NUMBER
from ingest.pdf_words import AMOUNT, NUMBER, line_text, split_segments

Extent = tuple[float, float]
MIN_AMOUNTS = 3
MAX_LABEL_CHARACTERS = 30
LEADER = re.compile(r"…|\.{4}|·{4}")
CAPTION = re.compile(r"单位[：:]")
CLOSE_POINTS = 1.0


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
        text = " ".join(self.words)
        is_other = LEADER.search(text) or CAPTION.search(text) or PAGE_NUMBER.fullmatch(text) or "。" in text
        return not is_other and all(len(word) <= MAX_LABEL_CHARACTERS for word in self.words)

    @property
    def is_body(self) -> bool:
        """Whether it looks like a table row: words side by side, an amount or several numbers among them."""
        numbers = sum(bool(NUMBER.fullmatch(word)) for word in self.words)
        has_amount = any(AMOUNT.fullmatch(word) for word in self.words)
        return len(self.words) >= 2 and (has_amount or numbers >= 2) and self.is_short


def word_row(line: list[Glyph]) -> WordRow:
    """The line in its words."""
    segments = split_segments(line)
    return WordRow(line, segments, tuple(line_text(segment) for segment in segments))


def home_column(segment: Sequence[Glyph], spans: Sequence[Extent]) -> int:
    """The column that a word stands in: the one it covers most of, else the nearest."""
    x0, x1 = segment[0].x0, segment[-1].x1
    return max(range(len(spans)), key=lambda i: min(x1, spans[i][1]) - max(x0, spans[i][0]))


def all_spans(rows: Sequence[WordRow]) -> list[Extent]:
    """The extents, from left to right, that words of the rows fill without a gap between them."""
    return _column_spans(rows, 0.0)


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
