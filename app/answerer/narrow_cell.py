"""Of a form's cell that counts several things, the clause that counts the one asked for."""

from __future__ import annotations

from dataclasses import replace

from app.answerer.evidence_form import Form
from app.forms.evidence_units import Unit
from app.question.topics import pairs
from ingest import late_re as re
from retrieval.spelling.label_key import fold

CLAUSE = re.compile(r"(?:[^，,；;。]|(?<=\d),(?=\d{3}(?!\d)))+")
LEFT_OUT = "……"
FEWEST_SHARED = 3  # pairs of characters that the clause has in common with the question
KIND = re.compile(r"(?:多少|几)(?:个|家)([一-鿿]{2})")
DIGIT = re.compile(r"\d")


def narrow_cell(unit: Unit, form: Form, question: str) -> Unit:
    """The unit with that clause alone; itself where it is no cell, or where no clause or more than one tells a number so measured."""
    words = unit.citations[0].quote if unit.citations else ""
    measured = form.measured or _of_kind(question)
    if unit.kind != "格" or form.asks != 1 or measured is None or words not in unit.text:
        return unit
    said = [found[0].strip() for found in CLAUSE.finditer(words)]
    counting = [one for one in said if measured.search(fold(one))]
    others = [one for one in said if one not in counting and DIGIT.search(one)]
    if len(counting) != 1 or not others or len(pairs(counting[0]) & pairs(question)) < FEWEST_SHARED:
        return unit
    text = unit.text.replace(words, f"{LEFT_OUT}{counting[0]}{LEFT_OUT}")
    return replace(unit, own=fold(counting[0]), text=text, citations=(replace(unit.citations[0], quote=counting[0]), *unit.citations[1:]))


def _of_kind(question: str) -> re.Pattern[str] | None:
    """Where a number of the things stands that are counted by 个, which counts anything."""
    found = KIND.search(fold(question))
    return re.compile(rf"\d\s*[个家]?{found[1]}") if found else None
