"""Known answers as a workbook for staff: one question a row, Chinese column names (a door to spreadsheets)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils.exceptions import InvalidFileException

from eval.gold import TYPES, GoldQuestion
from eval.measure_words import TYPE_NAMES

ID, QUESTION, TYPE, STATUS, VALUES, WORDS, BANNED, HISTORY, FILE, PLACE, CHECKED = (
    "编号", "问题", "题型", "应当", "数额", "必须提到", "不得出现", "此前的问题", "文件", "章节或表名", "核对",
)  # fmt: skip
COLUMNS = (ID, QUESTION, TYPE, STATUS, VALUES, WORDS, BANNED, HISTORY, FILE, PLACE, CHECKED)
NOT_FOUND = "说没有"
STATUS_WORDS = {"作答": "answered", NOT_FOUND: "not_found", "反问": "clarify"}
TYPE_WORDS = {name: kind for kind, name in TYPE_NAMES.items()}
VALUE = re.compile(r"\s*(?P<value>[-−]?\d[\d,]*(?:\.\d+)?)\s*(?P<unit>\D*?)\s*")
MANY = re.compile(r"[；;\n]")
WIDTHS = {QUESTION: 60, VALUES: 22, WORDS: 30, FILE: 32, PLACE: 40}
KEEP, DROP = "对", "不要"
HELP = (
    "怎样核对：逐行看问题和答案。答案对的，在“核对”一栏写“对”；问题不合适的写“不要”；数额不对的改成原文的数再写“对”。",
    "数额连单位一起写，如 12.00万元；有几个就用分号隔开，如 12.00万元；8.40%。",
    "“应当”写 作答、说没有、反问 之一。题型写 " + "、".join(TYPE_WORDS) + " 之一。",
    "只有“核对”一栏是“对”的行会用来评测。",
)


def write_workbook(questions: Iterable[GoldQuestion], path: Path) -> None:
    """A workbook to be checked by a person; the last column is theirs to fill."""
    book = Workbook()
    sheet, help_sheet = book.active, book.create_sheet("说明")
    sheet.title = "题目"
    sheet.append(COLUMNS)
    for question in questions:
        sheet.append([None] * len(COLUMNS))
        for column, text in enumerate(row_of(question), 1):
            cell = sheet.cell(sheet.max_row, column)
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
            cell.data_type = "s"  # whatever it begins with, it is text and no formula
    sheet.freeze_panes = "A2"
    for number, name in enumerate(COLUMNS):
        sheet.column_dimensions[chr(ord("A") + number)].width = WIDTHS.get(name, 14)
    for line in HELP:
        help_sheet.append([line])
    book.save(path)


def row_of(question: GoldQuestion) -> tuple[str, ...]:
    """The cells of one question."""
    expect = question.expect
    words = (*expect.must_include, *("／".join(group) for group in expect.any_of))
    status = next(word for word, name in STATUS_WORDS.items() if name == expect.status)
    source = question.sources[0] if question.sources else None
    return (
        question.id, question.question, TYPE_NAMES.get(question.type, question.type), status,
        "；".join(f"{value.value}{value.unit}" for value in expect.values), "；".join(words), "；".join(expect.must_not_include),
        "；".join(question.history), source.doc if source else "", source.section if source else "", "",
    )  # fmt: skip


def read_workbook(path: Path) -> Iterator[tuple[str, object]]:
    """Every checked row as the object of a JSON line, or the error that says what is wrong with it."""
    from eval.read_gold import GoldError

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, BadZipFile, InvalidFileException, KeyError) as error:
        raise GoldError(f"打不开“{path}”，或它不是 XLSX 文件。") from error
    rows = book.worksheets[0].iter_rows(values_only=True)
    header = [str(name or "").strip() for name in next(rows, ())]
    missing = [name for name in (ID, QUESTION, TYPE, STATUS) if name not in header]
    if missing:
        raise GoldError(f"“{path.name}”第一行缺少这些列：{'、'.join(missing)}。")
    for number, row in enumerate(rows, 2):
        cells = {name: str(value if value is not None else "").strip() for name, value in zip(header, row, strict=False)}
        if not any(cells.values()) or (CHECKED in header and cells[CHECKED] != KEEP):
            if cells.get(CHECKED, "") not in ("", KEEP, DROP):
                yield f"第 {number} 行", GoldError(f"“{CHECKED}”只能写“{KEEP}”或“{DROP}”，现在是“{cells[CHECKED]}”")
            continue
        try:
            yield f"第 {number} 行", record_of(cells)
        except GoldError as error:
            yield f"第 {number} 行", error


def record_of(cells: Mapping[str, str]) -> dict[str, Any]:
    """One row as the object of a JSON line; a `GoldError` says which cell is wrong."""
    from eval.read_gold import GoldError

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
    if cells.get(PLACE) and not cells.get(FILE):
        raise GoldError(f"写了“{PLACE}”，也要写它在哪个“{FILE}”")
    words = parts(cells.get(WORDS, ""))
    return {
        "id": cells[ID], "question": cells[QUESTION], "type": kind, "history": parts(cells.get(HISTORY, "")),
        "expect": {
            "status": STATUS_WORDS[cells[STATUS]],
            "values": [value_of(text) for text in parts(cells.get(VALUES, ""))],
            "must_include": [word for word in words if "／" not in word],
            "any_of": [word.split("／") for word in words if "／" in word],
            "must_not_include": parts(cells.get(BANNED, "")),
        },
        "sources": [{"doc": cells[FILE], "section": cells.get(PLACE, "")}] if cells.get(FILE) else [],
    }  # fmt: skip


def value_of(text: str) -> dict[str, str]:
    """An amount with its unit."""
    from eval.read_gold import GoldError

    found = VALUE.fullmatch(text)
    if not found:
        raise GoldError(f"“{VALUES}”里的“{text}”不像数额；请连单位一起写，如 12.00万元，几个之间用分号隔开")
    return {"value": found["value"].replace("−", "-"), "unit": found["unit"]}


def parts(text: str) -> list[str]:
    """The parts between semicolons."""
    return [part.strip() for part in MANY.split(text) if part.strip()]
