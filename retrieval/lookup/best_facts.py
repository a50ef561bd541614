"""Of facts rated for a want those that fit it best: by the full name, all of it, with something printed, of money where it is asked."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import late_re as re
from ingest.document import Statement
from retrieval.clauses.rate_fact import cover
from retrieval.facts.fact import Fact
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Want
from retrieval.spelling.label_key import fold

TIE = 0.35
TABLE = "表"
COUNT = "数量"
OF_GOVERNMENT = "机关"
DASH = re.compile(r"\s*[-—－–─]+\s*")
REACHED = re.compile(r"实际完成值?|完成值")
TARGET_ASKED = re.compile(r"目标|指标|计划|要求|任务|打算|预计|预期|应|不少于|至少|最少|定的")
AMOUNT = re.compile(r"\d[^元]*元")
COSTS = re.compile(r"(?:费|费用|经费|资金|支出|补助|补贴|津贴|拨款|工资|奖金)$")
PRICE_ASKED = re.compile(r"(?:多少|(?<![的这那])几)(?:个)?(?:钱|万元|元|万块|块钱)|总金?额")


def best_facts(scored: Sequence[tuple[float, Fact]], required: Sequence[Mention], want: Want, measure: str) -> list[tuple[float, Fact]]:
    """The best of at least one fact with its score, and those that come near it and bear the same of the mentions."""
    kept = of_very_table(bearing_all(scored, required) or scored, required)
    kept = without_dashes(by_full_name(without_parts(kept), required))
    kept = reached(kept, want)
    kept = (of_money(kept, required, want) if measure == "value" else []) or kept
    best = max(score for score, _ in kept)
    return most_covering([(score, fact) for score, fact in kept if score >= best - TIE], required)


def bearing_all(scored: Sequence[tuple[float, Fact]], required: Sequence[Mention]) -> list[tuple[float, Fact]]:
    """The facts that bear every one of the mentions, whatever they bear besides."""
    return [(score, fact) for score, fact in scored if all(cover(one, fact) for one in required)]


def of_very_table(scored: Sequence[tuple[float, Fact]], required: Sequence[Mention]) -> list[tuple[float, Fact]]:
    """The facts of the table that is called just as asked (支出决算表), where there are any, and of none whose title only ends so."""
    for one in required:
        if one.asked.endswith(TABLE):
            scored = [(score, fact) for score, fact in scored if one.asked in fact.titles] or list(scored)
    return list(scored)


def without_parts(scored: Sequence[tuple[float, Fact]]) -> list[tuple[float, Fact]]:
    """The facts but for counts that a sentence tells as parts (编制9人，其中：行政编制4人) of another of them."""
    counts = [one for _, fact in scored if isinstance(one := fact.source, Statement) and one.measure == COUNT]
    parts = {id(one) for one in counts for whole in counts if is_part_of(one, whole)}
    return [(score, fact) for score, fact in scored if id(fact.source) not in parts]


def is_part_of(one: Statement, whole: Statement) -> bool:
    """Whether a count stands in the list that the sentence opens with 其中 right after the whole's."""
    if one is whole or one.sentence != whole.sentence or one.section != whole.section:
        return False
    sentence = fold(one.sentence)
    list_begins = re.search(rf"{re.escape(fold(f'{whole.subject}{whole.value}'))}[;,（(]*其中", sentence)
    return list_begins is not None and fold(f"{one.subject}{one.value}") in sentence[list_begins.end() :]


def by_full_name(scored: Sequence[tuple[float, Fact]], required: Sequence[Mention]) -> list[tuple[float, Fact]]:
    """The facts but for those that bear only the end of an asked name (运行维护费), where others bear it in full.

    Neither is a government account (机关商品和服务支出) the account of departments that is asked for.
    """
    for one in required:
        ends = {key for key in one.keys if key != one.asked and (one.asked.endswith(key) or key == f"{OF_GOVERNMENT}{one.asked}")}
        if ends and one.asked in one.keys:
            scored = [(score, fact) for score, fact in scored if names_of(fact) & ({*one.keys} - ends)] or list(scored)
    return list(scored)


def names_of(fact: Fact) -> set[str]:
    """The keys of a fact's row and columns."""
    return {*fact.headers, *(key for key, _ in fact.labels)}


def without_dashes(scored: Sequence[tuple[float, Fact]]) -> list[tuple[float, Fact]]:
    """The facts but for those that print a dash, where others tell something: the heading of a group of rows has no amount of its own."""
    return [(score, fact) for score, fact in scored if not DASH.fullmatch(fact.source.value)] or list(scored)


def reached(scored: Sequence[tuple[float, Fact]], want: Want) -> list[tuple[float, Fact]]:
    """The facts that tell what was reached, where any does and what was aimed at is not asked for."""
    if TARGET_ASKED.search(want.text):
        return list(scored)
    told = [(score, fact) for score, fact in scored if any(REACHED.search(header) for header in fact.headers)]
    return told or list(scored)


def of_money(scored: Sequence[tuple[float, Fact]], required: Sequence[Mention], want: Want) -> list[tuple[float, Fact]]:
    """The facts that tell money, where a cost is asked for: neither how many of it there are nor its score is an answer."""
    is_cost = PRICE_ASKED.search(want.text) or any(COSTS.search(one.asked) for one in required[-1:])
    if want.unit is not None or not is_cost:
        return []
    return [(score, fact) for score, fact in scored if fact.is_money or AMOUNT.search(fact.source.value)]


def most_covering(scored: Sequence[tuple[float, Fact]], required: Sequence[Mention]) -> list[tuple[float, Fact]]:
    """The facts that bear the largest share of the mentions, all of them the same mentions."""
    covered = [frozenset(place for place, one in enumerate(required) if cover(one, fact)) for _, fact in scored]
    widest = max(covered, key=len)
    return [one for one, mentions in zip(scored, covered, strict=True) if mentions == widest]
