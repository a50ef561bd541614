"""A document's figures and statements as facts that can be asked for: which labels name each, and where each label occurs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

from ingest import late_re as re
from ingest.document import Document, DocumentInfo, Figure, Statement, Table
from ingest.row_codes import CODE, row_codes
from retrieval.balanced_changes import balanced_changes
from retrieval.evidence import FigureEvidence, StatementEvidence
from retrieval.label_key import fold, is_neutral_header, is_neutral_label, is_total, label_key
from retrieval.name_windows import windows
from retrieval.spell_variants import TITLE_WORDS, spell_variants
from retrieval.table_numbers import table_key
from retrieval.unit_variants import unit_variants

FINAL_WORDS = ("决算", "执行数")
HEADER_YEAR = re.compile(r"(20\d\d)(?:年|$)")
YEAR_BEFORE = re.compile(r"^(?:上年|上一年|去年)度?(?:预算|决算|执行|完成|支出|数|$)")
KIND_OF_ROW = re.compile(r"(?:类|类型)$")
BRACKETED = re.compile(r"(?P<name>[^（(]{2,})[（(](?P<kind>[^）)]{1,12})[）)]\s*")
SUBJECT_LEVEL = re.compile(r"[（(](类|款|项)[）)]")
SET_ASIDE = re.compile(  # “一般公共预算拨款安排的培训费预算支出”: the account and the kind stand around the item
    r".{0,30}?(?:一般公共预算|财政拨款|政府性基金)(?:财政)?(?:预算)?(?:拨款|资金)?安排的(?P<item>.{2,}?)(?:预算支出|支出预算|支出决算|预算|决算|支出)?"
)
THREE_PUBLIC = re.compile(  # these funds are of no other account
    r"^(?:一般公共预算)?(?:财政拨款|拨款)?(?:安排的)?(三公经费)(?:预算|支出|决算)*(?:合计|总额|总计|共计)?$"
)
ACCOUNT = re.compile(r"(?:一般公共预算|政府性基金|国有资本经营|财政专户管理资金|基金预算|经营预算|财政拨款|拨款)(?:预算)?$")
SHORTEST_BODY = 3
LONGEST_NAME = 24  # what is longer is a sentence
YEAR_OF_VALUE = re.compile(r"(20\d\d)年(?:度)?(?:当年|全年)?(?:预算|决算)?(?:执行|完成)数?(?:为|是)?$")
ROW_YEAR = re.compile(r"20\d\d年(?:度)?(?:预算|决算)?数?")
CATALOGUE_CODE = re.compile(r"[a-c]\d{6,10}")  # of the procurement catalogue, behind the name of what is bought
BARE_SUBJECT = re.compile(r"(?:全年|本年|当年|年度|今年|预计|计划|拟|约|大约|共|累计|国内|安排)*")  # “主要用于接待来访，预计35批次”
RECEIVED = re.compile(r"接待[^。；;]{0,40}$")
OPENING = re.compile(r"^(?:共有|共|现有|(?:计划|拟|预计)?安排(?=政府采购|项目支出|基本支出))")  # what a sentence says before its subject
SUBJECT_CODE = re.compile(r"[（(](\d{3,9})[）)]|^(\d{3,9})(?=\D)")  # the account's code beside its name


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure or statement with the keys that name it.

    `labels` are the row's own names with how many rows of the table bear them (1: the row's very own). `columns` are header
    names that say something, `headers` all of them and what they make read in one. `titles` are the table's title, context and
    number, or the section's headings. `totals` are names of a total cell made from its table. `side` is 预算 or 决算 where the
    fact is of one side only. `depth` grows with narrower scope.
    `year` is the year that its column names, where it names one (上年 is the year before the document's).
    `is_income` says that its table holds income only. `classes` are the labels that only classify the row again (政府经济分类).
    """

    evidence: FigureEvidence | StatementEvidence
    labels: tuple[tuple[str, int], ...]
    columns: tuple[str, ...]
    headers: tuple[str, ...]
    titles: tuple[str, ...]
    totals: tuple[str, ...]
    codes: tuple[str, ...]
    side: str | None
    measure: str
    depth: int
    is_income: bool = False
    classes: frozenset[str] = frozenset()
    year: int | None = None

    @property
    def source(self) -> Figure | Statement:
        """The figure or statement itself."""
        return self.evidence.figure if isinstance(self.evidence, FigureEvidence) else self.evidence.statement

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money."""
        quantity = self.source.quantity
        return quantity is not None and quantity.is_money


@dataclass(frozen=True, slots=True)
class FactIndex:
    """All facts of one document; `postings` leads from a key to the facts that bear it; `blanks` are labels printed without a figure.

    `compounds` are keys that no cell prints alone: header cells read in one. `titles` are those of all tables, `accounts` the
    names of rows that bear a code, `names` those of all rows; `windows` are the stretches by which slips in names are known.
    """

    document: Document
    facts: tuple[Fact, ...]
    postings: Mapping[str, tuple[int, ...]]
    variants: Mapping[str, frozenset[str]]
    codes: Mapping[str, tuple[int, ...]]
    blanks: frozenset[str]
    compounds: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    accounts: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    windows: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RowNames:
    """What a row's labels say of every cell in it."""

    keys: tuple[str, ...]
    labels: tuple[tuple[str, int], ...]
    classes: frozenset[str]
    codes: tuple[str, ...]
    years: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """What a column's header path says of every cell under it."""

    headers: tuple[str, ...]
    columns: tuple[str, ...]
    all_names: tuple[str, ...]
    side: str | None


# Narrower scopes have a larger depth: where a question does not say, the broadest is answered first.
DEPTHS = (
    ("绩效", 6), ("自评", 6), ("财政专户", 5), ("目标", 6), ("采购", 4), ("运行经费", 4), ("基本支出", 4), ("三公", 0), ("政府性基金", 5),
    ("国有资本", 5), ("项目支出", 3), ("一般公共预算", 3), ("财政拨款", 2), ("经济分类", 1), ("支出", 0), ("收入", 0), ("收支", 0),
)  # fmt: skip


def index_facts(document: Document) -> FactIndex:
    """The facts of a document with their postings."""
    facts = (*figure_facts(document), *balanced_changes(statement_facts(document), document.info.kind))
    postings: dict[str, list[int]] = defaultdict(list)
    codes: dict[str, list[int]] = defaultdict(list)
    accounts = coded_names(facts)
    for number, fact in enumerate(facts):
        for key in {*(key for key, _ in fact.labels), *fact.headers, *fact.titles, *fact.totals}:
            postings[key].append(number)
        for code in fact.codes:
            codes[code].append(number)
    variants = spell_variants(postings, label_key(document.info.region or ""), accounts) | bracket_variants(document, postings)
    variants = {**unit_variants(document), **variants}
    return FactIndex(
        document=document,
        facts=facts,
        postings={key: tuple(numbers) for key, numbers in postings.items()},
        variants=variants,
        codes={code: tuple(numbers) for code, numbers in codes.items()},
        compounds=frozenset(postings.keys() - printed_keys(facts)),
        titles=frozenset(label_key(table.title) for table in document.tables),
        blanks=frozenset(blank_labels(document) - postings.keys() - codes.keys()),
        accounts=accounts,
        names=frozenset(key for fact in facts for key, _ in fact.labels),
        windows=windows(key for key in variants if len(key) <= LONGEST_NAME),
    )


def printed_keys(facts: Iterable[Fact]) -> set[str]:
    """The keys of labels, single header cells, titles and totals."""
    keys: set[str] = set()
    for fact in facts:
        keys.update(key for key, _ in fact.labels)
        keys.update((*fact.titles, *fact.totals))
        keys.update(map(label_key, fact.source.col) if isinstance(fact.source, Figure) else ())
    return keys


def figure_facts(document: Document) -> Iterable[Fact]:
    """One fact per figure."""
    rows: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for figure in document.figures:
        rows[figure.table].add(figure.row)
    bodies = {label_key(name) for name in (document.info.organization or "", *document.info.units, *document.info.aliases)}
    units = coded_units(document)
    by_table = {table.index: TableFacts(document.info, table, rows[table.index], bodies) for table in document.tables}
    for figure in document.figures:
        fact = by_table[figure.table].fact(figure)
        yield with_coded_unit(fact, units) if units else fact


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
    return fact if is_named or len(found) != 1 else replace(fact, labels=((found.pop(), 2), *fact.labels))


class TableFacts:
    """The facts of one table's cells; what rows and columns say is read once, however many cells they have."""

    def __init__(self, info: DocumentInfo, table: Table, rows: Iterable[tuple[str, ...]], bodies: Set[str]) -> None:
        """`rows` are those of the table that bear figures, `bodies` the names of the document's body and its units."""
        self._info, self._table, self._bodies = info, table, bodies
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
            totals=total_names(self._title, row.keys, column.headers) if not row.labels else (),
            codes=row.codes,
            side=column.side,
            measure="金额" if figure.quantity is not None else "文字",
            classes=row.classes,
            year=self._year((*figure.col, *row.years)),
            **self._of_table,
        )

    def _read_row(self, row: tuple[str, ...]) -> RowNames:
        keys = tuple(dict.fromkeys(label_key(part) for part in row if not CODE.fullmatch(part.strip())))
        named = tuple(key for key in keys if not is_neutral_label(key))
        # What follows a body's name and another code is the body's project, not the row's class.
        classes = second_names(row) if not self._bodies & set(keys[:1]) else frozenset()
        classes |= {key for key in named if CATALOGUE_CODE.fullmatch(key)}
        groups = classes | {key for key in named if KIND_OF_ROW.search(key) or key in self._bodies}
        is_shared = len(named) > 1
        labels = tuple((key, max(self._frequency[key], 2) if key in groups and is_shared else self._frequency[key]) for key in named)
        return RowNames(keys, labels, classes, row_codes(row), tuple(part for part in row if ROW_YEAR.fullmatch(part.strip())))

    def _read_column(self, column: tuple[str, ...]) -> ColumnNames:
        headers = tuple(label_key(part) for part in column)
        columns = tuple(key for key in headers if not is_neutral_header(key) and key.removeprefix("本年") not in self._title)
        sided = (*sided_total(self._table.title, headers), *sided_account(self._table.title, headers))
        all_names = (*headers, *joined_headers(headers), *sided)
        return ColumnNames(headers, columns, all_names, side_of(column))


def without_body(title: str, organization: str | None) -> str:
    """A title without the body that it opens with, by its name or a part of it (“甲街道收支总表” of 乙区甲街道办事处)."""
    name = label_key(organization or "")
    end = next((end for end in range(len(title), SHORTEST_BODY - 1, -1) if title[:end] in name), 0)
    return title[end:] or title


def joined_headers(headers: tuple[str, ...]) -> tuple[str, ...]:
    """The names that header cells above one another make when read in one (本年支出 over 合计: 本年支出合计)."""
    return tuple(dict.fromkeys("".join(headers[start:]) for start in range(len(headers) - 1)))


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


def depth_of(title: str) -> int:
    """How narrow the scope is that a title names; 0 is all income or expenditure."""
    return next((depth for word, depth in DEPTHS if word in title), 0)


def total_names(title: str, rows: tuple[str, ...], headers: tuple[str, ...]) -> tuple[str, ...]:
    """The names that a total cell has from its table: 收入合计 of a 收入表, 支出总计 of the expenditure side."""
    sides = [header for header in headers if header in ("收入", "支出")]
    core = TITLE_WORDS.sub("", title) or title
    side = sides[0] if sides else core
    ends = [row for row in rows if is_total(row)] or ["合计"]
    if any(header for header in headers if not is_neutral_header(header)):
        return ()
    names = [end if end.startswith(side) else f"{side}{end}" for end in ends]
    return tuple(dict.fromkeys([*names, *([f"{core}{end}" for end in ends] if sides else [core])]))


def year_of(header: tuple[str, ...], own: int | None) -> int | None:
    """The only year that a header path names; 上年 and 去年 are the year before the document's own."""
    years = {int(found) for part in header for found in HEADER_YEAR.findall(part)}
    if len(years) == 1:
        return years.pop()
    return own - 1 if own and not years and any(YEAR_BEFORE.search(part) for part in header) else None


def side_of(header: tuple[str, ...]) -> str | None:
    """Whether a header path names the budget side, the final-account side or neither."""
    joined = ">".join(label_key(part) for part in header)
    if any(word in joined for word in FINAL_WORDS):
        return "决算"
    return "预算" if re.search(r"(?:^|>)(?:年初预算数?|全年预算数?|预算数|调整预算数?)(?:$|[^执])", joined) else None


def statement_facts(document: Document) -> Iterable[Fact]:
    """One fact per statement; a path such as X（类）Y（款）Z（项） has Z as its own name."""
    own_name = re.compile(rf"^(?:{re.escape(document.info.organization or '我部门')})(?:[（(][^）)]*[）)])?")
    for statement in document.statements:
        section = document.sections[statement.section]
        if aside := SET_ASIDE.fullmatch(statement.subject):
            statement = replace(statement, subject=aside["item"])
        statement = with_visits(statement)
        statement = replace(statement, subject=THREE_PUBLIC.sub(r"\1", statement.subject))
        codes = tuple(found[1] or found[2] for found in SUBJECT_CODE.finditer(statement.subject))
        uncoded = SUBJECT_CODE.sub("", statement.subject)
        subject = OPENING.sub("", own_name.sub("", uncoded)).removeprefix("的") or uncoded or statement.subject
        parts = [part for part in SUBJECT_LEVEL.split(subject) if part not in ("类", "款", "项")]
        names = [label_key(part) for part in parts if label_key(part)]
        if len(parts) > 1 and label_key(parts[-1]) in ("支出", "收入"):
            # “教育（类）支出” is called so in the tables too, “水利（款）防汛（项）支出” is 防汛 there.
            of_class = SUBJECT_LEVEL.findall(subject)[-1] == "类"
            names = [label_key(SUBJECT_LEVEL.sub("", subject))] if of_class else names[:-1]
        own = names[-1] if names else label_key(subject)
        side = "预算" if statement.aspect in ("年初预算", "年初预算数", "全年预算数") else "决算" if "决算" in statement.aspect else None
        if side is None and statement.aspect and document.info.kind == "决算":
            side = "预算"
        year = YEAR_OF_VALUE.search(statement.sentence.partition(statement.value)[0]) if statement.aspect else None
        yield Fact(
            evidence=StatementEvidence(document.info, section, statement, 0.0),
            labels=((own, 1), *((key, 2) for key in names[:-1])),
            columns=(),
            headers=(),
            titles=tuple(label_key(heading) for heading in section.heading_path),
            totals=(),
            codes=codes,
            side=side,
            measure=statement.measure,
            year=int(year[1]) if year and int(year[1]) != document.info.year else None,
            depth=next((depth for heading in reversed(section.heading_path) if (depth := depth_of(heading))), 0),
        )


def with_visits(statement: Statement) -> Statement:
    """A count of visits without a subject of its own (“…接待来访，预计35批次”) as one of visits; any other statement as it is."""
    if statement.measure != "数量" or not BARE_SUBJECT.fullmatch(statement.subject):
        return statement
    received = RECEIVED.search(statement.sentence.partition(statement.value)[0])
    return replace(statement, subject="接待来访") if received else statement


def coded_names(facts: Iterable[Fact]) -> frozenset[str]:
    """The names of accounts: of rows that bear a code."""
    return frozenset(key for fact in facts if fact.codes for key, _ in fact.labels)


def bracket_variants(document: Document, postings: Mapping[str, object]) -> dict[str, frozenset[str]]:
    """The names that rows bear only with something in brackets behind them (“津贴（一类）”), each with those rows' keys."""
    found: dict[str, set[str]] = defaultdict(set)
    for part in {part for figure in document.figures for part in figure.row}:
        name = BRACKETED.fullmatch(part)
        if name and len(label_key(name[1])) >= 3 and label_key(name[1]) not in postings:
            found[label_key(name[1])].add(label_key(part))
    return {name: frozenset(keys) for name, keys in found.items()}


def blank_labels(document: Document) -> set[str]:
    """The labels of rows that are printed with no figure at all."""
    cells = (cell for table in document.tables for cell in table.cells if not cell.is_header)
    return {label_key(cell.text) for cell in cells if 2 <= len(fold(cell.text)) <= 30}
