"""The header rows of a table whose format shows no merged cells: which rows they are and what each of their cells covers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.labels.align_cells import LABEL_KINDS
from ingest.labels.table_words import COUNTER_HEADERS, ENUMERATED, fold_all, is_total, kind_of_cell, kind_of_header
from ingest.quantity import parse_number

MOST_HEADER_ROWS = 6
LONGEST_HEADER = 45
LIKE_A_NUMBER = re.compile(r"[-−－(（]?[\d０-９][\d０-９.,，．]*[)）]?")
YEAR = re.compile(r"20\d\d")
CODE = re.compile(r"\d{3,}")
Span = tuple[int, int, int, int]


def count_header_rows(rows: Sequence[Sequence[str]]) -> int:
    """How many rows at the top of a table are its header."""
    for index, row in enumerate(rows[: MOST_HEADER_ROWS + 1]):
        if is_counter_row(row):
            return index + 1
        if not index and _names_years(row):
            continue
        if _is_data(row) or (index and _names_a_row(row, rows[:index])):
            return index
    return 1 if rows else 0


def _names_years(row: Sequence[str]) -> bool:
    """Whether a row heads columns by bare years: 项目 2022 2023 2024."""
    texts = [fold_all(text) for text in row if text.strip()]
    years = [int(text) for text in texts if YEAR.fullmatch(text)]
    labels = [text for text in texts if not YEAR.fullmatch(text)]
    is_run = len(years) > 1 and years == list(range(years[0], years[0] + len(years)))
    return is_run and bool(labels) and all(kind_of_header(text) in LABEL_KINDS for text in labels)


def _names_a_row(row: Sequence[str], above: Sequence[Sequence[str]]) -> bool:
    """Whether a row prints nothing but names under headers that ask for names."""
    columns = [column for column, text in enumerate(row) if text.strip()]
    if not columns or all(kind_of_header(row[column]) in LABEL_KINDS for column in columns):
        return False
    headers = [next((line[column] for line in reversed(above) if column < len(line) and line[column].strip()), "") for column in columns]
    return all(header and kind_of_header(header) in LABEL_KINDS for header in headers)


def is_counter_row(row: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: 栏次 1 2 3."""
    texts = [fold_all(text) for text in row if text.strip()]
    numbers = [text for text in texts if not COUNTER_HEADERS.fullmatch(text)]
    if len(numbers) == len(texts) and len(numbers) < 3:
        return False
    return bool(numbers) and [parse_number(text) for text in numbers] == list(range(1, len(numbers) + 1))


def _is_data(row: Sequence[str]) -> bool:
    texts = [text for text in row if text.strip()]
    if len(texts) == 1 and is_total(texts[0]):
        return True
    if any(len(text.strip()) > LONGEST_HEADER for text in texts):
        return True
    leading = ENUMERATED.match(texts[0].strip()) if texts else None
    return bool(leading and not leading[0].startswith("其中")) or any(
        kind_of_cell(text) in ("number", "percent", "dash") or LIKE_A_NUMBER.fullmatch(text) or CODE.fullmatch(fold_all(text))
        for text in texts
    )


def span_header(rows: Sequence[Sequence[str]]) -> dict[tuple[int, int], Span]:
    """For every printed header cell (row, column) the place it covers: row, column, row span, column span."""
    width = max((len(row) for row in rows), default=0)
    texts = [[row[column].strip() if column < len(row) else "" for column in range(width)] for row in rows]
    width = max((column + 1 for row in texts for column in range(width) if row[column]), default=0)
    used = _move_groups_to_their_first_child(texts, width)
    spans: dict[tuple[int, int], Span] = {}
    parents: list[int] = [0] * width
    for depth in range(len(texts)):
        parents = _span_row(texts, depth, width, parents, used, spans)
    return spans


def _move_groups_to_their_first_child(texts: list[list[str]], width: int) -> dict[tuple[int, int], tuple[int, int]]:
    """A group begins where its first child does: a header with a gap just below it and a grandchild under the gap stands too far left."""
    printed = {(row, column): (row, column) for row in range(len(texts)) for column in range(width) if texts[row][column]}
    for row in range(len(texts) - 2):
        for column in range(width):
            if not texts[row][column] or texts[row + 1][column] or not any(below[column] for below in texts[row + 2 :]):
                continue
            to = next((c for c in range(column + 1, width) if texts[row][c] or texts[row + 1][c]), None)
            if to is not None and not texts[row][to]:
                texts[row][to], texts[row][column] = texts[row][column], ""
                printed[row, to] = printed.pop((row, column))
    return printed


def _span_row(
    texts: list[list[str]], depth: int, width: int, parents: list[int], printed: dict[tuple[int, int], tuple[int, int]],
    spans: dict[tuple[int, int], Span],
) -> list[int]:
    """Spans the cells of one header row; `parents` names, for each column, the group above by the column where it starts."""
    row, starts = texts[depth], list(parents)
    column = 0
    while column < width:
        end = column + 1
        if row[column]:
            while end < width and not row[end] and parents[end] == parents[column]:
                end += 1
            height = 1
            while depth + height < len(texts) and not any(texts[depth + height][column:end]):
                height += 1
            spans[printed[depth, column]] = (depth, column, height, end - column)
            starts[column:end] = [column + width * (depth + 1)] * (end - column)
        column = end
    return starts
