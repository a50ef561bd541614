"""Down each column: a coded row is the sum of the rows whose codes extend its own, a total row the sum of the rows at one level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.checks.check_arithmetic import HOLDS, WITHIN, Arithmetic
from ingest.checks.check_lines import Grid, Line, Path
from ingest.document import Check, Term
from ingest.labels.table_words import ENUMERATED, RATE_HEADERS, fold_all

CHILDREN = "“{parent}”＝下级科目之和（{column}）"
FARTHEST_SHARE = Decimal("0.5")
OUTERMOST = re.compile(r"[一二三四五六七八九十]+、")
TOTAL = "“{total}”＝各行之和（{column}）"
PROOFS = 2  # so many other columns in which the same rows add up show that they are the right ones
Entry = tuple[Line, int]
Rows = frozenset[int]


def check_rows(grid: Grid, arithmetic: Arithmetic) -> Iterator[Check]:
    """The sums down the columns of a table, column by column."""
    if any(not path for path in grid.columns):
        return
    totals: list[tuple[Rows, Check]] = []
    for column in dict.fromkeys(map(_key, grid.columns)) if grid.has_blocks else grid.columns:
        if column and RATE_HEADERS.fullmatch(fold_all(column[-1])):
            continue  # rates do not add up
        entries = [
            (line, index)
            for line in grid.lines
            for path, index in line.cells.items()
            if (_key(path) if grid.has_blocks else path) == column and not _is_rate(index, arithmetic)
        ]
        yield from _check_codes(entries, grid, column, arithmetic)
        if not grid.has_blocks and (total := _check_total(entries, grid, column, arithmetic)):
            totals.append(total)
    closing = [parts for parts, check in totals if check.verdict == HOLDS]
    yield from (check for parts, check in totals if _is_near(check, arithmetic) or closing.count(parts) >= PROOFS)


def _is_rate(index: int, arithmetic: Arithmetic) -> bool:
    quantity = arithmetic.document.figures[index].quantity
    return quantity is not None and quantity.unit == "%"


def _key(path: Path) -> Path:
    return path[-1:]


def _check_codes(entries: Sequence[Entry], grid: Grid, column: Path, arithmetic: Arithmetic) -> Iterator[Check]:
    """Parents against their children; a row without a figure in this column counts as nothing."""
    lines = [line for line in grid.lines if line.code and not line.is_body]
    figures = {id(line): index for line, index in entries}
    codes = [line.code for line in lines]
    for place, parent in enumerate(lines):
        if id(parent) not in figures:
            continue
        below = lines
        if codes.count(parent.code) > 1:  # one list for each unit: this parent's own runs on until another code
            end = next((at for at in range(place + 1, len(lines)) if not _is_under(lines[at].code, parent.code)), len(lines))
            below = lines[place + 1 : end]
        under = [line for line in below if _is_under(line.code, parent.code)]
        known = {line.code for line in under}
        children = [line for line in under if not any(_is_under(line.code, code) for code in known)]
        terms = [Term(figures[id(line)]) for line in children if id(line) in figures]
        if terms:
            said = CHILDREN.format(parent=f"{parent.code} {parent.name}", column=" > ".join(column))
            yield from _given(arithmetic.compare(said, WITHIN, [Term(figures[id(parent)])], terms))


def _check_total(entries: Sequence[Entry], grid: Grid, column: Path, arithmetic: Arithmetic) -> tuple[Rows, Check] | None:
    """The total of a column against the rows that it is made of, with those rows."""
    totals = [entry for entry in entries if entry[0].is_total]
    if len([line for line in grid.lines if line.is_total]) != 1 or len(totals) != 1:
        return None
    rows = [line for line in grid.lines if not line.is_total]
    figures = {id(line): index for line, index in entries}
    said = TOTAL.format(total=totals[0][0].name, column=" > ".join(column))

    def compare(parts: Sequence[Line]) -> tuple[Rows, Check] | None:
        terms = [Term(figures[id(line)]) for line in parts if id(line) in figures]
        check = arithmetic.compare(said, WITHIN, [Term(totals[0][1])], terms) if terms else None
        return (frozenset(map(id, parts)), check) if check else None

    parts = _addends(rows)
    return compare(parts) if parts else _agreed([compare(level) for level in _levels(rows)])


def _is_near(check: Check, arithmetic: Arithmetic) -> bool:
    """Whether a sum comes near its total; one that is far was made of the wrong rows (levels that no label shows, a table in parts)."""
    total = arithmetic.document.figures[check.left[0].figure or 0].quantity
    return total is not None and abs(check.difference.number) <= abs(total.number) * FARTHEST_SHARE


def _levels(lines: Sequence[Line]) -> list[list[Line]]:
    """Rows of units, of codes, and of neither: each may be all that a total is made of."""
    if any(not line.labels or line.is_part or ENUMERATED.match(line.last_label) for line in lines):
        return []
    units = [line for line in lines if line.is_body and len(line.labels) <= 2]
    coded = [line for line in lines if line.code and not line.is_body]
    return [units, coded, [line for line in lines if line not in units and line not in coded]]


def _agreed(levels: Sequence[tuple[Rows, Check] | None]) -> tuple[Rows, Check] | None:
    """The check that closes; where none does, one whose sum another level of rows comes to as well, else nothing."""
    found = [level for level in levels if level is not None]
    closed = next((level for level in found if level[1].verdict == HOLDS), None)
    differences = [check.difference for _, check in found]
    return closed or next((level for level in found if differences.count(level[1].difference) > 1), None)


def _addends(lines: Sequence[Line]) -> list[Line]:
    """The rows at one level that a total is made of; none where the labels do not tell them."""
    if len(lines) > 1 and all(line.labels and not line.is_part and OUTERMOST.match(line.last_label) for line in lines):
        return list(lines)
    if any(not line.labels or line.is_part or ENUMERATED.match(line.last_label) for line in lines):
        return []
    coded = [line for line in lines if line.code and not line.is_body]
    bodies = [line for line in lines if line.is_body and len(line.labels) <= 2 and (line.code or len(line.labels) == 1)]
    others = [line for line in lines if line not in coded and line not in bodies]
    if coded:
        codes = {line.code for line in coded}
        return [] if others else [line for line in coded if not any(_is_under(line.code, code) for code in codes)]
    if others:
        return others if len({len(line.labels) for line in others}) == 1 else []
    codes = {line.code for line in bodies}
    leaves = [line for line in bodies if not line.code or not any(_is_under(code, line.code) for code in codes)]
    return leaves if len(leaves) > 1 or len(bodies) == 1 else []


def _is_under(code: str, other: str) -> bool:
    return len(code) > len(other) and code.startswith(other)


def _given(check: Check | None) -> Iterator[Check]:
    if check is not None:
        yield check
