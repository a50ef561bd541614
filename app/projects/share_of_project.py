"""What is bought for a project as a share of all that the project costs, where a list of projects has it."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Value
from app.forms.form_rows import FormRow, read_rows
from app.forms.match_rows import bare
from app.forms.tell_rows import Line, cite_cell
from app.telling import wording_forms as wording
from app.telling.calculation import add, share
from app.telling.cite import plain
from ingest import late_re as re
from ingest.quantity import Quantity

PROJECTS = re.compile(r"项目支出(?!.*绩效)")
SHARE_OF_PROJECT = re.compile(
    r"占(?:了|到)?(?:该|这个?|本|此|它|其|整个|所属|所在)*(?:项目|专项)(?:总|全部)?(?:预算|支出|经费|资金|金额|总额)*的?"
    r"(?:百分之(?:几|多少)|比例|比重|百分比|多少|几成)"
)


def share_of_project(rows: Sequence[FormRow], bought: Quantity) -> list[Line]:
    """The share in the project that all of the rows are bought for; nothing where they are of several or no list tells its amount."""
    named = {bare(row.project) for row in rows}
    listed = [row for row in read_rows(rows[0].document, PROJECTS) if row.cell("amount") and bare(row.name) in named]
    own = [row for row in listed if row.table.index == listed[0].table.index]
    amounts = [quantity for row in own if (quantity := row.quantity("amount"))]
    if len(named) != 1 or not amounts or len(amounts) != len(own):
        return []
    computed = share(bought, add(amounts).result)
    if computed is None:
        return []
    amount = computed.result
    text = wording.SHARE_OF_ITS_PROJECT.format(
        table=plain(own[0].table.title), name=plain(own[0].name), amount=f"{amount.number:f}{amount.unit}", formula=computed.formula
    )
    cited = tuple(cite_cell(row, "amount", figure) for row in own if (figure := row.cell("amount")))
    return [Line(text, (Value(wording.SHARE_OF_PROJECT, amount.number, amount.unit),), cited, computed.formula)]
