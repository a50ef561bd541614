"""Known answers as a workbook for staff: one question a row, Chinese column names (a door to spreadsheets)."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from eval.gold import GoldError, GoldQuestion
from eval.gold_cells import (
    CHECKED,
    COLUMN,
    COLUMNS,
    FILE,
    ID,
    LABELS,
    PLACE,
    QUESTION,
    ROW,
    STATUS,
    TYPE,
    TYPE_WORDS,
    VALUES,
    WORDS,
    record_of,
    row_of,
)  # fmt: skip

WIDTHS = {QUESTION: 60, VALUES: 22, LABELS: 22, WORDS: 30, FILE: 32, PLACE: 40, ROW: 24, COLUMN: 24}
SHEET = "题目"
KEEP, DROP = "对", "不要"
HELP = (
    "怎样核对：逐行看问题和答案。答案对的，在“核对”一栏写“对”；问题不合适的写“不要”；数额不对的改成原文的数再写“对”。",
    "只有“核对”一栏是“对”的行会用来评测。",
    "“应当”写 作答、说没有、反问 之一。题型写 " + "、".join(TYPE_WORDS) + " 之一。",
    "数额连单位一起写，如 12.00万元；有几个就用分号隔开，如 12.00万元；8.40%。不是数的写在引号里，如 “一级”。",
    "“数额的名称”：有几个数额时，写明每个数额叫什么，次序相同，用分号隔开，如 办公费；水费；一个数额有几种叫法就用／隔开。",
    "“必须提到”：每一样都要提到的用分号隔开；几种说法提到一种就行的用／隔开，如 增加／增长。",
    "比较的题在“较大的一方”和“较小的一方”写名称；同一方有几种叫法就用分号隔开。“年度”写问的是哪一年，如 2031。",
    "“文件”“章节或表名”“行”“列”是答案的出处；“行”和“列”写表格里那个数所在的行名和列名。有几处就用分号隔开，各栏次序相同，同一个文件的两处要写两次。",
    "一题问几件事时，“哪一件”写明每个出处答的是哪一件。“备注”怎样写都行。",
    "文字里本来就有分号、／或换行的，在它前面加一个反斜杠 \\。",
)
# What the libraries below openpyxl raise on a damaged file.
DAMAGED = (
    OSError, BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, IndexError, AttributeError, EOFError, ParseError,
    zlib.error,
)  # fmt: skip


def write_workbook(questions: Iterable[GoldQuestion], path: Path) -> None:
    """A workbook to be checked by a person; the last column is theirs to fill."""
    book = Workbook()
    sheet, help_sheet = book.active, book.create_sheet("说明")
    sheet.title = SHEET
    sheet.append(COLUMNS)
    for question in questions:
        sheet.append([None] * len(COLUMNS))
        for column, text in enumerate(row_of(question), 1):
            cell = sheet.cell(sheet.max_row, column)
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
            cell.data_type = "s"  # whatever it begins with, it is text and no formula
    sheet.freeze_panes = "A2"
    for number, name in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(name, 14)
    for line in HELP:
        help_sheet.append([line])
    book.save(path)


def read_workbook(path: Path) -> Iterator[tuple[str, object]]:
    """Every checked row as the object of a JSON line, or the error that says what is wrong with it."""
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        sheet = next((one for one in book.worksheets if one.title == SHEET), book.worksheets[0])
        rows = sheet.iter_rows(values_only=True)
        header = [str(name or "").strip() for name in next(rows, ())]
    except DAMAGED as error:
        raise GoldError(f"打不开“{path}”，或它不是 XLSX 文件，或文件已经损坏。") from error
    check_header(header, path.name)
    number = 1
    while True:
        number += 1
        try:
            row = next(rows, None)
        except DAMAGED:
            yield f"第 {number} 行", GoldError("从这一行起读不下去，文件已经损坏；请用表格软件打开，另存一份")
            return
        if row is None:
            return
        if (record := read_row(header, row)) is not None:
            yield f"第 {number} 行", record


def check_header(header: Sequence[str], name: str) -> None:
    """A `GoldError` where columns are missing, unknown or doubled: what stands in them would be left out unseen."""
    if missing := [column for column in (ID, QUESTION, TYPE, STATUS) if column not in header]:
        raise GoldError(f"“{name}”第一行缺少这些列：{'、'.join(missing)}。")
    named = [column for column in header if column]
    if unknown := [column for column in named if column not in COLUMNS]:
        raise GoldError(f"“{name}”第一行有不认识的列：{'、'.join(unknown)}；可以用的是 {'、'.join(COLUMNS)}。")
    if doubled := sorted({column for column in named if named.count(column) > 1}):
        raise GoldError(f"“{name}”第一行有重复的列：{'、'.join(doubled)}。")


def read_row(header: Sequence[str], row: Sequence[Any]) -> object | None:
    """A checked row as the object of a JSON line, an error, or None where it is empty or not to be used."""
    cells = {name: str(value if value is not None else "").strip() for name, value in zip(header, row, strict=False) if name}
    if not any(cells.values()) or (CHECKED in header and cells.get(CHECKED) != KEEP):
        if cells.get(CHECKED, "") not in ("", KEEP, DROP):
            return GoldError(f"“{CHECKED}”只能写“{KEEP}”或“{DROP}”，现在是“{cells[CHECKED]}”")
        return None
    try:
        return record_of({name: "" for name in header if name} | cells)
    except GoldError as error:
        return error
