"""“有哪些项目”: the rows of the table that lists them, each with its amount."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.document import Figure
from ingest.labels.row_codes import CODE, row_codes
from retrieval.evidence import FigureEvidence
from retrieval.facts.account_rows import account_rows
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.facts.project_rows import without_headings
from retrieval.facts.statement_of_unit import OWN_LEVEL
from retrieval.spelling.label_key import is_total, label_key
from retrieval.spelling.load_vocabulary import RowList

UNIT_NAME = re.compile(r"(?:局|委员会|办公室|中心|街道办事处|院|校|所|站|队|本级|机关|会|处)(?:\d*|[（(].*)$")
OF_ABOVE = re.compile(r"\s*(?:其中|[（(])")  # a part of the row above it
MAIN_NUMBER = re.compile(r"\s*[一二三四五六七八九十]+、")
PART_NUMBER = re.compile(r"\s*[（(]?(?:\d{1,2}[.．、)）]|[一二三四五六七八九十]+[）)])")
SPENT = re.compile(r"(?:全年|实际)?(?:执行|支出)数")
YEAR, YEAR_BEFORE = re.compile(r"20\d\d(?=年)"), re.compile(r"^(?:上年度?|去年|上一年)(?:预算|决算|执行|完成)?数?(?:合计|金额|小计)?$")
LEAF_DIGITS = 7  # 类 款 项 of the functional classification
GENERIC = re.compile(  # kinds of rows and where their money comes from
    r"(?:类|类型|经费类)$|^(?:一次性|经常性|延续性?|阶段性|新增性?)(?:项目)?$|^(?:一般|重点|其他|重大|常规|日常)(?:性)?项目$|^(?:财政拨款|财政专户管理|财政|政府预算|预算|单位|其他|自有|专户|上级|本级|结转|结余)+资金$"
    r"|^(?:其中)?(?:年度|项目|预算)?资金总额$|^(?:其中)?(?:上级|[省市县区]级|本级|中央)(?:财政)?(?:补助|安排|配套|拨款|资金)+$"
)


def lists_of(
    index: FactIndex, wanted: RowList, standard: Sequence[str], units: Sequence[str] = (), kinds: Sequence[Mention] = (),
    side: str | None = None,
) -> Iterator[tuple[Fact, ...]]:  # fmt: skip
    """For every table that has such rows, the likeliest first, a fact for each row of these kinds; totals, units and blanks left out.

    Where a row has amounts of both sides, the one of `side` (预算 or 决算).
    """
    for title in wanted.titles:
        for rows in tables_of(index, re.compile(title), wanted, frozenset(standard), units, side):
            if kept := tuple(fact for fact in without_headings(rows) if all(is_of_kind(one, fact) for one in kinds)):
                yield kept


def is_of_kind(kind: Mention, fact: Fact) -> bool:
    """Whether a row stands under the name of a kind (特定目标类)."""
    return any(key in kind.keys for key, _ in fact.labels)


def tables_of(
    index: FactIndex, title: re.Pattern[str], wanted: RowList, standard: frozenset[str], units: Sequence[str], side: str | None
) -> Iterator[tuple[Fact, ...]]:
    """The tables whose title fits, row by row: the first amount in a column that says nothing of its own, of the side where one is."""
    tables: dict[int, dict[int, Fact]] = defaultdict(dict)
    nested = nested_codes(index) if wanted.only is None else frozenset[tuple[int, str]]()
    headings = account_rows(index.document) if wanted.only is None else frozenset[tuple[int, int]]()
    for fact in index.facts:
        if not isinstance(fact.evidence, FigureEvidence) or not title.search(fact.evidence.table.title):
            continue
        figure = fact.evidence.figure
        if not is_row(index, fact, wanted, standard) or not of_units(fact, units, index) or is_account(fact, nested):
            continue
        if (figure.table, figure.cell[0]) in headings or is_of_other_year(figure, index.document.info.year):
            continue
        if figure.quantity is not None and figure.quantity.is_money and figure.quantity.number != 0:
            first = tables[figure.table].setdefault(figure.cell[0], fact)
            if side and fact.side == side != first.side:
                tables[figure.table][figure.cell[0]] = fact
    yield from sorted((without_numbered_parts(tuple(rows.values())) for rows in tables.values()), key=divides_things)


def is_of_other_year(figure: Figure, year: int | None) -> bool:
    """Whether a column is of another year than its document (2024年 beside 2025年, 上年预算数 beside 本年预算数)."""
    header = "".join(figure.col)
    years = set(YEAR.findall(header))
    return (bool(years) and year is not None and str(year) not in years) or bool(YEAR_BEFORE.search(header))


def divides_things(rows: Sequence[Fact]) -> bool:
    """Whether a table divides the amount of each thing by accounts, over several rows: one that has a row for each tells it better."""
    things = [thing for fact in rows if (thing := first_thing(fact))]
    is_divided = any(len(row_codes(fact.source.row)) > 1 for fact in rows if isinstance(fact.source, Figure))
    return is_divided and len(set(things)) < len(things)


def first_thing(fact: Fact) -> str:
    """The first name in a row that is no kind, unit, code or account."""
    row = fact.source.row if isinstance(fact.source, Figure) else ()
    for before, part in pairwise(("", *row)):
        is_account = bool(CODE.fullmatch(before.strip())) and len(before.strip()) <= LEAF_DIGITS
        key = label_key(part)
        if not (is_account or CODE.fullmatch(part.strip()) or GENERIC.search(key) or UNIT_NAME.search(key) or is_total(key)):
            return key
    return ""


def without_numbered_parts(rows: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The rows without those numbered 1. under others numbered 一、: they are parts of these."""
    firsts = {fact: str(fact.source.row[-1]) for fact in rows if isinstance(fact.source, Figure) and fact.source.row}
    if not any(MAIN_NUMBER.match(label) for label in firsts.values()):
        return rows
    return tuple(fact for fact in rows if not PART_NUMBER.match(firsts.get(fact, "")))


def nested_codes(index: FactIndex) -> frozenset[tuple[int, str]]:
    """The codes, each with its table, that stand there under or over another (类 over 款 over 项): a classification's, and no thing's."""
    codes = {(fact.source.table, fact.codes[0]) for fact in index.facts if isinstance(fact.evidence, FigureEvidence) and fact.codes}  # type: ignore[union-attr]
    pairs = (((table, code[:-2]), (table, code)) for table, code in codes if len(code) in (5, LEAF_DIGITS))
    return frozenset(one for over, under in pairs if over in codes for one in (over, under))


def is_account(fact: Fact, nested: frozenset[tuple[int, str]]) -> bool:
    """Whether a row is one of the accounts by which a table divides its amounts, and nothing stands in it but the account."""
    named = [key for key, _ in fact.labels if not UNIT_NAME.search(key)]
    return len(named) == 1 and bool(fact.codes) and (fact.source.table, fact.codes[0]) in nested  # type: ignore[union-attr]


def is_row(index: FactIndex, fact: Fact, wanted: RowList, standard: frozenset[str]) -> bool:
    """Whether a row is one of the things listed: it has a name of its own that is no total and no organisation."""
    figure = fact.evidence.figure  # type: ignore[union-attr]
    if wanted.side and (not figure.col or not label_key(figure.col[0]).endswith(wanted.side)):
        return False
    names = [key for key, _ in fact.labels]
    own = {label_key(unit) for unit in (*index.document.info.units, index.document.info.organization or "", *index.document.info.aliases)}
    if wanted.only == "leaf":
        return bool(fact.codes) and len("".join(fact.codes[:3])) == LEAF_DIGITS and not fact.columns
    if wanted.only == "income":
        return bool(names) and not any(map(is_total, names)) and not OF_ABOVE.match(figure.row[-1]) and not fact.columns
    if wanted.only:
        return any(key in standard or f"{key}支出" in standard for key in names) and not fact.columns
    named = [key for key in names if key not in own and not is_total(key) and not UNIT_NAME.search(key) and not GENERIC.search(key)]
    return bool(named) and (not fact.columns or is_total(fact.headers[-1]) or bool(SPENT.fullmatch(fact.headers[-1])))


def of_units(fact: Fact, units: Sequence[str], index: FactIndex) -> bool:
    """Whether a row belongs to the units that were named; the department's own name is that of its own level beside other units."""
    keys = {key for key, _ in fact.labels}
    own = [label_key(index.document.info.organization or "")] if any(map(OWN_LEVEL.search, units)) else []
    return not units or any(label_key(unit) in keys for unit in units) or any(key in keys for key in own)
