"""A budget's two sides are equal each year: where the text tells the change of all income alone, it is that of all expenditure too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from retrieval.facts.fact import Fact

CHANGES = ("增减额", "增减率")
WHOLE = r"(?:本年度?|全年|本?部门|单位|财务|预算|年初)*(?:总{side}|{side}(?:总计|合计|预算总额|总额|预算)?)"
SIDES = tuple((re.compile(WHOLE.format(side=side)), f"{side}总计") for side in ("收入", "支出"))
BOTH = re.compile(r"收支(?:总计|总?预算|总决算|总额)?")


def balanced_changes(facts: Iterable[Fact], kind: str | None) -> Iterator[Fact]:
    """The facts of statements; the change of both sides, or a budget's of one, again under the name of a side that has none of its own."""
    read = tuple(facts)
    yield from read
    told = [own_name(fact) for fact in read if fact.measure in CHANGES]
    is_told = any(map(BOTH.fullmatch, told))
    lacking = [name for side, name in SIDES if name not in told and (is_told or not any(map(side.fullmatch, told)))]
    for fact in read:
        own = own_name(fact) if fact.measure in CHANGES else ""
        if BOTH.fullmatch(own) or (kind == "预算" and not is_told and any(side.fullmatch(own) for side, _ in SIDES)):
            yield from (replace(fact, evidence=replace(fact.evidence), labels=((name, 1),)) for name in lacking)


def own_name(fact: Fact) -> str:
    """The key of what a statement is of."""
    return fact.labels[0][0] if fact.labels else ""
