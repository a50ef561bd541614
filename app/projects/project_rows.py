"""The projects of a department's list, each with its unit, its amount and what each fund pays, where they come to the list's total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.forms.form_rows import words_of
from app.projects.answer_fund_projects import FUND_COLUMN
from app.telling.cite import plain
from ingest import late_re as re
from ingest.document import Document, Figure, Table
from ingest.identity.organization_forms import fold_name
from ingest.quantity import convert_money
from ingest.tables.project_of_row import project_of_row
from retrieval.catalog import own_level_name
from retrieval.spelling.label_key import is_total, label_key

LISTS = re.compile(r"项目支出(?!.*(?:绩效|目标|自评))|项目.{0,6}明细")
AMOUNT = re.compile(r"(?:项目|支出|资金|预算|决算)*(?:合计|总计|小计|金额|总额|决算数|预算数|支出数)")
OWNER = re.compile(r"(?:项目|实施|承担|使用|责任|预算)?单位(?:名称)?")
OWN_LEVEL = re.compile(r"(?:局|委|厅|办|会)?(?:机关)?(?:本级|本部|机关)")
TYPE = re.compile(r"(?:类|类型)$")
SHORTEST_OWNER = 4
ROUNDING = Decimal("100")  # 元


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project with its unit as the document's list of units calls it (empty where no unit is named), its amount and its funds."""

    table: Table
    name: str
    unit: str
    amount: Figure
    funds: tuple[Figure, ...]


def project_rows(document: Document) -> tuple[ProjectRow, ...]:
    """The rows of the first list of projects whose amounts come to its total; none where no list does."""
    for table in document.tables:
        if not LISTS.search(table.title):
            continue
        figures = [one for one in document.figures if one.table == table.index]
        rows = tuple(_rows(document, table, figures))
        if rows and _come_to_total(rows, figures):
            return rows
    return ()


def yuan(figures: Sequence[Figure]) -> Decimal:
    """What amounts of money come to."""
    return sum((convert_money(one.quantity, "元").number for one in figures if one.quantity and one.quantity.is_money), Decimal(0))


def _rows(document: Document, table: Table, figures: Sequence[Figure]) -> Iterator[ProjectRow]:
    """The rows of one list, each under the unit that stands beside or above it."""
    units = _names_of_units(document)
    above = ""
    for place in dict.fromkeys(figure.cell[0] for figure in figures):
        cells = [one for one in figures if one.cell[0] == place]
        words = words_of(cells[0].row, frozenset(units))
        owners = [word for word in words if label_key(word) in units]
        names = [word for word in words if word not in owners and not TYPE.search(label_key(word))]
        if owners and not names:
            above = units[label_key(owners[-1])]
        amount = next((one for one in cells if _is_amount(one)), None)
        if not names or amount is None or any(is_total(label_key(word)) for word in words):
            continue
        said = next((one.value for one in cells if one.col and OWNER.fullmatch(label_key(one.col[-1]))), "")
        unit = units[label_key(owners[-1])] if owners else _unit_called(said, units) if said else above
        name = plain(project_of_row(amount, table)) or names[-1]
        yield ProjectRow(table, name, unit, amount, tuple(one for one in cells if _is_fund(one)))


def _names_of_units(document: Document) -> dict[str, str]:
    """How the units and the department's own level are printed, each with its name in the document's list of units."""
    info = document.info
    own = own_level_name(info) or info.organization or ""
    return {**{label_key(unit): unit for unit in info.units}, label_key(info.organization or ""): own, label_key(own): own}


def _unit_called(said: str, units: dict[str, str]) -> str:
    """The only unit that a cell means, without its place's name, or the department's own level; empty where that is not clear."""
    if OWN_LEVEL.fullmatch(key := label_key(said)):
        return next((unit for name, unit in units.items() if OWN_LEVEL.search(name)), "")
    meant = {unit for unit in units.values() if len(key) >= SHORTEST_OWNER and label_key(fold_name(unit)).endswith(key)}
    return meant.pop() if len(meant) == 1 else ""


def _is_amount(figure: Figure) -> bool:
    """Whether a cell gives all that a project costs."""
    is_money = figure.quantity is not None and figure.quantity.is_money
    return is_money and len(figure.col) == 1 and bool(AMOUNT.fullmatch(label_key(figure.col[0])))


def _is_fund(figure: Figure) -> bool:
    """Whether a cell gives what one fund pays."""
    quantity, header = figure.quantity, label_key(" ".join(figure.col))
    is_paid = quantity is not None and quantity.is_money and quantity.number != 0
    return is_paid and bool(FUND_COLUMN.search(header)) and not is_total(header)


def _come_to_total(rows: Sequence[ProjectRow], figures: Sequence[Figure]) -> bool:
    """Whether the amounts come to the total that the list prints."""
    totals = [one for one in figures if _is_amount(one) and all(is_total(label_key(part)) for part in one.row) and one.row]
    return bool(totals) and abs(yuan([row.amount for row in rows]) - yuan(totals[:1])) <= ROUNDING * len(rows)
