"""What changed between two years of one body, thing by thing: those that one year alone has, and the one that rose or fell most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.answer import Answer, Citation, Value
from app.answerer.question_answerer import QuestionAnswerer
from app.dialogue.told_things import Amount, Told, told_things
from app.documents.ask_back import ask_kind
from app.figures.answer_other_years import documents_before
from app.question.read_over_years import OverYears, read_over_years
from app.telling import wording_years as wording
from app.telling.calculation import share, subtract
from app.telling.cite import document_name, show_quantity
from app.telling.wording import SHORT_LIST
from ingest import late_re as re
from ingest.document import DocumentInfo
from ingest.labels.row_codes import row_codes
from ingest.quantity import Quantity
from retrieval.spelling.bound import keeps
from retrieval.spelling.label_key import label_key

GROUP = re.compile(r"及运行")  # 公务用车购置及运行费·公务用车购置费
OFFICES, NAMES = "内设机构", re.compile(r"按所列名称数，共\d+个：([^。\n]+)。")
FUNDS = ("一般公共预算", "政府性基金", "国有资本经营")


@dataclass(frozen=True, slots=True)
class YearOf:
    """One year's document and its things, each by what it is called there."""

    info: DocumentInfo
    things: Mapping[str, Told]


def answer_over_years(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """The things of one year alone, or those that changed most; None where that is not asked, or of one of the years nothing is listed."""
    asked = read_over_years(question)
    infos = _two_years(question, history, answerer) if asked else ()
    if asked and not {*asked.named} <= {info.year for info in infos}:
        return None  # a year that is compared with is not loaded
    if asked is not None and len({info.kind for info in infos}) > 1:
        return ask_kind(question)
    if asked is None or not infos:
        return None
    if asked.thing == OFFICES:
        return _tell_names(asked, [(info, _named(info, asked, answerer)) for info in infos])
    years = [_listed(info, asked, answerer) for info in infos]
    if not all(years):
        return None
    before, now = (one for one in years if one)
    if asked.each:
        return _tell_each(asked, before, now)
    if not asked.most:
        return _tell_alone(asked, before, now)
    return _tell_most(asked, before, now)


def _two_years(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> tuple[DocumentInfo, ...]:
    """The documents of the two years meant, the earlier first; those of both kinds where both have two, empty where none has."""
    choice = answerer.reader.choose(question, history)[0]
    chosen = [answerer.disclosures.document(one).info for one in choice.documents] if choice.failed is None else []
    kinds = {kind: _with_year_before([one for one in chosen if one.kind == kind], answerer) for kind in {one.kind for one in chosen}}
    pairs = [infos for infos in kinds.values() if len(infos) == 2]
    if len(pairs) > 1 and len({info.organization for infos in pairs for info in infos}) == 1:
        return tuple(info for infos in pairs for info in infos)
    infos = pairs[0] if pairs else []
    if choice.units:
        return ()  # of one unit the list is not known to be whole
    if len(infos) != 2 or len({(one.organization, one.kind, one.scope) for one in infos}) > 1 or infos[0].year == infos[1].year:
        return ()
    return tuple(sorted(infos, key=lambda one: one.year or 0))


def _with_year_before(infos: Sequence[DocumentInfo], answerer: QuestionAnswerer) -> list[DocumentInfo]:
    """Documents of one kind, the only one with that of the year before it where one is loaded."""
    if len(infos) != 1:
        return list(infos)
    return [*infos, *documents_before(infos[0], answerer.disclosures.documents())]


def _named(info: DocumentInfo, asked: OverYears, answerer: QuestionAnswerer) -> tuple[tuple[str, ...], tuple[Citation, ...]]:
    """The names that a document lists and where; none where the words quoted count none."""
    answer = answerer.checked(f"{document_name(info)}:{asked.listing}")
    found = NAMES.search(answer.text) if answer.status == "answered" else None
    return (tuple(found[1].split("、")), answer.citations[:1]) if found else ((), ())


def _tell_names(asked: OverYears, years: Sequence[tuple[DocumentInfo, tuple[tuple[str, ...], tuple[Citation, ...]]]]) -> Answer | None:
    """The names that one of the years has alone; None where one of them lists none, or where rises are asked for."""
    (before, (first, first_cited)), (now, (last, last_cited)) = years
    if not first or not last or not asked.alone:
        return None
    lines = [wording.HEAD.format(documents="、".join(map(document_name, (now, before))))]
    for has, names, lacks, others in ((now, last, before, first), (before, first, now, last)):
        if has.year in asked.years_alone(before.year, now.year):
            alone = [name for name in names if label_key(name) not in set(map(label_key, others))]
            told = {"has": has.year, "lacks": lacks.year, "thing": asked.thing, "count": len(alone), "names": "、".join(alone)}
            lines.append((wording.NAMES_ALONE if alone else wording.NONE_ALONE).format(**told))
    lines.append(wording.ALL_NAMES.format(before=before.year, first=len(first), now=now.year, last=len(last)))
    return Answer("answered", "\n".join(lines), citations=(*last_cited, *first_cited), answered_by="quote")


def _listed(info: DocumentInfo, asked: OverYears, answerer: QuestionAnswerer) -> YearOf | None:
    """The things that a document lists, found by the question for their list; None where it lists none, or those of another account."""
    answer = answerer.checked(f"{document_name(info)}:{asked.listing}")
    told = told_things(answer)
    if len(told) < 2 or len({one.document_id for one in told}) > 1 or SHORT_LIST in answer.text:
        return None
    titles = {one.table or "" for one in answer.citations}
    if any(fund in asked.listing and not all(fund in title for title in titles) for fund in FUNDS):
        return None
    things = {_key(one): one for one in told}
    return YearOf(info, things) if len(things) == len(told) else None


def _key(one: Told) -> str:
    """What a thing is known by in both years: its code with its name, where it has one."""
    codes = row_codes(one.citations[0].row) if one.citations else []
    return "".join((*codes[:1], label_key(_name(one))))


def _name(one: Told) -> str:
    """What a thing is called: a unit by its name alone, a part of 三公经费 by its own and not that of the group above it."""
    first, _, last = one.amounts[0].label.partition("·")
    return last if last and GROUP.search(first) else first


def _tell_alone(asked: OverYears, before: YearOf, now: YearOf) -> Answer:
    """The things that one of the years has alone; of both where both are asked for."""
    lines: list[str] = []
    values: list[Value] = []
    citations: list[Citation] = []
    for has, lacks in ((now, before), (before, now)):
        if has.info.year not in asked.years_alone(before.info.year, now.info.year):
            continue
        alone = _alone(has, lacks)
        years = {"has": has.info.year, "lacks": lacks.info.year, "thing": asked.thing}
        if not alone:
            lines.append(wording.NONE_ALONE.format(**years))
            citations += [one.citations[0] for one in (*list(has.things.values())[:1], *list(lacks.things.values())[:1])]
            continue
        lines.append(wording.ALONE.format(count=len(alone), **years))
        for one in alone:
            citations += one.citations[:1]
            lines.append(wording.ROW.format(label=_name(one), text=one.amounts[0].text, mark=len(citations)))
            values.append(Value(_name(one), one.amounts[0].quantity.number, one.amounts[0].quantity.unit))
    head = wording.HEAD.format(documents="、".join(document_name(one.info) for one in (now, before)))
    return Answer("answered", "\n".join((head, *lines)), tuple(values), None, tuple(citations))


def _alone(has: YearOf, lacks: YearOf) -> list[Told]:
    """The things of one document that the other has under no name and code."""
    names = {label_key(_name(one)) for one in lacks.things.values()}
    return [one for key, one in has.things.items() if key not in lacks.things and label_key(_name(one)) not in names]


def _tell_most(asked: OverYears, before: YearOf, now: YearOf) -> Answer | None:
    """The thing of both years that rose or fell most; None where none did."""
    changes = [(_change(one, now.things[key], by_rate=asked.by_rate), key) for key, one in before.things.items() if key in now.things]
    sign = 1 if asked.most == "增加" else -1
    known = [(change * sign, key) for change, key in changes if change is not None and change * sign > 0]
    if len(changes) < 2 or not known:
        return None
    largest = max(change for change, _ in known)
    pairs = [(before.things[key], now.things[key]) for change, key in known if change == largest]
    years = {"before": before.info.year, "now": now.info.year, "way": asked.most}
    lines = [wording.HEAD.format(documents="、".join(document_name(one.info) for one in (now, before)))]
    values: list[Value] = []
    citations: list[Citation] = []
    formulas: list[str] = []
    for earlier, later in pairs:
        first, last = earlier.amounts[0], later.amounts[0]
        gap = subtract(*sorted((first.quantity, last.quantity), key=lambda one: -one.number))
        citations += [earlier.citations[0], later.citations[0]]
        formulas.append(gap.formula)
        marks = {"mark": len(citations), "other": len(citations) - 1}
        amount = show_quantity(gap.result)
        rate = share(gap.result, first.quantity) if asked.by_rate else None
        told = wording.AT_RATE.format(amount=amount, rate=show_quantity(rate.result)) if rate else amount
        lines.append(wording.MOST.format(name=_name(later), amount=told, first=first.text, last=last.text, **years, **marks))
        lines.append(wording.FORMULA.format(formula=f"{gap.formula}；{rate.formula}" if rate else gap.formula))
        formulas += [rate.formula] if rate else []
        values += [Value(f"{_name(later)}{asked.most}", rate.result.number, rate.result.unit)] if rate else []
        values += [Value(f"{_name(later)}{asked.most}", gap.result.number, gap.result.unit), *(_value(later, one) for one in (last, first))]
    is_rise = asked.most == "增加" and not asked.by_rate
    if new := [one for one in _alone(now, before) if is_rise and one.amounts[0].quantity.number > largest]:
        lines.append(wording.NEW_BESIDE.format(names="、".join(map(_name, new)), **years))
    return Answer("answered", "\n".join(lines), tuple(values), "；".join(formulas), tuple(citations))


def _tell_each(asked: OverYears, before: YearOf, now: YearOf) -> Answer | None:
    """Every thing of both years that rose, fell or stayed the same."""
    changes = [(_change(one, now.things[key]), one, now.things[key]) for key, one in before.things.items() if key in now.things]
    sign = {"增加": 1, "减少": -1, "持平": 0}[asked.each]
    meant = [(one[0], one[1], one[2]) for one in changes if one[0] is not None and (one[0] > 0) - (one[0] < 0) == sign]
    meant = [one for one in meant if keeps(asked.bound, Quantity(abs(one[0]), one[2].amounts[0].quantity.unit))]
    years = {"before": before.info.year, "now": now.info.year, "way": asked.each, "thing": asked.thing}
    lines = [wording.HEAD.format(documents="、".join(document_name(one.info) for one in (now, before)))]
    bound = asked.bound.said if asked.bound else ""
    lines.append(wording.EACH.format(count=len(meant), all=len(changes), bound=bound, **years))
    values: list[Value] = []
    citations: list[Citation] = []
    formulas: list[str] = []
    for change, earlier, later in sorted(meant, key=lambda one: -abs(one[0])):
        first, last = earlier.amounts[0], later.amounts[0]
        citations += [earlier.citations[0], later.citations[0]]
        marks = {"mark": len(citations), "other": len(citations) - 1}
        amount = f"{asked.each}**{abs(change):f}{last.quantity.unit}**，" if change else ""
        lines.append(wording.EACH_ROW.format(name=_name(later), amount=amount, first=first.text, last=last.text, **years, **marks))
        values.append(Value(_name(later), abs(change) if change else last.quantity.number, last.quantity.unit))
        formulas += [subtract(*sorted((first.quantity, last.quantity), key=lambda one: -one.number)).formula] if change else []
    if not meant:
        citations += [one.citations[0] for one in (*list(now.things.values())[:1], *list(before.things.values())[:1])]
    return Answer("answered", "\n".join(lines), tuple(values), "；".join(formulas) or None, tuple(citations))


def _change(before: Told, now: Told, *, by_rate: bool = False) -> Decimal | None:
    """How much more a thing is in the later year, without unit or as a part of it; None of unlike units or where there was nothing."""
    first, last = before.amounts[0].quantity, now.amounts[0].quantity
    if first.unit != last.unit or (by_rate and not first.number):
        return None
    return (last.number - first.number) / (first.number if by_rate else 1)


def _value(one: Told, amount: Amount) -> Value:
    return Value(_name(one), amount.quantity.number, amount.quantity.unit)
