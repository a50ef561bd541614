"""Rebuilds tables whose columns were lost in raw text: lines become a grid with the header and the columns of the prescribed form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Block, Line, Reading
from ingest.document import Problem
from ingest.raw_text.column_rules import Facts, gather_facts
from ingest.raw_text.find_raw_tables import Region, find_raw_tables
from ingest.raw_text.raw_table import Record, key_of
from ingest.raw_text.rebuild_layouts import LAYOUTS, TOTAL_LABELS
from ingest.raw_text.split_blocks import split_blocks
from ingest.raw_text.split_rows import split_rows
from ingest.raw_text.split_sides import split_sides
from ingest.standard_forms import Family

GLUED_CAPTION = re.compile(r"\s*((?:金额)?单位\s*[:：]\s*(?:百万|万|千|亿)?元)\s*((?:部门|单位|编制)(?:名称|单位|部门)?\s*[:：].*)")
UNIT_FORM = "收入总表"
NOT_REBUILT = "认出了规定格式{number}《{title}》，但其中的数与表内等式对不上，各列没有还原，只作文字保留。"


def rebuild_tables(blocks: Sequence[Block], families: Sequence[Family]) -> Reading:
    """The blocks with every raw table that one of the forms describes as caption lines and a grid; all else unchanged.

    A table that was recognised but whose numbers fit no columns stays as it was and is told as a problem.
    """
    regions = find_raw_tables(blocks, families)
    if regions:
        blocks = [piece for block in blocks for piece in split_caption(block)]
        regions = find_raw_tables(blocks, families)
    names = known_names(regions)
    prose = prose_between(blocks, regions)
    regions = tuple(replace(region, table=replace(region.table, known_names=names, prose=prose)) for region in regions)
    facts = {family.name: family_facts(family, regions) for family in families}
    rebuilt: list[Block] = []
    problems: list[Problem] = []
    position = 0
    for region in regions:
        grid = LAYOUTS[region.table.form.layout](region.table, facts[region.family.name])
        if grid is None:
            form = region.table.form
            first = region.table.header_place
            problems.append(Problem(NOT_REBUILT.format(number=form.number, title=form.titles[0]), first))
            continue
        rebuilt += [*blocks[position : region.start], grid]
        position = region.end
    return Reading((*rebuilt, *blocks[position:]), tuple(problems))


def split_caption(block: Block) -> tuple[Block, ...]:
    """The unit and the department, which raw text prints in one line, as two lines."""
    match = GLUED_CAPTION.fullmatch(block.text) if isinstance(block, Line) else None
    if match is None or not isinstance(block, Line):
        return (block,)
    return replace(block, text=match.group(2)), replace(block, text=match.group(1))


def known_names(regions: Sequence[Region]) -> str:
    """The names of the department's units, one a line, as the income table lists them."""
    rows = [record for region in regions if region.table.form.id == UNIT_FORM for record in split_rows(region.table)]
    keys = {key_of(record.keys[-1].text) for record in rows if record.keys[-1]}
    return "\n" + "".join(f"{key}\n" for key in sorted(keys - TOTAL_LABELS))


def prose_between(blocks: Sequence[Block], regions: Sequence[Region]) -> str:
    """The lines outside the tables, joined without spaces so that a line break does not part a name from its amount."""
    inside = {position for region in regions for position in range(region.start, region.end)}
    lines = [block.text for position, block in enumerate(blocks) if position not in inside and isinstance(block, Line)]
    return re.sub(r"\s+", "", "".join(lines))


def family_facts(family: Family, regions: Sequence[Region]) -> Facts:
    """What the document's tables of one family say about each other's columns."""
    records: dict[str, Sequence[Record]] = {}
    for region in regions:
        if region.family is family and region.table.form.layout == "rows":
            records.setdefault(region.table.form.id, split_rows(region.table))
        if region.family is family and region.table.form.layout == "blocks":
            records.setdefault(region.table.form.id, [item.record for item in split_blocks(region.table)])
        if region.family is family and region.table.form.layout == "sides":
            records.setdefault(region.table.form.id, [item.record for item in split_sides(region.table)])
    return gather_facts(family.evidence, records)
