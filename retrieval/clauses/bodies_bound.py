"""The bound that bodies are asked for by: 哪几个局超过5万元, 哪家没有安排."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from ingest.quantity import Quantity
from retrieval.facts.task import Task
from retrieval.spelling.bound import OF_MONEY, Bound, bound_in, bounds_in

BODY = r"(?:局|单位|部门|机构|委|镇|乡|街道|区|县|市)"
WHICH_BODIES = re.compile(rf"(?:哪|几)(?:一?[个些家]|几[个家]){{0,2}}的?{BODY}(?!预算|决算)|[哪几]家|^[~\s]*谁|[有是]谁")
WITHOUT = re.compile(r"没有?(?:安排|发生|花|列|编|用)(?!完)|没有(?!超|达|到|完|列入|写|说|提)|未(?:安排|发生|列支|编)|[为是][零0](?![.\d])")
BOUNDED = ("value", "share", "completion", "change", "change_rate")
NOTHING = Bound("等于", Quantity(Decimal(0), "元"))


def set_bound_apart(clause: str) -> tuple[str, Bound | None]:
    """A clause that asks which bodies keep to a bound with the bound's words blanked out, and the bound; any other as it is."""
    if not WHICH_BODIES.search(clause):
        return clause, None
    rest = WHICH_BODIES.sub(blanked, clause)
    if bound := bound_in(clause):
        return OF_MONEY.sub(blanked, rest, count=1), bound
    if len(shares := bounds_in(clause)) == 1:
        return rest.replace(shares[0].said, "~" * len(shares[0].said), 1), shares[0]
    return (WITHOUT.sub(blanked, rest, count=1), NOTHING) if WITHOUT.search(clause) else (clause, None)


def with_bound(task: Task, bound: Bound | None) -> Task:
    """The task with the bound, where it asks for plain amounts, shares or rates; one of another measure is kept to by none of them."""
    measures = ("value",) if bound and bound.quantity.is_money else BOUNDED
    return replace(task, bound=bound) if bound and task.measure in measures else task


def blanked(found: re.Match[str]) -> str:
    """As many characters that say nothing."""
    return "~" * len(found[0])
