"""A sentence's figure belongs to the unit that the text named last: “甲中心有事业编制9名，实有8名”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.document import DocumentInfo, Section
from retrieval.candidate import Candidate, Found
from retrieval.evidence import StatementEvidence
from retrieval.label_key import fold

OWN_LEVEL = re.compile(r"(?:机关)?(?:本级|本部|机关)$")


def statement_of_unit(found: Found, info: DocumentInfo, units: Sequence[str]) -> Found | None:
    """The only candidate of a find without units whose sentence speaks of the unit that was asked for; None where that is not clear."""
    if len(units) != 1 or found.missing:
        return None
    own = [one for one in found.candidates if spoken_of(one, info) == plain(units[0])]
    return Found((own[0],), ()) if len(own) == 1 else None


def spoken_of(one: Candidate, info: DocumentInfo) -> str | None:
    """The body that the text names last before the end of the candidate's sentence; None for figures of tables."""
    evidence = one.facts[0].evidence
    if not isinstance(evidence, StatementEvidence) or len(one.facts) != 1:
        return None
    text = text_until(evidence.section, evidence.statement.sentence)
    bodies = {plain(name) for name in (info.organization or "", *info.units) if name}
    places = {body: text.rfind(body) for body in bodies if body in text}
    # A name that ends where a longer one does is part of it.
    ends = {body: place + len(body) for body, place in places.items()}
    return max(ends, key=lambda body: (ends[body], len(body)), default=None)


def text_until(section: Section, sentence: str) -> str:
    """The section's text up to the end of the sentence, without spaces; all of it where the sentence is not found."""
    text, wanted = fold(section.text), fold(sentence)
    at = text.find(wanted)
    return text[: at + len(wanted)] if at >= 0 else text


def plain(name: str) -> str:
    """A body's name as text prints it; a department's own level bears the department's name."""
    return OWN_LEVEL.sub("", fold(name))
