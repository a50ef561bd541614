"""A documents.csv beside the files: what staff know about them better than the program can read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.library.document_fields import FIELDS, FieldError, read_fields
from app.library.error_reason import error_reason

FILE_NAME = "documents.csv"
FILE_COLUMN = "file"
COLUMNS = {
    **dict.fromkeys((FILE_COLUMN, "文件", "文件名"), FILE_COLUMN),
    **{name: field.name for field in FIELDS for name in (field.name, *field.chinese)},
}


@dataclass(frozen=True, slots=True)
class DocumentList:
    """What a documents.csv says of each file, by its resolved path, and what is wrong with it, one Chinese message each."""

    fields: Mapping[Path, Mapping[str, str | int]]
    problems: tuple[str, ...] = ()


def read_documents_csv(path: Path) -> DocumentList:
    """The list as far as it is right: a row with an error is left out and told, the others count."""
    try:
        rows = list(csv.reader(io.StringIO(_decode(path.read_bytes()), newline=""), strict=True))
    except (OSError, UnicodeDecodeError) as error:
        return DocumentList({}, (f"读不了：{_reason(error)}；请存为 UTF-8 或 GB18030 的 CSV 文件。",))
    except csv.Error as error:
        return DocumentList({}, (f"不是完整的 CSV（{error}）；请检查引号是否成对。",))
    header = [cell.strip() for cell in rows[0]] if rows else []
    problem = _header_problem(header)
    if problem:
        return DocumentList({}, (problem,))
    columns = [COLUMNS[cell.lower()] if cell else "" for cell in header]
    fields: dict[Path, Mapping[str, str | int]] = {}
    problems = []
    for number, row in _filled(rows):
        try:
            file, found = _read_row(path.parent, columns, row)
            fields[file] = found
        except FieldError as error:
            problems.append(f"第 {number} 行没有采用：{error}。")
    return DocumentList(fields, tuple(problems))


def _decode(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def _reason(error: Exception) -> str:
    return error_reason(error) if isinstance(error, OSError) else "不是文本"


def _header_problem(header: list[str]) -> str | None:
    allowed = "、".join((FILE_COLUMN, *(field.name for field in FIELDS)))
    unknown = [cell for cell in header if cell and cell.lower() not in COLUMNS]
    names = [COLUMNS.get(cell.lower()) for cell in header if cell]
    if unknown:
        return f"第 1 行有不认识的列“{'”“'.join(unknown)}”；可用的列是 {allowed}。"
    if FILE_COLUMN not in names:
        return f"第 1 行缺少 {FILE_COLUMN} 列；第 1 行要写列名，可用的列是 {allowed}。"
    if len(set(names)) < len(names):
        return "第 1 行有两列同名；每种列只能有一个。"
    return None


def _filled(rows: list[list[str]]) -> Iterator[tuple[int, list[str]]]:
    return ((number, row) for number, row in enumerate(rows[1:], 2) if any(cell.strip() for cell in row))


def _read_row(folder: Path, columns: list[str], row: list[str]) -> tuple[Path, dict[str, str | int]]:
    if any(cell.strip() for cell in row[len(columns) :]):
        raise FieldError(f"有 {len(row)} 格，而第 1 行只有 {len(columns)} 个列名；内容里的逗号要用引号括起来")
    written = {name: cell.strip() for name, cell in zip(columns, row, strict=False) if name}
    if not written.get(FILE_COLUMN):
        raise FieldError("没有写文件名")
    file = (folder / written[FILE_COLUMN]).resolve()
    if not file.is_file():
        raise FieldError(f"找不到文件“{written[FILE_COLUMN]}”；文件名相对于 {FILE_NAME} 所在的文件夹")
    return file, read_fields(written)
