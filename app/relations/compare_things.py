"""Two things that a question holds against each other: the check that is of both, else each one's own amount and how far they are apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer
from app.answerer.question_answerer import QuestionAnswerer
from app.checks.answer_consistency import DIFFERS, UNDERSTOOD
from app.checks.answer_contradiction import answer_contradiction
from app.checks.asked_prints import AskedPrints, load_agreement_words, told_share
from app.checks.check_asked import NO_ANSWER
from app.checks.is_of_both import SIDES
from app.checks.is_placed import is_short_for
from app.checks.two_things import END_SIDE, TwoThings
from app.relations.relate_parts import Related, relate_parts
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold

FEWEST = 2
WHOLE = "总计"  # with what was carried over
ALL_OF_SIDE = re.compile(r"(?P<kind>(?:部门)?(?:预算|决算)?的?)(?:总|全部)?(?P<side>收入|支出)")
BOTH_TOTALS = ("本年{side}合计", "{side}总计")  # of one kind: with what was carried over, or without


def compare_things(
    things: TwoThings,
    asked: AskedPrints | None,
    asking: tuple[str, Sequence[str]],
    answerer: QuestionAnswerer,
    documents: Sequence[Document],
) -> Answer | None:
    """The two amounts with their difference; None where the question as a whole tells them, an honest no where one is not surely found.

    `asking` is the question with those before it.
    """
    question, history = asking
    told = answer_contradiction(replace(asked, both=things.names), question, documents, answerer.disclosures.document) if asked else None
    if told:
        return told
    if tells_both(answerer.answer(question, history), things):
        return None

    def ask(part: str, _before: Sequence[str]) -> Answer:
        answer = answerer.checked(part, history)
        return labelled(answer) if is_of(answer, things.name_of(part), is_completed=things.is_completed) else NO_ANSWER

    if pairs := of_one_kind(things):
        return next((one for pair in pairs if (one := relate_parts(Related(pair, "difference"), ask))), NO_ANSWER)
    told = relate_parts(Related(things.parts, "difference"), ask, is_across=True)
    return told or (NO_ANSWER if things.is_completed else None)


def of_one_kind(things: TwoThings) -> list[tuple[str, str]]:
    """The single questions for all that came in and all that went out, each time for totals of one kind; none for other things."""
    one, other = (ALL_OF_SIDE.fullmatch(name) for name in things.names)
    if not one or not other or one["side"] == other["side"]:
        return []
    named = [(one["kind"] + total.format(side=one["side"]), one["kind"] + total.format(side=other["side"])) for total in BOTH_TOTALS]
    return [replace(things, names=pair).parts for pair in named]


def tells_both(answer: Answer, things: TwoThings) -> bool:
    """Whether an answer to the whole question relates both; what one left out must stand in both labels, or wherever is cited."""
    if answer.status != "answered" or not answer.calculation or len(answer.values) < FEWEST:
        return False
    labels = [fold(one.label) for one in answer.values[:FEWEST]]
    head = END_SIDE.sub("", things.names[0])
    places = [fold(" ".join((one.context or "", *one.row, *one.col, one.quote))) for one in answer.citations]
    is_said = any(said and all(told_share(head, one) == 1 for one in said) for said in (labels, places))
    return not things.is_completed or (len(set(labels)) == FEWEST and is_said)


def is_of(answer: Answer, name: str, *, is_completed: bool) -> bool:
    """Whether an answer is of the side and the table that a name says, and was not reached by a likeness of names."""
    if answer.status != "answered" or not answer.citations or not answer.values or UNDERSTOOD in answer.text:
        return False
    first = answer.citations[0]
    told = fold(" ".join((first.table or first.quote, *first.row, *first.col, answer.values[0].label)))
    tables = load_agreement_words().table_name.findall(fold(name))
    is_there = all(first.table and is_short_for(table, fold(first.table)) for table in tables)
    head = END_SIDE.sub("", name)
    is_named = not head or head in told or told_share(head, told) == 1
    is_whole = not is_completed or (is_named and (WHOLE not in name or WHOLE in told))
    return is_there and is_whole and has_side(name, told)


def has_side(name: str, told: str) -> bool:
    """Whether what is told is of the side that is asked for, where it names any."""
    asked, named = ({side for side in SIDES if side in words} for words in (name, told))
    return not asked or not named or bool(asked & named)


def labelled(answer: Answer) -> Answer:
    """The answer with its one value told apart by its table."""
    table, values = answer.citations[0].table, answer.values[:1] if DIFFERS in answer.text else answer.values
    return replace(answer, values=tuple(replace(one, label=f"{one.label}（《{table}》）") if table else one for one in values))
