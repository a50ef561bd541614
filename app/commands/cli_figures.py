"""The commands that show what was read: figures, tables."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from app.commands import cli_wording as words
from app.commands.cli_screen import print_table, print_tables, say
from app.commands.cli_session import CommandError, DocumentOption, HomeOption, chosen_documents, open_knowledge_base, session_settings
from app.exports.export_figures import FORMATS, figure_records
from app.library.error_reason import error_reason
from retrieval.spelling.label_key import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ingest.document import DocumentInfo, Table


def figures(
    context: typer.Context,
    document: DocumentOption = None,
    layout: Annotated[Literal["jsonl", "csv", "xlsx"], typer.Option("--format", metavar="格式", help=words.FORMAT)] = "jsonl",
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="文件", help=words.OUTPUT, show_default=False)] = None,
    home: HomeOption = None,
) -> None:
    """Write every figure."""
    if layout == "xlsx" and output is None and sys.stdout.isatty():
        raise CommandError(words.XLSX_NEEDS_FILE)
    documents = chosen_documents(open_knowledge_base(session_settings(context, home)), document)
    write_content(FORMATS[layout](record for one in documents for record in figure_records(one)), output)


def tables(
    context: typer.Context,
    table: Annotated[str | None, typer.Argument(metavar="表", help=words.TABLE, show_default=False)] = None,
    document: DocumentOption = None,
    home: HomeOption = None,
) -> None:
    """List the tables, or print those that are named."""
    documents = chosen_documents(open_knowledge_base(session_settings(context, home)), document)
    entries = [(one.info, found) for one in documents for found in one.tables]
    if table is None:
        if entries:
            print_tables(entries)
        else:
            say(words.NO_TABLES)
        return
    named = _named_tables(entries, table.strip())
    if not named:
        raise CommandError(words.NO_TABLE.format(table=table))
    for info, found in named:
        print_table(info, found)


def _named_tables(entries: list[tuple[DocumentInfo, Table]], name: str) -> list[tuple[DocumentInfo, Table]]:
    """Those whose number, title or index is the name, else those whose title or number contains it; quotation marks do not count."""
    wanted = fold(name)
    if not wanted:
        return []
    exact = [entry for entry in entries if wanted in (fold(entry[1].number or ""), fold(entry[1].title), str(entry[1].index + 1))]
    return exact or [entry for entry in entries if wanted in fold(entry[1].title) or wanted in fold(entry[1].number or "")]


def write_content(content: Iterable[bytes], path: Path | None) -> None:
    """Write to the file, or to the screen where none is named."""
    if path is None:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(content)
        sys.stdout.buffer.flush()
        return
    try:
        with path.open("wb") as file:
            file.writelines(content)
    except OSError as error:
        raise CommandError(words.CANNOT_WRITE.format(path=path, reason=error_reason(error))) from error
