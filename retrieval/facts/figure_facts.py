"""The figures of a document's tables as facts: which names of rows, columns and titles each bears."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

from ingest import late_re as re
from ingest.document import Document, DocumentInfo, Figure, Table
from ingest.figures.name_rows import is_numbered_total
from ingest.labels.row_codes import CODE, row_codes
from ingest.labels.table_words import ACCOUNT_NAME, GOODS_NAME
from ingest.labels.thing_named import is_generic, thing_named
from retrieval.evidence import FigureEvidence
from retrieval.facts.fact import Fact, depth_of
from retrieval.facts.rows_under_units import rows_under_units
from retrieval.facts.spell_variants import TITLE_FUNDS, TITLE_SCOPE, TITLE_WORDS
from retrieval.facts.table_numbers import table_key
from retrieval.facts.unit_headers import unit_headers
from retrieval.spelling.label_key import is_neutral_header, is_neutral_label, is_total, label_key

FINAL_WORDS = ("决算", "执行数")
HEADER_YEAR = re.compile(r"(20\d\d)(?:年|$)")
YEAR_BEFORE = re.compile(r"^(?:上年|上一年|去年)度?(?:预算|决算|执行|完成|支出|数|$)")
COMPARES = re.compile(r"比(?:上年|去年|20\d\d年|年初)[^>]*>.*增|增减[额率%％]?$")  # 2031年预算数比2030年执行数 > 增减额
KIND_OF_ROW = re.compile(r"(?:类|类型)$")
THREE_PUBLICS = re.compile(r"(?:一般公共预算|财政)?(?:拨款)?(?:安排的?)?三公经费(?:支出|预算|决算)*数?")
ACCOUNT = re.compile(r"(?:一般公共预算|政府性基金|国有资本经营|财政专户管理资金|基金预算|经营预算|财政拨款|拨款)(?:预算)?$")
BESIDE_TARGET = re.compile(r"(?:本|绩效|指标|三级)*(?:计量|度量|计算)单位|(?:绩效|三级)?指标(?:性质|方向|符号)|(?:运算|计算)符号|比较符")
SHORTEST_BODY = 3
SIDES_OF_ROWS = (("预算", re.compile(r"(?:年初|全年|调整)?预算数?")), ("决算", re.compile(r"(?:全年|支出)?(?:决算|执行)数?")))
ROW_YEAR = re.compile(r"20\d\d年(?:度)?(?:预算|决算)?数?")
AMOUNT_HEADER = re.compile(r"(?:金额|总额|合计|总计|小计|(?:预算|决算)数?)$")
CATALOGUE_CODE = re.compile(r"[a-c]\d{6,10}")  # of the procurement catalogue, behind the name of what is bought
COUNT = "数量"  # what a row of goods counts in: no name of its own


@dataclass(frozen=True, slots=True)
class RowNames:
    """What a row's labels say of every cell in it."""

    keys: tuple[str, ...]
    labels: tuple[tuple[str, int], ...]
    classes: frozenset[str]
    codes: tuple[str, ...]
    years: tuple[str, ...]
    side: str | None


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """What a column's header path says of every cell under it."""

    headers: tuple[str, ...]
    columns: tuple[str, ...]
    all_names: tuple[str, ...]
    side: str | None


def figure_facts(document: Document) -> Iterable[Fact]:
    """One fact per figure."""
    rows: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for figure in document.figures:
        rows[figure.table].add(figure.row)
    bodies = {label_key(name) for name in (document.info.organization or "", *document.info.units, *document.info.aliases)}
    units = coded_units(document)
    owners = rows_under_units(document, frozenset(map(label_key, document.info.units)))
    headers: dict[int, set[str]] = defaultdict(set)
    for figure in document.figures:
        headers[figure.table].update(label_key(part) for part in figure.col)
    by_table = {
        table.index: TableFacts(document.info, table, rows[table.index], bodies, unit_headers(document.info, headers[table.index]))
        for table in document.tables
    }
    told = {(figure.table, figure.row) for figure in document.figures if figure.quantity is not None}
    for figure in document.figures:
        if figure.col and BESIDE_TARGET.fullmatch(label_key(figure.col[-1])):
            continue  # what a target is counted in, and how it bounds, is no figure of its own
        if is_told_above(figure, told):
            continue
        fact = by_table[figure.table].fact(figure)
        owner = owners.get((figure.table, figure.cell[0]))
        yield with_coded_unit(with_owner(fact, owner) if owner else fact, units)


def is_told_above(figure: Figure, told: Set[tuple[int, tuple[str, ...]]]) -> bool:
    """Whether a row is the total of the row above it, which prints its amount itself: told once more, it would be counted twice."""
    return len(figure.row) > 1 and is_numbered_total(figure.row[-1:]) and (figure.table, figure.row[:-1]) in told


def coded_units(document: Document) -> Mapping[str, str]:
    """The unit that each code of a unit stands for, from the rows that print nothing but the code and the unit's name."""
    units = {label_key(name) for name in document.info.units}
    rows = {figure.row for figure in document.figures}
    named = ((row_codes(row), [label_key(part) for part in row if not CODE.fullmatch(part.strip())]) for row in rows)
    return {codes[0]: names[0] for codes, names in named if len(codes) == len(names) == 1 and names[0] in units}


def with_coded_unit(fact: Fact, units: Mapping[str, str]) -> Fact:
    """The fact with the unit whose code alone stands in its row (行政运行 of 305001)."""
    found = {units[code] for code in fact.codes if code in units} - {key for key, _ in fact.labels}
    is_named = any(key in units.values() for key, _ in fact.labels)
    return fact if is_named or len(found) != 1 else with_owner(fact, found.pop())


def with_owner(fact: Fact, unit: str) -> Fact:
    """The fact with the unit whose row it is before the row's own names."""
    return fact if any(key == unit for key, _ in fact.labels) else replace(fact, labels=((unit, 2), *fact.labels))


class TableFacts:
    """The facts of one table's cells; what rows and columns say is read once, however many cells they have."""

    def __init__(
        self, info: DocumentInfo, table: Table, rows: Iterable[tuple[str, ...]], bodies: Set[str], units: Mapping[str, str]
    ) -> None:
        """`rows` are those of the table that bear figures, `bodies` the names of the document's body and its units.

        `units` are the headers that mean a unit, with the unit's key.
        """
        self._info, self._table, self._bodies, self._units = info, table, bodies, units
        rows = tuple(rows)
        self._is_of_one_row = len(set(rows)) == 1
        self._frequency = Counter(key for row in rows for key in {label_key(part) for part in row})
        self._title = without_body(label_key(table.title), info.organization)
        titles = (self._title, label_key(table.context or ""), table_key(table.number))
        self._of_table: dict[str, Any] = {
            "titles": tuple(key for key in titles if key),
            "depth": depth_of(table.title),
            "is_income": "收入" in table.title and "支出" not in table.title,
        }
        self._row, self._column = cache(self._read_row), cache(self._read_column)
        self._year = cache(partial(year_of, own=info.year))

    def fact(self, figure: Figure) -> Fact:
        """The fact of one cell."""
        row, column = self._row(figure.row), self._column(figure.col)
        return Fact(
            evidence=FigureEvidence(self._info, self._table, figure, 0.0),
            labels=row.labels,
            columns=column.columns,
            headers=column.all_names,
            totals=total_names(self._title, row.keys, column.headers) if self._is_whole(row) else (),
            codes=row.codes,
            side=column.side or row.side,
            measure="金额" if figure.quantity is not None else "文字",
            classes=row.classes,
            year=self._year((*figure.col, *row.years)),
            **self._of_table,
        )

    def _is_whole(self, row: RowNames) -> bool:
        """Whether a row is all that the table tells: it bears no name, or it is the only one and bears that of the body."""
        return not row.labels or (self._is_of_one_row and all(key in self._bodies for key, _ in row.labels))

    def _read_row(self, row: tuple[str, ...]) -> RowNames:
        row = row[:-1] if len(row) > 1 and is_numbered_total(row[-1:]) else row  # the total of what stands above it
        keys = tuple(dict.fromkeys(label_key(part) for part in row if not CODE.fullmatch(part.strip())))
        named = tuple(key for key in keys if not (is_neutral_label(key) or key == COUNT))
        # What follows a body's name and another code is the body's project, not the row's class.
        classes = second_names(row) if not self._bodies & set(keys[:1]) else frozenset()
        classes |= {key for key in named if CATALOGUE_CODE.fullmatch(key)} | account_names(keys, self._bodies)
        groups = classes | {key for key in named if KIND_OF_ROW.search(key) or key in self._bodies}
        is_shared = len(named) > 1
        labels = tuple((key, max(self._frequency[key], 2) if key in groups and is_shared else self._frequency[key]) for key in named)
        years = tuple(part for part in row if ROW_YEAR.fullmatch(part.strip()))
        return RowNames(keys, labels, classes, row_codes(row), years, side_of_row(keys))

    def _read_column(self, column: tuple[str, ...]) -> ColumnNames:
        headers = tuple(self._units.get(key, key) for key in map(label_key, column))
        columns = tuple(key for key in headers if not is_neutral_header(key) and key.removeprefix("本年") not in self._title)
        sided = (*sided_total(self._table.title, headers), *sided_account(self._table.title, headers))
        all_names = (*headers, *joined_headers(headers), *sided, *three_publics(headers))
        return ColumnNames(headers, columns, all_names, side_of(column))


def without_body(title: str, organization: str | None) -> str:
    """A title without the body that it opens with, by its name or a part of it (“甲街道收支总表” of 乙区甲街道办事处)."""
    name = label_key(organization or "")
    end = next((end for end in range(len(title), SHORTEST_BODY - 1, -1) if title[:end] in name), 0)
    return title[end:] or title


def joined_headers(headers: tuple[str, ...]) -> tuple[str, ...]:
    """The names that header cells above one another make when read in one (本年支出 over 合计: 本年支出合计)."""
    return tuple(dict.fromkeys("".join(headers[start:]) for start in range(len(headers) - 1)))


def three_publics(headers: tuple[str, ...]) -> tuple[str, ...]:
    """三公经费 for the total below a header that says of which funds it is (一般公共预算拨款安排的“三公”经费预算)."""
    named = [place for place, key in enumerate(headers) if THREE_PUBLICS.fullmatch(key)]
    return ("三公经费", "三公经费合计") if named and all(map(is_neutral_header, headers[named[-1] + 1 :])) else ()


def sided_total(title: str, headers: tuple[str, ...]) -> tuple[str, ...]:
    """收入总计 for the column 总计 of a table that holds income only, 支出合计 for the 合计 of expenditure."""
    sides = [side for side in ("收入", "支出") if side in title]
    return (f"{sides[0]}{headers[0]}",) if len(sides) == 1 and len(headers) == 1 and headers[0] in ("总计", "合计") else ()


def sided_account(title: str, headers: tuple[str, ...]) -> tuple[str, ...]:
    """一般公共预算收入 for the column 一般公共预算 of a table that holds income only."""
    is_income = "收入" in title and "支出" not in title
    return (f"{headers[-1]}收入",) if is_income and headers and ACCOUNT.search(headers[-1]) else ()


def second_names(row: tuple[str, ...]) -> frozenset[str]:
    """The names after a code that follows the row's name: they classify the row again (政府经济分类) and are not what it is of."""
    is_code = [bool(CODE.fullmatch(part.strip())) for part in row]
    first = next((place for place, code in enumerate(is_code) if code), len(row))
    name = next((place for place in range(first, len(row)) if not is_code[place]), len(row))
    again = next((place for place in range(name, len(row)) if is_code[place]), len(row))
    return frozenset(label_key(part) for part in row[again:]) - {label_key(part) for part in row[:again]}


def account_names(keys: Sequence[str], bodies: Set[str]) -> set[str]:
    """The accounts and catalogue classes behind the thing that a row names (2070111文化创作与保护 behind a project): they class the row."""
    named = [key for key in keys if key not in bodies and not is_neutral_label(key)]
    return {key for key in named[1:] if ACCOUNT_NAME.fullmatch(key) or GOODS_NAME.fullmatch(key.upper())}


def total_names(title: str, rows: tuple[str, ...], headers: tuple[str, ...]) -> tuple[str, ...]:
    """The names that a total cell has from its table: 收入合计 of a 收入表, 支出总计 of the expenditure side."""
    sides = [header for header in headers if header in ("收入", "支出")]
    core = TITLE_WORDS.sub("", title) or title
    side = sides[0] if sides else core
    ends = [row for row in rows if is_total(row)] or ["合计"]
    if not all(is_neutral_header(header) or is_amount_of(header, title) for header in headers):
        return ()
    names = [end if end.startswith(side) else f"{side}{end}" for end in ends]
    of_thing = [] if is_generic(thing_named(title)) else [TITLE_FUNDS.sub("", TITLE_SCOPE.sub("", core)), title]
    return tuple(dict.fromkeys([*names, *([f"{core}{end}" for end in ends] if sides else [core]), *filter(None, of_thing)]))


def is_amount_of(header: str, title: str) -> bool:
    """Whether a header only says again, with the word for an amount, what its table is about (购买服务金额, 三公经费合计)."""
    thing = thing_named(header)
    return len(thing) > 1 and bool(AMOUNT_HEADER.search(header)) and thing in title


def year_of(header: tuple[str, ...], own: int | None) -> int | None:
    """The only year that a header path names; 上年 and 去年 are the year before the document's own."""
    years = {int(found) for part in header for found in HEADER_YEAR.findall(part)}
    if len(years) == 1:
        return years.pop()
    return own - 1 if own and not years and any(YEAR_BEFORE.search(part) for part in header) else None


def side_of_row(keys: Sequence[str]) -> str | None:
    """The side of a row that is called nothing else (预算数, below it 决算数, over columns of 三公经费)."""
    found = {side for key in keys for side, named in SIDES_OF_ROWS if named.fullmatch(key)}
    return found.pop() if len(found) == 1 else None


def side_of(header: tuple[str, ...]) -> str | None:
    """Whether a header path names the budget side, the final-account side or neither."""
    joined = ">".join(label_key(part) for part in header)
    if COMPARES.search(joined):
        return None
    if any(word in joined for word in FINAL_WORDS):
        return "决算"
    return "预算" if re.search(r"(?:^|>)(?:年初预算数?|全年预算数?|预算数|调整预算数?)(?:$|[^执])", joined) else None
