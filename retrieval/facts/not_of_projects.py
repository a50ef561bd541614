"""Columns of funds (一般公共预算) of a body or a unit: not the part of them that only the table of projects adds up."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import late_re as re
from ingest.document import Figure
from retrieval.facts.fact import Fact
from retrieval.facts.task import Want
from retrieval.spelling.label_key import is_total, label_key

Scored = list[tuple[float, Fact]]
FUND = re.compile(r"(?:本年|当年)?(?:一般公共(?:预算)?|政府性基金(?:预算)?|国有资本经营(?:预算)?|财政拨款)(?:财政拨款|拨款|资金)?")
PARTIAL = re.compile(r"项目(?!绩效)|采购|购买|三公|绩效")
PROJECTS = re.compile(r"项目(?!绩效)")


def of_all_spent(scored: Scored, want: Want) -> Scored:
    """Where a column of funds alone is named (一般公共预算), the facts without totals of some of it (projects, purchases)."""
    if not want.mentions or PARTIAL.search(want.text) or not all(FUND.fullmatch(one.asked) for one in want.mentions):
        return scored
    return [one for one in scored if not (is_of_totals(one[1]) and any(map(PARTIAL.search, one[1].titles)))]


def of_unit_alone(scored: Scored, want: Want, units: Sequence[str]) -> Scored:
    """Of a unit's column (一般公共预算 of 甲站) the rows that are the unit's alone, where there are such, and none of its projects."""
    names = {label_key(unit) for unit in units}
    asked = {key for one in want.mentions for key in one.keys}
    if not units or not asked or any(one.code for one in want.mentions):
        return scored
    of_unit = [(score, fact, {key for key, _ in fact.labels if not is_total(key)}) for score, fact in scored]
    bearing = [(score, fact, keys) for score, fact, keys in of_unit if names & keys]
    if any(asked & keys for _, _, keys in bearing):
        return scored
    own = [(score, fact) for score, fact, keys in bearing if keys <= names and asked & {*fact.headers}]
    if PROJECTS.search(want.text):
        return own or scored
    apart = [one for one in own if not any(map(PROJECTS.search, one[1].titles))]
    return apart or own or [one for one in scored if not is_of_project(one[1])]


def is_of_totals(fact: Fact) -> bool:
    """Whether a cell's row says nothing but that it is a total."""
    return isinstance(fact.source, Figure) and all(is_total(key) for key, _ in fact.labels)


def is_of_project(fact: Fact) -> bool:
    """Whether a cell tells the funds of one project in a table of projects: several of them are no column of all that a unit has."""
    return len(fact.labels) > 1 and not any(is_total(key) for key, _ in fact.labels) and any(map(PROJECTS.search, fact.titles))
