"""Names of bodies written in Latin letters, which no rule here can match to a Chinese name."""

from __future__ import annotations

import re

PLACE_KIND = r"(?:Municipal|Municipality|City|County|District|Province|Provincial|Township|Town)"
BODY_KIND = r"(?:Administration|Bureau|Department|Commission|Committee|Office|Center|Centre|Government|Court)"
NAME = re.compile(
    rf"\b[A-Z][a-z]+(?:['-][A-Za-z]+)?\s+{PLACE_KIND}\b(?:[\w\s&,'-]*?\b{BODY_KIND}\b)?"
    rf"|\b(?:[A-Z][a-z]+\s+(?:(?:and|of|for|the)\s+)?)+{BODY_KIND}\b"
)


def match_english_name(question: str) -> tuple[tuple[int, int], str] | None:
    """The span and words of an English name of a body, so that it is told as unknown instead of being passed over."""
    match = NAME.search(question)
    return (match.span(), match.group()) if match else None
