"""How the command line prints: documents, answers, passages and tables, in colour on a terminal, as plain text elsewhere."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table as ScreenTable
from rich.text import Text

from app.answer import Answer, Citation
from app.checks.check_ledger import Ledger
from app.commands import cli_wording as words
from ingest.document import DocumentInfo, Table

WIDTH_OF_NO_TERMINAL = 2000
LONGEST_QUOTE = 160
BOLD = "**"


def screen(*, is_error: bool = False) -> Console:
    """Standard output (or error); what is not a terminal gets long lines and no colour."""
    stream = sys.stderr if is_error else sys.stdout
    return Console(file=stream, width=None if stream.isatty() else WIDTH_OF_NO_TERMINAL, highlight=False, markup=False, emoji=False)


def say(text: str, style: str | None = None) -> None:
    """One message on standard output, its lines unbroken."""
    screen().print(Text(text, style or ""), soft_wrap=True)


def complain(text: str) -> None:
    """One message on standard error, its lines unbroken."""
    screen(is_error=True).print(Text(text, "red"), soft_wrap=True)


def print_json(data: Any) -> None:
    """The data as JSON, Chinese as it is."""
    print(json.dumps(data, ensure_ascii=False, indent=2))


def progress_bar() -> Progress:
    """A bar on standard error, seen on a terminal only."""
    console = screen(is_error=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[now]}"))
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def print_documents(documents: Sequence[DocumentInfo]) -> None:
    """The documents as a table, each that is superseded with its successor."""
    names = ("file_name", "organization", "year", "kind", "scope", "published", "id")
    successors = {info.supersedes: info.file_name for info in documents if info.supersedes}
    rows = []
    for info in documents:
        known = (str(getattr(info, name) or words.UNKNOWN.get(name, "")) for name in names)
        successor = successors.get(info.id) or successors.get(info.file_name)
        notes = (words.SUPERSEDED.format(name=successor) if successor else "", words.RECOGNIZED if info.is_recognized else "")
        rows.append((*known, "；".join(filter(None, notes))))
    header = ("文件", "单位", "年度", "类别", "范围", "公布日期", "编号", "备注")
    has_notes = any(row[-1] for row in rows)
    _print_rows(header if has_notes else header[:-1], rows if has_notes else [row[:-1] for row in rows])


def print_tables(entries: Iterable[tuple[DocumentInfo, Table]]) -> None:
    """A list of tables, each with its index within its document."""
    rows = [
        (info.file_name, str(table.index + 1), table.number or "", table.title, table.context or "", table.unit, place_words(table.place))
        for info, table in entries
    ]
    _print_rows(("文件", "序号", "表号", "表名", "区分", "单位", "位置"), rows)


def print_table(info: DocumentInfo, table: Table) -> None:
    """One table with its cells where they stand."""
    caption = " ".join(part for part in (table.number, table.title, table.context, f"单位：{table.unit}" if table.unit else "") if part)
    recognized = f"　{words.RECOGNIZED}" if info.is_recognized else ""
    say(f"{info.file_name}　{caption}　{place_words(table.place)}{recognized}", "bold")
    width = max((cell.column + cell.column_span for cell in table.cells), default=0)
    grid = ScreenTable(show_header=False, show_lines=True)
    for _ in range(width):
        grid.add_column(overflow="fold")
    for row in sorted({cell.row for cell in table.cells}):
        printed = {cell.column: Text(cell.text, "bold" if cell.is_header else "") for cell in table.cells if cell.row == row}
        grid.add_row(*(printed.get(column, "") for column in range(width)))
    screen().print(grid)
    for note in table.notes:
        say(note)


def print_ledger(info: DocumentInfo, ledger: Ledger) -> None:
    """What was read of a document, which sums close, what disagrees and what was left unread."""
    say(info.file_name, "bold")
    rows = [
        (row.name, *("" if count is None else str(count) for count in (row.cells, row.holds, row.rounding, row.broken, row.uncertain)))
        for row in ledger.rows
    ]
    _print_rows(words.LEDGER_HEADER, rows)
    for sentence in ledger.broken:
        say(sentence, "red")
    for sentence in ledger.rounding:
        say(sentence)
    for problem in ledger.problems:
        say(words.LEFT_UNREAD.format(place=place_words(problem.place), message=problem.message), "yellow")
    if not ledger.problems:
        say(words.NOTHING_UNREAD)


def print_answer(answer: Answer) -> None:
    """An answer as a person reads it: text, calculation, warnings, ways to ask again, sources."""
    screen().print(_without_marks(answer.text), soft_wrap=True)
    if answer.calculation and answer.calculation not in answer.text:
        say(words.CALCULATION.format(text=answer.calculation))
    for warning in (one for one in answer.warnings if one not in answer.text):
        say(words.WARNING.format(text=warning), "yellow")
    if answer.choices:
        say(f"\n{words.CHOICES}", "bold")
        for number, choice in enumerate(answer.choices, 1):
            say(f"  {number}. {choice.question if choice.label in choice.question else f'{choice.label}：{choice.question}'}")
    if answer.citations:
        say(f"\n{words.SOURCES}", "bold")
    for number, citation in enumerate(answer.citations, 1):
        _print_citation(number, citation)


def print_passages(results: Sequence[dict[str, Any]]) -> None:
    """Ranked passages with their place."""
    for number, result in enumerate(results, 1):
        place = f"　第 {result['page']} 页" if result["page"] else ""
        say(f"[{number}] {result['document']}　{result['section']}{place}　{result['score']:.3f}", "bold")
        say(f"    {result['text'].strip()}\n")


def place_words(place: Any) -> str:
    """Where something stands, in Chinese: 第 3 页, 第 12–15 行, or in a workbook 第 2 张工作表，第 5 行."""
    unit = "页" if place.lines is None else "张工作表"
    parts = [f"第 {place.page} {unit}"] if place.page is not None else []
    if place.lines is not None:
        first, last = place.lines
        parts.append(f"第 {first} 行" if first == last else f"第 {first}–{last} 行")
    return "，".join(parts)


def _print_citation(number: int, citation: Citation) -> None:
    title = f"《{citation.title}》" if citation.title else ""
    say(f"[{number}] {title}{citation.document}　{citation.section}", "cyan")
    cell = " × ".join(" / ".join(labels) for labels in (citation.row, citation.col) if labels)
    table = " ".join(part for part in (citation.table, citation.context) if part)
    published = f"{citation.published} 公布" if citation.published else None
    where = "　".join(part for part in (table, cell, place_words(citation)) if part)
    source = "　".join(part for part in (published, citation.url) if part)
    quote = words.QUOTE.format(text=_shortened(citation.quote)) if citation.quote else ""
    for line in (where, quote, source):
        if line:
            say("    " + line.replace("\n", "\n    "))


def _without_marks(text: str) -> Text:
    """Markdown's bold as a terminal's bold."""
    printed = Text()
    for number, part in enumerate(text.split(BOLD)):
        printed.append(part, "bold" if number % 2 else "")
    return printed


def _shortened(quote: str) -> str:
    """A quote that keeps to a few lines of the screen; `--json` has all of it."""
    text = quote.strip().strip("| ")
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}……"


def _print_rows(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    table = ScreenTable(*header)
    for column in table.columns:
        column.overflow = "fold"
    for row in rows:
        table.add_row(*row)
    screen().print(table)
