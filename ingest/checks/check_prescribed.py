"""Within one table: the identities that its prescribed form demands of named rows, blocks, columns and scores."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from ingest.checks.check_arithmetic import BROKEN, WITHIN, Arithmetic
from ingest.checks.check_lines import Grid, Line, Path, plain_name
from ingest.document import Check, Term
from ingest.labels.table_words import ENUMERATED, fold_all
from ingest.standard_forms.identities import load_identities

IS_RATE = re.compile(r"幅度|[%％]|比例|比重|率$")
SAYS = "{says}（{column}）"
LISTED = "“{total}”＝以上各项之和（{column}）"
SIDES = "收入总计＝支出总计"
SCORES = "“{total}”的{column}＝各项{column}之和"
RATE_AND_POINTS = re.compile(r"[\d.]+%[/,;(](?P<points>\d+(?:\.\d+)?)\)?(?:分)?")
RATE = "执行率＝{over}÷{under}"
NUMERALS = "一二三四五六七八九十"
Entry = tuple[Line, int]


def check_prescribed(grid: Grid, arithmetic: Arithmetic) -> Iterator[Check]:
    """Every prescribed identity whose rows or columns the table prints."""
    rules = load_identities()
    title = fold_all(grid.table.title)
    columns: dict[Path, list[Entry]] = defaultdict(list)
    for line in grid.lines:
        for path, index in line.cells.items():
            columns[path].append((line, index))
    found: list[Check | None] = []
    for path, entries in columns.items():
        if path and IS_RATE.search(plain_name(path[-1])):
            continue  # rates of increase make no sum
        found += [_sum_rows(rule, path, entries, arithmetic) for rule in rules["rows"] if re.search(rule["titles"], title)]
        found += [_sum_listed(rule, path, entries, arithmetic) for rule in rules["listed"] if re.search(rule["titles"], title)]
    found += [_sum_block(rule, grid, arithmetic) for rule in rules["blocks"]]
    scores = [_sum_scores(rule, grid, arithmetic) for rule in rules["scores"]]
    # Where the points that can be had do not add up, the rows are not those of the total, and the points given say nothing either.
    has_points = any(path and re.fullmatch(rules["scores"][0]["column"], plain_name(path[-1])) for path in grid.columns)
    found += scores if not has_points or (scores[0] and scores[0].verdict != BROKEN) else []
    for rule in rules["columns"]:
        found += [_compare_columns(rule, line, arithmetic) for line in grid.lines if re.search(rule["titles"], title)]
    found += [_check_rate(rule, line, arithmetic) for rule in rules["rates"] for line in grid.lines]
    found.append(_compare_sides(columns, arithmetic))
    yield from (check for check in found if check is not None)


def _only(entries: Sequence[Entry], pattern: str) -> int | None:
    """The figure of the one row of this name; None where there is none or more than one."""
    named = [index for line, index in entries if re.fullmatch(pattern, line.name)]
    return named[0] if len(named) == 1 else None


def _sum_rows(rule: dict[str, Any], path: Path, entries: Sequence[Entry], arithmetic: Arithmetic) -> Check | None:
    total = _only(entries, rule["total"])
    parts = [_only(entries, pattern) for pattern in rule["parts"]]
    if total is None or None in parts[: rule["required"]]:
        return None
    if "details" in rule and _has_strangers(rule, [parts[0], total], {*parts, total}, entries, arithmetic):
        return None
    terms = [Term(part) for part in parts if part is not None]
    return arithmetic.compare(SAYS.format(says=rule["says"], column=" > ".join(path)), WITHIN, [Term(total)], terms)


def _has_strangers(
    rule: dict[str, Any], ends: list[int | None], known: set[int | None], entries: Sequence[Entry], arithmetic: Arithmetic
) -> bool:
    """Whether a row with an amount stands between the first part and the total that is neither a part nor a detail of one."""
    places = sorted(at for at, (_, index) in enumerate(entries) if index in ends)
    for line, index in entries[places[0] : places[-1]]:
        quantity = arithmetic.document.figures[index].quantity
        is_detail = line.is_part or re.fullmatch(rule["details"], line.name) or ENUMERATED.match(line.last_label)
        if index not in known and not is_detail and quantity and quantity.number:
            return True
    return False


def _sum_listed(rule: dict[str, Any], path: Path, entries: Sequence[Entry], arithmetic: Arithmetic) -> Check | None:
    """The items 一、二、… before the total row; none where the numbering starts twice or another total stands between."""
    place = next((at for at, (line, _) in enumerate(entries) if re.fullmatch(rule["total"], line.name)), None)
    if place is None or any(line.is_total for line, _ in entries[:place]):
        return None
    items = [(line, index) for line, index in entries[:place] if re.fullmatch(rule["items"], line.last_label)]
    numbers = [_number(line.last_label) for line, _ in items]
    if not items or numbers != sorted(set(numbers)):
        return None
    said = LISTED.format(total=entries[place][0].name, column=" > ".join(path))
    return arithmetic.compare(said, WITHIN, [Term(entries[place][1])], [Term(index) for _, index in items])


def _number(label: str) -> int:
    """A Chinese numeral up to 九十九."""
    digits = re.match(rf"[{NUMERALS}]+", fold_all(label))
    text = digits.group() if digits else ""
    tens, ten, ones = text.rpartition("十")
    return (10 * (NUMERALS.index(tens) + 1 if tens else 1) if ten else 0) + (NUMERALS.index(ones) + 1 if ones else 0)


def _sum_block(rule: dict[str, Any], grid: Grid, arithmetic: Arithmetic) -> Check | None:
    totals = [index for line in grid.lines if line.name == rule["total"] for index in line.cells.values()]
    parts = [index for line in grid.lines if line.code in rule["codes"] for index in line.cells.values()]
    if len(totals) != 1 or not parts or len({line.code for line in grid.lines if line.code in rule["codes"]}) != len(parts):
        return None
    return arithmetic.compare(rule["says"], WITHIN, [Term(totals[0])], [Term(index) for index in parts])


def _sum_scores(rule: dict[str, Any], grid: Grid, arithmetic: Arithmetic) -> Check | None:
    entries = [
        (line, index, path[-1])
        for line in grid.lines
        for path, index in line.cells.items()
        if path and re.fullmatch(rule["column"], plain_name(path[-1])) and arithmetic.document.figures[index].quantity is not None
    ]
    totals = [(line, index, name) for line, index, name in entries if re.fullmatch(rule["total"], line.name)]
    parts = [index for line, index, _ in entries if not re.search(r"总分|合计|小计", line.name)]
    if len(totals) != 1 or len(parts) < 2:
        return None
    line, total, column = totals[0]
    check = arithmetic.compare(SCORES.format(total=line.name, column=column), WITHIN, [Term(total)], [Term(index) for index in parts])
    return None if check and _is_printed_beside(check.difference.number, grid) else check


def _is_printed_beside(points: Decimal, grid: Grid) -> bool:
    """Whether the points that are missing stand in a cell together with a rate (98.75% / 9.87): those of how the funds were spent."""
    beside = (RATE_AND_POINTS.fullmatch(fold_all(cell.text)) for cell in grid.table.cells)
    return any(found is not None and Decimal(found["points"]) == abs(points) for found in beside)


def _compare_columns(rule: dict[str, Any], line: Line, arithmetic: Arithmetic) -> Check | None:
    sides = [[_column(line, name) for name in rule[side]] for side in ("left", "right")]
    if rule.get("optional"):  # all but the first
        sides[1] = [index for place, index in enumerate(sides[1]) if index is not None or not place]
    if not all(sides) or any(index is None for side in sides for index in side):
        return None
    left, right = ([Term(index) for index in side] for side in sides)
    return arithmetic.compare(rule["says"], WITHIN, left, right)


def _column(line: Line, name: str) -> int | None:
    """The column of this name, or the sub-total of the group of this name."""
    found = [index for path, index in line.cells.items() if path and plain_name(path[-1]) == name]
    groups = [(path, index) for path, index in line.cells.items() if len(path) > 1 and plain_name(path[-2]) == name]
    found = found or [index for path, index in groups if path[-1] in ("小计", "合计")]
    return found[0] if len(found) == 1 else None


def _check_rate(rule: dict[str, Any], line: Line, arithmetic: Arithmetic) -> Check | None:
    named = {plain_name(path[-1]): index for path, index in line.cells.items() if path}
    rate, over, under = (
        next(((name, index) for pattern in patterns for name, index in named.items() if re.fullmatch(pattern, name)), None)
        for patterns in ([rule["rate"]], rule["numerator"], rule["denominator"])
    )
    if rate is None or over is None or under is None:
        return None
    printed = arithmetic.document.figures[rate[1]].quantity
    if printed is None or printed.unit not in ("", "%"):
        return None
    return arithmetic.compare_rate(RATE.format(over=over[0], under=under[0]), Term(rate[1]), [Term(over[1])], [Term(under[1])])


def _compare_sides(columns: dict[Path, list[Entry]], arithmetic: Arithmetic) -> Check | None:
    """Both 总计 of a table with an income and an expenditure side."""
    found: dict[str, list[int]] = {"收入": [], "支出": []}
    for path, entries in columns.items():
        is_whole = len(path) < 3 and (len(path) < 2 or re.fullmatch(r"金额|决算数|预算数|合计|小计|总计|本年预算数?", plain_name(path[-1])))
        side = next((side for side in found if path and plain_name(path[0]).endswith(side)), None)
        if side is None or not is_whole:
            continue
        index = _only(entries, rf"(?:{side})?总计")
        found[side] += [index] if index is not None else []
    if any(len(indexes) != 1 for indexes in found.values()):
        return None
    return arithmetic.compare(SIDES, WITHIN, [Term(found["收入"][0])], [Term(found["支出"][0])])
