"""The facts whose labels a want names, in every scope: rated, the best gathered to candidates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest import late_re as re
from ingest.document import Statement
from retrieval.clauses.rate_fact import SHORTEST_TITLED, counts_right, cover, is_on_side, rate
from retrieval.evidence import FigureEvidence
from retrieval.facts.candidate import Candidate, Found
from retrieval.facts.cell_side import of_asked_side
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.gather_candidates import Names, gather, has_own_level, merge, order
from retrieval.facts.label_mention import Mention
from retrieval.facts.not_of_projects import of_all_spent, of_unit_alone
from retrieval.facts.row_under_row import department_first
from retrieval.facts.statement_of_unit import OWN_LEVEL, SAYS_OWN_LEVEL
from retrieval.facts.task import Want
from retrieval.lookup.best_facts import best_facts
from retrieval.lookup.whole_project import of_whole_project
from retrieval.spelling.label_key import label_key

MEASURES = {
    "value": ("金额", "数量", "比率", "文字"),
    "completion": ("完成率", "比率"),
    "share": ("占比",),
    "change": ("增减额", "增减率"),
    "change_rate": ("增减率", "增减额"),
    "per": ("金额", "数量", "文字"),
}
SPECIAL_FUNDS = 5  # the depth of the tables of government funds and state capital: narrower accounts that must be asked for
OF_ONE_PART = 4  # the depth of tables of 基本支出 and narrower ones: their total is not all that a unit has or spends
SPECIAL_WORDS = ("基金", "国有资本", "专户", "彩票公益金", "使用权出让", "配套费安排")
FIRST_BUDGET = re.compile(r"年初(?!结转|结余)")
LATER_BUDGET = re.compile(r"全年预算|调整预算|预算调整|调整后")  # not the budget that the year began with
# Tables of some of the things on which a unit spends.
OF_THINGS = re.compile(r"项目支出|资产|采购|购买|配置|绩效|三公|运行经费|会议费|培训费")
WHOLE_FORM = re.compile(r"部门[^,]{0,6}整体")
FUNDS = re.compile(
    r"(?:其中)?(?:本年|当年)?(?:一般公共预算|政府性基金)?(?:预算)?财政拨款(?:资金)?|其他资金|上年结转资金?|单位资金|(?:项目|年度)?资金(?:来源|情况)?"
)
AND = re.compile(r"[和与及]")


@dataclass(frozen=True, slots=True)
class Asked:
    """A want as it is looked up: the mentions that a fact must bear and those that it may, and the year.

    `is_own_level` says that a body's own level is meant, `is_whole` all that a unit has or spends, `is_of_first` the first budget.
    """

    want: Want
    measure: str
    required: tuple[Mention, ...]
    optional: tuple[Mention, ...]
    year: int
    is_own_level: bool
    is_whole: bool
    is_of_first: bool


def look_up(index: FactIndex, want: Want, measure: str, units: Sequence[str], before: int = 0) -> Found:
    """The candidates for a want's mentions, those of its context preferred, in the document's own year or so many years before."""
    asked = as_asked(index, want, measure, units, before)
    if nowhere := tuple(one for one in want.mentions if not one.keys and not one.code and not is_titled(one, index)):
        return Found((), nowhere)
    scored = rated(index, asked)
    if not scored:
        return Found((), asked.required)
    scored = of_all_spent(of_asked_side(scored, want.mentions) if asked.is_whole else scored, want)
    scored = of_unit_alone(scored, want, units)
    if not scored:
        return Found((), asked.required)
    top = best_facts(of_whole_project(scored, asked.required, want, index), asked.required, want, measure)
    missing = tuple(one for one in asked.required if not cover(one, top[0][1]))
    keys = frozenset(key for one in (*asked.required, *asked.optional) for key in one.keys)
    borne = Names(keys, class_codes(asked.required, index))
    found = department_first(order(merge(gather(index, top, borne, asked.is_own_level))), want)
    return Found(tuple(named_first(one, want.mentions) for one in found), missing)


def as_asked(index: FactIndex, want: Want, measure: str, units: Sequence[str], before: int) -> Asked:
    """A want of these units; their names stand for the whole that is asked of them."""
    named, own = unit_mentions(units), own_names(index)
    required = (*named, *(one for one in want.mentions if not (named and one.is_total)))
    optional = (*want.context, *(one for one in want.mentions if named and one.is_total))
    is_own_level = any(OWN_LEVEL.search(key := label_key(unit)) or key in own for unit in units)
    is_whole = bool(named) and all(one.is_total for one in (*want.mentions, *want.context))
    is_of_first = bool(FIRST_BUDGET.search(want.text)) and not LATER_BUDGET.search(want.text)
    year = (index.document.info.year or 0) - before
    return Asked(want, measure, required, optional, year, is_own_level, is_whole, is_of_first)


def rated(index: FactIndex, asked: Asked) -> list[tuple[float, Fact]]:
    """The facts that can be what is asked, each with how well it fits."""
    own = own_names(index)
    subordinate = frozenset(label_key(unit) for unit in index.document.info.units) - own
    bearing = tuple(fact for fact in candidates(index, asked.required) if is_bearing(fact, asked, index))
    asks_special = any(word in one.asked for one in (*asked.required, *asked.optional) for word in SPECIAL_WORDS)
    asks_special = asks_special or all(fact.depth == SPECIAL_FUNDS for fact in bearing)  # named nowhere else
    fitting = (fact for fact in bearing if fits(fact, asked, index) and (fact.depth != SPECIAL_FUNDS or asks_special))
    classes = class_codes(asked.required, index)
    scores = ((rate(fact, asked.required, asked.optional, own, subordinate, classes), fact) for fact in fitting)
    return [(score, fact) for score, fact in scores if score is not None]


def class_codes(required: Sequence[Mention], index: FactIndex) -> frozenset[str]:
    """The codes asked for that only classify rows again: no row has one of them as its own, and no row of theirs is named besides."""
    found = set[str]()
    for one in required:
        rows = [index.facts[number] for number in index.codes.get(one.code or "", ())]
        if not rows or any(fact.codes[0] == one.code for fact in rows):
            continue
        names = [frozenset(key for key, _ in fact.labels) for fact in rows]
        of_all = frozenset.intersection(*names)
        asked = {key for other in required for key in other.keys} & frozenset.union(*names)
        if asked <= of_all:
            found.add(one.code or "")
    return frozenset(found)


def is_bearing(fact: Fact, asked: Asked, index: FactIndex) -> bool:
    """Whether a fact counts what is asked for, of the body that is meant."""
    if not counts_right(fact, asked.want.unit, asked.measure) or (asked.is_own_level and has_own_level(fact, index)):
        return False
    if asked.is_own_level and (is_said_of_department(fact, index) or is_of_whole_form(fact, index)):
        return False
    return asked.want.unit in (None, "元") or not is_of_other_thing(fact, asked.want.mentions)


def is_said_of_department(fact: Fact, index: FactIndex) -> bool:
    """Whether a sentence tells an amount of a department by its name and does not speak of its own level."""
    info, told = index.document.info, fact.source
    if info.scope != "部门" or not isinstance(told, Statement) or not fact.is_money or not fact.labels:
        return False
    return fact.labels[0][0] in own_names(index) and not SAYS_OWN_LEVEL.search(told.sentence)


def is_of_whole_form(fact: Fact, index: FactIndex) -> bool:
    """Whether a cell stands in the form of the goals of a department as a whole, which has units besides its own level."""
    has_units = any(OWN_LEVEL.sub("", label_key(unit)) not in own_names(index) for unit in index.document.info.units)
    return index.document.info.scope == "部门" and has_units and any(map(WHOLE_FORM.search, fact.titles))


def fits(fact: Fact, asked: Asked, index: FactIndex) -> bool:
    """Whether a fact is of the year, the measure and the side asked for, and all of a unit's where that is asked."""
    want = asked.want
    if asked.is_whole and (not fact.is_money or fact.depth >= OF_ONE_PART or any(map(OF_THINGS.search, fact.titles))):
        return False
    if fact.year not in (None, asked.year) or fact.measure not in MEASURES[asked.measure]:
        return False
    if not is_on_side(fact, want.side or index.document.info.kind, want.side == "预算", asked.required):
        return False
    if is_of_unnamed_project(fact, (*asked.required, *asked.optional)):
        return False
    return not (asked.is_of_first and any(LATER_BUDGET.search(header) for header in fact.headers))


def is_of_unnamed_project(fact: Fact, mentions: Sequence[Mention]) -> bool:
    """Whether a cell is of the funds of one project's form and no words name the project: of others there are as many."""
    context = fact.evidence.table.context if isinstance(fact.evidence, FigureEvidence) else None
    if not context or not fact.labels or not fact.is_money:
        return False
    key = label_key(context)
    are_funds = all(FUNDS.fullmatch(name) or name == key for name, _ in fact.labels)
    return are_funds and not any(key in one.keys or one.asked in key or key in one.asked for one in mentions)


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


def is_of_other_thing(fact: Fact, mentions: Sequence[Mention]) -> bool:
    """Whether a number bought stands only under what is asked for: how many pumps a project buys is not how many projects there are."""
    own = [key for key, _ in fact.labels if key not in fact.classes][-1:]
    is_bought = any("采购" in title or "购买" in title for title in fact.titles)
    labels = {key for key, _ in fact.labels}
    asked = [one for one in mentions if set(one.keys) & labels]
    return is_bought and bool(asked) and not any(key in one.keys for one in asked for key in own)


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
