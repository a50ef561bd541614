"""What a document says in words of its tables and units: units that the text does not name, and tables said to be empty that are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from ingest.checks.check_arithmetic import BROKEN, NAMES
from ingest.checks.check_lines import Grid, Line
from ingest.document import Check, Document, Term
from ingest.identity.listed_units import units_in_text
from ingest.identity.organization_names import read_region
from ingest.labels.table_words import fold_all

UNNAMED = "正文“{heading}”列出的单位中没有“{name}”"
NOT_EMPTY = "表注却说“{note}”"
UNIT_ROLES = ("收入表", "支出表", "项目支出表")
OWN_LEVEL = re.compile(r"本级|机关|本部|本单位")
MAKE_UP = re.compile(r"(?:预算|决算)?单位构成|部门构成|(?:预算|决算)单位(?:情况|范围)")
EMPTY = re.compile(r"(?:本|此|该)表(?:为空|无数据|没有数据|是空表|为空表)|空表")
CONDITION = re.compile(r"[若如]果?(?:[本此该]表)?(?:为空|是空|无)|空表(?:的|时|则)")  # 若为空表，则…: what it would mean, not that it is
LIKENESS = 0.75
LIKENESS_OF_OWN = 0.85
LONGEST_NOTE = 30


def check_names(grids: Sequence[Grid], roles: Mapping[str, Grid], document: Document) -> Iterator[Check]:
    """Every unit of a table that the text's own list of units leaves out, and every table of amounts under a note that it is empty."""
    yield from _unnamed_units(roles, document)
    for grid in grids:
        note = next((note for note in grid.table.notes if EMPTY.search(fold_all(note)) and not CONDITION.search(fold_all(note))), None)
        amount = next((index for line in grid.lines for index in line.cells.values() if _is_amount(index, document)), None)
        if note is not None and amount is not None:
            yield _check(NOT_EMPTY.format(note=note[:LONGEST_NOTE]), amount, document)


def _unnamed_units(roles: Mapping[str, Grid], document: Document) -> Iterator[Check]:
    sections = [section for section in document.sections if section.heading_path and MAKE_UP.search(section.heading_path[-1])]
    listed = [*units_in_text(sections)]
    heading = sections[0].heading_path[-1] if sections else ""
    others = [name for name in listed if not _is_own(name, document)]
    grid = next((grid for role in UNIT_ROLES if (grid := roles.get(role)) and any(line.is_body for line in grid.lines)), None)
    if grid is None or not heading or not others:
        return
    seen: set[str] = set()
    for line in grid.lines:
        amount = next((index for index in line.cells.values() if _is_amount(index, document)), None)
        is_unit = line.is_body and len(line.labels) <= 2 and line.name not in seen
        seen.add(line.name)
        if is_unit and amount is not None and not _is_own(line.name, document) and not _is_named(line, listed):
            yield _check(UNNAMED.format(heading=heading, name=line.name), amount, document)


def _is_own(name: str, document: Document) -> bool:
    """Whether a name is that of the department itself or of its own level."""
    own = document.info.organization or ""
    return bool(OWN_LEVEL.search(name)) or SequenceMatcher(None, _core(name), _core(own)).ratio() >= LIKENESS_OF_OWN


def _is_named(line: Line, listed: Sequence[str]) -> bool:
    return any(_is_alike(_core(line.name), _core(name)) for name in listed)


def _is_alike(one: str, other: str) -> bool:
    return one in other or other in one or SequenceMatcher(None, one, other).ratio() >= LIKENESS


def _core(name: str) -> str:
    """A name without its place and what stands in brackets."""
    plain = re.sub(r"\(.*?\)", "", fold_all(name))
    region = read_region(plain)[0]
    return plain.removeprefix(fold_all(region)) if region else plain


def _is_amount(index: int, document: Document) -> bool:
    quantity = document.figures[index].quantity
    return quantity is not None and quantity.is_money and bool(quantity.number)


def _check(says: str, amount: int, document: Document) -> Check:
    quantity = document.figures[amount].quantity
    assert quantity is not None  # _is_amount asked
    return Check(says, NAMES, (Term(amount),), (), quantity, BROKEN)
