"""Duties as the documents word them: all, the n-th, which one mentions something, who is responsible, who is not."""

from __future__ import annotations

from dataclasses import replace

from app.answer import Answer
from app.prose.duties_about import duties_about, is_office, tells_work
from app.prose.duty_lists import DutyGroup, duty_groups, main_name
from app.prose.duty_owners import WHO, owners_of
from app.prose.number_duties import ORDINAL, numbers_asked, tell_all, tell_numbered
from app.prose.tell_duties import without_ends
from app.question.text_question import TextQuestion, asks_for, asks_for_amount, topic_of
from app.question.topics import terms
from app.telling import wording_text as wording
from app.telling.passages import names_of
from ingest import late_re as re
from ingest.outline.headings import DUTIES
from retrieval.spelling.label_key import fold

# How many there are and which number it is are told with every duty: such a clause asks nothing more.
TOLD_ANYWAY = re.compile(
    r"(?:^|[,;?？。、]|(?<=[\s责能]))\s*(?:请(?:说明|指出|回答))?(?:写|列|排)?在?(?:它|该项|这一?[项条])?(?:的)?(?:职责|职能)?(?:的|里|中)?(?:一?共|总共|共计|合计)?(?:是|属于?|在|有)?"
    r"(?:第几|多少|几)(?:项|条|款|点|个)(?:职责|职能)?(?=\s*(?:[,;?？。、]|$))"
)
COUNTER_ASKED = re.compile(r"(?:多少|几|哪一?)(条|款|点)")
OWN_COUNT = re.compile(r"(?<=\d)项(?=职责中，提到|，其中第|，原文如下)")  # counted as the question counts them
WHAT_FOR = re.compile(r"[~,?]*(?:它|这个|那个|这|那)?(?:是|主要)*(?:做|干)(?:什么|啥|嘛)(?:用)?的?[?]*")
OF_MONEY = re.compile(r"项目|基金|资金|经费|费|支出|结转|拨款")
MENTIONED = re.compile(
    r"提到|提及|涉及|讲到|写到|第几|哪(?:一|几)?(?:项|条)|职[责能](?:里面?|中|范围)?[^,;?]{0,6}(?:有没有|有无|是否|包不包)"
)


def answer_duty(asked: TextQuestion) -> Answer | None:
    """The answer to a question for duties, or None where it asks for something else."""
    if not asks_for(asked, "duty") or asks_for_amount(asked) or _is_of_money_before(asked):
        return None
    answer = _answer(without_counts(asked))
    counter = COUNTER_ASKED.search(asked.rest)
    return replace(answer, text=OWN_COUNT.sub(counter.group(1), answer.text)) if answer and counter else answer


def _is_of_money_before(asked: TextQuestion) -> bool:
    """Whether it is only asked what something is for that was spoken of before (“基金用在哪个项目，是做什么的”), and no body."""
    return bool(WHAT_FOR.fullmatch(fold(asked.rest)) and asked.earlier and OF_MONEY.search(asked.earlier[-1]))


def is_of_duties(told: Answer, asked: TextQuestion) -> bool:
    """Whether an answer quotes the list of duties that was looked through already, or of an office no more than its name."""
    office = without_ends(topic_of(asked, "duty"))
    if is_office(office):
        return not tells_work(told.text, office)
    is_asked = bool(MENTIONED.search(asked.rest)) and "谁" not in asked.rest and asks_for(asked, "duty")
    return is_asked and any(DUTIES.search(one.section) for one in told.citations)


def _answer(asked: TextQuestion) -> Answer | None:
    """The answer to one question for duties."""
    groups = _chosen_groups(asked)
    if not groups:
        return _no_duties(asked)
    numbers = numbers_asked(asked.rest, groups)
    if numbers:
        return tell_numbered(asked, groups, numbers)
    topic = without_ends(topic_of(asked, "duty"))
    if not terms(topic):
        return tell_all(asked, groups) if "职" in asked.rest or not WHO.search(asked.rest) else None
    if WHO.search(asked.rest):
        return owners_of(asked, topic, groups)
    return duties_about(asked, topic, groups)


def without_counts(asked: TextQuestion) -> TextQuestion:
    """The question without the clauses that ask only for numbers, where another clause is left to ask."""
    rest = TOLD_ANYWAY.sub(lambda found: " " * len(found.group()), asked.rest)
    return replace(asked, rest=rest) if terms(topic_of(replace(asked, rest=rest), "duty")) or ORDINAL.search(rest) else asked


def _chosen_groups(asked: TextQuestion) -> list[DutyGroup]:
    """The lists of the units that are named, else of every document."""
    groups = [group for document in asked.documents for group in duty_groups(document)]
    units = [unit for unit in asked.choice.units if not any(fold(unit).startswith(fold(main_name(d))) for d in asked.documents)]
    named = [group for group in groups if group.owner in units] if units else []
    return named if units else groups


def _no_duties(asked: TextQuestion) -> Answer:
    names = names_of(asked.documents)
    if asked.choice.units:
        return Answer("not_found", wording.NO_UNIT_DUTIES.format(document=names, unit="、".join(asked.choice.units)), answered_by="quote")
    return Answer("not_found", wording.NO_DUTIES.format(document=names), answered_by="quote")
