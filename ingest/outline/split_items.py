"""The items of a list that run on in one paragraph."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.blocks import Line
from ingest.document import Paragraph
from ingest.outline.headings import PART_RANK, STYLES, numeral_value
from ingest.outline.join_lines import join_lines
from ingest.outline.line_layout import join_places


def split_items(lines: list[Line]) -> list[Paragraph]:
    """One paragraph per item where the items of a list run on in one paragraph: 职责是：一、…。二、…。"""
    text = join_lines(lines)
    starts = [0, *(start for start in _item_starts(text) if start > 0), len(text)]
    ends = _line_ends(lines)
    paragraphs = []
    for start, end in pairwise(starts):
        own = [line.place for line, (first, last) in zip(lines, ends, strict=True) if first < end and last > start]
        paragraphs.append(Paragraph(text[start:end].strip(), join_places(own)))
    return paragraphs


def _line_ends(lines: list[Line]) -> list[tuple[int, int]]:
    lengths = [len(join_lines(lines[:count])) for count in range(len(lines) + 1)]
    return list(pairwise(lengths))


def _item_starts(text: str) -> list[int]:
    runs = [_sequence(style.pattern, text) for style in STYLES if style.rank > PART_RANK]
    usable = [run for run in runs if len(run) >= 2]
    return min(usable, key=lambda run: run[0], default=[])


def _sequence(pattern: re.Pattern[str], text: str) -> list[int]:
    """Where numbers of one style follow one another by one, each at the start or after the end of a sentence."""
    starts: list[int] = []
    expected = 0
    for found in re.finditer(rf"(?:^|(?<=[。；;：:]))\s*(?={pattern.pattern})", text):
        number = pattern.match(text, found.end())
        value = numeral_value(number.group(1)) if number else 0
        if value and (value == expected or not starts):
            starts.append(found.end())
            expected = value + 1
    return starts
