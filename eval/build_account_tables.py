"""The nine prescribed tables of a 部门决算, 公开01表 to 公开09表."""

from __future__ import annotations

from itertools import zip_longest

from eval.invented import Department, InventedTable
from eval.invented_classification import ACCOUNT_CLASS_LINES, ECONOMIC_NAMES, FUNCTION_NAMES, NUMERALS
from eval.invented_form import Form, Side, Value, fill_form
from eval.invented_ledger import FUND, GENERAL, OWN, ZERO, Accounts, Ledger, Plan
from eval.invented_words import ACCOUNT_NOTES

ITEM = (("项目", "功能分类科目编码"), ("项目", "科目名称"))
BALANCE = (
    *ITEM,
    ("年初结转和结余",),
    ("本年收入",),
    ("本年支出", "小计"),
    ("本年支出", "基本支出"),
    ("本年支出", "项目支出"),
    ("年末结转和结余",),
)
CAR = "公务用车购置及运行费"
THREE_PUBLIC = (("合计",), ("因公出国（境）费",), (CAR, "小计"), (CAR, "公务用车购置费"), (CAR, "公务用车运行费"), ("公务接待费",))
INCOME = ("本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
SPENDING = ("本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出")
GRANT_COLUMNS = ("合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
LABELS = ((0,), (1,))
FORMS = {
    "收入支出决算总表": (
        ("收入", "项目"), ("收入", "行次"), ("收入", "金额"), ("支出", "项目"), ("支出", "行次"), ("支出", "金额"),
    ),
    "收入决算表": (*ITEM, *((name,) for name in INCOME)),
    "支出决算表": (*ITEM, *((name,) for name in SPENDING)),
    "财政拨款收入支出决算总表": (
        ("收入", "项目"), ("收入", "行次"), ("收入", "金额"), ("支出", "项目"), ("支出", "行次"),
        *(("支出", name) for name in GRANT_COLUMNS),
    ),
    "一般公共预算财政拨款支出决算表": (*ITEM, ("本年支出", "小计"), ("本年支出", "基本支出"), ("本年支出", "项目支出")),
    "一般公共预算财政拨款基本支出决算明细表": tuple(
        (side, leaf) for side in ("人员经费", "公用经费") for leaf in ("科目编码", "科目名称", "决算数")
    ),
    "政府性基金预算财政拨款收入支出决算表": BALANCE,
    "国有资本经营预算财政拨款收入支出决算表": BALANCE,
    "财政拨款“三公”经费支出决算表": tuple((side, *path) for side in ("预算数", "决算数") for path in THREE_PUBLIC),
}  # fmt: skip
SIDES = {
    "收入支出决算总表": (Side(((0,),), (2,)), Side(((3,),), (5,))),
    "财政拨款收入支出决算总表": (Side(((0,),), (2,)), Side(((3,),), (5, 6, 7, 8))),
    "一般公共预算财政拨款基本支出决算明细表": (Side(LABELS, (2,)), Side(((3,), (4,)), (5,))),
    "财政拨款“三公”经费支出决算表": (Side((), tuple(range(12))),),
}
INCOME_LINES = (
    "一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入", "上级补助收入", "事业收入", "经营收入",
    "附属单位上缴收入", "其他收入",
)  # fmt: skip


def build_account_tables(
    department: Department, plan: Plan, accounts: Accounts, heading_path: tuple[str, ...]
) -> tuple[InventedTable, ...]:
    """The nine tables; 07 and 08 keep a bare 合计 row and say so where there is nothing."""
    rows: tuple[list[list[Value]], ...] = (
        overview_rows(accounts), income_rows(accounts), spending_rows(accounts.ledger), grant_rows(accounts), general_rows(accounts.ledger),
        basic_rows(accounts.ledger), fund_rows(accounts.ledger), [["", "合计", *[None] * 6]],
        [[*plan.ledger.three_public, *accounts.ledger.three_public]],
    )  # fmt: skip
    tables = []
    for number, (title, body) in enumerate(zip(FORMS, rows, strict=True), 1):
        columns = FORMS[title]
        sides = SIDES.get(title) or (Side(LABELS, tuple(range(2, len(columns)))),)
        notes = (ACCOUNT_NOTES[f"公开{number:02d}表"], *empty_note(title, number, body, accounts.year))
        form = Form(title, f"公开{number:02d}表", columns, sides, has_ordinals=number not in (6, 9), notes=notes)
        tables.append(fill_form(form, body, department.style, department.organization, heading_path))
    return tuple(tables)


def empty_note(title: str, number: int, rows: list[list[Value]], year: int) -> tuple[str, ...]:
    """The statement under a table without data."""
    if number not in (7, 8) or len(rows) > 1:
        return ()
    subject = title.split("预算")[0] + "预算"
    return (f"说明：{year}年度没有{subject}财政拨款的收入和支出，本表没有数据。",)


def class_rows(ledger: Ledger) -> list[tuple[str, Ledger]]:
    """The expenditure classes with their entries."""
    return [
        (f"{numeral}、{name}", ledger.select(function=code)) for numeral, (name, code) in zip(NUMERALS, ACCOUNT_CLASS_LINES, strict=False)
    ]


def overview_rows(accounts: Accounts) -> list[list[Value]]:
    """Income by source beside expenditure by class, with line numbers."""
    fund, own = (accounts.ledger.select(fund=source).total for source in (FUND, OWN))
    amounts = (accounts.general_income, fund, ZERO, ZERO, own, ZERO, ZERO, ZERO)
    left: list[tuple[str, Value]] = [
        (f"{numeral}、{name}", amount) for numeral, name, amount in zip(NUMERALS, INCOME_LINES, amounts, strict=False)
    ]
    right: list[tuple[str, Value]] = [(label, part.total) for label, part in class_rows(accounts.ledger)]
    left += [("", None)] * (len(right) - len(left))
    income, spent = sum(amounts, ZERO), accounts.ledger.total
    left += [
        ("本年收入合计", income),
        ("使用非财政拨款结余", ZERO),
        ("年初结转和结余", accounts.opening),
        ("总计", income + accounts.opening),
    ]
    right += [("本年支出合计", spent), ("结余分配", ZERO), ("年末结转和结余", accounts.closing), ("总计", spent + accounts.closing)]
    return numbered([(label, [amount]) for label, amount in left], [(label, [amount]) for label, amount in right])


def numbered(left: list[tuple[str, list[Value]]], right: list[tuple[str, list[Value]]]) -> list[list[Value]]:
    """Two sides of equal length with their 行次."""
    return [
        [label, str(index), *amounts, other, str(index + len(left)), *other_amounts]
        for index, ((label, amounts), (other, other_amounts)) in enumerate(zip(left, right, strict=True), 1)
    ]


def code_rows(ledger: Ledger) -> list[tuple[str, str, Ledger]]:
    """合计 and then every 类, 款 and 项 that occurs, in the order of their codes."""
    codes = sorted({code[:length] for code in ledger.functions for length in (3, 5, 7)})
    return [("", "合计", ledger), *((code, FUNCTION_NAMES[code], ledger.select(function=code)) for code in codes)]


def income_rows(accounts: Accounts) -> list[list[Value]]:
    """Income by function; the change of the carried-over money stands at the function that carries it."""
    change = accounts.closing - accounts.opening
    rows: list[list[Value]] = []
    for code, name, ledger in code_rows(accounts.ledger):
        own = ledger.select(fund=OWN).total
        total = ledger.total + (change if accounts.carry_function.startswith(code) else ZERO)
        rows.append([code, name, total, total - own, ZERO, own, ZERO, ZERO, ZERO])
    return rows


def spending_rows(ledger: Ledger) -> list[list[Value]]:
    """Expenditure by function."""
    return [
        [code, name, part.total, part.select(basic=True).total, part.select(basic=False).total, ZERO, ZERO, ZERO]
        for code, name, part in code_rows(ledger)
    ]


def grant_rows(accounts: Accounts) -> list[list[Value]]:
    """Grants by fund beside what they were spent on, by class and fund."""
    grants = Ledger(tuple(entry for entry in accounts.ledger.entries if entry.fund != OWN))
    income, fund = accounts.general_income, grants.select(fund=FUND).total
    left: list[tuple[str, list[Value]]] = [
        ("一、一般公共预算财政拨款", [income]), ("二、政府性基金预算财政拨款", [fund]), ("三、国有资本经营预算财政拨款", [ZERO]),
    ]  # fmt: skip
    right: list[tuple[str, list[Value]]] = [(label, grant_amounts(part)) for label, part in class_rows(grants)]
    left += [("", [None])] * (len(right) - len(left))
    left += [
        ("本年收入合计", [income + fund]), ("年初财政拨款结转和结余", [accounts.opening]), ("一般公共预算财政拨款", [accounts.opening]),
        ("政府性基金预算财政拨款", [ZERO]), ("国有资本经营预算财政拨款", [ZERO]), ("总计", [income + fund + accounts.opening]),
    ]  # fmt: skip
    closing: list[Value] = [accounts.closing, accounts.closing, ZERO, ZERO]
    spent = grant_amounts(grants)
    blanks: list[tuple[str, list[Value]]] = [("", [None] * 4)] * 3
    right += [("本年支出合计", spent), ("年末财政拨款结转和结余", closing), *blanks]
    right.append(("总计", [grants.total + accounts.closing, grants.select(fund=GENERAL).total + accounts.closing, fund, ZERO]))
    return numbered(left, right)


def grant_amounts(ledger: Ledger) -> list[Value]:
    """合计 and the three funds."""
    return [ledger.total, ledger.select(fund=GENERAL).total, ledger.select(fund=FUND).total, ZERO]


def general_rows(ledger: Ledger) -> list[list[Value]]:
    """General budget expenditure by function."""
    return [row[:5] for row in spending_rows(ledger.select(fund=GENERAL))]


def basic_rows(ledger: Ledger) -> list[list[Value]]:
    """Basic expenditure by economic code: personnel on the left, the rest on the right, every prescribed code listed."""
    basic = ledger.select(fund=GENERAL, basic=True)
    blank: list[Value] = ["", "", None]
    sides: list[list[list[Value]]] = [
        [[code, name, basic.select(economic=code).total] for code, name in ECONOMIC_NAMES.items() if code[:3] in classes]
        for classes in (("301", "303"), ("302", "307", "310"))
    ]
    rows: list[list[Value]] = [[*left, *right] for left, right in zip_longest(*sides, fillvalue=blank)]
    personnel = basic.select(economic="301").total + basic.select(economic="303").total
    return [*rows, ["", "人员经费合计", personnel, "", "公用经费合计", basic.total - personnel]]


def fund_rows(ledger: Ledger) -> list[list[Value]]:
    """Government funds by function: all that was received was spent."""
    fund = ledger.select(fund=FUND)
    if not fund.entries:
        return [["", "合计", *[None] * 6]]
    return [[code, name, ZERO, part.total, part.total, ZERO, part.total, ZERO] for code, name, part in code_rows(fund)]
