"""Answers that staff have written themselves: told as they stand, to the questions they name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.answer import Answer
from app.telling.wording import FIXED, FIXED_SOURCE
from retrieval.query import DocumentChoice
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_staff_words import FixedAnswer

ASKING = re.compile(r"请问|请|麻烦|告诉我|我?想知道|一下|是?多少|是?什么|哪(?:个|里|些)|怎么样?|的|是|了|呢|吗|啊|呀|吧|嘛|我们|你们|咱们")


def answer_fixed(choice: DocumentChoice, fixed: Sequence[FixedAnswer]) -> Answer | None:
    """The fixed answer to what is left of a question besides its organisation and year; None where staff have fixed none."""
    asked = said(choice.rest)
    for one in fixed:
        is_of_body = one.organization is None or one.organization in choice.organizations
        if is_of_body and any(said(question) == asked for question in one.questions):
            source = FIXED_SOURCE.format(source=one.source) if one.source else ""
            return Answer(status="answered", text=f"{one.text}\n{FIXED}{source}")
    return None


def said(question: str) -> str:
    """What a question says without the words that only ask."""
    plain = re.sub(r"[\W_]", "", fold(question))
    return ASKING.sub("", plain) or plain
