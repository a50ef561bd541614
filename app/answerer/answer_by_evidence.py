"""The last resort: the one sentence, row or cell of the documents that holds what a question names and gives what it asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.answer import Answer
from app.answerer.evidence_form import AMOUNT_ASKED, ASKS, BODY_ASKED, Form, amounts, clauses, gives, read_form, told
from app.answerer.explained import continues, explains, is_bare
from app.answerer.narrow_cell import narrow_cell
from app.forms.evidence_units import Unit
from app.forms.weigh_evidence import EvidenceIndex, Weight, holds_names, weigh
from app.question.asked_words import DONE_ASKED
from app.question.evidence_words import Asked, read_asked
from app.question.text_question import TextQuestion
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold

OPINION = re.compile(r"预测|明年|后年|建议|评价一下|怎么看|合理|够不够|好不好|值得|值不值|觉得|认为|公道|评理|依你看")
ENOUGH_WORDS, ENOUGH_COUNT, ENOUGH_MONEY, LEAST_OWN = 0.82, 0.75, 0.8, 0.35
LEAST_HELD, LEAST_ALONE, LEAST_CHANGE = 6.0, 12.0, 18.0
LIKEWISE = re.compile(r"(?:那么?|还有|其中)?[^,;?]{2,12}呢[?]?")
WHICH_OF = re.compile(r"哪(?:几|[一二两三四五六七八九十])?[个家所条座处种类项位些名]([一-鿿]{2})")
HOW_ASKED = re.compile(r"怎么(?!样|没|会|回事|说|写)|(?:怎样|如何)(?=[一-鿿]*(?:改|做|办|推|解决|保障|开展|管))")
OTHERS_NAMED = re.compile(  # what is left of a list, which no one sentence names
    r"(?:另外|其余|其[他它]|剩下|余下|别)的?(?:那|这)?(?:[一二两三四五六七八九十几\d]+[个项家])?[^,;?]{0,6}(?:叫|名字|名称|是)(?:什么|啥|哪)"
)
MARGIN = 0.06
WHICH_ASKED, DENIED = re.compile(r"哪[个一项些家]|什么|谁"), re.compile(r"(?<!从)未(?!来|成年)|没有|不(?:涉及|存在|具有)|^无")
AGAINST = re.compile(r"没|未|不|差在|短板|问题")
OWN_LEVEL = re.compile(r"机关|本级|本部")
AIM_ASKED = re.compile(r"目标|计划|预期|打算|要求|应该")
AIMED = re.compile(r"(?:预期|预定|设定的?)(?:绩效)?目标[^“”]{0,4}”一项写明")
LED, LED_ALONE = 0.5, 0.8
CHANGE_ALONE = re.compile(
    r"(?:[~,的了呢又是有为比较跟和与增减多少额率几元钱]|[去前上今本]年度?|上一年|同期|加|下降|上升|增长|提高|降低|变化|变动|幅度|百分之|万)+"
)
LOOSELY_BOUND, BOUND = 0.2, 0.4  # of what a unit holds, the share that must stand in the clause of the only amount, of one of several
NAMED = 0.4  # of a row's name, the share of characters that a question must say
CLAUSE_HELD = 0.6  # of every clause of a question that asks for a number
FEWEST_LISTED = 3  # of the things that an amount is for, those that a question must name to ask for it
USED_FOR = re.compile(r"(?:主要)?用于[^;；。]*")
YEARS = re.compile(r"20\d\d年?度?")
DIGITS = re.compile(r"\d[\d,.]*")
ASKING_CLAUSE = re.compile(r"[^,;；?。]+")
LISTED = re.compile(r"(?:主要)?原因[^。]*|(?<=[元%％][，,])主要(?:是|系|为)[^;；。]*|(?:包括|包含|用于|保障|需要|反映)[^;；。]*、[^;；。]*")


@dataclass(frozen=True, slots=True)
class _Demand:
    """What is asked: the words, the form of the answer, the words asked before, the subordinate units named."""

    question: Asked
    form: Form
    before: Asked | None
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rated:
    """A unit with its weight and how well it fits the questions before."""

    unit: Unit
    weight: Weight
    led: float


def answer_by_evidence(asked: TextQuestion, index_of: Callable[[Document], EvidenceIndex]) -> Answer | None:
    """The quoted unit; None where none holds enough, where two say different things, or an opinion is asked for."""
    if OPINION.search(asked.question) or BODY_ASKED.search(asked.rest) or OTHERS_NAMED.search(asked.rest):
        return None
    if asked.choice.units and ("organization" in asked.choice.inherited or OWN_LEVEL.search(asked.question)):
        return None  # a sentence that names no unit speaks of the whole body
    is_whole = ASKS.search(asked.rest) and not LIKEWISE.fullmatch(asked.rest.strip())
    asking = asked.rest if is_whole or not asked.earlier else asked.earlier[-1]
    if not ASKS.search(asking):
        return None
    question, form = read_asked(asked.rest), read_form(asking)
    before = read_asked("~".join(asked.earlier)) if asked.earlier else None
    demand = _Demand(question, form, before, asked.choice.units)
    best = [(document, one) for document in asked.documents if (one := _best(index_of(document), demand))]
    top = max((one.weight.share for _, one in best), default=0.0)
    near = [(document, narrow_cell(one.unit, form, asked.rest)) for document, one in best if one.weight.share >= top - MARGIN]
    return offer_founds(asked, [Found(document, unit.text, unit.citations, unit.values) for document, unit in near])


def _best(index: EvidenceIndex, demand: _Demand) -> _Rated | None:
    """The unit that holds most; None where too little is held or another as good says something else."""
    question, form, before = demand.question, demand.form, demand.before
    if form.is_words and (explained := _explained(index, demand)):
        return explained
    rated = [_Rated(unit, weigh(question, unit, index), 0.0) for unit in index.units if gives(form, unit.kind, unit.own)]
    if form.is_words:  # a number alone says nothing in words
        rated = [one for one in rated if not (one.unit.values if one.unit.kind == "行" else is_bare(one.unit.own, question))]
    enough = ENOUGH_MONEY if form.is_money else ENOUGH_COUNT if form.numbers else ENOUGH_WORDS
    rated = [one for one in rated if one.weight.share >= enough and one.weight.own >= LEAST_OWN and one.weight.held >= LEAST_HELD]
    rated = [one for one in rated if _is_of(one.unit, demand.units) and _is_bound(one, demand, index)]
    rated = [one for one in rated if not _only_counts(one.unit, question.text) and not _denies(one.unit, question.text)]
    if form.is_change and form.numbers:
        rated = [one for one in rated if weigh(question, _without_uses(one.unit), index).share >= enough]
    if DONE_ASKED.search(question.text) and not AIM_ASKED.search(question.text):
        rated = [one for one in rated if not AIMED.search(one.unit.text)]
    if HOW_ASKED.search(question.text) and not form.numbers:
        rated = [one for one in rated if one.unit.kind != "行"]
    if before is not None:
        is_change = bool(form.is_change and form.numbers)
        led = [weigh(before, _without_uses(one.unit) if is_change else one.unit, index).share for one in rated]
        rated = [replace(one, led=share) for one, share in zip(rated, led, strict=True)]
    sign = 1 if form.is_list else -1
    top = max(rated, key=lambda one: (one.weight.share, one.led, one.weight.own, sign * len(one.unit.own)), default=None)
    if top and before and form.numbers and top.led < LED_ALONE and CHANGE_ALONE.fullmatch(question.text):
        return None  # what changed is named before alone: hardly anything of it is in the sentence
    least = LEAST_CHANGE if form.numbers and form.is_change else LEAST_ALONE
    if top is None or (top.weight.held < least and (before is None or top.led < LED)):
        return None
    rivals = [one for one in rated if one.weight.share >= top.weight.share - MARGIN and one.led >= top.led - MARGIN]
    return None if form.numbers and any(_differ(one.unit, top.unit, form) for one in rivals) else top


def _without_uses(unit: Unit) -> Unit:
    """The unit without the things that its amount is for: how much one of them changed it does not tell."""
    return replace(unit, own=USED_FOR.sub("", unit.own), around=USED_FOR.sub("", unit.around))


def _only_counts(unit: Unit, asked: str) -> bool:
    """Whether the names of things are asked for (哪几家博物馆) that a unit only counts (6家博物馆)."""
    found = WHICH_OF.search(asked)
    counted = found and re.search(rf"\d+\s*[个家所条座处种类项位名]?{found[1]}", unit.own)
    return bool(counted) and "、" not in unit.own


def _denies(unit: Unit, asked: str) -> bool:
    """Whether it is asked which of several something is, and a sentence says only of what it is not."""
    return unit.kind == "句" and bool(WHICH_ASKED.search(asked)) and bool(DENIED.search(unit.own)) and not AGAINST.search(asked)


def _explained(index: EvidenceIndex, demand: _Demand) -> _Rated | None:
    """The sentence that explains what a question for words names, if it names hardly anything else; None where none does."""
    units = [unit for unit in index.units if unit.kind == "句" and gives(demand.form, unit.kind, unit.own) and _is_of(unit, demand.units)]
    rated = [_Rated(unit, weigh(demand.question, unit, index), 0.0) for unit in units]
    rated = [one for one in rated if one.weight.share >= ENOUGH_WORDS and one.weight.held >= LEAST_HELD]
    said = [one for one in rated if one.weight.own >= ENOUGH_WORDS and explains(one.unit.own, demand.question)]
    said = said or [one for one in rated if one.weight.own < LEAST_OWN and continues(one.unit.own)]
    return max(said, key=lambda one: (one.weight.share, -len(one.unit.own)), default=None)


def _differ(one: Unit, other: Unit, form: Form) -> bool:
    """Whether two units state different numbers of what is asked for, neither all that the other does."""
    first, second = (set((form.measured or DIGITS).findall(unit.own)) for unit in (one, other))
    return not (first <= second or second <= first)


def _is_of(unit: Unit, units: tuple[str, ...]) -> bool:
    """Whether a unit of evidence speaks of the units that were asked for, where any was."""
    return all(fold(name) in unit.around + unit.own for name in units)


def _is_bound(one: _Rated, demand: _Demand, index: EvidenceIndex) -> bool:
    """Whether the numbers asked for stand with what they are asked of; what a long list names has no number of its own."""
    question, form = demand.question, demand.form
    if not form.numbers:
        return True
    if not holds_names(question, one.unit):
        return False
    if len(set(DIGITS.findall(told(form, one.unit.kind, one.unit.own)))) < form.asks:
        return False
    if one.unit.kind == "行":
        return _holds_each(one.unit, question, index) and (form.is_name or _is_named(one.unit, demand))
    own = one.unit.own if _names_several(question) else LISTED.sub("", one.unit.own)
    if own != one.unit.own and weigh(question, replace(one.unit, own=own), index).share < one.weight.share - MARGIN:
        return False
    if not _holds_each(one.unit, question, index):
        return False
    if _names_several(question):
        return True
    bound = LOOSELY_BOUND if form.is_money and form.asks < 2 and len(amounts(form, one.unit.kind, own)) == 1 else BOUND
    said = clauses(told(form, one.unit.kind, own))
    ends = [place + 1 for place, clause in enumerate(said) if DIGITS.search(clause)]
    # What the only amount is of may stand anywhere before it, else in its clause or the one before.
    parts = [Unit("句", "；".join(said[0 if bound == LOOSELY_BOUND else max(0, end - 2) : end]), "", "", ()) for end in ends]
    return all(max((weigh(asking, part, index).held for part in parts), default=0.0) >= bound * weigh(asking, one.unit, index).held
               for asking in _asking(question))  # fmt: skip


def _is_named(unit: Unit, demand: _Demand) -> bool:
    """Whether a question says much of a row's own name."""
    name = YEARS.sub("", unit.own.split(";")[0].split("；")[0])
    asked = demand.question.text + (demand.before.text if demand.before else "")
    said = {at for one in demand.question.named for found in one.said.finditer(name) for at in range(*found.span())}
    said |= {place for at in range(len(name) - 1) if name[at : at + 2] in asked for place in (at, at + 1)}
    return len(said) >= NAMED * len(name)


def _names_several(question: Asked) -> bool:
    """Whether a question names so many things that it asks for the amount of them all."""
    return len(question.text.split("、")) >= FEWEST_LISTED


def _asking(question: Asked) -> list[Asked]:
    """The clauses that ask for a number and name something; the whole question where none does."""
    parts = [read_asked(part) for part in ASKING_CLAUSE.findall(question.text) if AMOUNT_ASKED.search(part)]
    return [part for part in parts if part.names_something] or [question]


def _holds_each(unit: Unit, question: Asked, index: EvidenceIndex) -> bool:
    """Whether a unit holds most of every clause that asks for a number."""
    return all(weigh(part, unit, index).share >= CLAUSE_HELD for part in _asking(question))
