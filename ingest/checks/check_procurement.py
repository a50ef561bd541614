"""What the prose says is bought as goods, works and services (货物、工程、服务): against its own total and the rows of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ingest import late_re as re
from ingest.checks.check_arithmetic import PROSE, Arithmetic
from ingest.checks.check_lines import Grid, Line, plain_name, whole_row
from ingest.checks.check_roles import plain_title
from ingest.document import Check, Document, Term

ADDS_UP = "正文“{subject}”＝货物、工程、服务之和"
WHOLE = re.compile(r"(?:本?(?:部门|单位|年度?))*(?:政府)?采购(?:预算|支出|决算|金额|总额|总|规模)*")
CLASSES = 3
PURCHASES = re.compile(r"^(?!.*(?:购买服务|绩效|三公|自评)).*采购")
SAYS_ALL = "正文“{subject}”＝《{table}》的合计"
SAYS = "正文“{subject}”＝《{table}》中{kind}各行之和"
STATED = re.compile(r"(?:政府)?采购(?P<kind>货物|工程|服务)类?|(?:政府)?(?P<class>货物|工程|服务)类(?:政府)?采购")
SIDE = re.compile(r"(?:预算|支出|决算|金额|总额|项目)*")
PRICE = re.compile(r"单价|单位价格")
CLASS = re.compile(r"[A-C]?\s*(货物|工程|服务)类?")
CLASS_COLUMN = re.compile(r"(?:采购)?(?:类别|类型|种类|大类)")


def check_procurement(grids: Sequence[Grid], arithmetic: Arithmetic) -> Iterator[Check]:
    """Every amount that the prose gives for a class against the sum of its rows in the only table of purchases that tells their classes."""
    stated = list(_stated(arithmetic.document))
    yield from _added_up(stated, arithmetic)
    yield from _whole_of_table(grids, arithmetic)
    tables = [(grid, rows) for grid in grids if "采购" in plain_title(grid) and (rows := _by_class(grid, arithmetic.document))]
    if len(tables) != 1:
        return
    grid, rows = tables[0]
    for index, kind in stated:
        if rows.get(kind):
            says = SAYS.format(subject=arithmetic.document.statements[index].subject, table=grid.table.title, kind=kind)
            check = arithmetic.compare(says, PROSE, (Term(statement=index),), [Term(figure) for figure in rows[kind]])
            if check:
                yield check


def _whole_of_table(grids: Sequence[Grid], arithmetic: Arithmetic) -> Iterator[Check]:
    """The only amount that the prose gives for all purchases against the total row of the only table of purchases."""
    tables = [grid for grid in grids if PURCHASES.search(plain_title(grid)) and grid.lines]
    total = whole_row(tables[0]) if len(tables) == 1 else None
    amount = _amount_of(total, arithmetic.document) if total and total.is_total else None
    statements = arithmetic.document.statements
    wholes = [index for index, one in enumerate(statements) if one.measure == "金额" and WHOLE.fullmatch(plain_name(one.subject))]
    if amount is None or len(wholes) != 1:
        return
    says = SAYS_ALL.format(subject=statements[wholes[0]].subject, table=tables[0].table.title)
    if check := arithmetic.compare(says, PROSE, (Term(statement=wholes[0]),), (Term(amount),)):
        yield check


def _added_up(stated: Sequence[tuple[int, str]], arithmetic: Arithmetic) -> Iterator[Check]:
    """The amount of all purchases against those of the three classes, where one sentence tells all of them."""
    statements = arithmetic.document.statements
    for index, whole in enumerate(statements):
        if whole.measure != "金额" or not WHOLE.fullmatch(plain_name(whole.subject)):
            continue
        told = (whole.section, whole.sentence)
        parts = {kind: part for part, kind in stated if (statements[part].section, statements[part].sentence) == told}
        if len(parts) == CLASSES:
            check = arithmetic.compare(
                ADDS_UP.format(subject=whole.subject), PROSE, (Term(statement=index),), [Term(statement=part) for part in parts.values()]
            )
            if check:
                yield check


def _stated(document: Document) -> Iterator[tuple[int, str]]:
    """The statements of what is bought of one class, each with its class."""
    for index, statement in enumerate(document.statements):
        found = STATED.match(plain_name(statement.subject)) if statement.measure == "金额" else None
        if found and SIDE.fullmatch(plain_name(statement.subject), found.end()):
            yield index, found["kind"] or found["class"]


def _by_class(grid: Grid, document: Document) -> dict[str, list[int]]:
    """The amount of each row by its class; none where a row tells no class or no amount."""
    rows: dict[str, list[int]] = defaultdict(list)
    for line in grid.lines:
        if line.is_total or not line.cells:
            continue
        kind, amount = _class_of(line, document), _amount_of(line, document)
        if not kind or amount is None:
            return {}
        rows[kind].append(amount)
    return rows


def _class_of(line: Line, document: Document) -> str:
    """The class that a row tells in a column of its own."""
    told = (document.figures[index].value for path, index in line.cells.items() if path and CLASS_COLUMN.fullmatch(plain_name(path[-1])))
    found = next((match for value in told if (match := CLASS.fullmatch(value.strip()))), None)
    return found[1] if found else ""


def _amount_of(line: Line, document: Document) -> int | None:
    """The first amount of money in a row, which is that of all funds, and not what one piece costs."""
    cells = (index for path, index in line.cells.items() if not (path and PRICE.search(plain_name(path[-1]))))
    money = (index for index in cells if (one := document.figures[index].quantity) and one.is_money)
    return next(money, None)
