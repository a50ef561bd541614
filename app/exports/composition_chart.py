"""What the one figure of an answer is made of, as a chart: the parts that the checked tables add up to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.answer import Answer, Citation, Value
from app.exports.chart_values import LEAST_BARS, Bar, Chart, largest_bars
from app.telling.cite import NUMBERING, plain
from app.telling.wording import MADE_OF
from ingest.document import Check, Document, Figure
from ingest.quantity import Quantity, convert_money
from retrieval.spelling.label_key import is_total, label_key

MOST_PARTS = 12
SOUND = ("holds", "rounding")


def composition_chart(answer: Answer, document_of: Callable[[str], Document]) -> Chart | None:
    """The parts of the answer's only figure; None where it has no parts, or is computed from several figures."""
    if answer.status != "answered" or len(answer.values) != 1 or answer.calculation:
        return None
    (value,) = answer.values
    for cited in answer.citations:
        document = document_of(cited.document_id)
        whole = _figure(cited, value, document)
        found = [] if whole is None else [parts for check in document.checks if (parts := _parts(check, whole, document))]
        named = [parts for parts in found if len(set(_labels(parts))) == len(parts)]
        if named:
            return _chart(value, max(named, key=len))
    return None


def _figure(cited: Citation, value: Value, document: Document) -> int | None:
    """The cited cell's figure, where it prints the value."""
    for number, figure in enumerate(document.figures):
        if (figure.table, figure.cell) == (cited.table_index, cited.cell):
            told = figure.quantity
            is_money = told is not None and told.is_money and Quantity(value.value, value.unit).is_money
            same = convert_money(told, value.unit) if told is not None and is_money else told
            return number if same == Quantity(value.value, value.unit) else None
    return None


def _chart(value: Value, parts: Sequence[Figure]) -> Chart:
    told = [(part.quantity, plain(part.value)) for part in parts if part.quantity]
    bars = [Bar(label, quantity.number, printed) for label, (quantity, printed) in zip(_labels(parts), told, strict=True)]
    shown = bars if len(bars) <= MOST_PARTS else largest_bars(bars)
    return Chart(MADE_OF.format(whole=value.label), told[0][0].unit, tuple(shown))


def _parts(check: Check, whole: int, document: Document) -> list[Figure]:
    """The figures, none of them zero, that a sound sum adds up to the figure; none where it is another kind of check."""
    is_sum = check.verdict in SOUND and len(check.left) == 1 and check.left[0] == replace(check.left[0].unsigned, figure=whole)
    terms = check.right if is_sum else ()
    if any(term.figure is None or term.sign < 0 or term.document for term in terms):
        return []
    parts = [document.figures[term.figure] for term in terms if term.figure is not None]
    told = [part for part in parts if part.quantity is not None and part.quantity.number]
    units = {part.quantity.unit for part in told if part.quantity}
    is_plain = len(units) == 1 and all(part.quantity and part.quantity.number > 0 for part in told)
    return told if is_plain and len(told) >= LEAST_BARS and len({part.table for part in parts}) == 1 else []


def _labels(parts: Sequence[Figure]) -> list[str]:
    """What tells the parts apart: their rows where these differ, else their columns."""
    rows = [_name(part.row[-1:]) for part in parts]
    if len(set(rows)) == len(parts):
        return rows
    columns = [part.col for part in parts]
    shared = next((depth for depth in range(min(map(len, columns))) if len({column[depth] for column in columns}) > 1), 0)
    return [_name([label for label in column[shared:] if not is_total(label_key(label))] or column[-1:]) for column in columns]


def _name(labels: Sequence[str]) -> str:
    return "·".join(NUMBERING.sub("", plain(label)) for label in labels)
