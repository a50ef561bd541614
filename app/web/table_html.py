"""A table as it stands in its document, as HTML: merged cells kept, the cited cell, its row and its column marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from app.telling.cite import plain
from app.web import wording_web as words
from ingest.document import Cell, Table
from ingest.quantity import parse_number

ROWS_AROUND = 4
ROWS_SHOWN_WHOLE = 16


def table_html(table: Table, cited: tuple[int, int] | None = None) -> str:
    """The table with its caption; of a long table with a cited cell, the header and the rows around the cell."""
    rows = max((cell.row + cell.row_span for cell in table.cells), default=0)
    width = max((cell.column + cell.column_span for cell in table.cells), default=0)
    header = header_rows(table)
    first, last = _window(header, rows, cited)
    body = [
        *_omitted(first - header, width),
        *(_row(row, range(first, last), table.cells, width, cited) for row in range(first, last)),
        *_omitted(rows - last, width),
    ]
    head = "".join(_row(row, range(header), table.cells, width, cited) for row in range(header))
    thead = f"<thead>{head}</thead>" if head else ""
    notes = "".join(f'<p class="mz-note">{escape(note)}</p>' for note in table.notes)
    name = escape(caption_text(table))
    grid = f'<table aria-label="{name}">{thead}<tbody>{"".join(body)}</tbody></table>'
    return f'<p class="mz-caption" lang="zh-CN">{name}</p><div class="mz-table" lang="zh-CN" tabindex="0">{grid}</div>{notes}'


def caption_text(table: Table) -> str:
    """Number, title, what tells it apart, and the unit of its amounts."""
    unit = words.UNIT.format(unit=table.unit) if table.unit else ""
    return "　".join(part for part in (table.number or "", plain(table.title), table.context or "", unit) if part)


def header_rows(table: Table) -> int:
    """How many rows at the top consist of header cells only."""
    data = [cell.row for cell in table.cells if not cell.is_header]
    rows = max((cell.row + cell.row_span for cell in table.cells), default=0)
    return min(data, default=rows)


def _window(header: int, rows: int, cited: tuple[int, int] | None) -> tuple[int, int]:
    if cited is None or rows <= ROWS_SHOWN_WHOLE:
        return header, rows
    centre = max(cited[0], header)
    return max(header, centre - ROWS_AROUND), min(rows, centre + ROWS_AROUND + 1)


def _omitted(count: int, width: int) -> list[str]:
    return [f'<tr class="mz-omitted"><td colspan="{width}">{words.OMITTED_ROWS.format(count=count)}</td></tr>'] if count > 0 else []


def _row(row: int, shown: range, cells: Sequence[Cell], width: int, cited: tuple[int, int] | None) -> str:
    """One row; a merged cell stands in the first shown row that it covers, a place that nothing covers is an empty cell."""
    return f"<tr>{''.join(_places(row, shown, cells, width, cited))}</tr>"


def _places(row: int, shown: range, cells: Sequence[Cell], width: int, cited: tuple[int, int] | None) -> Iterator[str]:
    covering = {column: cell for cell in cells if _covers(cell, row) for column in range(cell.column, cell.column + cell.column_span)}
    for column in range(width):
        cell = covering.get(column)
        if cell is None:
            yield f"<td{_classes(_path((row, column), (1, 1), cited))}></td>"
        elif column == cell.column and row == max(cell.row, shown.start):
            height = min(cell.row + cell.row_span, shown.stop) - row
            yield _cell(cell, height, cited)


def _covers(cell: Cell, row: int) -> bool:
    return cell.row <= row < cell.row + cell.row_span


def _cell(cell: Cell, height: int, cited: tuple[int, int] | None) -> str:
    tag = "th" if cell.is_header else "td"
    spans = (f' rowspan="{height}"' if height > 1 else "") + (f' colspan="{cell.column_span}"' if cell.column_span > 1 else "")
    doubt = "<sup>？</sup>" if cell.is_uncertain else ""
    is_number = not cell.is_header and parse_number(cell.text.removesuffix("%")) is not None
    names = ("mz-number-cell" if is_number else "", _path((cell.row, cell.column), (cell.row_span, cell.column_span), cited))
    return f"<{tag}{spans}{_classes(*names)}>{escape(plain(cell.text))}{doubt}</{tag}>"


def _path(place: tuple[int, int], span: tuple[int, int], cited: tuple[int, int] | None) -> str:
    """How a cell stands to the cited one: it is the one, it shares its row or column, or neither."""
    if cited is None:
        return ""
    shared = sum(start <= wanted < start + length for start, length, wanted in zip(place, span, cited, strict=True))
    return ("", "mz-path", "mz-cited")[shared]


def _classes(*names: str) -> str:
    given = " ".join(name for name in names if name)
    return f' class="{given}"' if given else ""
