"""What was asked in English is answered in both languages: the Chinese answer, and below it what it comes to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from app.answer import Answer, Value
from app.telling import wording_english as wording
from app.telling.cite import document_name
from app.telling.name_in_english import name_body, name_document, name_item
from ingest.document import DocumentInfo

FALLING = re.compile(r"(?:减少|下降|降低|减)\D{0,2}$")
RISING = re.compile(r"(?:增加|增长|提高|增)\D{0,2}$")
SET_AGAINST = re.compile(r"^(.+?)(?:比(.+?)(多|少|高|低)|是(.+?)(的))$")
COUNT = re.compile(r"(?:职责|所列名称数，)共(\d+)[项个条]")
EXTREME = re.compile(r"最(?:([高多大])|[低少小])的是\*\*(.+?)\*\*(?:：\*\*([\d,.]+)(.+?)(?:（.*?)?\*\*)?")
SHARE = re.compile(r"^(?:.+·)?(.+?)占.*(?:比重|比例|占比)$")


def tell_in_english(answer: Answer, infos: Sequence[DocumentInfo]) -> Answer:
    """The answer with its English part: values with document, item and unit, where words are quoted from, or that there is none."""
    told = {"not_found": _refused, "clarify": _asked_back}.get(answer.status, _answered)(answer, infos)
    return replace(answer, text=f"{answer.text}\n\n{wording.IN_ENGLISH}{told}")


def _refused(answer: Answer, infos: Sequence[DocumentInfo]) -> str:
    named = _named(answer.text, infos)
    return f"{wording.NOT_FOUND}{f' {named}' if named else ''}"


def _asked_back(answer: Answer, infos: Sequence[DocumentInfo]) -> str:
    names = {document_name(info): name_document(info) for info in infos}
    choices = [names.get(choice.label) or name_item(choice.label) for choice in answer.choices]
    return "\n".join([wording.CLARIFY, *(wording.CHOICE.format(name=name) for name in choices)])


def _answered(answer: Answer, infos: Sequence[DocumentInfo]) -> str:
    if not answer.values:
        sources = "; ".join(name_document(info) for info in _cited(answer, infos))
        count = COUNT.search(answer.text)
        quoted = f"{wording.IN_ALL.format(count=count[1]) if count else ''}{wording.QUOTED.format(sources=sources)}"
        return quoted if sources else f" {_named(answer.text, infos) or wording.NO_VALUE}"
    told = [_value(value, answer, infos) for value in answer.values]
    own = [one for one in (answer.calculation or "").split("；") if one and f"计算：{one}" in answer.text]
    formulas = [wording.CALCULATION.format(formula=_formula(one)) for one in own]
    lines = [line for where, group in groupby(told, lambda one: one[0]) for line in _of_document(where, [line for _, line in group])]
    return "\n".join(["", *_extreme(answer, infos), *lines, *formulas, *([wording.NOTE] if answer.warnings else [])])


def _extreme(answer: Answer, infos: Sequence[DocumentInfo]) -> list[str]:
    """Which is the highest or the lowest, where the answer says so."""
    if not (found := EXTREME.search(answer.text)):
        return []
    amount = f": {found[3]} {wording.UNITS.get(found[4], found[4])}".replace(" %", "%") if found[3] else ""
    name = _bodies(infos).get(found[2]) or name_item(found[2])
    return [(wording.HIGHEST if found[1] else wording.LOWEST).format(name=name, amount=amount)]


def _bodies(infos: Sequence[DocumentInfo]) -> dict[str, str]:
    return {unit: name_body(unit, info.region) for info in infos for unit in (*info.units, *filter(None, [info.organization]))}


def _of_document(where: str, lines: Sequence[str]) -> list[str]:
    """The values of one document below its name, a single one behind it."""
    if not where or len(lines) == 1:
        return [wording.VALUE.format(where=f"{where}: " if where else "", value=line) for line in lines]
    return [f"{where}:", *(wording.VALUE.format(where="", value=line) for line in lines)]


def _value(value: Value, answer: Answer, infos: Sequence[DocumentInfo]) -> tuple[str, str]:
    """The document of a value, and what it is of with its amount."""
    is_against = bool(SET_AGAINST.match(value.label))
    at = _place(answer.text, value, infos)
    where = "" if is_against else _where(answer, at, infos)
    return where, f"{_label(value, infos)}: {_amount(value, answer.text, at)}"


def _named(text: str, infos: Sequence[DocumentInfo]) -> str:
    """The documents that a text names, as those that are loaded or those that were looked in."""
    names = "; ".join(name_document(info) for info in infos if document_name(info) in text)
    return (wording.LOADED if "已载入" in text else wording.LOOKED_IN).format(names=names) if names else ""


def _cited(answer: Answer, infos: Sequence[DocumentInfo]) -> list[DocumentInfo]:
    cited = {citation.document_id for citation in answer.citations}
    return [info for info in infos if info.id in cited]


def _place(text: str, value: Value, infos: Sequence[DocumentInfo]) -> int:
    """Where the answer's text states a value, in a line that names its document and its item before any other; -1 where nowhere."""
    plain, grouped = format(value.value, "f"), f"{value.value:,f}"
    pattern = re.compile(rf"(?<![\d.,])(?:{re.escape(plain)}|{re.escape(grouped)})(?:\*\*)?{re.escape(value.unit)}")

    def told_before(at: int) -> tuple[bool, bool]:
        line = text[text.rfind("\n", 0, at) + 1 : at]
        return any(document_name(info) in line for info in infos), value.label in line

    places = [found.start() for found in pattern.finditer(text)]
    return max(places, key=lambda at: (*told_before(at), -at), default=-1)


def _where(answer: Answer, at: int, infos: Sequence[DocumentInfo]) -> str:
    """The document that the text names last before a value; of several cited ones none where it names none."""
    before = answer.text[: max(at, 0)]
    named = [info for info in infos if document_name(info) in before] or _cited(answer, infos)
    is_sure = any(document_name(info) in before for info in named) or len(named) == 1
    return name_document(max(named, key=lambda info: before.rfind(document_name(info)))) if named and is_sure else ""


def _label(value: Value, infos: Sequence[DocumentInfo]) -> str:
    """What a value is of; bodies and units by their names, those that are held against each other too."""
    bodies = _bodies(infos)
    if match := SET_AGAINST.match(value.label):
        first, second = (bodies.get(part) or name_item(part) for part in (match[1], match[2] or match[4]))
        return wording.AGAINST[match[3] or match[5]].format(first=first, second=second)
    part = SHARE.match(value.label) if value.unit != "%" else None
    return bodies.get(value.label) or name_item(part[1] if part else value.label)


def _amount(value: Value, text: str, at: int) -> str:
    before = text[max(at - 6, 0) : at].replace("*", "") if at >= 0 else ""
    direction = wording.DOWN if FALLING.search(before) else wording.UP if RISING.search(before) else ""
    return f"{direction}{value.value:,f} {wording.UNITS.get(value.unit, value.unit)}".strip().replace(" %", "%")


def _formula(calculation: str) -> str:
    for chinese, english in sorted(wording.UNITS.items(), key=lambda pair: -len(pair[0])):
        calculation = calculation.replace(chinese, f" {english}" if english not in ("", "%") else english)
    return calculation
