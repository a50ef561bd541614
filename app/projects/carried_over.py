"""Which projects spend what a fund carried over, where a list of projects has but one column for all that was carried over."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from itertools import combinations

from ingest import late_re as re
from ingest.document import Document, Figure
from ingest.quantity import convert_money
from retrieval.spelling.label_key import is_total, label_key

APART = re.compile(r"政府性基金|国有资本经营")  # funds whose spending goes to projects and has a table of its own
CARRIED = re.compile(r"(?:上年|以前年度|年初)?结转(?:和?结余)?(?:资金)?")
TOTAL_COLUMN = re.compile(r"(?:支出)?(?:合计|总计|小计|金额|预算数|决算数)|本年支出")
NOT_SPENT = re.compile(r"收入|采购|三公")
MOST = 10


def carried_over(document: Document, table: int, fund: str, paid: Collection[Figure]) -> list[Figure]:
    """The cells that alone make up what the fund spends beyond the sum paid in its own column; none where several choices do."""
    missing = _spent(document, fund) - sum(map(_yuan, paid), Decimal(0))
    cells = [one for one in document.figures if one.table == table and _is_carried(one)]
    if missing <= 0 or len(cells) > MOST:
        return []
    choices = (chosen for count in range(1, len(cells) + 1) for chosen in combinations(cells, count))
    fitting = [chosen for chosen in choices if sum(map(_yuan, chosen)) == missing]
    return list(fitting[0]) if len(fitting) == 1 else []


def _spent(document: Document, fund: str) -> Decimal:
    """All that the fund spends, by its own table; 0 where none tells it or several do otherwise."""
    titles = {one.index for one in document.tables if fund in label_key(one.title) and not NOT_SPENT.search(one.title)}
    totals = [one for one in document.figures if one.table in titles and all(is_total(label_key(part)) for part in one.row) and one.row]
    spent = {_yuan(one) for one in totals if one.col and TOTAL_COLUMN.fullmatch(label_key(one.col[-1]))}
    return spent.pop() if len(spent) == 1 else Decimal(0)


def _is_carried(figure: Figure) -> bool:
    """Whether a project's cell gives what it spends of what was carried over, of whatever fund."""
    headers = [label_key(part) for part in figure.col]
    is_of_project = not any(is_total(label_key(part)) for part in figure.row)
    return is_of_project and bool(headers) and all(map(CARRIED.fullmatch, headers)) and _yuan(figure) > 0


def _yuan(figure: Figure) -> Decimal:
    quantity = figure.quantity
    return convert_money(quantity, "元").number if quantity and quantity.is_money else Decimal(0)
