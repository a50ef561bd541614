"""A project in several places: its amount in the table of projects, in its target form and in the prose, and how its name is written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from ingest.checks.check_arithmetic import ACROSS, BROKEN, HOLDS, NAMES, PROSE, Arithmetic
from ingest.checks.check_lines import Grid, Line, plain_name
from ingest.checks.check_roles import plain_title
from ingest.checks.find_stated_cells import whole_of
from ingest.document import Check, Document, Figure, Term
from ingest.labels.row_codes import CODE

PROJECTS = "项目支出表"
SAME = "《{form}》的资金总额＝《{table}》"
SAYS = "正文“{subject}”＝《{table}》"
OTHER_NAME = "却写作"
WRITTEN = f"《{{form}}》{OTHER_NAME}“{{name}}”"
TARGETS = re.compile(r"绩效目标|绩效.*申报")
FUNDS = (
    re.compile(r"(?:年度|项目|年度预算|项目资金|实施期)?(?:资金|预算|金额)(?:总额|总金额)|资金总额|项目总金额"),
    re.compile(r"(?:项目|年度|本年度?|当年|全年|预算|资金)*金额|(?:项目|年度|项目(?:当年|本年度?))(?:年度)?预算(?:申请)?(?:数|额|资金)?|年度资金|预算资金"),
)  # of forms that print no total the amount itself
UNIT = re.compile(r"[(](?:元|千元|万元|亿元)[)]$")
ARRANGED = re.compile(r"^(?:今年|本年|全年|计划|拟|新增|共)*安排了?")
SHORTEST_NAME = 4
SHORTEST_STATED = 6  # a shorter one is what an account is called too


def check_projects(roles: Mapping[str, Grid], arithmetic: Arithmetic) -> Iterator[Check]:
    """Every project of the table of projects against its target form, the prose that names it, and names that differ by one character."""
    document, grid = arithmetic.document, roles.get(PROJECTS)
    if document.info.kind != "预算":
        return
    units = {plain_name(unit) for unit in (*document.info.units, document.info.organization or "")}
    amounts, targets = project_amounts(grid, units) if grid else {}, target_amounts(arithmetic)
    own = plain_name(document.info.organization or "")
    if any(name in amounts for name in units - {own}):
        amounts.pop(own, None)  # in the one table it stands for the department's own level, in the other for all of it
    alone = {name: places[0] for name, places in targets.items() if len(places) == 1 and name not in units}
    printed = {name: (place, form_of(place, document)) for name, place in alone.items()}
    if grid:
        title = plain_title(grid)
        yield from same(amounts, targets, title, arithmetic)
        yield from misspelt(amounts, targets, arithmetic)
        printed |= {name: (places[0], title) for name, places in amounts.items()}
    yield from stated(printed, arithmetic)


def form_of(figure: int, document: Document) -> str:
    """The title of the form that prints a figure."""
    return document.tables[document.figures[figure].table].title or "绩效目标表"


def same(
    amounts: Mapping[str, Sequence[int]], targets: Mapping[str, Sequence[int]], title: str, arithmetic: Arithmetic
) -> Iterator[Check]:
    """The funds of every project's target form against the table of projects."""
    for name in sorted(amounts.keys() & targets.keys()):
        form = form_of(targets[name][0], arithmetic.document)
        sides = ([Term(targets[name][0])], list(map(Term, amounts[name])))
        check = arithmetic.compare(SAME.format(form=form, table=title), ACROSS, *sides) if len(targets[name]) == 1 else None
        yield from [check] if check else []


def project_amounts(grid: Grid, units: Collection[str]) -> dict[str, tuple[int, ...]]:
    """The whole amount of each project by its name, those of all of a unit's by the unit's; a name that several bear is left out."""
    named: dict[str, list[Line]] = defaultdict(list)
    for line in grid.lines:
        for label in {plain_name(one) for one in line.labels} if not line.is_total else ():
            named[label].append(line)
    found = {}
    for name, lines in named.items():
        amounts = [index for line in lines if (index := whole_of(line)) is not None]
        is_unit = name in units and all(len(line.labels) > 1 and not CODE.fullmatch(line.labels[0]) for line in lines)
        if len(name) >= SHORTEST_NAME and len(amounts) == len(lines) and (is_unit or (len(lines) == 1 and name not in units)):
            found[name] = tuple(amounts)
    return found


def target_amounts(arithmetic: Arithmetic) -> dict[str, list[int]]:
    """The whole funds that target forms print for each project, by its name."""
    document, found = arithmetic.document, tuple(defaultdict[str, list[int]](list) for _ in FUNDS)
    for index, figure in enumerate(document.figures):
        table = document.tables[figure.table]
        if figure.quantity is None or not figure.quantity.is_money:
            continue
        names = [table.context] if table.context else [*figure.row[-1:]] if TARGETS.search(table.title) and figure.col else []
        for said, pattern in zip(found, FUNDS, strict=True):
            for name in names if is_funds(figure, pattern) else ():
                said[plain_name(name)].append(index)
    totals, amounts = found
    return amounts | totals


def is_funds(figure: Figure, pattern: re.Pattern[str]) -> bool:
    """Whether a cell is the whole money of the form's project."""
    parts = [UNIT.sub("", plain_name(part)) for part in (*figure.row[-1:], *figure.col[-1:])]
    return any(pattern.fullmatch(part) for part in parts)


def misspelt(amounts: Mapping[str, Sequence[int]], targets: Mapping[str, Sequence[int]], arithmetic: Arithmetic) -> Iterator[Check]:
    """Projects of one amount whose names differ by one character between the table and the target form."""
    document = arithmetic.document
    for name in amounts.keys() - targets.keys():
        own = document.figures[amounts[name][0]].quantity
        for other in targets.keys() - amounts.keys():
            check = arithmetic.compare("", ACROSS, [Term(targets[other][0])], [Term(amounts[name][0])])
            if own is not None and check is not None and check.verdict == HOLDS and differs_by_one(name, other):
                form = form_of(targets[other][0], document)
                yield Check(WRITTEN.format(form=form, name=other), NAMES, (Term(amounts[name][0]),), (), own, BROKEN)


def differs_by_one(name: str, other: str) -> bool:
    """Whether two names of one length differ in a single character that is no number."""
    pairs = [(one, two) for one, two in zip(name, other, strict=False) if one != two]
    return len(name) == len(other) and len(pairs) == 1 and not re.search(r"[\d一二三四五六七八九十]", "".join(pairs[0]))


def stated(printed: Mapping[str, tuple[int, str]], arithmetic: Arithmetic) -> Iterator[Check]:
    """Amounts of this year that a sentence gives for a project by its full name, against the cell (of a table of that title) of it."""
    document = arithmetic.document
    for index, statement in enumerate(document.statements):
        name = ARRANGED.sub("", plain_name(statement.subject))
        is_of_year = statement.measure == "金额" and statement.year in (None, document.info.year)
        if not is_of_year or len(name) < SHORTEST_STATED or name not in printed:
            continue
        cell, title = printed[name]
        check = arithmetic.compare(SAYS.format(subject=name, table=title), PROSE, [Term(statement=index)], [Term(cell)])
        yield from [check] if check else []
