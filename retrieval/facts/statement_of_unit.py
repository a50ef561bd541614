"""A sentence's figure belongs to the unit that the text named last: “甲中心有事业编制9名，实有8名”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.document import DocumentInfo, Section, Statement
from retrieval.evidence import StatementEvidence
from retrieval.facts.candidate import Candidate, Found
from retrieval.spelling.label_key import fold

LISTED = re.compile(r"[、。]|[;；](?!(?:(?:公益|行政|参公|财政|正|副|事业|全额|差额)[^;；。]{0,14}[;；,，])?(?:核定|人员)?编制)|$")
SAYS_OWN_LEVEL = re.compile(r"本级|本部(?!门)|[局委厅院会]机关")
SAYS_WHOLE = re.compile(r"全系统|本系统|本部门|全部门|及(?:其)?(?:下属|所属)|(?:本级|机关)\d+[人名]")
OWN_LEVEL = re.compile(r"(?:机关)?(?:本级|本部|机关)$")


def statement_of_unit(found: Found, info: DocumentInfo, units: Sequence[str]) -> Found | None:
    """The only candidate of a find without units whose sentence speaks of the unit that was asked for; None where that is not clear."""
    if len(units) != 1 or found.missing:
        return None
    told = [one for one in found.candidates if spoken_of(one, info, units[0]) == plain(units[0])]
    own = [one for one in told if not is_of_whole(one, info, units[0])]
    return Found((own[0],), ()) if len(own) == 1 else None


def is_of_whole(one: Candidate, info: DocumentInfo, unit: str) -> bool:
    """Whether a sentence tells what all the department has where its own level was asked for: money mostly, counts if it says so."""
    has_units = any(plain(name) != plain(info.organization or "") for name in info.units)
    evidence = one.facts[0].evidence
    if plain(unit) != plain(info.organization or "") or not has_units or not isinstance(evidence, StatementEvidence):
        return False
    sentence = fold(evidence.statement.sentence)
    return not SAYS_OWN_LEVEL.search(sentence) if one.facts[0].is_money else bool(SAYS_WHOLE.search(sentence))


def told_of_unit(found: Found, info: DocumentInfo, units: Sequence[str]) -> Found:
    """The find with the unit's own sentence alone, where the best candidate's sentence speaks of another body; as it is else."""
    spoken = spoken_of(found.candidates[0], info, units[0]) if found.candidates and len(units) == 1 else None
    is_others = spoken is not None and spoken != plain(units[0])
    return (statement_of_unit(found, info, units) if is_others else None) or found


def is_of_another(found: Found, info: DocumentInfo, units: Sequence[str]) -> bool:
    """Whether a sentence counts another body than the unit that was asked for, or the whole department where its own level was."""
    if len(units) != 1 or not found.candidates:
        return False
    if OWN_LEVEL.search(units[0]):
        return is_of_whole(found.candidates[0], info, units[0])
    counted = found.candidates[0].facts[0]
    return not counted.is_money and (body := spoken_of(found.candidates[0], info, units[0])) is not None and body != plain(units[0])


def spoken_of(one: Candidate, info: DocumentInfo, asked: str) -> str | None:
    """The body that the text names last before the end of the candidate's sentence, else the document's own; None for figures of tables."""
    evidence = one.facts[0].evidence
    if not isinstance(evidence, StatementEvidence) or len(one.facts) != 1:
        return None
    text = text_until(evidence.section, evidence.statement)
    return last_body(text, [info.organization or "", *info.units, asked]) or (plain(info.organization) if info.organization else None)


def last_body(text: str, names: Sequence[str]) -> str | None:
    """The plain name of the body that a folded text speaks of last; None where it speaks of none of them."""
    places = {body: at for name in names if name and (at := last_told(text, body := plain(name))) >= 0}
    # A name that ends where a longer one does is part of it.
    ends = {body: place + len(body) for body, place in places.items()}
    return max(ends, key=lambda body: (ends[body], len(body)), default=None)


def last_told(text: str, body: str) -> int:
    """Where a text last says something of a body, not only lists it (“下属单位为:甲中心、乙大队。”); -1 where nowhere."""
    told = (found.start() for found in re.finditer(re.escape(body), text) if not LISTED.match(text, found.end()))
    return max(told, default=-1)


def text_until(section: Section, statement: Statement) -> str:
    """The section's text up to what a statement tells, without spaces; all of it where its sentence is not found."""
    text, wanted = fold(section.text), fold(statement.sentence)
    at = text.find(wanted)
    if at < 0:
        return text
    told = wanted.find(fold(f"{statement.subject}{statement.value}"))
    return text[: at + (told if told >= 0 else len(wanted))] + (fold(statement.subject + statement.value) if told >= 0 else "")


def plain(name: str) -> str:
    """A body's name as text prints it; a department's own level bears the department's name."""
    return OWN_LEVEL.sub("", fold(name))
