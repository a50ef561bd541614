"""Whose a row is that stands under a unit's own row in its table, as long as the rows below come to what the unit's row prints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.document import Document, Figure
from ingest.labels.row_codes import CODE, row_codes
from retrieval.spelling.label_key import is_total, label_key

FEWEST_UNITS = 2
ROUNDING = Decimal("0.02")
Line = tuple[int, int]


@dataclass(slots=True)
class Part:
    """The lines of one unit in a table: the unit's own and those below it, each with its figures."""

    unit: str
    own: Sequence[Figure]
    lines: list[tuple[int, Sequence[Figure]]] = field(default_factory=list)


def rows_under_units(document: Document, units: frozenset[str]) -> Mapping[Line, str]:
    """The unit of each such row, by the row's table and line; `units` are the keys of the names of the document's units."""
    lines: dict[int, dict[int, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in document.figures:
        lines[figure.table][figure.cell[0]].append(figure)
    owners: dict[Line, str] = {}
    for table, rows in lines.items():
        parts = list(parts_of(rows, units))
        if len({part.unit for part in parts}) >= FEWEST_UNITS and all(comes_to_whole(part) for part in parts):
            owners |= {(table, line): part.unit for part in parts for line, _ in part.lines}
    return owners


def parts_of(rows: Mapping[int, Sequence[Figure]], units: frozenset[str]) -> Iterator[Part]:
    """The lines of a table unit by unit; what stands before the first unit's row or from a total on is no unit's."""
    part: Part | None = None
    for line, figures in sorted(rows.items()):
        names = [label_key(one) for one in figures[0].row if not CODE.fullmatch(one.strip())]
        if len(names) == 1 and names[0] in units:
            if part:
                yield part
            part = Part(names[0], figures)
        elif part and any(map(is_total, names)):
            yield part
            part = None
        elif part:
            part.lines.append((line, figures))
    if part:
        yield part


def comes_to_whole(part: Part) -> bool:
    """Whether the topmost rows below a unit's row add up to it in each of its columns of money."""
    if not part.lines:
        return True
    codes = {line: "".join(row_codes(figures[0].row)[:1]) for line, figures in part.lines}
    top = [figures for line, figures in part.lines if not is_nested(codes[line], codes.values())]
    return all(
        abs(own.quantity.number - sum_of(top, own.cell[1])) <= ROUNDING * len(top)
        for own in part.own if own.quantity and own.quantity.is_money
    )  # fmt: skip


def is_nested(code: str, codes: Iterable[str]) -> bool:
    """Whether a code lies under another of them."""
    return bool(code) and any(one and one != code and code.startswith(one) for one in codes)


def sum_of(lines: Sequence[Sequence[Figure]], column: int) -> Decimal:
    """What the lines come to in one column."""
    cells = (figure for figures in lines for figure in figures if figure.cell[1] == column)
    return sum((cell.quantity.number for cell in cells if cell.quantity), Decimal(0))
