"""Amounts of accounts of one level (类、款、项) in one column of the table that a question means, and what it printed a year before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest import late_re as re
from ingest.document import Document, Figure, Table
from retrieval.spelling.label_key import fold

LENGTHS = {"类": 3, "款": 5, "项": 7}
FUNCTIONAL, ECONOMIC = "2", "3"
FUNDS = ("政府性基金", "国有资本", "一般公共预算", "财政拨款")
OTHER_TITLES = re.compile(r"收入(?!支出)|收支|三公|绩效|采购|项目支出(?:明细|预算表)|机构|资产")
BASIC, PROJECT = "基本支出", "项目支出"
PARTS = re.compile(r"基本支出|项目支出|人员|公用|增减|比上年|上缴|经营支出|附属|结转")
WHOLE = re.compile(r"合计|总计|小计")
WITHIN = re.compile(r"(?P<whole>[^\W\d,;?]+?)(?:里面?|里头|中|下面?|当中|之中|之下)[,的]*(?=哪|最|金额|按|[类款项]级|功能|经济)")
GENERIC = re.compile(
    r"(?:[^\W\d]{1,8}[局委厅办院校会站所处馆中心])?(?:年度?|一般公共|政府性基金|国有资本|经营|财政|拨款|部门|单位|预算|决算|支出|总|全部|所有|本年|安排|的|项目|基本|表|情况|公开"
    r"|[类款项]级|功能|分类|科目|这|个|几|[两二三四五六七八九十])*"
)
BEFORE = r"上年|去年|上一年"
FEWEST, FEWEST_NAMED, SHORTEST_NAME = 3, 2, 3


@dataclass(frozen=True, slots=True)
class Account:
    """One account with its amount, and with that of the year before where this is asked for."""

    name: str
    figure: Figure
    before: Figure | None = None


@dataclass(frozen=True, slots=True)
class AccountColumn:
    """The accounts of one level with their amounts, as one table prints them."""

    table: Table
    accounts: tuple[Account, ...]
    level: str


def account_column(document: Document, text: str, level: str, kind: str, *, is_change: bool) -> AccountColumn | None:
    """The column meant by a folded question; None where no table has it, or a row of it is blank in one of both years."""
    for table in tables_meant(document, text):
        rows = rows_of(document, table, LENGTHS[level], kind)
        columns = list(dict.fromkeys(figure.col for _, figure in rows))
        asked = text if BASIC not in table.title else text.replace(BASIC, "")
        now = column_of(columns, asked, document.info.year)
        then = earlier_column(columns, asked, document.info.year) if is_change else None
        if now is None or (is_change and then is None):
            continue
        before = {key: figure for key, figure in rows if figure.col == then}
        within = code_above(document, table, text, LENGTHS[level], kind)
        if is_of_unknown(text, within):
            continue
        told = [Account(key[1], figure, before.get(key)) for key, figure in rows if figure.col == now and key[0].startswith(within)]
        told = those_named(told, text) if len({one.name for one in told}) == len(told) else []  # else they stand there unit by unit
        if len(told) >= FEWEST_NAMED and not (is_change and any(one.before is None for one in told)):
            return AccountColumn(table, tuple(told), level)
    return None


def code_above(document: Document, table: Table, text: str, length: int, kind: str) -> str:
    """The code of the account above this level that a question names (“农林水支出里哪个项级科目”); "" where it names none."""
    above = (key for one in LENGTHS.values() if one < length for key, _ in rows_of(document, table, one, kind))
    said = (code for code, name in above if is_said(fold(name), text))
    return max(said, key=len, default="")


def is_said(name: str, text: str) -> bool:
    """Whether a question names an account: a short name with its level (文物款)."""
    return name in text and (len(name) >= SHORTEST_NAME or any(f"{name}{level}" in text for level in LENGTHS))


def is_of_unknown(text: str, within: str) -> bool:
    """Whether a question speaks of the accounts within something (“节能环保支出里”) that is no account above them in the table."""
    found = WITHIN.search(text)
    return found is not None and not within and not GENERIC.fullmatch(found["whole"])


def those_named(accounts: Sequence[Account], text: str) -> list[Account]:
    """The accounts that a question names, where it names any; all of them else. One alone is not ranked."""
    named = [one for one in accounts if len(one.name) >= SHORTEST_NAME and fold(one.name) in text]
    named = [one for one in named if not any(one.name != other.name and one.name in other.name for other in named)]
    return named or (list(accounts) if len(accounts) >= FEWEST else [])


def tables_meant(document: Document, text: str) -> list[Table]:
    """The tables of expenditure by account, those of the fund that is named first and alone; else those of all funds before others."""
    tables = [one for one in document.tables if "支出" in one.title and not OTHER_TITLES.search(one.title)]
    fund = next((one for one in FUNDS if one in text), "")
    if fund:
        return [one for one in tables if fund in one.title or (fund == "财政拨款" and "一般公共预算" in one.title)]
    return sorted(tables, key=lambda one: any(name in one.title for name in FUNDS))


def rows_of(document: Document, table: Table, length: int, kind: str) -> list[tuple[tuple[str, str], Figure]]:
    """The money cells of a table's rows whose code is so long and begins so, each with its code and name."""
    found = []
    for figure in document.figures:
        if figure.table != table.index or figure.quantity is None or not figure.quantity.is_money:
            continue
        code = "".join(digits for part in figure.row if (digits := part.replace(" ", "")).isdigit())
        names = [part for part in figure.row if not part.replace(" ", "").isdigit()]
        if len(code) == length and code.startswith(kind) and names:
            found.append(((code, names[-1].strip()), figure))
    return found


def column_of(columns: Sequence[tuple[str, ...]], text: str, year: int | None) -> tuple[str, ...] | None:
    """The column of this year that a question means: of project or basic expenditure, else of all."""
    current = [one for one in columns if not is_earlier(one, year)]
    part = next((name for name in (PROJECT, BASIC) if name in text), "")
    if part:
        own = [one for one in current if any(part in header for header in one)]
        return next((one for one in own if part in one[-1] or WHOLE.search(one[-1])), None)
    whole = [one for one in current if not PARTS.search("".join(one))]
    return next((one for one in whole if WHOLE.search(one[-1])), whole[0] if whole else None)


def earlier_column(columns: Sequence[tuple[str, ...]], text: str, year: int | None) -> tuple[str, ...] | None:
    """The same column of the year before."""
    return column_of([one for one in columns if is_earlier(one, year)], text, None)


def is_earlier(column: Sequence[str], year: int | None) -> bool:
    """Whether a column is of the year before the document's."""
    return bool(year and re.search(rf"{year - 1}|{BEFORE}", "".join(column))) and not PARTS.search(column[-1])
