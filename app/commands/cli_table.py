"""The command that draws up a table of documents and items."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from app.commands import cli_wording as words
from app.commands.cli_figures import write_content
from app.commands.cli_session import CommandError, HomeOption, open_assistant, session_settings

SEPARATOR = re.compile(r"[,，、;；]")


def table(
    context: typer.Context,
    items: Annotated[str, typer.Option("--items", metavar="项目", help=words.ITEMS, show_default=False)],
    documents: Annotated[str | None, typer.Option("--documents", metavar="文件", help=words.TABLE_DOCUMENTS, show_default=False)] = None,
    layout: Annotated[Literal["md", "csv", "json", "xlsx"], typer.Option("--format", metavar="格式", help=words.TABLE_FORMAT)] = "md",
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="文件", help=words.OUTPUT, show_default=False)] = None,
    home: HomeOption = None,
) -> None:
    """Write each document's figure for each item, with its source."""
    if layout == "xlsx" and output is None and sys.stdout.isatty():
        raise CommandError(words.XLSX_NEEDS_FILE)
    asked = names_in(items)
    if not asked:
        raise CommandError(words.NO_ITEMS)
    from app.exports.answer_table import answer_table  # here, so that --help starts at once
    from app.exports.export_clerk_table import TABLE_FORMATS

    assistant = open_assistant(session_settings(context, home))
    library = assistant.knowledge_base
    infos = [library.document(library.resolve(name)).info for name in names_in(documents or "")] or library.documents()
    write_content(TABLE_FORMATS[layout](answer_table(assistant, infos, asked), asked), output)


def names_in(listed: str) -> list[str]:
    """The names of a list, without blanks and repeats."""
    return list(dict.fromkeys(one.strip() for one in SEPARATOR.split(listed) if one.strip()))
