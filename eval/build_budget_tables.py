"""The prescribed tables of a 部门预算."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from eval.invented import Department, InventedTable
from eval.invented_budget_forms import BUDGET_FORMS
from eval.invented_classification import BUDGET_CLASS_LINES, ECONOMIC_NAMES, FUNCTION_NAMES, GOVERNMENT_NAMES, NUMERALS
from eval.invented_form import Form, Value, fill_form
from eval.invented_ledger import FUND, GENERAL, OWN, ZERO, Ledger, Plan
from eval.invented_words import ROUNDING_NOTE

INCOME_LINES = (
    ("一、一般公共预算", GENERAL), ("其中：财政拨款", GENERAL), ("二、政府性基金预算拨款收入", FUND), ("三、国有资本经营预算拨款收入", ""),
    ("四、财政专户管理资金收入", ""), ("五、事业收入", OWN), ("六、事业单位经营收入", ""), ("七、上级补助收入", ""),
    ("八、附属单位上缴收入", ""), ("九、其他收入", ""),
)  # fmt: skip
GRANT_LINES = (
    ("一、本年收入", "all"), ("（一）一般公共预算拨款", GENERAL), ("其中：财政拨款", GENERAL), ("（二）政府性基金预算拨款", FUND),
    ("（三）国有资本经营预算拨款", ""), ("二、上年结转", ""), ("（一）一般公共预算拨款", ""), ("（二）政府性基金预算拨款", ""),
    ("（三）国有资本经营预算拨款", ""),
)  # fmt: skip


def build_budget_tables(department: Department, plan: Plan, heading_path: tuple[str, ...]) -> tuple[InventedTable, ...]:
    """All tables of the budget; a table that has nothing to show keeps its 合计 row and says so in a note."""
    rows: dict[str, list[list[Value]]] = {
        "overview": overview_rows(plan.ledger),
        "income": income_rows(department, plan.ledger),
        "spending": spending_rows(department, plan.ledger),
        "grants": grant_rows(plan.ledger),
        "general": spending_rows(department, plan.ledger.select(fund=GENERAL)),
        "basic": basic_rows(plan.ledger.select(fund=GENERAL, basic=True)),
        "economic": economic_rows(plan.ledger),
        "three_public": [list(plan.ledger.three_public)],
        "fund": spending_rows(department, plan.ledger.select(fund=FUND)),
        "projects": project_rows(department, plan.ledger),
        "purchases": purchase_rows(plan),
    }
    tables = [
        fill_form(year_form(BUDGET_FORMS[key], plan.year), rows[key], department.style, department.organization, heading_path)
        for key in BUDGET_FORMS
    ]
    empty = f"说明：{plan.year}年没有使用政府性基金预算拨款安排的支出，因此本表没有数据。"
    tables = [replace(table, notes=(empty,)) if "政府性基金" in table.title and not table.figures else table for table in tables]
    return tuple(tables)


def year_form(form: Form, year: int) -> Form:
    """The form with the year in its title, its number and the usual note."""
    return replace(form, title=f"{year}年{form.title}", number=f"预算{form.number}表", notes=form.notes or (ROUNDING_NOTE,))


def overview_rows(ledger: Ledger) -> list[list[Value]]:
    """Income by source beside expenditure by class, filled up with blanks."""
    income: list[tuple[str, Decimal]] = [(label, ledger.select(fund=fund).total if fund else ZERO) for label, fund in INCOME_LINES]
    spending = [
        (f"{numeral}、{name}", ledger.select(function=code).total)
        for numeral, (name, code) in zip(NUMERALS, BUDGET_CLASS_LINES, strict=False)
    ]
    rows: list[list[Value]] = [[*left, *right] for left, right in zip_longest(income, spending, fillvalue=("", None))]
    rows.append(["本年收入合计", ledger.total, "本年支出合计", ledger.total])
    rows.append(["上年结转结余", ZERO, "年终结转结余", ZERO])
    rows.append(["收入总计", ledger.total, "支出总计", ledger.total])
    return rows


def income_rows(department: Department, ledger: Ledger) -> list[list[Value]]:
    """The department, then each unit, by source of income."""
    code = department.units[0].code[:3]
    rows = [income_row("", "合计", ledger), income_row(code, department.organization, ledger)]
    return rows + [income_row(unit.code, unit.name, ledger.select(unit=unit.name)) for unit in department.units]


def income_row(code: str, name: str, ledger: Ledger) -> list[Value]:
    """One row of the income table."""
    general, fund, own = (ledger.select(fund=source).total for source in (GENERAL, FUND, OWN))
    return [code, name, ledger.total, ledger.total, general, general, fund, ZERO, ZERO, own, ZERO, ZERO]


def spending_rows(department: Department, ledger: Ledger) -> list[list[Value]]:
    """合计, the department, and every 项 with its basic and project expenditure; only a bare 合计 where there is nothing."""
    if not ledger.entries:
        return [["", "", "", "", "合计", *[None] * 9]]
    amounts = spending_amounts(department, ledger)
    rows: list[list[Value]] = [
        ["", "", "", "", "合计", *amounts],
        ["", "", "", department.units[0].code[:3], department.organization, *amounts],
    ]
    for code in ledger.functions:
        part = spending_amounts(department, ledger.select(function=code))
        rows.append([code[:3], code[3:5], code[5:], "", FUNCTION_NAMES[code], *part])
    return rows


def spending_amounts(department: Department, ledger: Ledger) -> list[Decimal]:
    """The nine amounts of an expenditure row."""
    basic, project = ledger.select(basic=True), ledger.select(basic=False)
    running = sum((entry.amount for entry in project.entries if project_kind(department, entry.project) == "其他运转类"), ZERO)
    parts = [basic.select(economic=code).total for code in ("301", "303", "302", "310")]
    return [ledger.total, basic.total, *parts, project.total, running, project.total - running]


def project_kind(department: Department, name: str) -> str:
    """其他运转类 or 特定目标类."""
    return department.project(name).kind


def grant_rows(ledger: Ledger) -> list[list[Value]]:
    """Grants received beside what they are spent on, by class and fund."""
    grants = Ledger(tuple(entry for entry in ledger.entries if entry.fund != OWN))
    income: list[tuple[str, Decimal]] = [
        (label, grants.total if fund == "all" else grants.select(fund=fund).total if fund else ZERO) for label, fund in GRANT_LINES
    ]
    spending: list[list[Value]] = [["一、本年支出", *grant_amounts(grants)]]
    for numeral, (name, code) in zip(NUMERALS, BUDGET_CLASS_LINES, strict=False):
        label = name if name.endswith("支出") else f"{name}支出"
        spending.append([f"（{numeral}）{label}", *grant_amounts(grants.select(function=code))])
    spending.append(["二、年终结转结余", *[ZERO] * 5])
    rows: list[list[Value]] = [[*left, *right] for left, right in zip_longest(income, spending, fillvalue=("", None))]
    return [*rows, ["收入合计", grants.total, "支出合计", *grant_amounts(grants)]]


def grant_amounts(ledger: Ledger) -> list[Value]:
    """合计, 一般公共预算 twice, 政府性基金, 国有资本经营预算."""
    general, fund = ledger.select(fund=GENERAL).total, ledger.select(fund=FUND).total
    return [ledger.total, general, general, fund, ZERO]


def basic_rows(ledger: Ledger) -> list[list[Value]]:
    """Basic expenditure by department and government economic code."""
    personnel = ledger.total - office_total(ledger)
    rows: list[list[Value]] = [["", "合计", "", "", ledger.total, personnel, office_total(ledger)]]
    for code, government in sorted({(entry.economic, entry.government) for entry in ledger.entries}, key=lambda pair: (pair[1], pair[0])):
        part = pair_ledger(ledger, code, government)
        amounts = (part.total, part.total - office_total(part), office_total(part))
        rows.append([code, ECONOMIC_NAMES[code], government, GOVERNMENT_NAMES[government], *amounts])
    return rows


def office_total(ledger: Ledger) -> Decimal:
    """公用经费: goods, services and capital."""
    return ledger.select(economic="302").total + ledger.select(economic="310").total


def pair_ledger(ledger: Ledger, code: str, government: str) -> Ledger:
    """The entries of one pair of department and government economic codes."""
    return Ledger(tuple(entry for entry in ledger.select(economic=code).entries if entry.government == government))


def economic_rows(ledger: Ledger) -> list[list[Value]]:
    """All expenditure by department and government economic code and by source."""
    rows: list[list[Value]] = [["", "", "合计", "", "", "", *economic_amounts(ledger)]]
    for code, government in sorted({(entry.economic, entry.government) for entry in ledger.entries}):
        amounts = economic_amounts(pair_ledger(ledger, code, government))
        names = (code[:3], code[3:], ECONOMIC_NAMES[code], government[:3], government[3:], GOVERNMENT_NAMES[government])
        rows.append([*names, *amounts])
    return rows


def economic_amounts(ledger: Ledger) -> list[Value]:
    """总计, 一般公共预算 twice, 政府性基金, 国有资本经营预算, 事业收入."""
    general, fund, own = (ledger.select(fund=source).total for source in (GENERAL, FUND, OWN))
    return [ledger.total, general, general, fund, ZERO, own]


def project_rows(department: Department, ledger: Ledger) -> list[list[Value]]:
    """合计, then every project with its kind and unit."""
    projects = ledger.select(basic=False)
    rows: list[list[Value]] = [["", "合计", "", *project_amounts(projects)]]
    for name in dict.fromkeys(entry.project for entry in projects.entries):
        part = projects.select(project=name)
        rows.append([project_kind(department, name), name, part.entries[0].unit, *project_amounts(part)])
    return rows


def project_amounts(ledger: Ledger) -> list[Value]:
    """合计, this year's grants by fund, carried-over grants, own money."""
    return [ledger.total, ledger.select(fund=GENERAL).total, ledger.select(fund=FUND).total, ZERO, ZERO, ZERO, ZERO, ZERO]


def purchase_rows(plan: Plan) -> list[list[Value]]:
    """合计, then every purchase."""
    rows: list[list[Value]] = [["", "合计", "", "", "", sum((row.amount for row in plan.purchases), ZERO)]]
    rows += [[spaced(row.function), row.unit, row.name, row.category, row.specification, row.amount] for row in plan.purchases]
    return rows


def spaced(code: str) -> str:
    """A functional code with spaces between 类, 款 and 项."""
    return f"{code[:3]} {code[3:5]} {code[5:]}"
