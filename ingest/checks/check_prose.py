"""Narrative against table: an amount that a sentence names and the table of its section prints too; items of prose against their total."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ingest.checks.carry_over import is_carried_over
from ingest.checks.check_arithmetic import BROKEN, PROSE, VERDICTS, Arithmetic
from ingest.checks.check_lines import Grid
from ingest.checks.find_stated_cells import (
    BUDGET,
    FINAL,
    LEVELS,
    find_stated_cells,
    fund_of,
    roles_of,
    stated_side,
)
from ingest.checks.find_titled_total import find_titled_total, grids_about
from ingest.document import Check, Document, Statement, Term
from ingest.labels.table_words import fold_all
from ingest.standard_forms.identities import load_identities

SAYS = "正文“{subject}”＝《{table}》"
ITEMS = "“{total}”{aspect}＝所列各项之和"
FEWEST_ITEMS = 2
NEVER = r"(?!)"


def check_prose(grids: Sequence[Grid], roles: Mapping[str, Grid], arithmetic: Arithmetic) -> Iterator[Check]:
    """Every amount of the narrative that a table of its section, or of its name, prints too, and every list of items with its total."""
    document = arithmetic.document
    for index, statement in enumerate(document.statements):
        if not _is_of_this_year(statement, document):
            continue
        found = [grid for role in roles_of(statement, document) if (grid := roles.get(role))]
        found = found or grids_about(statement.base or "", grids, document)[:1]
        checks = [
            check for grid in found for cell in find_stated_cells(statement, grid, roles, document, fund_of(statement, document))
            if (check := arithmetic.compare(_says(statement, grid), PROSE, [Term(statement=index)], cell)) is not None
        ]  # fmt: skip
        checks = checks or [
            check for grid, cell in find_titled_total(statement, grids, document)
            if (check := arithmetic.compare(_says(statement, grid), PROSE, [Term(statement=index)], [cell])) is not None
        ]  # fmt: skip
        best = sorted(checks, key=lambda check: VERDICTS.index(check.verdict))[:1]
        yield from (check for check in best if not is_carried_over(check, roles, arithmetic))
    yield from _check_items(arithmetic)
    yield from _check_parts(arithmetic)


def _says(statement: Statement, grid: Grid) -> str:
    return SAYS.format(subject=f"{statement.subject}{statement.aspect}", table=grid.table.title)


def _is_of_this_year(statement: Statement, document: Document) -> bool:
    is_score = statement.measure == "数量" and statement.quantity.unit == "分"
    return (statement.measure == "金额" or is_score) and statement.year in (None, document.info.year)


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
            near = [(at, one) for at, one in enumerate(statements) if one.measure == "金额" and _is_near(one, whole, rule, arithmetic)]
            if any(re.fullmatch(rule.get("others", NEVER), fold_all(one.subject)) and one.quantity.number for _, one in near):
                continue
            named = [[at for at, one in near if re.fullmatch(pattern, fold_all(one.subject))] for pattern in rule["parts"]]
            if all(len(found) == 1 for found in named):
                check = arithmetic.compare(rule["says"], PROSE, [Term(statement=index)], [Term(statement=found[0]) for found in named])
                if check is not None:
                    yield check


def _is_near(one: Statement, whole: Statement, rule: Mapping[str, str], arithmetic: Arithmetic) -> bool:
    """Whether an amount may be a part of the total: it says so, or stands in its paragraph, or in its section where that is enough."""
    if one is whole or one.section != whole.section or len({one.year, whole.year} - {None}) > 1:
        return False
    if stated_side(one, arithmetic.document) != stated_side(whole, arithmetic.document):
        return False
    headings = arithmetic.document.sections[whole.section].heading_path[-1:]
    is_own = bool(rule.get("of_section")) and any(re.search(rule["of_section"], heading) for heading in headings)
    return one.base == whole.subject or (bool(rule.get("of_paragraph")) and one.place == whole.place) or (is_own and not one.base)
