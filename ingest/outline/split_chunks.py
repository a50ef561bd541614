"""Sections and tables as passages that are understandable alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from ingest.document import Chunk, DocumentInfo, Figure, Paragraph, Place, Section, Table
from ingest.outline.line_layout import join_places

USUAL_CHARACTERS = 500
MOST_CHARACTERS = 800
SENTENCE = re.compile(r".+?(?:[。！？；]|$)", re.DOTALL)
CHINESE_NUMBER = "[一二三四五六七八九十]{1,3}"
ITEM = re.compile(rf"\s*(?:[（(]?{CHINESE_NUMBER}[）)]?[、.．]|[（(](?:{CHINESE_NUMBER}|\d{{1,2}})[）)]|\d{{1,2}}[、.．](?!\d))")
FEWEST_ITEMS = 2
LONGEST_CELL = 600
TAG = re.compile(r"</?[a-z]+\s*/?>")


def split_chunks(
    info: DocumentInfo, sections: Sequence[Section], tables: Sequence[Table], figures: Sequence[Figure]
) -> tuple[Chunk, ...]:
    """The document's passages in reading order: its sections, then its tables; the same document always gives the same ids."""
    drafts = [*_section_drafts(sections), *_table_drafts(tables, figures)]
    return tuple(
        Chunk(f"{info.id}:{number}", path, f"{_head(info, path)}\n{text}", place, section, table)
        for number, (path, text, place, section, table) in enumerate(drafts)
    )


Draft = tuple[tuple[str, ...], str, Place, int | None, int | None]


def _head(info: DocumentInfo, path: tuple[str, ...]) -> str:
    year = f"{info.year}年" if info.year else ""
    document = " ".join(part for part in (info.organization, f"{year}{info.scope or ''}{info.kind or ''}") if part)
    return " > ".join(part for part in (document or info.title, *path) if part)


def _section_drafts(sections: Sequence[Section]) -> Iterator[Draft]:
    for index, section in enumerate(sections):
        pieces = [piece for paragraph in section.paragraphs for piece in _whole_or_sentences(paragraph)]
        for group in (group for item in _items(pieces) for group in _group(item)):
            text = "\n".join(paragraph.text for paragraph in group)
            yield section.heading_path, text, join_places([paragraph.place for paragraph in group]), index, None


def _items(pieces: Sequence[Paragraph]) -> list[Sequence[Paragraph]]:
    """The items of a numbered list, each with what stands below its number; all pieces together where nothing is listed."""
    starts = [place for place, piece in enumerate(pieces) if ITEM.match(piece.text)]
    if len(starts) < FEWEST_ITEMS:
        return [pieces]
    bounds = sorted({0, *starts, len(pieces)})
    return [pieces[start:end] for start, end in pairwise(bounds)]


def _whole_or_sentences(paragraph: Paragraph) -> list[Paragraph]:
    """The paragraph itself, or runs of its sentences where it is longer than a passage may be."""
    if len(paragraph.text) <= MOST_CHARACTERS:
        return [paragraph]
    sentences = [Paragraph(found.group(), paragraph.place) for found in SENTENCE.finditer(paragraph.text)]
    return [Paragraph("".join(sentence.text for sentence in group), paragraph.place) for group in _group(sentences)]


def _group(pieces: Iterable[Paragraph]) -> list[list[Paragraph]]:
    groups: list[list[Paragraph]] = []
    for piece in pieces:
        if groups and sum(len(one.text) for one in groups[-1]) + len(piece.text) <= USUAL_CHARACTERS:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _table_drafts(tables: Sequence[Table], figures: Sequence[Figure]) -> Iterator[Draft]:
    by_table = attrgetter("table")
    of_table = {index: list(own) for index, own in groupby(sorted(figures, key=by_table), key=by_table)}
    for table in tables:
        own = of_table.get(table.index, [])
        head = _table_head(table, own)
        for group in _group(_row_lines(own, table.place)) or [[]]:
            text = "\n".join([head, *(line.text for line in group), *table.notes])
            place = join_places([line.place for line in group]) if group else table.place
            yield (*table.heading_path, table.title), text, place, None, table.index


def _table_head(table: Table, figures: Sequence[Figure]) -> str:
    number = f"（{table.number}）" if table.number else ""
    unit = f"，金额单位：{table.unit}" if table.unit else ""
    context = f"，{table.context}" if table.context else ""
    columns = dict.fromkeys("/".join(figure.col) for figure in figures if figure.col)
    return f"表：{table.title}{number}{context}{unit}" + (f"\n栏目：{'；'.join(columns)}" if columns else "")


def _row_lines(figures: Sequence[Figure], place: Place) -> list[Paragraph]:
    """One line a row: its labels and what it says in words; amounts are left to the figures."""
    rows: dict[tuple[tuple[str, ...], int], list[Figure]] = {}
    for figure in figures:
        rows.setdefault((figure.row, figure.cell[0]), []).append(figure)
    lines = (Paragraph(_row_text(row, own), own[0].place) for (row, _), own in rows.items())
    return [line for line in lines if line.text] or ([] if figures else [Paragraph("（本表没有数据）", place)])


def _row_text(row: tuple[str, ...], figures: Sequence[Figure]) -> str:
    spoken = [figure for figure in figures if figure.quantity is None and figure.value.strip(" -—/")]
    words = ["：".join(filter(None, ("/".join(figure.col), TAG.sub("", figure.value)[:LONGEST_CELL]))) for figure in spoken]
    label = " ".join(part for part in row if part)
    return f"{label.rstrip('：')}：{'；'.join(words)}" if words else label
