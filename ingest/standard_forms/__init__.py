"""The prescribed disclosure forms as data: one TOML file per family; docs/standard_forms.md explains the notation."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

TOTAL_NAME = re.compile(r"(合计|小计|总计)$")
HEADER_LINE = re.compile(r"(?P<indent> *)(?P<names>[^@?\s]+)(?P<tags>(?: @\S+)*)(?P<optional> \?)?")


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """A cell of a form's header: its printed names, tags, whether a print may lack it, and the cells under it."""

    names: tuple[str, ...]
    tags: tuple[str, ...] = ()
    is_optional: bool = False
    children: tuple[HeaderCell, ...] = ()

    @property
    def is_total(self) -> bool:
        """Whether the column is the sum of its siblings."""
        return "total" in self.tags or bool(TOTAL_NAME.search(self.names[0]))


@dataclass(frozen=True, slots=True)
class Form:
    """A prescribed form: how it is recognised (number, titles, header) and how its body is laid out.

    `layout` is rows (keys, then amounts), sides (收入 | 支出), goals (整体绩效目标) or projects (项目绩效目标).
    `lists` holds the layout's own vocabularies (left, right, sections, first_levels …).
    """

    id: str
    number: str
    titles: tuple[str, ...]
    layout: str
    header: tuple[HeaderCell, ...]
    sums: tuple[str, ...]
    lists: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class EvidenceRule:
    """Where another form of the same document tells whether a tagged column holds an amount: rows by label or by code prefix."""

    tag: str
    form: str
    labels: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """All forms of one place's or one year's set, and what they tell about each other."""

    name: str
    forms: tuple[Form, ...]
    evidence: tuple[EvidenceRule, ...]


def read_header(text: str) -> tuple[HeaderCell, ...]:
    """The header tree that an indented text describes."""
    cells, rest = read_level([line for line in text.splitlines() if line.strip()], 0)
    if rest:
        raise ValueError(f"standard form header: wrong indentation at {rest[0]!r}")
    return cells


def read_level(lines: list[str], depth: int) -> tuple[tuple[HeaderCell, ...], list[str]]:
    """The cells at one depth from the front of the lines, and the lines that are left."""
    cells: list[HeaderCell] = []
    while lines:
        match = HEADER_LINE.fullmatch(lines[0])
        if match is None:
            raise ValueError(f"standard form header: cannot read {lines[0]!r}")
        if len(match["indent"]) != 2 * depth:
            break
        children, lines = read_level(lines[1:], depth + 1)
        tags = tuple(tag[1:] for tag in match["tags"].split())
        cells.append(HeaderCell(tuple(match["names"].split("|")), tags, bool(match["optional"]), children))
    return tuple(cells), lines


def read_form(data: dict[str, Any]) -> Form:
    """One [[form]] of a family's file."""
    known = {"id", "number", "titles", "layout", "header", "sums"}
    lists = {name: tuple(values) for name, values in data.items() if name not in known}
    header = read_header(data["header"])
    return Form(data["id"], data.get("number", ""), tuple(data["titles"]), data["layout"], header, tuple(data.get("sums", ())), lists)


def read_family(path: Path) -> Family:
    """The family that one TOML file describes."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    rules = tuple(read_rule(rule) for rule in data.get("evidence", ()))
    return Family(data["family"], tuple(read_form(form) for form in data["form"]), rules)


def read_rule(data: dict[str, Any]) -> EvidenceRule:
    """One [[evidence]] of a family's file."""
    return EvidenceRule(data["tag"], data["form"], tuple(data.get("labels", ())), tuple(data.get("codes", ())))


@cache
def load_families() -> tuple[Family, ...]:
    """Every family of prescribed forms that the folder holds."""
    return tuple(read_family(path) for path in sorted(Path(__file__).parent.glob("*.toml")))
