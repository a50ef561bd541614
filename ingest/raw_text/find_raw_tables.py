"""Finds the regions of lines that are tables in raw text: a form's title or number, its header, and the body up to the next caption."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ingest.blocks import Block, Grid, Line
from ingest.raw_text.match_form import match_form
from ingest.raw_text.raw_table import RawTable, characters, key_of, span_places, split_words
from ingest.standard_forms import Family, Form, HeaderCell

LONGEST_TITLE = 60
MOST_LINES_TO_HEADER = 8
MOST_LINES_TO_GOALS_HEADER = 150
NUMBER_LINE = re.compile(r"\s*(?:附件?|附表)?\s*((?:预算|公开|决算)\s*\d{1,2}\s*表)\s*")
END_OF_BODY = re.compile(
    r"\s*(?:注\s*[:：\d]|说明\s*[:：]|备注\s*[:：]|(?:金额)?单位\s*[:：]\s*(?:百|千|亿|万)?元"
    r"|部门(?:名称)?\s*[:：]|第[一二三四五六七八九十]+部分)"
)
COLUMN_NUMBERS = re.compile(r"\s*栏\s*次[\s\d栏次]*|\s*1 2 3(?: \d{1,2})*\s*")
YEAR = re.compile(r"^\d{4}年度?")


@dataclass(frozen=True, slots=True)
class Region:
    """The blocks [start, end) that a raw table's header and body take, and what was recognised."""

    start: int
    end: int
    table: RawTable
    family: Family


def find_raw_tables(blocks: Sequence[Block], families: Sequence[Family]) -> tuple[Region, ...]:
    """Every region of lines that one of the forms describes, in reading order."""
    regions: list[Region] = []
    position = 0
    while position < len(blocks):
        region = region_after(blocks, position, families) if isinstance(blocks[position], Line) else None
        if region:
            regions.append(region)
        position = region.end if region else position + 1
    return tuple(join_pages(regions, blocks))


def join_pages(regions: Sequence[Region], blocks: Sequence[Block]) -> list[Region]:
    """The regions with those joined that are pages of one table, whose caption every page prints again."""
    joined: list[Region] = []
    for region in regions:
        last = joined[-1] if joined else None
        if last and last.table.header == region.table.header and is_same_caption(blocks, last, region):
            table = replace(last.table, body=(*last.table.body, *region.table.body))
            joined[-1] = replace(last, end=region.end, table=table)
        else:
            joined.append(region)
    return joined


def is_same_caption(blocks: Sequence[Block], first: Region, second: Region) -> bool:
    """Whether all that stands between two regions also stands directly above the first."""
    between = blocks[first.end : second.start]
    above = {block.text for block in blocks[max(0, first.start - MOST_LINES_TO_HEADER) : first.start] if isinstance(block, Line)}
    return all(isinstance(block, Line) and block.text in above for block in between)


def region_after(blocks: Sequence[Block], position: int, families: Sequence[Family]) -> Region | None:
    """The table whose title or number stands at this position."""
    caption = blocks[position]
    assert isinstance(caption, Line)
    for family, form in named_forms(caption.text, families):
        reach = MOST_LINES_TO_GOALS_HEADER if form.layout == "goals" else MOST_LINES_TO_HEADER
        for start in range(position + 1, min(position + 1 + reach, len(blocks))):
            lines = lines_from(blocks, start)
            match = match_form(form, lines)
            if match:
                return read_region(blocks, position, start, Recognised(family, form, *match), families)
    return None


@dataclass(frozen=True, slots=True)
class Recognised:
    """A form, its header as printed and how many lines that takes."""

    family: Family
    form: Form
    header: tuple[HeaderCell, ...]
    count: int


def read_region(blocks: Sequence[Block], caption: int, start: int, found: Recognised, families: Sequence[Family]) -> Region:
    """The region of a recognised header: the fields before it where the form has any, and its body."""
    lines = lines_from(blocks, start)
    end = end_of_body(blocks, start + found.count, families)
    body = drop_repeated_headers(lines[found.count : end - start], lines[: found.count])
    place = span_places([line.place for line in lines[: found.count]])
    fields = lines_from(blocks, caption + 1)[: start - caption - 1]
    sections = [key_of(section) for section in found.form.lists.get("sections", ())]
    first = next((k for k, line in enumerate(fields) if any(key_of(line.text).startswith(one) for one in sections)), len(fields))
    table = RawTable(found.form, found.header, place, split_words(body), prelude=split_words(fields[first:]))
    return Region(caption + 1 + first if first < len(fields) else start, end, table, found.family)


def named_forms(text: str, families: Sequence[Family]) -> Iterator[tuple[Family, Form]]:
    """The forms whose number or title the line is; the same title may belong to several."""
    if len(text) > LONGEST_TITLE:
        return
    number = NUMBER_LINE.fullmatch(text)
    title = YEAR.sub("", key_of(text))
    for family in families:
        for form in family.forms:
            if (number and key_of(number.group(1)) == form.number) or title.endswith(keys_of(form.titles)):
                yield family, form


@cache
def keys_of(titles: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a form's titles."""
    return tuple(map(key_of, titles))


def lines_from(blocks: Sequence[Block], start: int) -> list[Line]:
    """The lines up to the next grid."""
    lines: list[Line] = []
    for block in blocks[start:]:
        if not isinstance(block, Line):
            break
        lines.append(block)
    return lines


def end_of_body(blocks: Sequence[Block], start: int, families: Sequence[Family]) -> int:
    """Where the table's body ends: at a note, the next caption, a part heading or a grid."""
    for position in range(start, len(blocks)):
        block = blocks[position]
        if isinstance(block, Grid) or block.heading_level or END_OF_BODY.match(block.text) or is_title(block.text, families):
            return position
    return len(blocks)


def is_title(text: str, families: Sequence[Family]) -> bool:
    """Whether the line is the title of a form."""
    return len(text) <= LONGEST_TITLE and next(named_forms(text, families), None) is not None


def drop_repeated_headers(body: Sequence[Line], header: Sequence[Line]) -> list[Line]:
    """The body without the header that every page prints again, and without the row of column numbers."""
    wanted = characters([line.text for line in header])
    first = key_of(header[0].text)
    kept: list[Line] = []
    position = 0
    while position < len(body):
        count = repeated_header(body[position:], wanted) if key_of(body[position].text).startswith(first[:4]) else 0
        if not count and not COLUMN_NUMBERS.fullmatch(body[position].text):
            kept.append(body[position])
        position += count or 1
    return kept


def repeated_header(lines: Sequence[Line], wanted: dict[str, int]) -> int:
    """How many lines from here print the header's characters and no others; 0 if they do not."""
    seen = characters([])
    for count, line in enumerate(lines, 1):
        seen = seen + characters([line.text])
        if seen == wanted:
            return count
        if not all(amount <= wanted.get(character, 0) for character, amount in seen.items()):
            return 0
    return 0
