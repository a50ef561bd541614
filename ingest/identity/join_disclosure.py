"""The files of one disclosure (正文.docx, 附表.xlsx) as one document, and the way back from a place in it to its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from ingest.document import Cell, Check, Chunk, Document, Figure, Place, Section, Statement, Table, Term

PLACES_PER_FILE = 10_000_000  # pages and lines of the n-th file are counted from n times this on


@dataclass(frozen=True, slots=True)
class _Offsets:
    """How many of everything stand in the files before one."""

    file: int
    sections: int
    tables: int
    figures: int
    statements: int


def join_disclosure(documents: Sequence[Document]) -> Document:
    """One document, called as the first file is, of all that the files print, one after the other."""
    offsets = offsets_of(documents)
    pairs = list(zip(documents, offsets, strict=True))
    by_id: Mapping[str | None, _Offsets] = {document.info.id: offset for document, offset in pairs}
    checks = [_check(check, by_id, document.info.id) for document, _ in pairs for check in document.checks]
    return replace(
        documents[0],
        sections=tuple(_section(one, offset) for document, offset in pairs for one in document.sections),
        tables=tuple(_table(one, offset) for document, offset in pairs for one in document.tables),
        figures=tuple(_figure(one, offset) for document, offset in pairs for one in document.figures),
        statements=tuple(_statement(one, offset) for document, offset in pairs for one in document.statements),
        chunks=tuple(_chunk(one, offset) for document, offset in pairs for one in document.chunks),
        problems=tuple(replace(one, place=_place(one.place, offset)) for document, offset in pairs for one in document.problems),
        checks=tuple({(frozenset(check.left), frozenset(check.right)): check for check in reversed(checks)}.values())[::-1],
    )


def offsets_of(documents: Sequence[Document]) -> list[_Offsets]:
    """Where the sections, tables, figures and statements of each file begin in the joined document."""
    counts = [(1, len(one.sections), len(one.tables), len(one.figures), len(one.statements)) for one in documents[:-1]]
    sums = accumulate(counts, lambda before, own: tuple(map(sum, zip(before, own, strict=True))), initial=(0, 0, 0, 0, 0))  # type: ignore[arg-type, return-value]
    return [_Offsets(*one) for one in sums]


def file_of(page: int | None, lines: tuple[int, int] | None) -> int:
    """Which file a page or lines of a joined document are of, counted from 0."""
    return ((page or 0) or (lines[0] if lines else 0)) // PLACES_PER_FILE


def _place(place: Place, offset: _Offsets) -> Place:
    shift = offset.file * PLACES_PER_FILE
    lines = place.lines and (place.lines[0] + shift, place.lines[1] + shift)
    return replace(place, page=place.page and place.page + shift, lines=lines) if shift else place


def _section(section: Section, offset: _Offsets) -> Section:
    paragraphs = tuple(replace(one, place=_place(one.place, offset)) for one in section.paragraphs)
    return replace(section, paragraphs=paragraphs, place=_place(section.place, offset))


def _table(table: Table, offset: _Offsets) -> Table:
    cells: tuple[Cell, ...] = tuple(replace(one, place=one.place and _place(one.place, offset)) for one in table.cells)
    parts = tuple(_place(one, offset) for one in table.parts)
    return replace(table, index=table.index + offset.tables, cells=cells, place=_place(table.place, offset), parts=parts)


def _figure(figure: Figure, offset: _Offsets) -> Figure:
    return replace(figure, table=figure.table + offset.tables, place=_place(figure.place, offset))


def _statement(statement: Statement, offset: _Offsets) -> Statement:
    return replace(statement, section=statement.section + offset.sections, place=_place(statement.place, offset))


def _chunk(chunk: Chunk, offset: _Offsets) -> Chunk:
    section = None if chunk.section is None else chunk.section + offset.sections
    table = None if chunk.table is None else chunk.table + offset.tables
    return replace(chunk, place=_place(chunk.place, offset), section=section, table=table)


def _check(check: Check, offsets: Mapping[str | None, _Offsets], own: str) -> Check:
    """The check with its terms as the joined document counts them; those of further documents stay theirs."""

    def term_of(term: Term) -> Term:
        offset = offsets.get(term.document or own)
        if offset is None:
            return term
        figure = None if term.figure is None else term.figure + offset.figures
        statement = None if term.statement is None else term.statement + offset.statements
        return Term(figure, statement, term.sign)

    return replace(check, left=tuple(map(term_of, check.left)), right=tuple(map(term_of, check.right)))
