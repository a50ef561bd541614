"""Whether prints of one document agree: shares, a sum, the prints of a figure, else the check that is about what was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.answer import Answer
from app.answerer.question_answerer import QuestionAnswerer
from app.checks.answer_consistency import UNDERSTOOD, adds_up, tell_consistency, without_consistency
from app.checks.answer_contradiction import answer_contradiction, compares_places
from app.checks.answer_counts import answer_counts
from app.checks.answer_shares import answer_shares
from app.checks.answer_total_check import answer_total_check
from app.checks.answer_two_rates import answer_two_rates
from app.checks.asked_prints import CARS, AskedPrints, asked_prints
from app.checks.check_asked import NO_ANSWER
from app.checks.compare_places import compare_places
from app.checks.two_things import two_things
from app.relations.answer_between import answer_between
from app.relations.compare_things import compare_things
from app.telling.wording_told import PRINTED_APART
from ingest import late_re as re
from ingest.checks.check_arithmetic import RATE
from ingest.document import Check, Document
from retrieval.clauses.read_balance import asks_balance
from retrieval.facts.fact import Fact

APART = "不一致"  # an answer says so itself
DOUBT = "核对"
YEAR = re.compile(r"20\d\d(?=年)")
NUMBER_OF_CARS = re.compile(r"(公务用车|公车|车辆)的?(?:保有)?(?:数量|辆数|总数|数)")
PARTS = re.compile(r"分项|明细(?!表)|细项|子项|各部分|各[项类行]")
MOST_OF_ONE_YEAR = 2
TWO_PRINTS = 2


def answer_agreement(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """The answer to a question whether prints agree; None where it asks something else."""
    choice, library = answerer.reader.choose(question, history)[0], answerer.disclosures.document
    documents = [library(one) for one in choice.documents] if len(choice.documents) == 1 and not choice.failed else []
    asked = asked_prints(question, choice.rest, choice.units) if documents else None
    between = answer_between(question, choice.rest, choice.organizations, answerer.disclosures.documents(), library)
    if between:
        return between
    both = [] if choice.failed else [library(one) for one in choice.documents[:MOST_OF_ONE_YEAR]]
    things = two_things(question, choice.rest, both)
    if things:
        return compare_things(things, asked, (question, history), answerer, documents)
    answer = answer_two_rates(question, documents)
    if not answer and not choice.units:
        answer = answer_total_check(question, choice.rest, documents, library)
    answer = answer or (answer_shares(asked, question, documents) if asked else None)
    answer = answer or balanced(question, history, answerer)
    told = answer_contradiction(asked, question, documents, library) if asked and not answer else None
    plain = without_consistency(question, choice.rest) if asked and not answer else None
    placed = None if answer else compare_places(asked, choice.rest, documents) or of_places(plain, history, answerer, documents)
    if placed:
        return told or placed
    answer = answer or (told if asked and asked.is_sum else None) or compared(question, history, answerer) or told
    answer = answer or (answer_counts(asked, question, documents) if asked else None)
    return answer or (counted_cars(question, history, answerer) if asked and asked.unit == CARS else None)


def counted_cars(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """The cars that each place counts, where their number is asked for by that word (公车数量); None where none are told."""
    counted = NUMBER_OF_CARS.sub(r"\1有几辆", question)
    answer = answerer.checked(counted, history) if counted != question else NO_ANSWER
    return answer if answer.status == "answered" and CARS in answer.text else None


def balanced(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """A sum that the question holds against another amount; None where it does not, or its figures do not belong together."""
    answer = answerer.answer(question, history) if asks_balance(question) else NO_ANSWER
    return answer if "+" in (answer.calculation or "") else None


def compared(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """A figure that was asked for with what the checks say of its other prints; None where nothing of that is asked or known."""
    reader, library = answerer.reader, answerer.disclosures.document
    rest = reader.choose(question, history)[0].rest
    plain, asked = without_consistency(question, rest), asked_prints(question, rest)
    if plain is None:
        return None
    checked = answerer.checked(plain, history)
    if checked.status != "answered" or not checked.values or UNDERSTOOD in checked.text:
        return None
    if asked and asked.unit and any(one.unit != asked.unit for one in checked.values):
        return None  # how many cars is not what they cost
    choice, parts = reader.choose(plain, history)
    facts = [fact for one in choice.documents for found in reader.find(one, plain, parts, choice).tasks for fact in found.prints]
    documents = [library(one) for one in dict.fromkeys(citation.document_id for citation in checked.citations)]
    years = set(YEAR.findall(question))
    is_about = partial(is_sum_of_parts if PARTS.search(question) else is_of_places_and_years, asked, years)
    is_sum, is_side = adds_up(question) or asks_balance(question), bool(PARTS.search(question) or (asked and asked.has_places))
    told = tell_consistency(checked, facts, documents, library, is_sum=is_sum, is_side=is_side, is_about=is_about)
    return told or (checked if APART in checked.text and len(checked.values) > 1 else None) or printed_apart(checked, facts)


def printed_apart(checked: Answer, facts: Sequence[Fact]) -> Answer | None:
    """The answer with the verdict where it tells a count and the other number that is printed for it; None where it tells no such."""
    told = checked.values[0]
    printed = [one.source.quantity for one in facts if one.source.quantity and one.source.quantity.unit in (told.unit, "")]
    counts = {one.number for one in printed if not one.is_money and one.unit != "%"}
    if len(checked.values) != 1 or told.value not in counts or len(counts) != TWO_PRINTS:
        return None
    low, high = sorted(counts)
    if not all(f"{one:f}" in checked.text.replace(",", "") for one in counts):
        return None
    verdict = PRINTED_APART.format(gap=high - low, unit=told.unit)
    values = tuple(replace(told, value=one) for one in (told.value, *(counts - {told.value})))
    return replace(checked, text=f"{checked.text}\n{verdict}", values=values)


def is_of_places_and_years(asked: AskedPrints | None, years: set[str], check: Check, document: Document) -> bool:
    """Whether a check compares prints of the places and of a year that the question names, where it names any."""
    figures = [document.figures[one.figure] for one in (*check.left, *check.right) if one.figure is not None and not one.document]
    printed = [set(YEAR.findall("".join((*one.row, *one.col)))) for one in figures]
    return compares_places(asked, check, document) and all(not years or not one or one & years for one in printed)


def is_sum_of_parts(_asked: AskedPrints | None, _years: set[str], check: Check, _document: Document) -> bool:
    """Whether a check adds up parts: only that says whether a total agrees with them."""
    return check.kind != RATE and max(len(check.left), len(check.right)) > 1


def of_places(plain: str | None, history: Sequence[str], answerer: QuestionAnswerer, documents: Sequence[Document]) -> Answer | None:
    """The two prints of the thing that remains once the words for the places are left out, where they differ."""
    if plain is None:
        return None
    rest = answerer.reader.choose(plain, history)[0].rest
    return compare_places(asked_prints(f"{DOUBT}{plain}", rest), rest, documents)
