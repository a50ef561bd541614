"""The prescribed disclosure forms as data: one TOML file per family; docs/standard_forms.md explains the notation."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ingest.errors import StandardFormError

LISTS_OF_LAYOUT = {
    "rows": (), "sides": ("left", "right"), "blocks": ("blocks", "block_totals"),
    "goals": ("sections", "money_labels", "first_levels", "second_levels", "qualities"), "projects": ("qualities", "cues", "value_cues"),
}  # fmt: skip
TAGS = frozenset(
    (
        "class", "two", "economy", "government", "govclass", "function", "unit", "name", "kind", "unitname", "line", "goal", "aim",
        "total", "aside", "rare", "编码", "有无", "等于", "合计等于", "见于",
    )
)  # fmt: skip
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
        raise ValueError(f"表头缩进不对：{rest[0].strip()}")
    return cells


def read_level(lines: list[str], depth: int) -> tuple[tuple[HeaderCell, ...], list[str]]:
    """The cells at one depth from the front of the lines, and the lines that are left."""
    cells: list[HeaderCell] = []
    while lines:
        match = HEADER_LINE.fullmatch(lines[0])
        if match is None:
            raise ValueError(f"表头里这一行读不懂：{lines[0].strip()}")
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
def load_families(folder: Path = Path(__file__).parent) -> tuple[Family, ...]:
    """Every family of prescribed forms that the folder holds; raises StandardFormError, naming the file that is wrong."""
    return tuple(_checked_family(path) for path in sorted(folder.glob("*.toml")))


def _checked_family(path: Path) -> Family:
    try:
        family = read_family(path)
        for form in family.forms:
            check_form(form)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        cause = f"少了 {error}" if isinstance(error, KeyError) else str(error)
        raise StandardFormError(f"规定格式文件 {path.name} 有误：{cause}。请按 docs/standard_forms.md 改正。") from error
    return family


def check_form(form: Form) -> None:
    """Raise ValueError where a form names a layout, a tag or a list that is not there."""
    name = f"“{form.id}”"
    if form.layout not in LISTS_OF_LAYOUT:
        raise ValueError(f"{name} 的 layout 写作 {form.layout}，应为 {'、'.join(LISTS_OF_LAYOUT)} 之一")
    missing = [one for one in LISTS_OF_LAYOUT[form.layout] if one not in form.lists]
    if missing:
        raise ValueError(f"{name} 的版式 {form.layout} 还需要 {'、'.join(missing)}")
    wrong = [tag for tag in all_tags(form.header) if tag.partition(":")[0] not in TAGS]
    if wrong:
        raise ValueError(f"{name} 的表头里有不认识的标记 @{wrong[0]}")


def all_tags(cells: tuple[HeaderCell, ...]) -> list[str]:
    """The tags of all cells of a header tree."""
    return [tag for cell in cells for tag in (*cell.tags, *all_tags(cell.children))]
