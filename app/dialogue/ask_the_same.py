"""“培训费呢” after a calculation: the question before it, the item or unit that is named now in the place of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.answer import Answer
from app.question.asked_calculation import (
    AGAINST,
    CALCULATED,
    EACH,
    EACH_SHARE,
    FRAME,
    LIKEWISE,
    OWN_CALCULATION,
    PAIR,
    PER_HEAD,
    PREMISE,
    SHORT,
    SHORTEST_UNIT,
    SUM_OF_GAPS,
    YEAR,
)
from app.question_reader import QuestionReader
from ingest import late_re as re
from retrieval.query import DocumentChoice
from retrieval.spelling.normalize_question import normalize_question

KIND = re.compile(r"(?<!公共)(?<!基金)(?<!经营)(?:预算|决算)")


@dataclass(frozen=True, slots=True)
class _Said:
    """A question of a dialogue as it is read, with what is left of it where its body and year are blanked."""

    text: str
    choice: DocumentChoice

    @property
    def rest(self) -> str:
        return re.sub(r"\s", "~", self.choice.rest)


def ask_the_same(question: str, history: Sequence[str], reader: QuestionReader) -> tuple[str, tuple[str, ...]]:
    """The question and those before it, each that only names another item or unit asked in the words of the one before it."""
    said: tuple[str, ...] = ()
    before: tuple[str, ...] = ()  # what a question asked in full still follows on
    for one in (*history, question):
        premise = PREMISE.fullmatch(one.strip())
        last = f"{premise['told']}多少" if premise else said[-1] if said else ""
        whole = _in_full(premise["asked"] if premise else one, last, reader) if last else ""
        before = before if whole else said
        said = (*said, whole or one)
    return said[-1], before


def lacks_calculation(question: str, whole: str, before: Sequence[str], answer: Answer) -> bool:
    """Whether a calculation was asked for and a bare amount is told, or what several come to together and one of them is told.

    `whole` is the question in full, `before` are those that it follows on.
    """
    if answer.status != "answered":
        return False
    if before and SUM_OF_GAPS.fullmatch(normalize_question(question)) and _calculates(before[-1]):
        return True
    is_asked = (whole != question and _calculates(whole)) or bool(EACH.match(question))
    return is_asked and not CALCULATED.search(answer.text)


def _calculates(question: str) -> bool:
    return bool(FRAME.search(question) or PER_HEAD.search(question))


def _in_full(question: str, last: str, reader: QuestionReader) -> str:
    """The question in the words of the last one; empty where it is no such question or the last calculates nothing."""
    if each := EACH_SHARE.fullmatch(normalize_question(question)):
        return _of_both(_read(last, reader), each["asked"])
    named = LIKEWISE.fullmatch(normalize_question(question))
    if named is None or OWN_CALCULATION.search(named["thing"]):
        return ""
    before, now = _read(last, reader), _read(question, reader)
    if len(before.rest) != len(before.text) or now.choice.failed:
        return ""
    is_bare = not now.rest.strip("~的呢?那么")
    if now.choice.years:
        return _of_year(before, now, reader) if is_bare and not now.choice.organizations else ""
    if now.choice.organizations:
        return _of_unit(before, now, reader) if is_bare and now.choice.units else ""
    thing = named["thing"]
    return _of_other_unit(before, thing, reader) or _of_item(before, SHORT.get(thing, thing))


def _read(question: str, reader: QuestionReader) -> _Said:
    text = reader.read(normalize_question(question))[0]
    return _Said(text, reader.choose(text)[0])


def _start(rest: str) -> int:
    """Where a question begins to speak of its item: behind the body and the year that it names before it."""
    runs = [one for one in re.finditer("~+", rest) if not AGAINST.search(rest[: one.start()])]
    after = [one.end() for one in runs if FRAME.match(rest[one.end() :]) or PER_HEAD.match(rest[one.end() :])]
    return after[-1] if after else runs[0].end() if runs and not runs[0].start() else 0


def _frame(before: _Said) -> re.Match[str] | None:
    """The item of a question that calculates, and the words around it; None where it calculates nothing."""
    start = _start(before.rest)
    return PER_HEAD.match(before.rest[start:]) or FRAME.match(before.rest[start:])


def _of_item(before: _Said, thing: str) -> str:
    frame, start = _frame(before), _start(before.rest)
    if frame is None:
        return ""
    kind = KIND.search(frame["item"])  # “防汛决算”: of the other item the final accounts are meant too
    thing = f"{thing}{kind[0]}" if kind and not KIND.search(thing) else thing
    return f"{before.text[: start + frame.start('item')]}{thing}{before.text[start + frame.end('item') :]}"


def _of_both(before: _Said, asked: str) -> str:
    """The share of each of the two things that the last question named."""
    two = PAIR.search(before.rest) if len(before.rest) == len(before.text) else None
    return f"{before.text[: two.start()]}{two[0]}{asked}" if two else ""


def _of_year(before: _Said, now: _Said, reader: QuestionReader) -> str:
    """The last question, where it calculates, of another year of which a document is loaded."""
    years = YEAR.findall(before.text)
    if len(years) != 1 or not _frame(before):
        return ""
    whole = before.text.replace(years[0], f"{now.choice.years[0]}年")
    return "" if _read(whole, reader).choice.failed else whole


def _of_unit(before: _Said, now: _Said, reader: QuestionReader) -> str:
    """The last question of the unit that is named now."""
    run = re.match("~*", before.rest)
    end = run.end() if run else 0
    unit, item = now.choice.units[0], before.text[end:]
    if "~" in before.rest[end:]:
        return ""
    if not end and (other := _of_other_unit(before, unit, reader)):
        return other
    return f"{unit}{''.join(YEAR.findall(before.text[:end]))}{item}"


def _of_other_unit(before: _Said, thing: str, reader: QuestionReader) -> str:
    """The last question with a unit of the same department in the place of the unit that it names by the end of its name."""
    units = {unit for one in reader.catalog.documents if one.id in before.choice.documents for unit in one.units}
    meant = [unit for unit in units if len(thing) >= SHORTEST_UNIT and unit.endswith(thing)]
    if len(meant) != 1:
        return ""
    for unit in sorted(units - set(meant), key=len, reverse=True):
        for length in range(len(unit), SHORTEST_UNIT - 1, -1):
            if before.text.startswith(unit[-length:]):
                return f"{meant[0]}{before.text[length:]}"
    return ""
