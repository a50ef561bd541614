"""A want to figures: the facts whose labels it names, those of one scope together, the broadest scope first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz.distance import LCSseq

from ingest.document import Figure
from ingest.quantity import YUAN_PER_UNIT, Quantity, convert_money, round_half_up
from retrieval.evidence import FigureEvidence, StatementEvidence
from retrieval.find_mentions import Mention
from retrieval.index_facts import Fact, FactIndex, side_of
from retrieval.label_key import is_total, label_key
from retrieval.parse_question import ANY_COUNT, Want

MEASURES = {
    "value": ("金额", "数量", "比率", "文字"),
    "completion": ("完成率", "比率"),
    "share": ("占比",),
    "change": ("增减额", "增减率"),
    "change_rate": ("增减率", "增减额"),
    "per": ("金额", "数量", "文字"),
}
ENOUGH_OF_PHRASE = 0.75
OWN_LEVEL = re.compile(r"(?:机关)?(?:本级|本部|机关)$")
SAME_COUNTERS = ({"人", "名", "位"}, {"个", "家", "项", "台", "套", "件"})
SPECIAL_FUNDS = 5  # the depth of the tables of government funds and state capital: narrower accounts that must be asked for
TIE = 0.35
UNASKED_NAME, UNASKED_GROUP, UNASKED_COLUMN, UNASKED_PARENT, UNASKED_UNIT, ASKED_TABLE = 4.0, 0.6, 3.0, 0.1, 2.0, 2.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """One answer to a want: a quantity (or printed text) with all facts that print it; several facts of one table are its addends."""

    facts: tuple[Fact, ...]
    quantity: Quantity | None
    text: str
    depth: int
    score: float
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a want: candidates, the best first; `missing` are mentions that the best does not bear."""

    candidates: tuple[Candidate, ...]
    missing: tuple[Mention, ...]


def look_up_figures(index: FactIndex, want: Want, measure: str, units: Sequence[str] = ()) -> Found:
    """The candidates for one want in one document; an empty result says that the document has no such figure.

    What was spoken of before is first taken as part of what is asked; where no figure bears it all, it only gives preference.
    """
    for taken in [want.context, *((one,) for one in want.context)] if want.context else []:
        found = look_up(index, Want((*taken, *want.mentions), (), want.side, want.unit), measure, units)
        if found.candidates and not found.missing:
            return found
    if want.context and want.mentions and all(is_header(one, index) for one in want.mentions):
        return Found((), want.mentions)
    found = look_up(index, want, measure, units)
    if units and (not found.candidates or found.missing):
        found = only_statement(look_up(index, want, measure, ())) or found
    is_vague = all(one.correction for one in want.mentions)
    if want.unit and measure == "value" and is_vague and (not found.candidates or found.missing):
        return count_by_phrase(index, want) or found
    return found


def is_header(one: Mention, index: FactIndex) -> bool:
    """Whether a mention only names columns: then it needs the row that was spoken of before."""
    numbers = [number for key in one.keys for number in index.postings.get(key, ())]
    return bool(numbers) and not any(key in one.keys for number in numbers for key, _ in index.facts[number].labels)


def only_statement(found: Found) -> Found | None:
    """The find where a single sentence of the document states it: then it is what was asked, whichever unit's it is."""
    facts = [fact for one in found.candidates for fact in one.facts]
    return found if len(facts) == 1 and not isinstance(facts[0].evidence, FigureEvidence) and not found.missing else None


def count_by_phrase(index: FactIndex, want: Want) -> Found | None:
    """The count whose words the question repeats (“自评等级为优的有几个”), where one statement of the unit stands out."""
    counts = [fact for fact in index.facts if fact.measure == "数量" and counts_right(fact, want.unit, "value")]
    named = [(fact.labels[0][0], fact) for fact in counts if fact.labels and len(fact.labels[0][0]) >= 4]
    rated = [(LCSseq.similarity(key, want.text) / len(key), len(key), fact) for key, fact in named]
    best = max((rate[:2] for rate in rated), default=(0.0, 0))
    if best[0] < ENOUGH_OF_PHRASE:
        return None
    same = [fact for rate, length, fact in rated if (rate, length) == best]
    found = tuple(order(merge(add_up((fact,), best[0]) for fact in same)))
    return Found(found, ()) if len(found) == 1 else None


def look_up(index: FactIndex, want: Want, measure: str, units: Sequence[str]) -> Found:
    """The candidates for a want's mentions, those of its context preferred."""
    asked = unit_mentions(units)
    required = (*asked, *(one for one in want.mentions if not (asked and one.is_total)))
    optional = (*want.context, *(one for one in want.mentions if asked and one.is_total))
    if any(not one.keys and not one.code for one in want.mentions):
        return Found((), tuple(one for one in want.mentions if not one.keys and not one.code))
    own = own_names(index)
    side = want.side or index.document.info.kind
    subordinate = frozenset(label_key(unit) for unit in index.document.info.units) - own
    asks_special = any(word in one.asked for one in (*required, *optional) for word in ("基金", "国有资本"))
    scored = []
    for fact in candidates(index, required):
        if fact.depth == SPECIAL_FUNDS and not asks_special:
            continue
        if fact.measure not in MEASURES[measure] or not is_on_side(fact, side, want.side == "预算", required):
            continue
        score = rate(fact, required, optional, own, subordinate)
        if score is not None and counts_right(fact, want.unit, measure):
            scored.append((score, fact))
    if not scored:
        return Found((), required)
    best = max(score for score, _ in scored)
    top = most_covering([(score, fact) for score, fact in scored if score >= best - TIE], required)
    missing = tuple(one for one in required if not cover(one, top[0][1]))
    borne = frozenset(key for one in (*required, *optional) for key in one.keys)
    is_own_level = any(OWN_LEVEL.search(unit) or label_key(unit) in own for unit in units)
    return Found(tuple(order(merge(gather(index, top, borne, is_own_level)))), missing)


def most_covering(scored: Sequence[tuple[float, Fact]], required: Sequence[Mention]) -> list[tuple[float, Fact]]:
    """The facts that bear the largest share of the mentions, all of them the same mentions."""
    covered = [frozenset(place for place, one in enumerate(required) if cover(one, fact)) for _, fact in scored]
    widest = max(covered, key=len)
    return [one for one, mentions in zip(scored, covered, strict=True) if mentions == widest]


def unit_mentions(units: Sequence[str]) -> tuple[Mention, ...]:
    """A mention for each subordinate unit that the question named."""
    keys = (tuple(dict.fromkeys((label_key(unit), OWN_LEVEL.sub("", label_key(unit))))) for unit in units)
    return tuple(Mention(-1, -1 + len(unit), unit, spellings) for unit, spellings in zip(units, keys, strict=True))


def own_names(index: FactIndex) -> frozenset[str]:
    """The keys under which a document's tables may name its own organisation."""
    info = index.document.info
    return frozenset(label_key(name) for name in (info.organization or "", *info.aliases) if name)


def candidates(index: FactIndex, required: Iterable[Mention]) -> Iterable[Fact]:
    """The facts that bear at least one of the mentions."""
    numbers: set[int] = set()
    for one in required:
        numbers.update(index.codes.get(one.code, ()) if one.code else ())
        for key in one.keys:
            numbers.update(index.postings.get(key, ()))
    return (index.facts[number] for number in sorted(numbers))


def is_on_side(fact: Fact, side: str | None, is_explicit: bool, required: Iterable[Mention]) -> bool:
    """Whether a fact is of the side asked for (one of no side only where none was named); a mention of its own column overrides."""
    if fact.side == side or side is None or (fact.side is None and not is_explicit):
        return True
    named = {key for key in fact.headers if side_of((key,)) is not None}
    return any(key in named for one in required for key in one.keys)


def counts_right(fact: Fact, unit: str | None, measure: str) -> bool:
    """Whether a fact can be the count that a question for so many 辆, 人, 个 asks for."""
    if unit is None or measure != "value":
        return True
    quantity = fact.source.quantity
    if unit == ANY_COUNT:
        return quantity is None or (not quantity.is_money and quantity.unit != "%")
    if unit == "元":
        return quantity is not None and quantity.is_money
    if isinstance(fact.source, Figure):
        return is_count(fact.source, unit)
    return quantity is not None and (quantity.unit == unit or any({quantity.unit, unit} <= same for same in SAME_COUNTERS))


def is_count(figure: Figure, unit: str) -> bool:
    """Whether a cell counts something: with the unit itself (“≥30人”), or bare under a label or header that says number."""
    same = next((counters for counters in SAME_COUNTERS if unit in counters), {unit})
    if figure.quantity is None or figure.quantity.unit in same:
        is_named = figure.quantity is not None or any(one in figure.value for one in same)
        return is_named and any(character.isdigit() for character in figure.value)
    return not figure.quantity.unit and any(word in "".join((*figure.row[-1:], *figure.col)) for word in ("数", "量", "分"))


def cover(one: Mention, fact: Fact) -> str | None:
    """In which role a fact bears a mention: code, label, column, total or title; None where it does not."""
    if one.code:
        return "code" if one.code in fact.codes else None
    labels = [key for key, _ in fact.labels]
    roles = (("label", labels), ("column", fact.columns), ("total", fact.totals), ("header", fact.headers), ("title", fact.titles))
    for role, keys in roles:
        if any(key in keys for key in one.keys):
            return role
    return None


ROLE_WEIGHTS = {"code": 1.0, "label": 1.0, "column": 1.0, "total": 1.0, "header": 0.9, "title": 0.6}


def rate(
    fact: Fact, required: Sequence[Mention], optional: Sequence[Mention], own: frozenset[str], subordinate: frozenset[str]
) -> float | None:
    """How well a fact fits: the weight of the mentions it bears less what it bears unasked; None where no mention names the item itself."""
    roles = {one: cover(one, fact) for one in (*required, *optional)}
    if isinstance(fact.evidence, StatementEvidence) and not any(fact.labels[0][0] in one.keys for one in required):
        return None
    if not names_item(fact, [role for one, role in roles.items() if one in required]):
        return None
    score = 0.0
    for one, role in roles.items():
        if role is not None:
            score += one.weight * ROLE_WEIGHTS[role] * (1.0 if one in required else 0.4) - 0.02 * rank_of(one, fact)
        elif one in required:
            score -= one.weight
    borne = {key for one in roles for key in one.keys}
    of_body = all(key in own or key in subordinate for key, _ in fact.labels if key in borne)
    for key, frequency in fact.labels:
        if key not in borne and key not in own and key not in fact.classes:
            is_group = frequency > 1 or is_total(key) or (of_body and subordinate & borne)
            grouped = UNASKED_PARENT if isinstance(fact.evidence, StatementEvidence) else UNASKED_GROUP
            score -= UNASKED_UNIT if key in subordinate else grouped if is_group else UNASKED_NAME
    asks_income = any("收入" in one.asked for one in roles)
    if fact.is_income and (asks_income or not any(one.is_total for one in roles)):
        is_body = bool(fact.labels) and all(key in own or key in subordinate for key, _ in fact.labels)
        score += (ASKED_TABLE if is_body else 0.0) if asks_income else -UNASKED_COLUMN
    unasked = [key not in borne for key in fact.columns]
    return score - UNASKED_COLUMN * sum(unasked[-1:]) - UNASKED_PARENT * sum(unasked[:-1])


def rank_of(one: Mention, fact: Fact) -> int:
    """The place among a mention's names of the one that the fact bears: earlier names are likelier."""
    borne = {*(key for key, _ in fact.labels), *fact.columns, *fact.totals, *fact.titles}
    return next((place for place, key in enumerate(one.keys) if key in borne), 0)


def names_item(fact: Fact, roles: Sequence[str | None]) -> bool:
    """Whether the mentions name the item: by label or code, by column or total, or by title where the cell is the table's only total."""
    found = set(roles)
    if not all(is_total(key) for key, frequency in fact.labels if frequency == 1):
        return bool(found & {"label", "code"})
    if fact.labels and not any(frequency == 1 for _, frequency in fact.labels):
        return bool(found & {"label", "code", "column"})
    return bool(found & {"label", "column", "total", "code"}) or (bool(found & {"title", "header"}) and not fact.columns)


def gather(
    index: FactIndex, scored: Sequence[tuple[float, Fact]], borne: frozenset[str], is_own_level: bool
) -> Iterable[Candidate]:
    """One candidate per table and column, the rows of one asked name added up; one per statement.

    A department's own level often bears the department's name; its code lies under the department's.
    """
    groups: dict[tuple[object, ...], list[tuple[float, Fact]]] = defaultdict(list)
    for score, fact in scored:
        groups[group_key(fact, borne)].append((score, fact))
    choose = only_nested if is_own_level else without_nested
    found = [(choose([fact for _, fact in rows]), max(score for score, _ in rows)) for rows in groups.values()]
    whole = [(facts, best) for facts, best in found if is_whole(index, facts, borne)]
    # One of several rows of a name is told only where no table or sentence gives the name's whole amount.
    for facts, best in whole or [(facts, best) for facts, best in found if len(facts) == 1]:
        yield add_up(facts, best)


def is_whole(index: FactIndex, facts: Sequence[Fact], borne: frozenset[str]) -> bool:
    """Whether facts are all the rows of their table that bear the asked names: only then is their sum what was asked."""
    key = group_key(facts[0], borne)
    names = [name for name, _ in facts[0].labels if name in borne]
    if not names and len(facts) == 1:
        return True
    numbers = index.postings.get(names[0], ()) if names else rows_of_code(index, facts)
    rows = [index.facts[number] for number in numbers]
    return len(without_nested([fact for fact in rows if group_key(fact, borne) == key])) == len(facts)


def rows_of_code(index: FactIndex, facts: Sequence[Fact]) -> tuple[int, ...]:
    """The facts that bear the commonest code which all of these bear."""
    shared = frozenset[str].intersection(*(frozenset(fact.codes) for fact in facts))
    return max((index.codes[code] for code in shared), key=len, default=())


def group_key(fact: Fact, borne: frozenset[str]) -> tuple[object, ...]:
    """Facts of one key are rows of one asked name in one table and column; statements stand alone."""
    if isinstance(fact.evidence, FigureEvidence):
        figure = fact.evidence.figure
        return (figure.table, figure.col, frozenset(key for key, _ in fact.labels if key in borne))
    return (id(fact.evidence),)


def without_nested(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts without those whose code lies under another's: a parent holds its children already."""
    firsts = [fact.codes[0] if fact.codes else "" for fact in facts]
    parents = {one for one in firsts if one}
    return tuple(
        fact for fact, code in zip(facts, firsts, strict=True) if not any(code != one and code.startswith(one) for one in parents)
    )


def only_nested(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts whose code lies under another's, where there are such; else all."""
    kept = without_nested(facts)
    return tuple(fact for fact in facts if fact not in kept) or tuple(facts)


def add_up(facts: tuple[Fact, ...], score: float) -> Candidate:
    """The candidate of one group: its single fact, or the sum of its rows."""
    first = facts[0].source
    quantities = [fact.source.quantity for fact in facts]
    depth = min(fact.depth for fact in facts)
    if len(facts) == 1 or any(quantity is None for quantity in quantities):
        return Candidate(facts[:1], first.quantity, first.value, depth, score)
    total = sum((quantity.number for quantity in quantities if quantity), Decimal(0))
    unit = first.quantity.unit if first.quantity else ""
    return Candidate(facts, Quantity(total, unit), format(total, "f"), depth, score, is_sum=True)


def merge(found: Iterable[Candidate]) -> Iterable[Candidate]:
    """Candidates that print one quantity become one with all their facts."""
    merged: dict[object, Candidate] = {}
    for one in found:
        key = next((key for key, other in merged.items() if rounds_to(one.quantity, other.quantity)), same_amount(one))
        if key not in merged:
            merged[key] = one
            continue
        other = merged[key]
        plain = one if other.is_sum and not one.is_sum else other
        both = sorted((*plain.facts, *(one if plain is other else other).facts), key=lambda fact: fact.depth)
        merged[key] = Candidate(
            plain.facts if plain.is_sum else tuple(both),
            plain.quantity, plain.text, min(one.depth, other.depth), max(one.score, other.score), plain.is_sum,
        )  # fmt: skip
    return merged.values()


def rounds_to(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether two amounts in different units of money agree once the finer is rounded as the coarser is printed."""
    if one is None or other is None or not (one.is_money and other.is_money) or one.unit == other.unit:
        return False
    coarse, fine = sorted((one, other), key=lambda quantity: -YUAN_PER_UNIT[quantity.unit])
    places = max(0, -int(coarse.number.as_tuple().exponent))
    return places > 0 and round_half_up(convert_money(fine, coarse.unit).number, places) == coarse.number


def same_amount(one: Candidate) -> object:
    """A key equal for equal amounts, whatever their unit of money."""
    quantity = one.quantity
    if quantity is None:
        return re.sub(r"\s+", "", one.text)
    if quantity.is_money:
        return convert_money(quantity, "元").number.normalize(), "元"
    return quantity.number.normalize(), quantity.unit


def order(found: Iterable[Candidate]) -> list[Candidate]:
    """The broadest scope first, then the likeliest name, then the largest amount."""
    return sorted(found, key=lambda one: (one.depth, -round(one.score, 2), -(one.quantity.number if one.quantity else Decimal(0))))
