"""Whether several amounts of one document may be added: none of them may be a part of another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, permutations

from app.answer import Citation
from app.dialogue.told_things import MONEY, Told
from ingest import late_re as re
from retrieval.spelling.label_key import fold, is_neutral_header, is_total, label_key

Place = Callable[[Citation], tuple[object, ...] | None]

CODE = re.compile(r"\d{3,}")
FEWEST = 2


def are_apart(told: Sequence[Told]) -> bool:
    """Whether all stand in one column, one row or one sentence as things side by side, no total and no part of another."""
    if any(is_total(one.item) for one in told) or _has_sum(told):
        return False
    return any(_are_beside(told, same) for same in (_column, _row, _sentence))


def _has_sum(told: Sequence[Told]) -> bool:
    """Whether one of several amounts is what two or more of the others come to (离退休费 beside 离休费 and 退休费)."""
    numbers = [amount.quantity.number for one in told if (amount := one.of_unit(MONEY))]
    others = [[*numbers[:at], *numbers[at + 1 :]] for at in range(len(numbers))]
    return len(numbers) > FEWEST and any(
        sum(some) == whole > 0 for whole, rest in zip(numbers, others, strict=True) for size in range(FEWEST, len(rest) + 1)
        for some in combinations(rest, size)
    )  # fmt: skip


def _are_beside(told: Sequence[Told], place: Place) -> bool:
    """Whether each thing has a cell in one common place, and no row or column of one opens that of another."""
    places = [(*one.citations, *one.agreeing) for one in told]
    common = set.intersection(*({place(cited) for cited in each} for each in places)) - {None}
    if not common:
        return False
    cited = [next(one for one in each if place(one) in common) for each in places]
    paths = [(*_codes(one.row), *_names(one.row), *_names(one.col)) for one in cited] if place is not _sentence else []
    return not any(_holds(one, other) for one, other in permutations(paths, 2))


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Whether the labels of one cell go on where those of another end, or its code begins with the other's."""
    codes, others = [one for one in whole if one.isdigit()], [one for one in part if one.isdigit()]
    if codes and others and codes[0] != others[0]:
        return others[0].startswith(codes[0])
    names, parts = [one for one in whole if not one.isdigit()], [one for one in part if not one.isdigit()]
    return parts[: len(names)] == names


def _codes(row: Sequence[str]) -> tuple[str, ...]:
    """The code that a row opens with."""
    first = re.sub(r"\s", "", row[0]) if row else ""
    return (first,) if CODE.fullmatch(first) else ()


def _names(labels: Sequence[str]) -> tuple[str, ...]:
    """The labels that say something."""
    return tuple(key for one in labels if not (is_neutral_header(key := label_key(one)) or is_total(key) or CODE.fullmatch(fold(one))))


def _column(one: Citation) -> tuple[object, ...] | None:
    return (one.document_id, one.table_index, one.col) if one.cell else None


def _row(one: Citation) -> tuple[object, ...] | None:
    return (one.document_id, one.table_index, one.cell[0]) if one.cell else None


def _sentence(one: Citation) -> tuple[object, ...] | None:
    return (one.document_id, one.quote) if one.cell is None and one.quote else None
