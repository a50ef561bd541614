"""Every figure as a record: JSON lines for programs, CSV and XLSX for people, formulas made harmless."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from ingest.document import Document, Figure
from ingest.quantity import parse_number

COLUMNS = {
    "document": "文件",
    "document_id": "文件编号",
    "table": "表名",
    "table_no": "表号",
    "context": "区分",
    "row": "行标题",
    "col": "列标题",
    "value": "原文",
    "number": "数值",
    "unit": "单位",
    "page": "页",
    "bbox": "页上位置",
    "lines": "行号",
    "uncertain": "存疑",
    "recognized": "文字识别",
}
MARKS = {"uncertain": "存疑", "recognized": "OCR"}
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
LARGEST_EXACT_DIGITS = 15  # a spreadsheet keeps no more
Record = Mapping[str, Any]


def figure_records(document: Document) -> Iterator[dict[str, Any]]:
    """The document's figures in its own order, each as the contract's object."""
    return (figure_record(document, figure) for figure in document.figures)


def figure_record(document: Document, figure: Figure) -> dict[str, Any]:
    """One figure of the document as the contract's object."""
    table = document.tables[figure.table]
    quantity, place = figure.quantity, figure.place
    return {
        "document": document.info.file_name,
        "document_id": document.info.id,
        "table": table.title,
        "table_no": table.number,
        "context": table.context,
        "row": list(figure.row),
        "col": list(figure.col),
        "value": figure.value,
        "number": format(quantity.number, "f") if quantity else None,
        "unit": quantity.unit if quantity else "",
        "page": place.page,
        "bbox": list(place.bbox) if place.bbox else None,
        "lines": list(place.lines) if place.lines else None,
        "uncertain": figure.uncertain,
        "recognized": document.info.is_recognized,
    }


def to_jsonl(records: Iterable[Record]) -> Iterator[bytes]:
    """One JSON object a line."""
    return ((json.dumps(record, ensure_ascii=False) + "\n").encode() for record in records)


def to_csv(records: Iterable[Record], columns: Mapping[str, str] = COLUMNS) -> Iterator[bytes]:
    """A CSV that spreadsheet programs open as UTF-8, numbers as numbers."""
    yield "\ufeff".encode()
    yield csv_line(columns.values())
    for record in records:
        yield csv_line(_csv_cell(name, record[name]) for name in columns)


def to_xlsx(records: Iterable[Record], columns: Mapping[str, str] = COLUMNS) -> Iterator[bytes]:
    """A workbook of one sheet, its header frozen, numbers as numbers and all else as text."""
    from openpyxl import Workbook  # 0.2 s: only for this format

    book = Workbook(write_only=True)
    sheet = book.create_sheet("数据")
    sheet.freeze_panes = "A2"
    sheet.append(list(columns.values()))
    for record in records:
        sheet.append([_xlsx_cell(sheet, name, record[name]) for name in columns])
    content = io.BytesIO()
    book.save(content)
    yield content.getvalue()


FORMATS: dict[str, Callable[[Iterable[Record]], Iterator[bytes]]] = {"jsonl": to_jsonl, "csv": to_csv, "xlsx": to_xlsx}


def _printed(name: str, value: Any) -> str:
    """One cell's text: label parts joined, lines as 12–13 or 12, doubt in Chinese."""
    if value is None:
        return ""
    if name in MARKS:
        return MARKS[name] if value else ""
    parts = list(dict.fromkeys(value)) if name == "lines" else value
    joint = {"row": " / ", "col": " / ", "lines": "–", "bbox": " "}.get(name)
    return joint.join(str(part) for part in parts) if joint else str(value)


def _is_number(name: str, value: Any) -> bool:
    return name in ("number", "page", "year") and value is not None


def _csv_cell(name: str, value: Any) -> str:
    text = _printed(name, value)
    return "'" + text if text.startswith(FORMULA_STARTS) and parse_number(text) is None else text


def csv_line(cells: Iterable[str]) -> bytes:
    """One line of a CSV, quoted where it must be."""
    line = io.StringIO()
    csv.writer(line).writerow(list(cells))
    return line.getvalue().encode()


def _xlsx_cell(sheet: Any, name: str, value: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if _is_number(name, value) and len(Decimal(value).as_tuple().digits) <= LARGEST_EXACT_DIGITS:
        return WriteOnlyCell(sheet, Decimal(value))
    return text_cell(sheet, _printed(name, value))


def text_cell(sheet: Any, text: str) -> Any:
    """A workbook's cell that holds text and never a formula."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"  # whatever it begins with, it is text and no formula
    return cell
