"""From a file's path to its Document: one stage after the other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ingest.blocks import Line, TableSource
from ingest.checks.check_figures import check_figures
from ingest.checks.doubt_recognized import doubt_recognized
from ingest.document import Document, Table
from ingest.errors import UnreadableFileError
from ingest.figures.extract_figures import extract_figures
from ingest.figures.extract_statements import extract_statements
from ingest.figures.find_problems import find_problems
from ingest.formats.read_file import read_file
from ingest.identity.find_units import find_units
from ingest.identity.identify_document import identify_document
from ingest.identity.name_organization import name_aliases
from ingest.limit_memory import limit_memory
from ingest.outline.drop_debris import drop_debris
from ingest.outline.outline_blocks import Outline, outline_blocks
from ingest.outline.split_chunks import split_chunks
from ingest.raw_text.rebuild_tables import rebuild_tables
from ingest.standard_forms import Family, load_families
from ingest.tables.build_table import build_table
from ingest.tables.find_missing_tables import find_missing_tables
from ingest.tables.group_tables import group_tables
from ingest.tables.head_forms import head_forms
from ingest.tables.join_columns import join_columns
from ingest.tables.join_title_lines import join_title_lines
from ingest.tables.name_forms import name_forms

ID_CHARACTERS = 16
MAX_MEMORY_BYTES = 3 * 2**29  # a book of 500 pages takes a tenth


def parse_document(path: Path, families: Sequence[Family] | None = None) -> Document:
    """All that can be read from the file; raises IngestError, in the user's words, where nothing can.

    `families` are the prescribed forms to know, all that are written down where none are given.
    """
    families = load_families() if families is None else families
    try:
        with limit_memory(MAX_MEMORY_BYTES):
            return _parse(path, families)
    except Exception as error:
        if not any(isinstance(one, MemoryError) for one in _with_causes(error)):
            raise
        limit = f"超过 {MAX_MEMORY_BYTES / 2**30:g} GiB"
        message = f"文件《{path.name}》读不了：展开后的内容太大，读它要用的内存{limit}，文件可能已损坏，或是被人做了手脚。"
        raise UnreadableFileError(message + "请重新下载原文件，或打开后另存为新的文件再导入。") from error


def _parse(path: Path, families: Sequence[Family]) -> Document:
    content = _read_bytes(path)
    reading = read_file(path, content)
    blocks = join_columns(drop_debris(reading.blocks))
    rebuilt = rebuild_tables(blocks, families)
    items = group_tables(head_forms(join_title_lines(rebuilt.blocks)))
    outline = outline_blocks(items)
    tables = name_forms(items, _build_tables(items, outline))
    figures = tuple(figure for table in tables for figure in extract_figures(table))
    info = replace(identify_document(blocks, path.name), id=hashlib.sha256(content).hexdigest()[:ID_CHARACTERS], source_path=str(path))
    info = replace(info, aliases=name_aliases(info.organization, info.region) if info.organization else ())
    info = replace(info, units=find_units(tables, outline.sections), published=reading.published)
    statements = extract_statements(outline.sections)
    chunks = split_chunks(info, outline.sections, tables, figures)
    problems = (*reading.problems, *rebuilt.problems, *find_problems(items, tables, figures), *find_missing_tables(reading.blocks, tables))
    document = Document(info, outline.sections, tables, figures, statements, chunks, problems)
    return doubt_recognized(replace(document, checks=check_figures(document)), reading.recognized)


def _with_causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what led to it: where memory is short, clearing up fails too."""
    while error:
        yield error
        error = error.__cause__ or error.__context__


def _build_tables(items: Sequence[Line | TableSource], outline: Outline) -> tuple[Table, ...]:
    sources = [item for item in items if isinstance(item, TableSource)]
    return tuple(build_table(source, index, path) for index, (source, path) in enumerate(zip(sources, outline.table_paths, strict=True)))


def _read_bytes(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError(f"文件《{path.name}》读不了：找不到这个文件（{path}）。请检查路径。") from error
    except OSError as error:
        raise UnreadableFileError(f"文件《{path.name}》读不了：系统不让读（{error.strerror}）。请检查权限，并确认它不是文件夹。") from error
    if not content.strip():
        raise UnreadableFileError(f"文件《{path.name}》读不了：文件是空的。请确认文件下载或保存完整后重新导入。")
    return content
