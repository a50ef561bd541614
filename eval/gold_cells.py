"""A known answer as the cells of one row of a workbook, and back: Chinese column names, several things in a cell between semicolons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from eval.fold import fold
from eval.gold import TYPES, GoldError, GoldQuestion, GoldValue
from eval.measure_words import TYPE_NAMES

ID, QUESTION, TYPE, STATUS, VALUES, LABELS, WORDS, BANNED, LARGER, SMALLER, YEAR, HISTORY, FILE, PLACE, ROW, COLUMN, PART, NOTE, CHECKED = (
    "编号", "问题", "题型", "应当", "数额", "数额的名称", "必须提到", "不得出现", "较大的一方", "较小的一方", "年度", "此前的问题",
    "文件", "章节或表名", "行", "列", "哪一件", "备注", "核对",
)  # fmt: skip
COLUMNS = (
    ID, QUESTION, TYPE, STATUS, VALUES, LABELS, WORDS, BANNED, LARGER, SMALLER, YEAR, HISTORY, FILE, PLACE, ROW, COLUMN, PART, NOTE,
    CHECKED,
)  # fmt: skip
SOURCE_FIELDS = {FILE: "doc", PLACE: "section", ROW: "row", COLUMN: "col", PART: "part"}
NOT_FOUND = "说没有"
STATUS_WORDS = {"作答": "answered", NOT_FOUND: "not_found", "反问": "clarify"}
TYPE_WORDS = {name: kind for kind, name in TYPE_NAMES.items()}
SEMICOLON, SLASH = "；", "／"
VALUE = re.compile(r"\s*(?P<value>[-−+]?\d[\d,]*(?:\.\d+)?)\s*(?P<unit>[^\d\s，,、。.][^\s，,、。]*)?\s*")
TEXT_VALUE = re.compile(r"“(?P<value>.+)”", re.DOTALL)
WHOLE_YEAR = re.compile(r"(?P<year>\d{4})(?:\.0)?年?")


def row_of(question: GoldQuestion) -> tuple[str, ...]:
    """The cells of one question; the last is left for who checks it."""
    expect = question.expect
    groups = (SLASH.join(map(escaped, group)) + (SLASH if len(group) == 1 else "") for group in expect.any_of)
    cells = {
        ID: question.id, QUESTION: question.question, TYPE: TYPE_NAMES.get(question.type, question.type),
        STATUS: next(word for word, name in STATUS_WORDS.items() if name == expect.status),
        VALUES: SEMICOLON.join(map(value_text, expect.values)),
        LABELS: positions(SLASH.join(map(escaped, value.labels)) for value in expect.values),
        WORDS: SEMICOLON.join((*map(escaped, expect.must_include), *groups)),
        BANNED: joined(expect.must_not_include), LARGER: joined(expect.larger), SMALLER: joined(expect.smaller),
        YEAR: str(expect.year or ""), HISTORY: joined(question.history), NOTE: question.note, CHECKED: "",
    } | {
        name: positions(escaped(getattr(source, field)) for source in question.sources) for name, field in SOURCE_FIELDS.items()
    }  # fmt: skip
    return tuple(cells[name] for name in COLUMNS)


def value_text(value: GoldValue) -> str:
    """An amount with its unit, or a text in quotation marks."""
    return escaped(f"{value.value}{value.unit}" if value.number is not None else f"“{value.value}”{value.unit}")


def escaped(text: str) -> str:
    """The text with a backslash before what would part it."""
    return re.sub(r"[\\；;／\n]", lambda found: f"\\{found[0]}", text)


def joined(texts: Iterable[str]) -> str:
    """Texts between semicolons."""
    return SEMICOLON.join(map(escaped, texts))


def positions(texts: Iterable[str]) -> str:
    """Texts between semicolons with empty ones kept in their place; nothing where all are empty."""
    kept = list(texts)
    return SEMICOLON.join(kept) if any(kept) else ""


def record_of(cells: Mapping[str, str]) -> dict[str, Any]:
    """One row as the object of a JSON line; a `GoldError` says which cell is wrong."""
    for name in (ID, QUESTION):
        if not cells[name]:
            raise GoldError(f"“{name}”是空的")
    kind = TYPE_WORDS.get(cells[TYPE], cells[TYPE])
    if kind not in TYPES:
        raise GoldError(f"“{TYPE}”要写 {'、'.join(TYPE_WORDS)} 之一，现在是“{cells[TYPE]}”")
    if cells[STATUS] not in STATUS_WORDS:
        raise GoldError(f"“{STATUS}”要写 {'、'.join(STATUS_WORDS)} 之一，现在是“{cells[STATUS]}”")
    if cells[STATUS] == NOT_FOUND and cells.get(VALUES):
        raise GoldError(f"“{STATUS}”写了“{NOT_FOUND}”，就不要写“{VALUES}”")
    return {
        "id": cells[ID], "question": cells[QUESTION], "type": kind, "history": texts_of(cells, HISTORY),
        "expect": expect_of(cells), "sources": sources_of(cells), "note": cells.get(NOTE, ""),
    }  # fmt: skip


def expect_of(cells: Mapping[str, str]) -> dict[str, Any]:
    """What a right answer is."""
    words = [part for part in parts(cells.get(WORDS, "")) if part]
    return {
        "status": STATUS_WORDS[cells[STATUS]],
        "values": values_of(cells),
        "must_include": [plain(word) for word in words if len(parts(word, SLASH)) == 1],
        "any_of": [list(filled(word, SLASH)) for word in words if len(parts(word, SLASH)) > 1],
        "must_not_include": texts_of(cells, BANNED),
        "larger": texts_of(cells, LARGER),
        "smaller": texts_of(cells, SMALLER),
        "year": year_of(cells.get(YEAR, "")),
    }


def values_of(cells: Mapping[str, str]) -> list[dict[str, Any]]:
    """The amounts, each with the names that stand in its place of the column for them."""
    amounts = [part for part in parts(cells.get(VALUES, "")) if part]
    labels = parts(cells[LABELS]) if cells.get(LABELS) else []
    values = [value_of(plain(text)) for text in amounts]
    if labels and len(labels) != len(amounts):
        raise GoldError(f"“{VALUES}”有 {len(amounts)} 个，“{LABELS}”却有 {len(labels)} 个；一个对一个，没有名称的空着，分号不能少")
    return [value | {"labels": list(filled(names, SLASH))} for value, names in zip(values, labels or [""] * len(values), strict=True)]


def value_of(text: str) -> dict[str, Any]:
    """An amount with its unit, in any usual spelling, or a text in quotation marks."""
    if found := TEXT_VALUE.fullmatch(text):
        return {"value": found["value"], "unit": ""}
    if not (found := VALUE.fullmatch(fold(text))):
        raise GoldError(f"“{VALUES}”里的“{text}”不像数额；请连单位一起写，如 12.00万元，几个之间用分号隔开")
    return {"value": found["value"], "unit": found["unit"] or ""}


def year_of(text: str) -> int | None:
    """The year in a cell, or None in an empty one."""
    if not text:
        return None
    if not (found := WHOLE_YEAR.fullmatch(text)):
        raise GoldError(f"“{YEAR}”要写四位数的年份，如 2031，现在是“{text}”")
    return int(found["year"])


def sources_of(cells: Mapping[str, str]) -> list[dict[str, str]]:
    """The places, one for every file; the other columns tell of each in the same order."""
    files = parts(cells[FILE]) if cells.get(FILE) else []
    places: list[dict[str, str]] = [{"doc": plain(file)} for file in files]
    for name, field in list(SOURCE_FIELDS.items())[1:]:
        told = parts(cells[name]) if cells.get(name) else []
        if told and not files:
            raise GoldError(f"写了“{name}”，也要写它在哪个“{FILE}”")
        if len(told) > len(files):
            raise GoldError(f"“{FILE}”有 {len(files)} 个，“{name}”却有 {len(told)} 个；一个对一个，同一个文件的两处要写两次")
        for place, text in zip(places, told, strict=False):
            place[field] = plain(text)
    return places


def texts_of(cells: Mapping[str, str], name: str) -> list[str]:
    """The texts between the semicolons of a cell."""
    return list(filled(cells.get(name, ""), SEMICOLON))


def filled(text: str, mark: str) -> Iterable[str]:
    """The parts that are not empty, as they are meant."""
    return (plain(part) for part in parts(text, mark) if part)


def parts(text: str, mark: str = SEMICOLON) -> list[str]:
    """The parts between semicolons or line ends (or another mark) that no backslash escapes, still escaped, in their places."""
    marks = r"[；;\n]" if mark == SEMICOLON else mark
    return [part.strip() for part in re.split(rf"(?<!\\){marks}", text)]


def plain(text: str) -> str:
    """The text without its backslashes."""
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)
