"""What was left unread, with its place: cells of amounts that print no number, and rows of numbers outside any table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ingest.blocks import Line, TableSource
from ingest.document import Figure, Place, Problem, Table
from ingest.labels.table_words import kind_of_header
from ingest.quantity import parse_number

# Digits with marks that a number may have: what prints these under a header of amounts was meant to be one.
LIKE_A_NUMBER = re.compile(r"(?=.*\d)[\d０-９.,，．:：;；'’+＋\-－−–()（）¥￥元万亿oOlI\s]{2,30}")
AMOUNT = re.compile(r"[-−(（]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}[)）]?")
FEWEST_ROWS = 3
MOST_WORDS = 12
LEVELS = re.compile(r"(?:绩效指标\s*)?一级指标\s+二级指标\s+三级指标(?:\s|$)")
SENTENCE = re.compile(r"[，。；]")
LONGEST_SHOWN = 40


def find_problems(items: Sequence[Line | TableSource], tables: Sequence[Table], figures: Sequence[Figure]) -> tuple[Problem, ...]:
    """Every doubtful cell and every run of lines that looks like rows of a table, in Chinese, each with its place."""
    return (*_unread_cells(tables, figures), *_lost_amounts(tables, figures), *_unread_rows(items), *_unread_indicators(items))


def _lost_amounts(tables: Sequence[Table], figures: Sequence[Figure]) -> Iterator[Problem]:
    """Cells that print an amount and stand where names do, so that nothing says what it is of."""
    read = {(figure.table, figure.cell) for figure in figures}
    for table in tables:
        for cell in table.cells:
            if AMOUNT.fullmatch(cell.text.strip()) and (table.index, (cell.row, cell.column)) not in read:
                yield Problem(f"表《{table.title}》里的“{cell.text.strip()}”不在金额的列里，没有读成数据。", cell.place or table.place)


def _unread_cells(tables: Sequence[Table], figures: Sequence[Figure]) -> Iterator[Problem]:
    for figure in figures:
        is_amount = bool(figure.col) and kind_of_header(figure.col[-1]) == "number"
        if figure.quantity is None and is_amount and LIKE_A_NUMBER.fullmatch(figure.value):
            name = " / ".join((*figure.row, *figure.col))
            title = tables[figure.table].title
            yield Problem(f"表《{title}》“{name}”印的是“{figure.value}”，不是一个能读准的数，没有当作金额。", figure.place)


def _unread_rows(items: Sequence[Line | TableSource]) -> Iterator[Problem]:
    """Runs of lines of a label and several numbers: a table whose columns were lost and that no form describes."""
    for is_row, run in groupby(items, key=lambda item: isinstance(item, Line) and _is_row(item.text)):
        lines = [item for item in run if isinstance(item, Line)]
        if is_row and len(lines) >= FEWEST_ROWS:
            shown = lines[0].text.strip()[:LONGEST_SHOWN]
            message = f"从“{shown}”起 {len(lines)} 行像是表格，列已丢失，又不合已知的规定格式，只作文字保留，其中的数没有读成表格。"
            yield Problem(message, _spanning(lines[0].place, lines[-1].place))


def _unread_indicators(items: Sequence[Line | TableSource]) -> Iterator[Problem]:
    """Headers of indicators that stand among the text: the form below them was not read as a table."""
    for item in items:
        if isinstance(item, Line) and LEVELS.match(item.text.strip()):
            message = f"“{item.text.strip()[:LONGEST_SHOWN]}”以下像是绩效指标表，没有读成表格，只作文字保留，请查原文件。"
            yield Problem(message, item.place)


def _is_row(text: str) -> bool:
    words = text.split()
    numbers = [word for word in words[1:] if parse_number(word) is not None]
    is_amount = bool(numbers) and numbers[-1] == words[-1] and any("." in word or "," in word for word in numbers)
    return is_amount and 1 < len(words) <= MOST_WORDS and not SENTENCE.search(text)


def _spanning(first: Place, last: Place) -> Place:
    if first.lines and last.lines:
        return Place(lines=(first.lines[0], last.lines[1]))
    return first
