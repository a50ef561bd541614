"""Strokes of characters that were taken for ruling lines of a picture: they lie within a line of text and meet no line of a table."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.pages.pdf_glyphs import Rule

Box = tuple[float, float, float, float]
EDGE_OF_HEIGHT = 0.12  # the box of a line of text stands out over its characters; a line of the table may lie there
LEAST_POINTS = 40.0  # what is longer is no stroke
REACH_POINTS = 3.0


def drop_strokes(rules: Sequence[Rule], lines: Sequence[Box]) -> tuple[Rule, ...]:
    """The rules (in points) without those that are strokes of the lines of text, which are left, top, right and bottom."""
    drawn = [rule for rule in rules if not any(_is_within(rule, line) for line in lines)]
    long = [rule for rule in drawn if rule.end - rule.start >= LEAST_POINTS]
    return tuple(rule for rule in drawn if rule.end - rule.start >= LEAST_POINTS or any(_meet(rule, other) for other in long))


def _is_within(rule: Rule, line: Box) -> bool:
    left, top, right, bottom = line
    height = bottom - top
    if rule.is_vertical:
        return left < rule.at < right and rule.start > top - 1 and rule.end < bottom + 1
    edge = EDGE_OF_HEIGHT * height
    return top + edge < rule.at < bottom - edge and rule.start > left - height / 2 and rule.end < right + height / 2


def _meet(short: Rule, long: Rule) -> bool:
    """Whether an end of the short rule lies on the long one, which runs across it."""
    return (
        short.is_vertical != long.is_vertical
        and long.start - REACH_POINTS <= short.at <= long.end + REACH_POINTS
        and min(abs(short.start - long.at), abs(short.end - long.at)) <= REACH_POINTS
    )
