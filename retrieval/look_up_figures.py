"""A want to figures: the facts whose labels it names, those of one scope together, the broadest scope first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz.distance import LCSseq

from retrieval.bracketed_names import bracketed_names, is_table_name
from retrieval.candidate import Candidate, Found
from retrieval.column_of_units import column_of_units
from retrieval.evidence import FigureEvidence
from retrieval.fact import Fact, FactIndex
from retrieval.find_mentions import Mention
from retrieval.gather_candidates import add_up, gather, has_own_level, merge, order
from retrieval.income_of_year import income_of_year
from retrieval.label_key import is_total, label_key
from retrieval.rate_fact import SHORTEST_TITLED, counts_right, cover, is_on_side, rate
from retrieval.statement_of_unit import OWN_LEVEL, is_of_another, statement_of_unit, told_of_unit
from retrieval.task import Want
from retrieval.units_together import units_together

MEASURES = {
    "value": ("金额", "数量", "比率", "文字"),
    "completion": ("完成率", "比率"),
    "share": ("占比",),
    "change": ("增减额", "增减率"),
    "change_rate": ("增减率", "增减额"),
    "per": ("金额", "数量", "文字"),
}
ENOUGH_OF_PHRASE = 0.75
SPECIAL_FUNDS = 5  # the depth of the tables of government funds and state capital: narrower accounts that must be asked for
OF_ONE_PART = 4  # the depth of tables of 基本支出 and narrower ones: their total is not all that a unit has or spends
TIE = 0.35
DASH = re.compile(r"\s*[-—－–─]+\s*")
PRICE_ASKED = re.compile(r"(?:多少|(?<![的这那])几)(?:个)?(?:钱|万元|元|万块|块钱)")
FIRST_BUDGET = re.compile(r"年初(?!结转|结余)")
LATER_BUDGET = re.compile(r"全年预算|调整预算|预算调整|调整后")  # not the budget that the year began with
OF_THINGS = re.compile(r"项目支出|资产|采购|购买|配置|绩效|三公")  # tables of some of the things on which a unit spends
ACTUAL = re.compile(r"实际|执行了")  # of final accounts every amount is
WHOLE_END = re.compile(r"(?:支出|预算|决算|金额|总额|合计)+$")
SHORTEST_STEM = 3
SAME_WORD = 2
OF_WHICH = re.compile(r"~*其中")  # “其中财政拨款的是多少”: a part of the item asked for just before
AND = re.compile(r"[和与及]")
ACCOUNT = re.compile(r"(?:一般公共预算|政府性基金|国有资本经营)?(?:预算)?(?:财政拨款)?的?")


def look_up_figures(index: FactIndex, want: Want, measure: str, units: Sequence[str] = ()) -> Found:
    """The candidates for one want in one document; an empty result says that the document has no such figure.

    What was spoken of before is first taken as part of what is asked; where no figure bears it all, it only gives preference.
    """
    is_of_before = bool(OF_WHICH.match(want.text)) and all(ACCOUNT.fullmatch(one.asked) for one in want.mentions)
    for taken in [want.context, *((one,) for one in want.context)] if want.context else []:
        found = look_up(index, Want((*taken, *want.mentions), (), want.side, want.unit), measure, units)
        if found.candidates and not found.missing and (is_of_before or not is_by_title(found.candidates[0], want)):
            return found
    if want.context and want.mentions and (is_of_before or all(is_header(one, index) for one in want.mentions)):
        are_columns = measure == "value" and not units and all(is_header(one, index) for one in want.context)
        return (column_of_units(index, want.mentions, own_names(index)) if are_columns else None) or Found((), want.mentions)
    found = look_up(index, want, measure, units)
    if found.missing and (once := without_implied(without_repeated(want.mentions))) != want.mentions:
        found = look_up(index, replace(want, mentions=once), measure, units)
    if index.document.info.kind == "决算" and (found.missing or not found.candidates) and (plain := without_actual(want.mentions)):
        found = look_up(index, replace(want, mentions=plain, side=want.side or "决算"), measure, units)
    if units and (not found.candidates or found.missing):
        anywhere = look_up(index, want, measure, ())
        is_others = is_of_another(anywhere, index.document.info, units)
        found = statement_of_unit(anywhere, index.document.info, units) or (None if is_others else only_statement(anywhere)) or found
    found = told_of_unit(found, index.document.info, units)
    if measure == "value" and not units and want.mentions and (told := of_column(found, want, index)):
        return told
    named = [one for one in want.mentions if not is_table_name(one, index)]
    is_split = len(named) == 1 and named[0].asked not in index.postings and not named[0].is_part
    if measure == "value" and (not found.candidates or found.missing or is_split):
        found = bracketed_names(index, want, units) or found
    is_vague = all(one.correction for one in want.mentions)
    if want.unit and measure == "value" and is_vague and (not found.candidates or found.missing):
        return count_by_phrase(index, want) or found
    found = income_of_year(found, want.mentions, index) if measure == "value" else found
    return found if units or measure != "value" else units_together(found, index, own_names(index))


def of_column(found: Found, want: Want, index: FactIndex) -> Found | None:
    """What a question that names a column alone asks for: the column of all the units; nothing where one row among many was met."""
    is_unnamed = bool(found.candidates) and is_of_unnamed_row(found.candidates[0], want, index)
    if found.candidates and not is_unnamed:
        return None
    return column_of_units(index, want.mentions, own_names(index)) or (Found((), want.mentions) if is_unnamed else None)


def without_actual(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without the word that only says that something was really spent; empty where none does or nothing else is named."""
    plain = tuple(one for one in mentions if not (one.is_column and ACTUAL.fullmatch(one.asked)))
    return plain if len(plain) < len(mentions) else ()


def without_repeated(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without those that only repeat the end of another (“辅导服务买了多少钱的服务”), or say before it whom it is for."""
    return tuple(one for one in mentions if not any(one is not other and repeats(one, other) for other in mentions))


def repeats(one: Mention, other: Mention) -> bool:
    """Whether a mention says again what another says: its end, or with 的 before it its beginning (退休人员的退休费)."""
    is_owner = other.start - one.end == 1 and one.asked[:SAME_WORD] == other.asked[:SAME_WORD] and len(one.asked) > SAME_WORD
    return other.asked.endswith(one.asked) or is_owner


def without_implied(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without those that the full names of another say too (“政府采购支出中服务类”: 政府采购服务支出)."""
    return tuple(
        one for one in mentions
        if not any(other is not one and says_too(other, WHOLE_END.sub("", one.asked)) for other in mentions)
    )  # fmt: skip


def says_too(one: Mention, stem: str) -> bool:
    """Whether every name that a mention stands for holds a stem that its own words lack."""
    return len(stem) >= SHORTEST_STEM and bool(one.keys) and stem not in one.asked and all(stem in key for key in one.keys)


def look_up_year_before(index: FactIndex, want: Want, units: Sequence[str] = ()) -> Found:
    """The candidates for a want that stand in columns of the year before the document's own."""
    found = look_up(index, want, "value", units, before=1)
    year = (index.document.info.year or 0) - 1
    return replace(found, candidates=tuple(one for one in found.candidates if all(fact.year == year for fact in one.facts)))


def is_by_title(best: Candidate, want: Want) -> bool:
    """Whether what was asked only names the table in which a row that was spoken of before stands: then that row is not meant."""
    return any(cover(one, best.facts[0]) == "title" and not is_place(one, want.text) for one in want.mentions)


def is_place(one: Mention, text: str) -> bool:
    """Whether a clause says by a name where the thing spoken of stands (“基本支出里安排多少”)."""
    return bool(re.search(rf"{re.escape(one.asked)}(?:当中|之中|里[面头]?|中(?!心)|内|项下)", text))


def is_header(one: Mention, index: FactIndex) -> bool:
    """Whether a mention only names columns: then it needs the row that was spoken of before."""
    numbers = [number for key in one.keys for number in index.postings.get(key, ())]
    return bool(numbers) and not any(key in one.keys for number in numbers for key, _ in index.facts[number].labels)


def is_of_unnamed_row(best: Candidate, want: Want, index: FactIndex) -> bool:
    """Whether a question that names columns alone met one row among many: which row was meant is anyone's guess."""
    fact = best.facts[0]
    if not isinstance(fact.evidence, FigureEvidence) or not all(is_header(one, index) for one in want.mentions):
        return False
    if not any(cover(one, fact) == "title" for one in want.mentions) and is_of_one_form(fact, index):
        return True
    if any(cover(one, fact) == "title" for one in want.mentions) or (best.is_sum and re.search(r"合计|一共|总共|共", want.text)):
        return False
    asked = {key for one in want.mentions for key in one.keys}
    return any(key not in asked and key not in own_names(index) and not is_total(key) for key, _ in fact.labels)


def is_of_one_form(fact: Fact, index: FactIndex) -> bool:
    """Whether a total stands in the form of one project, and its column gives other projects' amounts elsewhere."""
    table = fact.evidence.table if isinstance(fact.evidence, FigureEvidence) else None
    if table is None or not table.context:
        return False
    numbers = {number for key in fact.headers for number in index.postings.get(key, ())}
    others = (index.facts[number] for number in numbers if isinstance(index.facts[number].evidence, FigureEvidence))
    return any(fact.is_money and fact.evidence.table.index != table.index for fact in others)  # type: ignore[union-attr]


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


def look_up(index: FactIndex, want: Want, measure: str, units: Sequence[str], before: int = 0) -> Found:
    """The candidates for a want's mentions, those of its context preferred, in the document's own year or so many years before."""
    year = (index.document.info.year or 0) - before
    asked = unit_mentions(units)
    required = (*asked, *(one for one in want.mentions if not (asked and one.is_total)))
    optional = (*want.context, *(one for one in want.mentions if asked and one.is_total))
    if nowhere := tuple(one for one in want.mentions if not one.keys and not one.code and not is_titled(one, index)):
        return Found((), nowhere)
    own = own_names(index)
    side = want.side or index.document.info.kind
    subordinate = frozenset(label_key(unit) for unit in index.document.info.units) - own
    asks_special = any(word in one.asked for one in (*required, *optional) for word in ("基金", "国有资本", "专户"))
    is_of_first = bool(FIRST_BUDGET.search(want.text)) and not LATER_BUDGET.search(want.text)
    is_own_level = any(OWN_LEVEL.search(unit) or label_key(unit) in own for unit in units)
    bearing = tuple(
        fact for fact in candidates(index, required)
        if counts_right(fact, want.unit, measure) and not (is_own_level and has_own_level(fact, index))
        and not (want.unit not in (None, "元") and is_of_other_thing(fact, want.mentions))
    )  # fmt: skip
    asks_special = asks_special or all(fact.depth == SPECIAL_FUNDS for fact in bearing)  # named nowhere else
    is_whole = bool(asked) and all(one.is_total for one in (*want.mentions, *want.context))
    scored = []
    for fact in bearing:
        if is_whole and (not fact.is_money or fact.depth >= OF_ONE_PART or any(map(OF_THINGS.search, fact.titles))):
            continue
        if (fact.depth == SPECIAL_FUNDS and not asks_special) or fact.year not in (None, year):
            continue
        if fact.measure not in MEASURES[measure] or not is_on_side(fact, side, want.side == "预算", required):
            continue
        if is_of_first and any(LATER_BUDGET.search(header) for header in fact.headers):
            continue
        score = rate(fact, required, optional, own, subordinate)
        if score is not None:
            scored.append((score, fact))
    if not scored:
        return Found((), required)
    scored = without_dashes(by_full_name(bearing_all(scored, required) or scored, required))
    scored = (of_money(scored, want) if measure == "value" else []) or scored
    best = max(score for score, _ in scored)
    top = most_covering([(score, fact) for score, fact in scored if score >= best - TIE], required)
    missing = tuple(one for one in required if not cover(one, top[0][1]))
    borne = frozenset(key for one in (*required, *optional) for key in one.keys)
    found = order(merge(gather(index, top, borne, is_own_level)))
    return Found(tuple(named_first(one, want.mentions) for one in found), missing)


def named_first(one: Candidate, asked: Sequence[Mention]) -> Candidate:
    """The candidate with its facts that bear the very total asked for (支出总计) before equal ones of another name (收入总计)."""
    names = {each.keys[0] for each in asked if each.is_total and each.keys}
    if one.is_sum or not names:
        return one
    own = {id(fact) for fact in one.facts if names & {*fact.totals, *(key for key, _ in fact.labels)}}
    return replace(one, facts=tuple(sorted(one.facts, key=lambda fact: (fact.depth, id(fact) not in own))))


def is_titled(one: Mention, index: FactIndex) -> bool:
    """Whether a name that no row and no column has stands in the title of a table: then it says which table is meant."""
    return len(one.asked) >= SHORTEST_TITLED and any(one.asked in title for title in index.titles)


def bearing_all(scored: Sequence[tuple[float, Fact]], required: Sequence[Mention]) -> list[tuple[float, Fact]]:
    """The facts that bear every one of the mentions, whatever they bear besides."""
    return [(score, fact) for score, fact in scored if all(cover(one, fact) for one in required)]


def is_of_other_thing(fact: Fact, mentions: Sequence[Mention]) -> bool:
    """Whether a number bought stands only under what is asked for: how many pumps a project buys is not how many projects there are."""
    own = [key for key, _ in fact.labels if key not in fact.classes][-1:]
    is_bought = any("采购" in title or "购买" in title for title in fact.titles)
    labels = {key for key, _ in fact.labels}
    asked = [one for one in mentions if set(one.keys) & labels]
    return is_bought and bool(asked) and not any(key in one.keys for one in asked for key in own)


def by_full_name(scored: Sequence[tuple[float, Fact]], required: Sequence[Mention]) -> list[tuple[float, Fact]]:
    """The facts but for those that bear only the end of an asked name (运行维护费), where others bear it in full."""
    for one in required:
        ends = {key for key in one.keys if key != one.asked and one.asked.endswith(key)}
        if ends and one.asked in one.keys:
            scored = [(score, fact) for score, fact in scored if names_of(fact) & ({*one.keys} - ends)] or list(scored)
    return list(scored)


def names_of(fact: Fact) -> set[str]:
    """The keys of a fact's row and columns."""
    return {*fact.headers, *(key for key, _ in fact.labels)}


def without_dashes(scored: Sequence[tuple[float, Fact]]) -> list[tuple[float, Fact]]:
    """The facts but for those that print a dash, where others tell something: the heading of a group of rows has no amount of its own."""
    return [(score, fact) for score, fact in scored if not DASH.fullmatch(fact.source.value)] or list(scored)


def of_money(scored: Sequence[tuple[float, Fact]], want: Want) -> list[tuple[float, Fact]]:
    """The facts that tell money, where it is asked what something costs: how many of it there are is no answer."""
    if want.unit is not None or not PRICE_ASKED.search(want.text):
        return []
    return [(score, fact) for score, fact in scored if fact.is_money or "元" in fact.source.value]


def most_covering(scored: Sequence[tuple[float, Fact]], required: Sequence[Mention]) -> list[tuple[float, Fact]]:
    """The facts that bear the largest share of the mentions, all of them the same mentions."""
    covered = [frozenset(place for place, one in enumerate(required) if cover(one, fact)) for _, fact in scored]
    widest = max(covered, key=len)
    return [one for one, mentions in zip(scored, covered, strict=True) if mentions == widest]


def unit_mentions(units: Sequence[str]) -> tuple[Mention, ...]:
    """A mention for each subordinate unit that the question named."""
    keys = (
        tuple(dict.fromkeys(one for key in (label_key(unit), OWN_LEVEL.sub("", label_key(unit))) for one in (key, *joined_otherwise(key))))
        for unit in units
    )
    return tuple(Mention(-1, -1 + len(unit), unit, spellings) for unit, spellings in zip(units, keys, strict=True))


def joined_otherwise(name: str) -> tuple[str, ...]:
    """A name with the other words for “and”: tables and text of one document may differ in them."""
    return tuple(AND.sub(word, name) for word in ("和", "与", "及")) if AND.search(name) else ()


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
