"""The answers to the parts of one question as one answer, their citation marks counted on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.answer import Answer, Citation

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


def renumbered(text: str, places: Sequence[int]) -> str:
    """The text with each mark [n] led to the place of its n-th citation."""
    return MARK.sub(lambda found: f"[{places[int(found[1]) - 1]}]" if 0 < int(found[1]) <= len(places) else found[0], text)
