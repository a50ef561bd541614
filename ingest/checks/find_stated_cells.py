"""The table cells that a sentence of the narrative speaks of: the tables of its section, and in them the total or the row of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.checks.check_lines import TOTAL_NAME, Grid, Line, Path, plain_name, whole_row
from ingest.checks.check_roles import find_cell
from ingest.document import Document, Statement, Term
from ingest.labels.table_words import fold_all
from ingest.standard_forms.identities import load_identities

CODED = re.compile(r"\((2\d{6})\)")  # 林业草原防灾减灾（2130234）
LEVELS = re.compile(r"\((类|款|项)\)")
OPTIONAL = re.compile(r"维护|用$|(?:支出|收入|拨款)$")
BUDGET = re.compile(r"预算")
FINAL = re.compile(r"决算|执行")
SIDE_COLUMN = re.compile(r"(?:年初|全年|本年)?预算数")  # a final account that prints the budget beside what was spent
YEAR = re.compile(r"(20\d\d)年")
YEAR_ROW = re.compile(r"20\d\d年?度?(?:预算|决算)?数?")
FUND = "一般公共预算"
FUNDS = re.compile(r"一般公共预算|政府性基金|国有资本经营|财政拨款")
OF_ALL = re.compile(r"(?!.*(?:财政拨款|一般公共|三公|基金|国有资本)).*(?:收支|收入|支出).*")  # a table of all money
OF_PROJECTS = "项目支出"
SOURCES = frozenset({FUND, "政府性基金", "政府性基金预算", "国有资本经营预算", "财政专户管理资金", "事业收入", "上年结转"})
SAYS_NOTHING = re.compile(
    r"(?:本年|一般公共预算)?(?:收入|支出)(?:预算|决算)?|20\d\d年度?(?:预算|决算)数?|(?:资金|经费)来源|(?:资金|预算)(?:安排|构成|总额)"
)
AMOUNT_NAME = re.compile(r"(?:项目|预算|本年)*金额(?:[(].{1,3}[)])?")

def roles_of(statement: Statement, document: Document) -> Sequence[str]:
    """The roles of the tables that the statement's section is about, in order; what 项目支出 is made of stands in that of projects."""
    if statement.base == OF_PROJECTS:
        return (OF_PROJECTS + "表",)
    for heading in reversed(document.sections[statement.section].heading_path):
        plain = re.sub(r"[“”\"]", "", fold_all(heading))
        for rule in load_identities()["headings"]:
            if re.search(rule["heading"], plain) and not re.search(rule["excludes"], plain):
                return list(rule["roles"])
    if "项" not in LEVELS.findall(fold_all(statement.subject)) and not CODED.search(fold_all(statement.subject)):
        return ()
    has_general = any(FUND in table.title and "支出" in table.title for table in document.tables)
    return ("一般公共预算支出表",) if has_general else ("支出表",)


def fund_of(statement: Statement, document: Document) -> str:
    """一般公共预算 where the statement's section speaks of that fund, else nothing."""
    headings = document.sections[statement.section].heading_path[-2:]
    return FUND if any(FUND in fold_all(heading) for heading in headings) else ""


def find_stated_cells(
    statement: Statement, grid: Grid, roles: Mapping[str, Grid], document: Document, fund: str = ""
) -> Iterator[tuple[Term, ...]]:
    """The cells of the document's table that the statement speaks of: the total that its subject names, else the row or column of its name.

    The statement may be another document's of the same organisation. Where the table has columns of `fund`, they alone count.
    """
    subject, side = stated_subject(statement, document), stated_side(statement, document)
    own = of_own_year(grid, document.info.year)
    has_sides = any(SIDE_COLUMN.fullmatch(plain_name(part)) for path in grid.columns for part in path) and document.info.kind == "决算"
    if side != (document.info.kind or side) and not has_sides:
        return
    for rule in load_identities()["totals"]:
        if re.fullmatch(rule["subject"], subject) and roles.get(rule["role"]) is grid:
            columns = [column.format(side=side) if "{" in column else column for column in rule["columns"]]
            cell = find_cell(own, rule["rows"], columns)
            if cell:
                yield cell
                return
    if FUNDS.search(fold_all(statement.base or "")) and OF_ALL.fullmatch(fold_all(grid.table.title)):
        return  # 一般公共预算支出……包括基本支出……: less than the whole of that name
    fund = fund if any(fund in part for path in grid.columns for part in path) else ""
    if subject in SOURCES and statement.base and not statement.base.endswith("收入"):
        return  # 项目支出……其中一般公共预算…… is a part of that expenditure, not the income of that name
    for index in _named(subject, side if has_sides else fund, own):
        yield (Term(index),)


def of_own_year(grid: Grid, year: int | None) -> Grid:
    """The grid without the columns of other years; of a table whose rows are years its own year's row alone, which then needs no name."""
    years = {line.name[:4]: line for line in grid.lines if len(line.labels) == 1 and YEAR_ROW.fullmatch(line.name)}
    own = years.get(str(year))
    lines = grid.lines if own is None or len(years) < 2 else (replace(own, labels=(), name=""),)
    columns = [path for path in grid.columns if {found for part in path for found in YEAR.findall(part)} <= {str(year)}]
    if not columns or len(columns) == len(grid.columns):
        return replace(grid, lines=lines)
    kept = (replace(line, cells={path: index for path, index in line.cells.items() if path in columns}) for line in lines)
    return replace(grid, lines=tuple(line for line in kept if line.cells), columns=tuple(columns))


def stated_side(statement: Statement, document: Document) -> str:
    """预算 or 决算: which of the two the amount is of."""
    if FINAL.search(statement.aspect):
        return "决算"
    return "预算" if BUDGET.search(statement.aspect) or document.info.kind == "预算" else "决算"


def stated_subject(statement: Statement, document: Document) -> str:
    """The plain name of what a statement is of, without the document's own body."""
    subject = re.sub(r"[“”\"]", "", fold_all(statement.subject))
    return plain_name(subject.removeprefix(fold_all(document.info.organization or "")))


def _named(subject: str, side: str, grid: Grid) -> list[int]:
    """The figure of the one row, or of the total row's one column, that bears the subject's name; none where several do and differ."""
    code = CODED.search(subject)
    if code:
        rows = [index for line in grid.lines if line.code == code[1] and (index := whole_of(line, side)) is not None]
        return rows if len(rows) == 1 else []
    pieces = [piece for piece in LEVELS.split(subject) if piece not in ("类", "款", "项", "")]
    levels = LEVELS.findall(subject)
    names = pieces[: len(levels)] if levels else pieces[:1]
    if not names or subject.startswith("其中"):
        return []
    own = [line for line in grid.lines if not line.is_total and not line.is_part]
    lines = [line for line in own if _is_same(line.name, names[-1]) and _fits(line, names, levels, grid)]
    if not lines and not levels:  # a project's row names its unit after it
        lines = [line for line in grid.lines if any(plain_name(label) == names[0] for label in line.labels[:-1])]
    rows = [index for line in lines if (index := whole_of(line, side)) is not None]
    if rows:
        return rows if len(rows) == 1 else []
    if levels:
        return []
    whole = whole_row(grid)
    found = [
        index for path, index in (whole.cells.items() if whole else ())
        if _is_column(path, names[0]) and (not side or any(side in part for part in path))
    ]  # fmt: skip
    return found if len(found) == 1 else []


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


def whole_of(line: Line, side: str = "") -> int | None:
    """The row's figure in the column of its whole amount."""
    cells = {path: index for path, index in line.cells.items() if not side or any(side in part for part in path)}
    if len(cells) == 1:
        return next(iter(cells.values()))
    plain = {index: plain_name(path[-1]) for path, index in cells.items() if all(_says_nothing(part) for part in path[:-1])}
    totals = [index for index, name in plain.items() if TOTAL_NAME.search(name)]
    whole = totals or [index for index, name in plain.items() if AMOUNT_NAME.fullmatch(name)]
    return whole[0] if len(whole) == 1 else None


def _says_nothing(part: str) -> bool:
    """Whether an upper header names no kind of money or use: 支出, 本年支出, 收入预算, 一般公共预算支出, 2031年预算数."""
    return bool(SAYS_NOTHING.fullmatch(plain_name(part)))


def _is_column(path: Path, name: str) -> bool:
    parts = [plain_name(part) for part in path]
    at = next((place for place, part in enumerate(parts) if _is_same(part, name)), None)
    return at is not None and all(TOTAL_NAME.search(part) or re.fullmatch(r"预算数|决算数|支出决算|金额", part) for part in parts[at + 1 :])
