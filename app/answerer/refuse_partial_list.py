"""Whether a list out of which the largest project is told cannot be of all projects: what it leaves out may hold a larger one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.answer import Answer
from app.checks.check_counted import LISTED, PROJECTS_ASKED
from app.telling.wording import PARTIAL_LIST, SHORT_LIST
from ingest import late_re as re
from ingest.document import Figure
from ingest.quantity import Quantity, convert_money
from retrieval.facts.fact import Fact, FactIndex
from retrieval.spelling.label_key import is_total, label_key

LARGEST = re.compile(r"最(?:大|多|高|贵)[^,;?]{0,8}项目|项目[^,;?]{0,12}最(?:大|多|高|贵)")
OF_FUND = re.compile(r"一般公共预算|政府性基金|国有资本")  # of one fund the list may be whole
MOST, LEAST = re.compile(r"最(?:大|多|高|贵)"), re.compile(r"最(?:小|少|低)")
OF_ALL = re.compile(r"支出(?:预算|决算)?(?:总体情况)?(?:总?表)")
OF_SOME = re.compile(r"一般公共|政府性基金|国有资本|财政拨款|项目支出")
RESTRICTED = re.compile(
    r"本级|机关|采购|上级|转移支付|超过|大于|高于|不低于|低于|小于|不足|以[上下]"
    r"|[\d百千万]元?的|资金(?:安排|支出)?的|购买服务|安排的|结转"
)
SPENT_ON_PROJECTS = "项目支出"
ZERO = Decimal(0)


def refuse_partial_list(answer: Answer, question: str, index: FactIndex) -> Answer:
    """The answer; a refusal where the largest may be one of those left out, a note where some are left out of a list of them all."""
    of_projects = bool(answer.citations) and all("项目" in (one.table or "") for one in answer.citations)
    is_largest = bool(LARGEST.search(question)) or (of_projects and bool(MOST.search(question)))
    is_smallest, is_list = of_projects and bool(LEAST.search(question)), bool(PROJECTS_ASKED.search(question))
    if answer.status != "answered" or not (is_largest or is_smallest or is_list) or not LISTED.search(answer.text):
        return answer
    listed = [amount for value in answer.values if (amount := in_yuan(Quantity(value.value, value.unit))) is not None]
    totals = [amount for fact in index.facts if is_of_projects(fact) and (amount := in_yuan(fact.source.quantity)) is not None]
    if not listed or not totals or OF_FUND.search(question) or is_all_of_unit(answer, index):
        return answer
    left = max(totals) - sum(listed, ZERO)
    if (is_largest and left > max(listed)) or (is_smallest and left > ZERO):
        return Answer("not_found", PARTIAL_LIST)
    is_of_some = bool(RESTRICTED.search(question)) or any(unit in question for unit in index.document.info.units)
    return replace(answer, text=f"{answer.text}\n{SHORT_LIST}") if left > min(listed) and not is_of_some else answer


def is_all_of_unit(answer: Answer, index: FactIndex) -> bool:
    """Whether the amounts come to what another row or column gives for the projects of the unit that opens the rows of all of them."""
    units = {label_key(one.row[0]) for one in answer.citations if len(one.row) > 1}
    amounts = [amount for value in answer.values if (amount := in_yuan(Quantity(value.value, value.unit))) is not None]
    tables = {one.table_index for one in answer.citations}
    of_unit = (one.source for one in index.facts if isinstance(one.source, Figure) and units & set(map(label_key, one.source.row)))
    wholes = (
        in_yuan(cell.quantity) for cell in of_unit
        if (cell.table in tables and any(is_total(label_key(part)) for part in cell.row))
        or (cell.table not in tables and cell.col and label_key(cell.col[-1]) == SPENT_ON_PROJECTS)
    )  # fmt: skip
    return len(units) == 1 and sum(amounts, ZERO) in wholes


def is_of_projects(fact: Fact) -> bool:
    """Whether a cell is all that a body spends on projects: the total row's, in the table of all expenditure."""
    cell, title = fact.source, "".join(fact.titles[:1])
    if not isinstance(cell, Figure) or not cell.col or not OF_ALL.search(title) or OF_SOME.search(title):
        return False
    return label_key(cell.col[-1]) == SPENT_ON_PROJECTS and all(is_total(label_key(part)) for part in cell.row)


def in_yuan(quantity: Quantity | None) -> Decimal | None:
    """An amount of money in 元; None of anything else."""
    return convert_money(quantity, "元").number if quantity is not None and quantity.is_money else None
