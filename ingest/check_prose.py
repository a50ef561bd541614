"""Narrative against table: an amount that a sentence names and the table of its section prints too; items of prose against their total."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ingest.check_arithmetic import BROKEN, HOLDS, PROSE, ROUNDING, Arithmetic
from ingest.check_lines import TOTAL_NAME, Grid, Line, Path, plain_name
from ingest.check_roles import find_cell
from ingest.document import Check, Document, Statement, Term
from ingest.standard_forms.identities import load_identities
from ingest.table_words import fold_all

SAYS = "正文“{subject}”＝《{table}》"
ITEMS = "“{total}”{aspect}＝所列各项之和"
LEVELS = re.compile(r"\((类|款|项)\)")
OPTIONAL = re.compile(r"维护|用$|(?:支出|收入|拨款)$")
BUDGET = re.compile(r"预算")
FINAL = re.compile(r"决算|执行")
SIDE_COLUMN = re.compile(r"(?:年初|全年|本年)?预算数")  # a final account that prints the budget beside what was spent
ITEM_ROLES = ("一般公共预算支出表", "支出表")
FEWEST_ITEMS = 2


def check_prose(roles: Mapping[str, Grid], arithmetic: Arithmetic) -> Iterator[Check]:
    """Every amount of the narrative that a table of its section prints under the same name, and every list of items with its total."""
    document = arithmetic.document
    for index, statement in enumerate(document.statements):
        if not _is_of_this_year(statement, document):
            continue
        found = [grid for role in _roles_of(statement, document) if (grid := roles.get(role))]
        checks = [
            check for grid in found for cell in _cells(statement, grid, roles, document)
            if (check := arithmetic.compare(_says(statement, grid), PROSE, [Term(statement=index)], cell)) is not None
        ]  # fmt: skip
        order = {HOLDS: 0, ROUNDING: 1, BROKEN: 2}
        yield from sorted(checks, key=lambda check: order[check.verdict])[:1]
    yield from _check_items(arithmetic)
    yield from _check_parts(arithmetic)


def _says(statement: Statement, grid: Grid) -> str:
    return SAYS.format(subject=f"{statement.subject}{statement.aspect}", table=grid.table.title)


def _is_of_this_year(statement: Statement, document: Document) -> bool:
    is_score = statement.measure == "数量" and statement.quantity.unit == "分"
    return (statement.measure == "金额" or is_score) and statement.year in (None, document.info.year)


def _side(statement: Statement, document: Document) -> str:
    """预算 or 决算: which of the two the amount is of."""
    if FINAL.search(statement.aspect):
        return "决算"
    return "预算" if BUDGET.search(statement.aspect) or document.info.kind == "预算" else "决算"


def _roles_of(statement: Statement, document: Document) -> Sequence[str]:
    for heading in reversed(document.sections[statement.section].heading_path):
        plain = re.sub(r"[“”\"]", "", fold_all(heading))
        for rule in load_identities()["headings"]:
            if re.search(rule["heading"], plain) and not re.search(rule["excludes"], plain):
                return list(rule["roles"])
    return ITEM_ROLES if "项" in LEVELS.findall(fold_all(statement.subject)) else ()


def _cells(statement: Statement, grid: Grid, roles: Mapping[str, Grid], document: Document) -> Iterator[tuple[Term, ...]]:
    """The cells of a table that the statement speaks of: the total that its subject names, else the row or column of its name."""
    subject, side = _subject(statement, document), _side(statement, document)
    has_sides = any(SIDE_COLUMN.fullmatch(plain_name(part)) for path in grid.columns for part in path) and document.info.kind == "决算"
    if side != (document.info.kind or side) and not has_sides:
        return
    for rule in load_identities()["totals"]:
        if re.fullmatch(rule["subject"], subject) and roles.get(rule["role"]) is grid:
            columns = [column.format(side=side) if "{" in column else column for column in rule["columns"]]
            cell = find_cell(grid, rule["rows"], columns)
            if cell:
                yield cell
                return
    for index in _named(subject, side if has_sides else "", grid):
        yield (Term(index),)


def _subject(statement: Statement, document: Document) -> str:
    subject = re.sub(r"[“”\"]", "", fold_all(statement.subject))
    return plain_name(subject.removeprefix(fold_all(document.info.organization or "")))


def _named(subject: str, side: str, grid: Grid) -> list[int]:
    """The figure of the one row, or of the total row's one column, that bears the subject's name; none where several do and differ."""
    pieces = [piece for piece in LEVELS.split(subject) if piece not in ("类", "款", "项", "")]
    levels = LEVELS.findall(subject)
    names = pieces[: len(levels)] if levels else pieces[:1]
    if not names or subject.startswith("其中"):
        return []
    own = [line for line in grid.lines if not line.is_total and not line.is_part]
    lines = [line for line in own if _is_same(line.name, names[-1]) and _fits(line, names, levels, grid)]
    if not lines and not levels:  # a project's row names its unit after it
        lines = [line for line in grid.lines if any(plain_name(label) == names[0] for label in line.labels[:-1])]
    rows = [index for line in lines if (index := _whole(line, side)) is not None]
    if rows:
        return rows if len(rows) == 1 else []
    if levels:
        return []
    totals = [line for line in grid.lines if line.is_total] or [line for line in grid.lines if not line.name]
    found = [
        index for line in totals for path, index in line.cells.items()
        if _is_column(path, names[0]) and (not side or any(side in part for part in path))
    ]  # fmt: skip
    return found if len(totals) == 1 and len(found) == 1 else []


def _fits(line: Line, names: Sequence[str], levels: Sequence[str], grid: Grid) -> bool:
    """Whether a coded row stands at the level said, under rows of the names said, where the table prints them."""
    if not levels:
        return True
    width = {"类": 3, "款": 5, "项": 7}[levels[-1]]
    if len(line.code) != width:
        return False
    for name, level in zip(names[:-1], levels[:-1], strict=False):
        above = [other for other in grid.lines if other.code == line.code[: {"类": 3, "款": 5, "项": 7}[level]]]
        if above and not any(_is_same(other.name, name) for other in above):
            return False
    return True


def _is_same(name: str, subject: str) -> bool:
    if {name[-2:], subject[-2:]} == {"收入", "支出"}:
        return False
    return bool(name) and OPTIONAL.sub("", OPTIONAL.sub("", name)) == OPTIONAL.sub("", OPTIONAL.sub("", subject))


def _whole(line: Line, side: str) -> int | None:
    """The row's figure in the column of its whole amount."""
    cells = {path: index for path, index in line.cells.items() if not side or any(side in part for part in path)}
    if len(cells) == 1:
        return next(iter(cells.values()))
    whole = [
        index for path, index in cells.items() if TOTAL_NAME.search(plain_name(path[-1])) and all(_says_nothing(part) for part in path[:-1])
    ]
    return whole[0] if len(whole) == 1 else None


def _says_nothing(part: str) -> bool:
    """Whether an upper header names no kind of money or use: 支出, 本年支出, 收入预算, 一般公共预算支出."""
    return bool(re.fullmatch(r"(?:本年|一般公共预算)?(?:收入|支出)(?:预算|决算)?", plain_name(part)))


def _is_column(path: Path, name: str) -> bool:
    parts = [plain_name(part) for part in path]
    at = next((place for place, part in enumerate(parts) if _is_same(part, name)), None)
    return at is not None and all(TOTAL_NAME.search(part) or re.fullmatch(r"预算数|决算数|支出决算|金额", part) for part in parts[at + 1 :])


def _check_items(arithmetic: Arithmetic) -> Iterator[Check]:
    """A section's items (项) with both their budget and their final amount: where the finals add up to the total, so must the budgets."""
    sections: dict[int, list[int]] = defaultdict(list)
    for index, statement in enumerate(arithmetic.document.statements):
        if statement.measure == "金额":
            sections[statement.section].append(index)
    for indexes in sections.values():
        statements = arithmetic.document.statements
        items: dict[str, dict[str, list[int]]] = {"预算": defaultdict(list), "决算": defaultdict(list)}
        wholes: dict[str, list[int]] = {"预算": [], "决算": []}
        for index in indexes:
            aspect = statements[index].aspect
            side = "决算" if FINAL.search(aspect) else "预算" if BUDGET.search(aspect) else ""
            if side and "项" in LEVELS.findall(fold_all(statements[index].subject)):
                items[side][statements[index].subject].append(index)
            elif side and re.search(r"一般公共预算.*支出$", statements[index].subject):
                wholes[side].append(index)
        yield from _compare_items(items, wholes, arithmetic)


def _compare_items(
    items: Mapping[str, Mapping[str, list[int]]], wholes: Mapping[str, list[int]], arithmetic: Arithmetic
) -> Iterator[Check]:
    names = items["决算"].keys()
    stated = [*(found for side in items.values() for found in side.values()), *wholes.values()]
    is_clear = all(len(found) == 1 for found in stated)
    if len(names) < FEWEST_ITEMS or names != items["预算"].keys() or not is_clear:
        return
    checks = []
    for side in ("决算", "预算"):
        whole = arithmetic.document.statements[wholes[side][0]]
        says = ITEMS.format(total=whole.subject, aspect=whole.aspect)
        terms = [Term(statement=found[0]) for found in items[side].values()]
        checks.append(arithmetic.compare(says, PROSE, [Term(statement=wholes[side][0])], terms))
    if checks[0] is not None and checks[0].verdict != BROKEN:
        yield from (check for check in checks if check is not None)


def _check_parts(arithmetic: Arithmetic) -> Iterator[Check]:
    """A total that the prose states with all its prescribed parts in the same section."""
    statements = arithmetic.document.statements
    for rule in load_identities()["parts"]:
        for index, whole in enumerate(statements):
            if whole.measure != "金额" or not re.fullmatch(rule["total"], fold_all(whole.subject)):
                continue
            place = whole.section, whole.subject
            near = [(at, one) for at, one in enumerate(statements) if one.measure == "金额" and (one.section, one.base) == place]
            named = [[at for at, one in near if re.fullmatch(pattern, fold_all(one.subject))] for pattern in rule["parts"]]
            if all(len(found) == 1 for found in named):
                check = arithmetic.compare(rule["says"], PROSE, [Term(statement=index)], [Term(statement=found[0]) for found in named])
                if check is not None:
                    yield check
