"""Across the tables of one document: a total that two prescribed tables print is the same in both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from ingest.checks.carry_over import is_carried_over
from ingest.checks.check_arithmetic import ACROSS, BROKEN, VERDICTS, Arithmetic
from ingest.checks.check_lines import Grid, Line
from ingest.checks.check_roles import find_cell, in_column
from ingest.document import Check, Term
from ingest.standard_forms.identities import load_identities


def check_across(roles: Mapping[str, Grid], arithmetic: Arithmetic) -> Iterator[Check]:
    """Every pair of prescribed tables that the document has both of."""
    rules = load_identities()
    for rule in rules["equal"]:
        sides = _cells(rule["left"], roles), _cells(rule["right"], roles)
        yield from _closest([arithmetic.compare(rule["says"], ACROSS, *pair) for pair in product(*sides)], roles, arithmetic)
    for rule in rules["classes"]:
        for check in _check_classes(rule, roles, arithmetic):
            yield from _closest([check], roles, arithmetic)


def _cells(side: Mapping[str, Any], roles: Mapping[str, Grid]) -> list[tuple[Term, ...]]:
    """The cells that the rule's table prints under the names that the total goes by."""
    grid = roles.get(side["role"])
    return [cell for row in side["rows"] if (cell := find_cell(grid, [row], side["columns"]))] if grid else []


def _closest(pairs: Sequence[Check | None], roles: Mapping[str, Grid], arithmetic: Arithmetic) -> Iterator[Check]:
    """Of the pairs of names that one total goes by, the one that closes best; none where they differ by what was brought forward."""
    checks = [check for check in pairs if check is not None]
    best = next((check for verdict in VERDICTS for check in checks if check.verdict == verdict), None)
    if best is not None and not any(is_carried_over(check, roles, arithmetic) for check in checks if best.verdict == BROKEN):
        yield best


def _check_classes(rule: Mapping[str, Any], roles: Mapping[str, Grid], arithmetic: Arithmetic) -> Iterator[Check]:
    """The classes of expenditure (类) by name, where both tables print one row of that name."""
    left, right = roles.get(rule["left"]["role"]), roles.get(rule["right"]["role"])
    if left is None or right is None:
        return
    classes = [line for line in right.lines if len(line.code) == 3 and not line.is_body]
    for line in classes:
        named = [other for other in left.lines if class_name(other) == class_name(line)]
        cells = [_first(other, rule["left"]["columns"]) for other in named], _first(line, rule["right"]["columns"])
        found = [index for index in cells[0] if index is not None]
        if len(found) == 1 and cells[1] is not None and sum(other.name == line.name for other in classes) == 1:
            check = arithmetic.compare(rule["says"].format(name=line.name), ACROSS, [Term(found[0])], [Term(cells[1])])
            if check is not None:
                yield check


def class_name(line: Line) -> str:
    """The name of a class without its closing 支出."""
    return line.name.removesuffix("支出")


def _first(line: Line, columns: list[str]) -> int | None:
    return next((index for column in columns if (index := in_column(line, column)) is not None), None)
