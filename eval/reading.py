"""An answer as the judge reads it, and which of its figures state a known value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from eval.denials import is_asked, is_denied, is_doubted, is_in_range
from eval.directions import CHANGE_ASKED, DOWN, FALL_ASKED, FALLING, UP
from eval.find_strays import find_strays
from eval.gold import GoldQuestion, GoldValue
from eval.nothing_words import says_nothing
from eval.squeeze import squeeze
from eval.stated_figures import Stated, is_same_amount, own_words, spelled_figures, stated_figures, without_echo


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer's raw text, its own words (`words` without years and list marks), its figures in digits and in numerals.

    `amounts` are the money and shares that the question did not contain, `others` those of them that no known value explains,
    `bare` the numbers that look like amounts though no unit stands with them; `quotes` are the squeezed quotations of its evidence,
    `strays` the amounts that the evidence which it cites does not explain.
    """

    text: str
    told: str
    words: str
    figures: tuple[Stated, ...]
    spelled: tuple[Stated, ...]
    amounts: tuple[Stated, ...]
    others: tuple[Stated, ...]
    bare: tuple[Stated, ...]
    quotes: str
    question: GoldQuestion
    has_choices: bool = False
    strays: tuple[str, ...] = ()

    @property
    def is_change(self) -> bool:
        """Whether a change is asked for, which may be nothing."""
        return bool(CHANGE_ASKED.search(self.question.question))

    @property
    def may_fall(self) -> bool:
        """Whether a negative figure may stand for the known size of a fall."""
        wanted = {word for group in self.question.expect.any_of for word in group}
        if wanted & {*UP, *DOWN}:
            return bool(wanted & set(DOWN))
        return bool(FALL_ASKED.search(self.question.question))


def read_answer(question: GoldQuestion, answer: Mapping[str, Any]) -> Reading:
    """The answer's text taken apart."""
    text = str(answer.get("text") or "")
    figures, spelled = stated_figures(text, question.question), spelled_figures(text, question.question)
    asked = {abs(figure.number) for figure in (*stated_figures(question.question), *spelled_figures(question.question))}
    new = [figure for figure in (*figures, *spelled) if abs(figure.number) not in asked]
    amounts = tuple(figure for figure in new if figure.is_amount)
    bare = tuple(figure for figure in new if figure.is_like_amount and not figure.is_amount)
    known = [(value.number, value.unit) for value in question.expect.values if value.number]
    others = tuple(one for one in amounts if one.number and not any(is_same_amount(one, number, unit) for number, unit in known))
    quotes = squeeze(" ".join(str(citation.get("quote") or "") for citation in answer.get("citations") or []))
    told, words = without_echo(text, question.question), own_words(text, question.question)
    strays = find_strays(answer, question.question) if answer.get("citations") else ()
    return Reading(text, told, words, figures, spelled, amounts, others, bare, quotes, question, bool(answer.get("choices")), strays)


def statements_of(value: GoldValue, reading: Reading) -> Iterator[tuple[int, Stated]]:
    """The figures that state a known value, each with its place among the answer's figures; those in numerals count as the first."""
    for place, figure in (*enumerate(reading.figures), *((0, figure) for figure in reading.spelled)):
        is_end = is_in_range(figure) and len(reading.question.expect.values) < 2
        if is_value(figure, value, reading) and not is_denied(figure) and not is_end:
            yield place, figure


def is_value(figure: Stated, value: GoldValue, reading: Reading) -> bool:
    """Whether a figure is a known value with its sign: a fall may be said in words or by a minus."""
    number = value.number
    if number is None:
        return False
    if number > 0 and figure.number < 0:
        return reading.may_fall and is_same_amount(figure, number, value.unit)
    if number < 0 < figure.number:
        return bool(FALLING.search(figure.before)) and is_same_amount(figure, -number, value.unit)
    return is_same_amount(figure, number, value.unit)


def place_of(value: GoldValue, reading: Reading) -> int | None:
    """At which place among the answer's figures the known one stands undenied, or None.

    Words for nothing state a zero where no other amount is told.
    """
    number = value.number
    if number is None:
        return 0 if squeeze(value.value) in squeeze(reading.text) else None
    places = [place for place, _ in statements_of(value, reading)]
    if places:
        return min(places)
    return 0 if not number and not reading.others and says_nothing(reading.words, is_change=reading.is_change) else None


def is_unsure(value: GoldValue, reading: Reading) -> bool:
    """Whether a known value is told, but somewhere as a guess or as what is not so, or nowhere but in a question."""
    if not (stated := [figure for _, figure in statements_of(value, reading)]):
        return False
    may_be_bound = reading.question.type == "target"
    said = [figure for figure in (*reading.figures, *reading.spelled) if is_value(figure, value, reading)]
    is_doubtful = any(is_denied(figure) or is_doubted(figure, reading.quotes, may_be_bound=may_be_bound) for figure in said)
    return is_doubtful or all(map(is_asked, stated))
