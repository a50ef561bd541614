"""Within each row: the 合计 or 小计 of a header group is the sum of its sibling columns; “其中：” columns are no more than it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.checks.check_arithmetic import WITHIN, Arithmetic
from ingest.checks.check_lines import AMONG, TOTAL_NAME, Grid, Line, Path, plain_name
from ingest.document import Check, Term
from ingest.labels.table_words import RATE_HEADERS

SUM = "“{total}”＝{parts}"
AT_MOST = "不大于"
PART = f"“{{part}}”{AT_MOST}“{{total}}”"
THREE_PUBLIC = re.compile(r"因公出国|公务用车|公务接待")


def check_columns(grid: Grid, arithmetic: Arithmetic) -> Iterator[Check]:
    """The sums across the columns of every row that prints a total and at least one of its parts."""
    for line in grid.lines:
        for path in line.cells:
            depth = next((depth for depth in range(len(path) - 1, -1, -1) if _is_total(path[depth])), None)
            if depth is not None and not RATE_HEADERS.fullmatch(plain_whole(path[-1])):
                yield from _check_total(line, path, depth, grid, arithmetic)


def _check_total(line: Line, path: Path, depth: int, grid: Grid, arithmetic: Arithmetic) -> Iterator[Check]:
    """`depth` is where the path names the total; what stands below it (预算数, 决算数) stands below its parts too."""
    prefix, tail, total = path[:depth], path[depth + 1 :], line.cells[path]
    names = _names_under(grid.columns, prefix)
    siblings = [name for name in names if name != path[depth] and _may_be_part(name, path[depth])]
    among = [name for name in siblings if AMONG.match(plain_whole(name))]
    for name in among:
        part = line.cells.get((*prefix, name, *tail))
        if part is not None:
            yield from _given(
                arithmetic.is_at_most(PART.format(part=plain_name(name), total=path[depth]), WITHIN, [Term(part)], [Term(total)])
            )
    parts = [name for name in siblings if name not in among and not _is_total(name)]
    has_rival = any(_is_total(name) and (*prefix, name) in grid.columns for name in siblings)
    if among or has_rival or not parts or _has_other_kinds(line, prefix, parts, arithmetic, total):
        return
    terms = [Term(index) for name in parts for index in _resolve(line, (*prefix, name), tail, grid.columns)]
    if terms:
        said = "＋".join(f"“{name}”" for name in parts)
        yield from _given(arithmetic.compare(SUM.format(total="·".join(path), parts=said), WITHIN, [Term(total)], terms))


def _may_be_part(name: str, total: str) -> bool:
    """Whether a column beside a total may be part of it: 会议费 beside “三公”经费合计 is not."""
    return "三公" not in total or bool(THREE_PUBLIC.search(plain_whole(name)))


def _resolve(line: Line, path: Path, tail: Path, columns: tuple[Path, ...]) -> list[int]:
    """The figures that make up a column or a group of columns in this row: its own total where it prints one, else its parts."""
    if (*path, *tail) in line.cells:
        return [line.cells[*path, *tail]]
    names = _names_under(columns, path)
    total = next((name for name in names if _is_total(name) and (*path, name, *tail) in line.cells), None)
    if total is not None:
        return [line.cells[*path, total, *tail]]
    return [
        index
        for name in names
        if not _is_total(name) and not AMONG.match(plain_whole(name))
        for index in _resolve(line, (*path, name), tail, columns)
    ]


def _has_other_kinds(line: Line, prefix: Path, parts: list[str], arithmetic: Arithmetic, total: int) -> bool:
    """Whether a sibling column holds a text, a count or a rate: then the total is not of its siblings."""
    whole = arithmetic.document.figures[total].quantity
    found = [index for name in parts for path, index in line.cells.items() if path[: len(prefix) + 1] == (*prefix, name)]
    quantities = [arithmetic.document.figures[index].quantity for index in found]
    units = {quantity.unit if quantity else None for quantity in quantities}
    return whole is None or not whole.is_money or bool(units - {whole.unit})


def _names_under(columns: tuple[Path, ...], prefix: Path) -> list[str]:
    """The headers directly under a prefix, in order."""
    depth = len(prefix)
    return list(dict.fromkeys(path[depth] for path in columns if len(path) > depth and path[:depth] == prefix))


def _is_total(name: str) -> bool:
    return bool(TOTAL_NAME.search(plain_whole(name)))


def plain_whole(name: str) -> str:
    """A header in half width with its “其中” kept."""
    return name.replace(" ", "").replace("“", "").replace("”", "")


def _given(check: Check | None) -> Iterator[Check]:
    if check is not None:
        yield check
