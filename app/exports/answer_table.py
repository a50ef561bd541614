"""A clerk's table of documents × items: each figure through the same look-up as a question, what is unclear or missing said so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.answer import Answer, Citation
from app.assistant import Assistant
from app.telling.cite import document_name
from ingest.document import DocumentInfo
from ingest.quantity import YUAN_PER_UNIT, Quantity, convert_money

UNIT = "万元"
NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
MISSING, UNCLEAR, CONTRADICTED = "没有", "不明", "不一致"
DISAGREES = re.compile("注意：不一致|文件前后不一致")  # as the figure itself is said to be printed otherwise
NOT_ONE_FIGURE = "问到的不止一个数，请把项目写得更明确。"


@dataclass(frozen=True, slots=True)
class TableCell:
    """One document's figure for one item: the quantity in the table's unit, or none with the reason in `note`; where it stands."""

    item: str
    status: str
    quantity: Quantity | None = None
    label: str = ""
    note: str = ""
    citations: tuple[Citation, ...] = ()

    @property
    def text(self) -> str:
        """The figure as a table shows it: plain digits, the unit only where it is not the table's; else the word for why there is none."""
        if self.quantity is None:
            return self.status
        return f"{format(self.quantity.number, 'f')}{'' if self.quantity.unit == UNIT else self.quantity.unit}"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One document's cells, in the order of the items."""

    document: DocumentInfo
    cells: tuple[TableCell, ...]


def answer_table(assistant: Assistant, documents: Sequence[DocumentInfo], items: Sequence[str]) -> tuple[TableRow, ...]:
    """A row for each document with a cell for each item."""
    return tuple(TableRow(info, tuple(cell_of(item, assistant.ask_document(info.id, item)) for item in items)) for info in documents)


def cell_of(item: str, answer: Answer) -> TableCell:
    """The cell that an answer makes: its figure where it has exactly one, never a guess among several."""
    if answer.status == "clarify":
        return TableCell(item, UNCLEAR, note=answer.text)
    if answer.status != "answered" or not answer.values:
        return TableCell(item, MISSING, note=answer.text)
    if DISAGREES.search(answer.text):
        return TableCell(item, CONTRADICTED, note=answer.text.replace("\n", " "), citations=answer.citations)
    amounts = {(one.label, one.value, one.unit) for one in answer.values}
    if len(amounts) > 1:
        return TableCell(item, UNCLEAR, note=NOT_ONE_FIGURE, citations=answer.citations)
    told = answer.values[0]
    quantity = Quantity(told.value, told.unit)
    shown = convert_money(quantity, UNIT) if quantity.is_money else quantity
    sources = answer.citations if answer.calculation else tuple(one for one in answer.citations if prints(one, quantity))
    return TableCell(item, "", shown, told.label, "".join(answer.warnings), sources or answer.citations[:1])


def prints(citation: Citation, quantity: Quantity) -> bool:
    """Whether the cited words print the amount itself, in whichever unit of money."""
    numbers = (Decimal(one.replace(",", "")) for one in NUMBER.findall(citation.quote))
    rates = YUAN_PER_UNIT.values() if quantity.is_money else (Decimal(1),)
    own = quantity.number * YUAN_PER_UNIT.get(quantity.unit, Decimal(1))
    return any(number * rate == own for number in numbers for rate in rates)


def row_name(row: TableRow) -> str:
    """Whose document the row is, of which year and kind."""
    return document_name(row.document)
