"""The units a department's document covers: its own level and those below it, as tables and text name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.document import Cell, Section, Table
from ingest.organization_names import UNIT_ENDINGS, read_region

UNIT_CODE = re.compile(r"\d{3,6}")
UNIT_COLUMN = re.compile(r"项目单位|单位名称|部门名称|单位[（(]科目名称[）)]|^单位$")
UNIT_HEADING = re.compile(r"单位构成|预算单位|决算单位|机构设置|部门构成")
LIST_INTRODUCTION = re.compile(r"(?:构成|包括|是|如下|单位|为|个)[^：:。；]{0,6}[：:]")
ITEM_NUMBER = re.compile(r"\s*[一二三四五六七八九十\d]+、")
ITEM = re.compile(r"(?:\d{1,2}\s*[.、．]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、)?\s*([^；;。，,、：:因]{4,45})")


def find_units(tables: Sequence[Table], sections: Sequence[Section]) -> tuple[str, ...]:
    """Each unit's name once, in the order of its first mention in the tables, then in the text."""
    names = [*(name for table in tables for name in _units_in_table(table)), *units_in_text(sections)]
    return tuple(dict.fromkeys(re.sub(r"\s+", "", name) for name in names))


def _units_in_table(table: Table) -> Iterator[str]:
    headers = {cell.column: cell.text for cell in table.cells if cell.is_header and UNIT_COLUMN.search(re.sub(r"\s", "", cell.text))}
    for cell in table.cells:
        if cell.is_header or cell.column not in headers or not _is_unit(cell.text):
            continue
        if "科目" not in headers[cell.column] or _has_code(table, cell):
            yield cell.text


def _has_code(table: Table, cell: Cell) -> bool:
    codes = (other.text.strip() for other in table.cells if other.row == cell.row and other.column < cell.column)
    return any(map(UNIT_CODE.fullmatch, codes))


def units_in_text(sections: Sequence[Section]) -> Iterator[str]:
    """The units that the sections on a department's make-up list, as they name them."""
    for section in sections:
        if not any(map(UNIT_HEADING.search, section.heading_path)):
            continue
        is_listing = False
        for paragraph in section.paragraphs:
            introduction = LIST_INTRODUCTION.search(paragraph.text)
            is_listing = is_listing or introduction is not None
            if is_listing:
                yield from _listed(paragraph.text[introduction.end() if introduction else 0 :])


def _listed(text: str) -> Iterable[str]:
    for item in re.split(r"[；;。]", text):
        first, *others = item.split("、") if not ITEM_NUMBER.match(item) else [item]
        found = ITEM.match(first.strip())
        # 党政办公室、人事科 are offices; what carries a place name is a unit.
        if found and _is_unit(found.group(1)) and (not found.group(1).strip().endswith("办公室") or _has_region(found.group(1))):
            yield found.group(1).strip()
        yield from (other.strip() for other in others if _is_unit(other) and _has_region(other))


def _has_region(name: str) -> bool:
    return read_region(name.strip())[0] is not None


def _is_unit(text: str) -> bool:
    compact = re.sub(r"\s", "", text)
    return 4 <= len(compact) <= 45 and bool(UNIT_ENDINGS.search(compact)) and not re.search(r"\d{4}年|包括|：", compact)
