"""Between two documents of one organisation: what the later says of the earlier's year or budget against what the earlier prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from ingest.checks.check_arithmetic import BETWEEN, VERDICTS, Arithmetic
from ingest.checks.check_lines import Grid, Line, Path, plain_name, read_grids
from ingest.checks.check_roles import find_cell, find_roles
from ingest.checks.find_stated_cells import BUDGET, FINAL, find_stated_cells, fund_of, roles_of
from ingest.document import Check, Document, Statement, Term
from ingest.standard_forms.identities import load_identities

STATED = "“{subject}”的{aspect}＝{title}所印的数"
CHANGED = "“{subject}”的增减额＝本年数－{title}的数"
RATED = "“{subject}”的增减率＝增减额÷{title}的数"
COLUMN = "《{table}》“{row}”的{column}＝{title}所印的数"
CARRIED = "{says}（{title}）"
LAST_YEAR = re.compile(r"上年(?:度)?|去年")
OPENING_BUDGET = re.compile(r"年初预算")
Cell = tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two documents with its prescribed tables by role."""

    document: Document
    roles: Mapping[str, Grid]
    mark: str | None  # the id that its terms carry

    def terms(self, cell: Cell) -> Cell:
        """The cell's terms as those of this document."""
        return tuple(replace(term, document=self.mark) for term in cell)

    def cells(self, statement: Statement, role: str, fund: str) -> list[Cell]:
        """The cells of this document's table of the role that a statement of either document speaks of."""
        grid = self.roles.get(role)
        return [self.terms(cell) for cell in find_stated_cells(statement, grid, self.roles, self.document, fund)] if grid else []


def check_between(later: Document, earlier: Document) -> tuple[Check, ...]:
    """What the later document says of the earlier one's figures, tried on both; none where neither is of the other's year before or budget.

    The documents are of one organisation and scope: of one kind and successive years, or a final account and its year's budget. The
    checks are the later document's; terms of the earlier one carry its id.
    """
    sides = _Side(later, find_roles(read_grids(later)), None), _Side(earlier, find_roles(read_grids(earlier)), earlier.info.id)
    arithmetic = Arithmetic(later, earlier)
    if later.info.kind == earlier.info.kind and earlier.info.year == (later.info.year or 0) - 1:
        found = [*_check_changes(*sides, arithmetic), *_check_columns(*sides, arithmetic), *_check_carried(*sides, arithmetic)]
        return (*found, *_check_stated(*sides, arithmetic))
    if (later.info.kind, earlier.info.kind) == ("决算", "预算") and earlier.info.year == later.info.year:
        return tuple(_check_stated(*sides, arithmetic))
    return ()


def _title(document: Document) -> str:
    return f"{document.info.year}年{document.info.kind}"


def _best(checks: list[Check]) -> Iterator[Check]:
    """Of the checks of one print against the cells that it may mean, the one that closes best."""
    yield from sorted(checks, key=lambda check: VERDICTS.index(check.verdict))[:1]


def _check_changes(now: _Side, then: _Side, arithmetic: Arithmetic) -> Iterator[Check]:
    """Stated increases, decreases and their rates against the difference of what both documents print."""
    for index, statement in enumerate(now.document.statements):
        if statement.measure not in ("增减额", "增减率") or not _is_of_year_before(index, now.document):
            continue
        fund = fund_of(statement, now.document)
        compared = [
            _compare_change(index, statement, cell, other, then, arithmetic)
            for role in roles_of(statement, now.document)
            for cell, other in product(now.cells(statement, role, fund), then.cells(statement, role, fund))
        ]
        yield from _best([check for check in compared if check is not None])


def _compare_change(index: int, statement: Statement, cell: Cell, other: Cell, then: _Side, arithmetic: Arithmetic) -> Check | None:
    stated = Term(statement=index)
    over = [*cell, *(replace(term, sign=-1) for term in other)]
    names = {"subject": plain_name(statement.subject), "title": _title(then.document)}
    if statement.direction == "持平":
        return arithmetic.compare(CHANGED.format(**names), BETWEEN, cell, other) if statement.measure == "增减额" else None
    if statement.direction not in ("增加", "减少"):
        return None
    sign = 1 if statement.direction == "增加" else -1
    if statement.measure == "增减率":
        return arithmetic.compare_rate(RATED.format(**names), stated, over, other, sign)
    return arithmetic.compare(CHANGED.format(**names), BETWEEN, [replace(stated, sign=sign)], over)


def _is_of_year_before(index: int, document: Document) -> bool:
    """Whether a change is told against the same kind of amount a year before: not against the budget of an account, nor its execution."""
    statement, year = document.statements[index], document.info.year or 0
    if statement.year not in (None, year):
        return False
    base = _base_of(index, document)
    wrong = FINAL if document.info.kind == "预算" else BUDGET
    return (bool(LAST_YEAR.search(base)) or str(year - 1) in base) and not wrong.search(base) and not wrong.search(statement.aspect)


def _base_of(index: int, document: Document) -> str:
    """What a change is told against; a rate after an amount of the same sentence is told against the same."""
    statements = document.statements
    own = statements[index]
    before = [one for one in statements[:index] if (one.section, one.sentence, one.subject) == (own.section, own.sentence, own.subject)]
    return own.base or next((one.base for one in reversed(before) if one.measure == "增减额" and one.base), "上年")


def _check_stated(now: _Side, then: _Side, arithmetic: Arithmetic) -> Iterator[Check]:
    """Amounts of the year before, or of the opening budget, that the later document states."""
    is_budget = now.document.info.kind != then.document.info.kind
    for index, statement in enumerate(now.document.statements):
        if statement.measure != "金额" or not _is_of(statement, then.document, is_budget):
            continue
        aspect = "年初预算" if is_budget else f"{statement.year}年数"
        says = STATED.format(subject=plain_name(statement.subject), aspect=aspect, title=_title(then.document))
        fund = fund_of(statement, now.document)
        cells = [cell for role in roles_of(statement, now.document) for cell in then.cells(statement, role, fund)]
        compared = [arithmetic.compare(says, BETWEEN, [Term(statement=index)], cell) for cell in cells]
        yield from _best([check for check in compared if check is not None])


def _is_of(statement: Statement, earlier: Document, is_budget: bool) -> bool:
    if is_budget:
        return bool(OPENING_BUDGET.search(statement.aspect)) and statement.year in (None, earlier.info.year)
    wrong = FINAL if earlier.info.kind == "预算" else BUDGET
    return statement.year == earlier.info.year and not wrong.search(statement.aspect)


def _check_columns(now: _Side, then: _Side, arithmetic: Arithmetic) -> Iterator[Check]:
    """Columns of the year before against the same table of the year before."""
    for role, grid in now.roles.items():
        other = then.roles.get(role)
        for path in grid.columns if other else ():
            targets = _own_columns(path, now.document)
            for line in grid.lines if targets else ():
                if path in line.cells and other:
                    yield from _check_column(line, path, targets, other, grid, then, arithmetic)


def _check_column(
    line: Line, path: Path, targets: list[Path], other: Grid, grid: Grid, then: _Side, arithmetic: Arithmetic
) -> Iterator[Check]:
    same = [one for one in other.lines if (one.code, one.name) == (line.code, line.name)]
    twins = [one for one in grid.lines if (one.code, one.name) == (line.code, line.name)]
    if len(same) != 1 or len(twins) != 1:
        return
    plain = {tuple(map(plain_name, key)): index for key, index in same[0].cells.items()}
    target = next((plain[one] for one in targets if one in plain), None)
    if target is not None:
        names = {"table": grid.table.title, "row": line.name, "column": " > ".join(path), "title": _title(then.document)}
        check = arithmetic.compare(COLUMN.format(**names), BETWEEN, [Term(line.cells[path])], then.terms((Term(target),)))
        yield from [check] if check else []


def _own_columns(path: Path, document: Document) -> list[Path]:
    """The header paths under which the document of the year before prints what this column says of it; empty for other columns."""
    year, parts = (document.info.year or 0) - 1, [plain_name(part) for part in path]
    marked = re.compile(rf"^(?:上年(?:度)?|{year}年(?:度)?)(.*)$")
    places = [place for place, part in enumerate(parts) if marked.match(part)]
    if len(places) != 1:
        return []
    found = marked.match(parts[places[0]])
    rest = found[1] if found else ""
    wrong = FINAL if document.info.kind == "预算" else BUDGET
    if wrong.search("".join(parts)) or re.search(r"结转|结余|增|减", rest):
        return []
    own = [f"{year}年{rest}", f"{year}年度{rest}", f"本年{rest}", f"本年度{rest}", *([rest] if rest else [])]
    return [(*parts[: places[0]], one, *parts[places[0] + 1 :]) for one in own]


def _check_carried(now: _Side, then: _Side, arithmetic: Arithmetic) -> Iterator[Check]:
    """What one year's accounts leave at the end is what the next year's begin with."""
    for rule in load_identities()["carried"]:
        grids = now.roles.get(rule["role"]), then.roles.get(rule["role"])
        if now.document.info.kind != rule["kind"] or grids[0] is None or grids[1] is None:
            continue
        opening = find_cell(grids[0], rule["opening"]["rows"], rule["opening"]["columns"])
        closing = then.terms(find_cell(grids[1], rule["closing"]["rows"], rule["closing"]["columns"]))
        says = CARRIED.format(says=rule["says"], title=_title(then.document))
        check = arithmetic.compare(says, BETWEEN, opening, closing) if opening and closing else None
        yield from [check] if check else []
