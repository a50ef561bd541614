"""“甲、乙、丙三局哪家最多”, “甲占三家合计的几成”: one thing of several bodies, each asked in its own document, and what they come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.answer import Answer, Value
from app.answerer.question_answerer import QuestionAnswerer
from app.checks.answer_consistency import UNDERSTOOD
from app.checks.check_asked import NO_ANSWER
from app.figures.reduce_results import Named, Reduced, reduce_results
from app.relations.bodies_compared import Body, Compared, bodies_in, read_bodies_compared
from app.telling.calculation import add, share
from app.telling.cite import document_name
from app.telling.join_answers import join_answers
from app.telling.wording_bodies import CALCULATED, OF_ALL, OF_ALL_LABEL
from app.telling.wording_text import COUNT_CONFLICT, COUNTED
from ingest import late_re as re
from ingest.document import DocumentInfo
from ingest.quantity import Quantity
from retrieval.query import DocumentChoice
from retrieval.spelling.normalize_question import normalize_question

ASKED, COUNT_ASKED = "{document}的{item}{side}是多少", "{document}的{item}有几{counter}"
SPENT = "决算"
BOUNDS = ("≤", "不超过", "不高于")  # of a target: which of two is more says nothing
NAMES_COUNTED = re.compile(re.escape(COUNTED.split("{")[0]) + r"(\d+)个")
TOLD = {  # what an answer says that relates the amounts
    "sum": ("合计**",), "difference": ("多**", "相差", "相等"), "share": ("家合计的",),
    "maximum": ("最高的是", "多**", "相等"), "minimum": ("最低的是", "多**", "相等"),
}  # fmt: skip


def relate_bodies(whole: Answer, question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer:
    """The answer, or where it was refused or leaves out what the bodies' amounts come to, these amounts set in relation."""
    choice = answerer.reader.choose(question, history)[0]
    asked = read_bodies_compared(question, choice, lambda words: answerer.reader.choose(words)[0])
    if asked is None or not lacks_relation(whole, asked):
        return whole
    infos = documents_of(question, choice, answerer)
    if infos is None or (asked.is_spent and any(one.kind != SPENT for one in infos.values())):
        return whole
    whole = NO_ANSWER if whole.status == "answered" and not whole.values and not asked.counter else whole  # a quotation relates nothing
    answers = [_ask(asked, item, infos[body], answerer) for body, item in asked.items]
    if not all(_is_told(one, infos[body], asked) for one, (body, _) in zip(answers, asked.items, strict=True)):
        return whole
    named = [_named(infos[body], answer) for (body, _), answer in zip(asked.items, answers, strict=True)]
    is_money = all(one.quantity.is_money for one in named)
    if is_money and not _are_alike(asked, choice, tuple(infos.values())):
        return whole
    return _tell(asked, answers, named) or whole


def lacks_relation(whole: Answer, asked: Compared) -> bool:
    """Whether an answer is refused, or tells the amounts of the bodies alone where they are to be added up, subtracted or divided."""
    if whole.status != "answered":
        return whole.status == "not_found"
    is_told = any(one in whole.text for one in TOLD.get(asked.relation, ("",)))
    return not is_told and len(whole.values) in {0, len(asked.items)}


def documents_of(question: str, choice: DocumentChoice, answerer: QuestionAnswerer) -> dict[str, DocumentInfo] | None:
    """The one document of each body, by its name; of its own year where each has one; None where it is not clear."""
    document = answerer.disclosures.document
    infos = [document(one).info for one in choice.documents]
    if choice.failed is None and sorted(one.organization or "" for one in infos) == sorted(choice.organizations):
        return {one.organization or "": one for one in infos}
    bodies = bodies_in(question, choice, lambda words: answerer.reader.choose(words)[0])
    if [one.organization for one in bodies if one.organization] != list(choice.organizations) or not bodies[0].organization:
        return None
    found = [answerer.reader.choose(_called(one, bodies[place:]))[0] for place, one in enumerate(bodies) if one.organization]
    if not all(len(one.documents) == 1 and one.failed is None for one in found):
        return None
    return {body: document(one.documents[0]).info for body, one in zip(choice.organizations, found, strict=True)}


def _called(body: Body, after: Sequence[Body]) -> str:
    """A body with its year and kind of document, said behind it or behind the next of the same list."""
    year = next((one.year for one in after if one.year), None)
    kind = next((one.kind for one in after if one.year == year and one.kind), None)
    return f"{body.organization}{f'{year}年' if year else ''}{kind or ''}"


def _ask(asked: Compared, item: str, info: DocumentInfo, answerer: QuestionAnswerer) -> Answer:
    """The answer to one body's amount alone."""
    form, side = COUNT_ASKED if asked.counter else ASKED, SPENT if asked.is_spent else ""
    question = form.format(document=document_name(info), item=item, side=side, counter=asked.counter)
    answer = answerer.checked(answerer.reader.read(normalize_question(question))[0], ())
    return _with_count(answer, item, asked.counter) if asked.counter and not answer.values else answer


def _with_count(answer: Answer, item: str, counter: str) -> Answer:
    """An answer that lists names with their number as its value, where the text counts them alike."""
    counted = NAMES_COUNTED.findall(answer.text)
    is_clear = len(counted) == 1 and COUNT_CONFLICT.split("{")[0] not in answer.text
    return replace(answer, values=(Value(item, Decimal(counted[0]), counter),)) if is_clear else answer


def _is_told(answer: Answer, info: DocumentInfo, asked: Compared) -> bool:
    """Whether an answer tells one amount, from the body's own document, and was not reached by a likeness of names."""
    if answer.status != "answered" or len(answer.values) != 1 or UNDERSTOOD in answer.text:
        return False
    is_bound = asked.relation != "each" and any(one in answer.text for one in BOUNDS)
    return not is_bound and {one.document_id for one in answer.citations} == {info.id}


def _named(info: DocumentInfo, answer: Answer) -> Named:
    value = answer.values[0]
    return Named(info.organization or info.title, Quantity(value.value, value.unit), f"{value.value:f}{value.unit}")


def _are_alike(asked: Compared, choice: DocumentChoice, infos: Sequence[DocumentInfo]) -> bool:
    """Whether the amounts are of one year and kind of document, or of those that the question names; a sum is of one kind."""
    years, kinds = {one.year for one in infos}, {one.kind for one in infos}
    are_named = years <= set(choice.years) and (len(kinds) == 1 or kinds <= set(choice.kinds))
    return len(kinds) == 1 and (len(years) == 1 or are_named) if asked.relation in {"sum", "share"} else len(years) == 1 or are_named


def _tell(asked: Compared, answers: Sequence[Answer], named: Sequence[Named]) -> Answer | None:
    """All amounts, and what they come to."""
    joined = join_answers(answers)
    joined = replace(joined, values=tuple(value for one in answers for value in one.values), answered_by="rule")
    if asked.relation == "each":
        return joined
    reduced = _share(asked, named) if asked.relation == "share" else reduce_results(asked.relation, named)
    if reduced is None:
        return None
    found = ((reduced.label, reduced.quantity), *reduced.beside)
    values = (Value(label, quantity.number, quantity.unit) for label, quantity in found if quantity)
    calculated = f"\n{CALCULATED.format(formula=reduced.formula)}" if reduced.formula else ""
    text = f"{reduced.sentence}{calculated}\n\n{joined.text}"
    return replace(joined, text=text, values=(*values, *joined.values), calculation=reduced.formula or joined.calculation)


def _share(asked: Compared, named: Sequence[Named]) -> Reduced | None:
    """What one body has of all that several have together."""
    parts = [one.quantity for one in named if one.name == asked.part]
    wholes = [one.quantity for one in named if one.name in asked.whole]
    if len(parts) != 1 or len(wholes) != len(asked.whole) or not all(one.quantity.is_money for one in named):
        return None
    total = add(wholes)
    found = share(parts[0], total.result)
    if found is None:
        return None
    label = OF_ALL_LABEL.format(part=asked.part, count=len(wholes))
    told = OF_ALL.format(part=asked.part, count=len(wholes), share=f"{found.result.number:f}{found.result.unit}")
    return Reduced(told, found.result, label, f"{total.formula}；{found.formula}")
