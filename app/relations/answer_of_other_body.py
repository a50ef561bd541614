"""“甲局的某费是乙局的百分之几”, “…的几倍”: one body's amount against the same, or another, of a second body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.answer import Answer, Value
from app.answerer.question_answerer import QuestionAnswerer
from app.documents.answer_nothing import answer_no_document
from app.telling.calculation import Calculation, share, times
from app.telling.join_answers import join_answers
from app.telling.wording_bodies import CALCULATED, OF_OTHER, OF_OTHER_LABEL
from ingest import late_re as re
from ingest.quantity import Quantity
from retrieval.query import DocumentChoice

RATIO = re.compile(
    r"^(?P<one>[^,;?]{4,48}?)[,]?(?:是|为|相当于|约(?:为|是|占)?|大约是|占)(?P<other>[^,;?]{2,40}?)的?"
    r"(?P<asked>百分之几|百分之多少|百分比是多少|多少倍|几倍|几成|几分之几)[?。]?$"
)
TIMES = re.compile(r"倍")
YEAR = "{year}年"
ASKED = "{side}是多少"
ITEM_EDGES = " ,的"
YEAR_LEFT = re.compile(r"^年(?![初末底])")
SHORTEST_ITEM = FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Side:
    """A side as it is said, what is left of it without its body and year, and what it names."""

    text: str
    item: str
    choice: DocumentChoice

    @property
    def bodies(self) -> tuple[str, ...]:
        return (*self.choice.organizations, *self.choice.units, *self.choice.unknown_organizations)

    @property
    def is_one(self) -> bool:
        """Whether it names one body of its own, loaded or not."""
        is_alone = len(self.choice.documents) < FEWEST and len(self.choice.units) < FEWEST
        return is_alone and bool(self.bodies) and "organization" not in self.choice.inherited and len(self.choice.rest) == len(self.text)


def answer_of_other_body(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """Both amounts and the one in per cent, or in times, of the other; None for any other question, or where one is not known."""
    found = RATIO.search(question)
    sides = [_side(found[name], history, answerer) for name in ("one", "other")] if found else []
    if found is None or not _are_two(*sides):
        return None
    if unknown := next((one.choice for one in sides if one.choice.failed), None):
        return answer_no_document(unknown, answerer.disclosures.documents())
    answers = [answerer.checked(ASKED.format(side=one), history) for one in _in_full(*sides)]
    told = [answer.values[0] for answer in answers if answer.status == "answered" and len(answer.values) == 1]
    if len(told) < len(answers) or not _is_told_apart(answers):
        return None
    amounts = [Quantity(value.value, value.unit) for value in told]
    is_alike = amounts[0].unit == amounts[1].unit or all(one.is_money for one in amounts)
    compute = times if TIMES.search(found["asked"]) else share
    computed = compute(amounts[0], amounts[1]) if is_alike and amounts[0].unit != "%" else None
    return _tell(answers, [f"{one.bodies[-1]}的{one.item or sides[0].item}" for one in sides], computed) if computed else None


def _side(text: str, history: Sequence[str], answerer: QuestionAnswerer) -> _Side:
    """One side of the relation."""
    choice = answerer.reader.choose(text, history)[0]
    return _Side(text, YEAR_LEFT.sub("", choice.rest.strip(ITEM_EDGES)).strip(ITEM_EDGES), choice)


def _are_two(one: _Side, other: _Side) -> bool:
    """Whether each side names its own body, and at least the first a thing."""
    return one.is_one and other.is_one and one.bodies != other.bodies and len(one.item) >= SHORTEST_ITEM


def _in_full(one: _Side, other: _Side) -> tuple[str, str]:
    """Both sides, each with the year and the thing that only the other one names."""
    years = one.choice.years or other.choice.years
    texts = []
    for side in (one, other):
        year = "" if side.choice.years or not years else YEAR.format(year=years[0])
        item = "" if side.item else f"的{one.item}"
        head, place = side.text.rstrip("的"), len(side.text) - len(side.choice.rest.lstrip())
        texts.append(f"{side.text[:place]}{year}{side.text[place:]}" if side.item else f"{head}{year}{item}")
    return texts[0], texts[1]


def _is_told_apart(answers: Sequence[Answer]) -> bool:
    """Whether the two amounts stand in different places."""
    first, second = ({(one.document_id, one.table, one.row, one.col, one.quote) for one in answer.citations} for answer in answers)
    return bool(first) and bool(second) and first != second


def _tell(answers: Sequence[Answer], names: Sequence[str], computed: Calculation) -> Answer:
    """Both answers with what the first is of the second."""
    one, other = names
    result = computed.result
    joined = join_answers(answers)
    sentence = OF_OTHER.format(one=one, other=other, share=f"{result.number:f}{result.unit}")
    value = Value(OF_OTHER_LABEL.format(one=one, other=other), result.number, result.unit)
    text = f"{joined.text}\n{sentence}\n{CALCULATED.format(formula=computed.formula)}"
    return replace(joined, text=text, values=(*joined.values, value), calculation=computed.formula, answered_by="rule")
