"""“还空几个编”, “超编了吗”, “满编没有”: the posts (编制) that a body has, held against the persons who hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from app.answer import Answer, Citation, Value
from app.answerer.question_answerer import QuestionAnswerer
from app.checks.check_asked import NO_ANSWER
from app.relations.posts_held import KINDS, Posts, is_of_all, own_name, posts_of
from app.telling.calculation import add, share, subtract
from app.telling.cite import document_name
from app.telling.join_answers import join_answers
from app.telling.wording_vacancies import (
    ALL,
    EXCESS,
    FULL,
    HEAD,
    KIND,
    OVER,
    PERSONS_HELD,
    POSTS_THERE,
    RATE,
    VACANCIES,
    VACANCY_RATE,
    VACANT,
)
from ingest import late_re as re
from ingest.document import Document
from ingest.quantity import Quantity
from retrieval.facts.statement_of_unit import plain
from retrieval.query import DocumentChoice

ASKED = re.compile(
    r"编制\d*[名个人]?[^;?]{0,20}(?:空|缺|差)[着了]?(?:几|多少)[个名人]|(?:空|缺|闲|满|超)[着了出]?(?:几|多少)?[个名]?编|编制[^,;?]{0,6}(?:[空缺闲满超]|富余|招够|坐够|坐满|招满)|编制(?:总?数|总?额)?(?:(?:比|减去?|扣[掉除])[^,;?]{0,12}(?:实有|在职|在编|在岗)|[和与跟][^,;?]{0,4}(?:实有|在职|在编|在岗)[^,;?]{0,6}差)"
    r"|(?:在职|在编|在岗)(?:人员|职工)?(?:比|较)(?:核定)?编制少了?(?:多少|几)"
)
PART_ONLY = re.compile(r"各|分别|为什么|原因|平均|人均|占|比例|百分|元|退休|编外|去年|上年")
RATE_ASKED = re.compile(r"[空缺]编[的比]?率")
PERSONS_TOO = re.compile(r"(?:实有|在职|在编|在岗)[^,;?]{0,8}(?:多少|几)")
POSTS_TOO = re.compile(r"编制[^,;?空缺闲]{0,6}(?:多少|几)[^;?]{0,6}[,，]")
COUNTER = re.compile(r".*(?:几|多少)([个名人])")  # the last that is asked for
UNIT_SAID = re.compile(
    r"(?:下属|所属|直属)单位|哪[个家些所]|[(（]?(?:机关|本级)[)）]?|[一-鿿](?:中心|[支大总]队|(?<=执法)队|(?<=监察)队|站|所|馆|院|校|学校)(?!员|长)"
)
OF_UNITS = re.compile(r"各个?(?:下属|所属|直属|预算)?单位")
RANKED = re.compile(r"(?:哪|谁)[一个家所]*[^,;?]{0,12}最(?P<most>[多大少小])|最(?P<least>[多大少小])[^,;?]{0,10}(?:哪|谁)")
LEAST = "少小"
UNIT = "名"
MOST_DOCUMENTS = 4


def answer_vacancies(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """The posts of each body meant, those who hold them and how many are left; None where that is not asked or not told so."""
    choice = answerer.reader.choose(question, history)[0]
    asked = ASKED.search(choice.rest)
    ranked = RANKED.search(choice.rest)
    if UNIT_SAID.search(choice.rest) and not choice.units and not ranked:
        return None  # of a unit that was not understood, the whole's posts are no answer
    besides = OF_UNITS.sub("", choice.rest) if ranked else choice.rest
    if choice.failed or not asked or not 0 < len(choice.documents) <= MOST_DOCUMENTS or PART_ONLY.search(besides):
        return None
    documents = [answerer.disclosures.document(one) for one in choice.documents]
    counter = COUNTER.search(question)
    posts = [(document, posts_of(document, by_unit=bool(choice.units or ranked))) for document in documents]
    told = [(document, of_asked(found, choice)) for document, found in posts]
    if KINDS.search(choice.rest) and any(found for _, found in posts) and not any(found for _, found in told):
        return NO_ANSWER  # posts of all kinds are none of one kind
    if ranked:
        is_most = (ranked["most"] or ranked["least"]) not in LEAST
        told = [(document, of_rank(found, document, is_most=is_most)) for document, found in told]
    with_persons = bool(PERSONS_TOO.search(choice.rest))
    with_posts = bool(POSTS_TOO.search(choice.rest))
    unit = counter[1] if counter else UNIT
    written_of = partial(written, unit=unit, with_persons=with_persons, with_posts=with_posts, is_ranked=bool(ranked))
    answers = [written_of(document, found) for document, found in told if found]
    if RATE_ASKED.search(choice.rest):
        return with_rate(answers, [one for _, found in told for one in found])
    return replace(join_answers(answers), calculation=answers[0].calculation) if answers else None


def with_rate(answers: Sequence[Answer], found: Sequence[Posts]) -> Answer:
    """The posts left as a share of all of them, of the one document that is meant; refused where any body has too many persons."""
    posts, gap = (sum((number for number in numbers), Decimal(0)) for numbers in ([one.posts for one in found], [one.gap for one in found]))
    rate = share(Quantity(gap, UNIT), Quantity(posts, UNIT))
    if len(answers) != 1 or rate is None or any(one.gap < 0 for one in found):
        return NO_ANSWER
    line = RATE.format(rate=rate.result.number, formula=rate.formula)
    values = (Value(VACANCY_RATE, rate.result.number, rate.result.unit), *answers[0].values)
    return replace(answers[0], text=f"{answers[0].text}\n{line}", values=values, calculation=rate.formula)


def of_rank(found: Sequence[Posts], document: Document, *, is_most: bool) -> list[Posts]:
    """Those of the units with most posts left, or with fewest; none where the posts of some units are not told."""
    every = [one for one in found if not one.kind or sum(other.body == one.body for other in found) == 1]
    whole = [one for one in every if not is_of_all(one, every)]
    gaps = [one.gap for one in whole]
    wanted = (max if is_most else min)(gaps, default=None)
    told = {one.body for one in every} | {own_name(document.info.organization or "")}
    lacking = [unit for unit in document.info.units if not {own_name(unit), plain(unit)} & told]
    return [one for one in whole if one.gap == wanted] if len(whole) > 1 and not lacking else []


def of_asked(found: Sequence[Posts], choice: DocumentChoice) -> list[Posts]:
    """Those of the bodies and of the kinds that the question names; none where one of them is not told."""
    names = {one.body for one in found}
    units = {own_name(unit) if own_name(unit) in names else plain(unit) for unit in choice.units}
    kinds = KINDS.findall(choice.rest)
    own = [one for one in found if not units or one.body in units]
    bodies = {one.body for one in own}
    whole = {one.body for one in own if not one.kind}
    meant = [one for one in own if (any(kind in one.kind for kind in kinds) if kinds else one.body not in whole or not one.kind)]
    lacks_kind = [kind for kind in kinds if not any(kind in one.kind for one in meant)]
    return [] if units - bodies or lacks_kind else meant


def written(document: Document, found: Sequence[Posts], *, unit: str, with_persons: bool, with_posts: bool, is_ranked: bool) -> Answer:
    """A line for each body and kind, and what they come to together, counted in the unit asked for; persons and posts as values too."""
    lines, values, formula = [], [], ""
    citations: list[Citation] = []
    for one in found:
        posts, persons = Quantity(one.posts, unit), Quantity(one.persons, unit)
        gap = subtract(*sorted((posts, persons), key=lambda count: -count.number))
        form = FULL if not one.gap else VACANT if one.gap > 0 else OVER
        name = one.body + (KIND.format(kind=one.kind) if one.kind else "")
        told = {"posts": one.posts, "persons": one.persons, "gap": gap.result.number, "unit": unit}
        formula, marks = gap.formula, range(len(citations) + 1, len(citations) + len(one.citations) + 1)
        lines.append(form.format(name=name, formula=formula, marks="".join(f"[{at}]" for at in marks), **told))
        values.append(Value(f"{name}{VACANCIES if one.gap >= 0 else EXCESS}", gap.result.number, unit))
        values += [Value(f"{name}{POSTS_THERE}", one.posts, unit)] if with_posts else []
        values += [Value(f"{name}{PERSONS_HELD}", one.persons, unit)] if with_persons else []
        citations += one.citations
    if not is_ranked and len(found) > 1 and all(one.gap >= 0 for one in found):
        total = add([Quantity(one.gap, unit) for one in found])
        formula = total.formula
        lines.insert(0, ALL.format(gap=total.result.number, unit=unit, formula=formula))
        values.insert(0, Value(VACANCIES, total.result.number, unit))
    text = "\n".join((HEAD.format(document=document_name(document.info)), *lines))
    return Answer("answered", text, tuple(values), formula, tuple(citations), answered_by="rule")
