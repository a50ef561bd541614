"""The answers to the parts of one question as one answer, their citation marks counted on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.answer import Answer, Citation

YEAR = re.compile(r"20\d\d年(?:度)?")
NAMED = 3  # characters in a row that are no chance
REASON = re.compile(r"原因|因(?![此而素公])|由于|(?<![关联维统体])系(?![统列])|依据|为了|主要[是为]|没有写明")
MARK = re.compile(r"\[(\d{1,3})\]")


def join_answers(answers: Sequence[Answer]) -> Answer:
    """One answer from several: texts one below the other, every citation once."""
    citations: list[Citation] = []
    texts = []
    for answer in answers:
        places = []
        for citation in answer.citations:
            if citation not in citations:
                citations.append(citation)
            places.append(citations.index(citation) + 1)
        texts.append(renumbered(answer.text, places))
    formulas = [answer.calculation for answer in answers if answer.calculation]
    return Answer(
        status="answered",
        text="\n\n".join(dict.fromkeys(texts)),
        values=tuple(dict.fromkeys(value for answer in answers for value in answer.values)),
        calculation="；".join(dict.fromkeys(formulas)) or None,
        citations=tuple(citations),
        warnings=tuple(dict.fromkeys(warning for answer in answers for warning in answer.warnings)),
        answered_by="rule" if all(answer.answered_by == "rule" for answer in answers) else "quote",
    )


def complete(whole: Answer, parts: Sequence[Answer]) -> Answer:
    """A whole answer with those of its parts that tell what it does not: a figure, or words of the document."""
    said = bare(whole.text).replace(",", "")
    missing = [part for part in parts if not is_said(part, whole, said)]
    return join_answers([whole, *missing]) if missing else whole


def is_said(part: Answer, whole: Answer, said: str) -> bool:
    """Whether a whole answer tells what its part does: every figure of it; a quotation says all that a quoted part could add."""
    if not part.values:
        gives_reason = bool(REASON.search(part.text)) and not REASON.search(whole.text)
        return not (whole.values or gives_reason) or all(line.replace(",", "") in said for line in map(bare, part.text.splitlines()))
    told = {(value.value, value.unit) for value in whole.values}
    return all((value.value, value.unit) in told or f"{value.value:f}{value.unit}" in said for value in part.values)


def follows(answer: Answer, before: Sequence[Answer], question: str) -> bool:
    """Whether a later part's answer stays with what the parts before it spoke of, or its question itself names what is told."""
    earlier = {(one.document_id, place) for part in before for one in part.citations for place in (one.section, one.table) if place}
    if any((one.document_id, place) in earlier for one in answer.citations for place in (one.section, one.table)):
        return True
    labels = {label for part in before for value in part.values if len(label := YEAR.sub("", value.label)) >= NAMED}
    if labels and answer.values and all(any(label in value.label for label in labels) for value in answer.values):
        return True
    named = bare("".join((*(value.label for value in answer.values), *(part for one in answer.citations for part in (*one.row, *one.col)))))
    asked = bare(question)
    return any(asked[at : at + NAMED] in named for at in range(len(asked) - NAMED + 1))


def goes_beyond(answer: Answer, first: Answer) -> bool:
    """Whether a later part tells of documents that the first part, which is of one alone, does not speak of (“哪个单位支出最多”)."""
    spoken_of, told = ({one.document_id for one in each.citations} for each in (first, answer))
    return len(spoken_of) == 1 < len(told)


def bare(text: str) -> str:
    """A text without spaces and citation marks."""
    return re.sub(r"\s|\[\d+\]", "", text)


def renumbered(text: str, places: Sequence[int]) -> str:
    """The text with each mark [n] led to the place of its n-th citation."""
    return MARK.sub(lambda found: f"[{places[int(found[1]) - 1]}]" if 0 < int(found[1]) <= len(places) else found[0], text)
