"""A document as rows of plain values and back, without loss: decimals as text, tuples as lists, places as [page, bbox, lines]."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from ingest.document import (
    Cell,
    Check,
    Chunk,
    Document,
    DocumentInfo,
    Figure,
    Paragraph,
    Place,
    Problem,
    Section,
    Statement,
    Table,
    Term,
)
from ingest.quantity import Quantity, convert_money

Row = dict[str, Any]


def searchable_label(label: str) -> str:
    """A label as it is looked up: half width, without spaces."""
    return "".join(unicodedata.normalize("NFKC", label).split())


def quantity_key(quantity: Quantity) -> str:
    """A quantity as it is looked up: money in 元, no trailing zeros, without sign (prose says 减少 where tables print a minus)."""
    plain = convert_money(quantity, "元") if quantity.is_money else quantity
    return f"{abs(plain.number).normalize():f}{plain.unit}"


def document_rows(document: Document) -> dict[str, list[Row]]:
    """The rows of every SQL table but `documents`, by the table's name."""
    return {
        "sections": [_section_row(section) for section in document.sections],
        "tables": [_table_row(table) for table in document.tables],
        "figures": [_figure_row(figure) for figure in document.figures],
        "statements": [_statement_row(statement) for statement in document.statements],
        "checks": [check_row(check) for check in document.checks],
        "chunks": [_chunk_row(chunk) for chunk in document.chunks],
        "labels": _label_rows(document.figures),
    }


def document_from_rows(info: DocumentInfo, head: Row, rows: Mapping[str, Sequence[Row]]) -> Document:
    """The document whose rows these are."""
    return Document(
        info=info,
        sections=tuple(_section(row) for row in rows["sections"]),
        tables=tuple(_table(row) for row in rows["tables"]),
        figures=tuple(_figure(row) for row in rows["figures"]),
        statements=tuple(_statement(row) for row in rows["statements"]),
        chunks=tuple(chunk_from_row(row) for row in rows["chunks"]),
        problems=tuple(Problem(message, _place(place)) for message, place in head["problems"]),
        corrections=head["corrections"],
        checks=tuple(_check(row) for row in rows["checks"]),
    )


def head_row(document: Document) -> Row:
    """What the `documents` row holds besides the identity."""
    return {
        "problems": [[problem.message, _place_row(problem.place)] for problem in document.problems],
        "corrections": dict(document.corrections),
        "chunk_count": len(document.chunks),
    }


def info_row(info: DocumentInfo) -> Row:
    """The identity: whole as JSON, and the parts that are searched as columns."""
    parts = ("id", "source_path", "organization", "year", "kind", "scope")
    return {"info": dataclasses.asdict(info)} | {part: getattr(info, part) for part in parts}


def info_from_row(row: Row) -> DocumentInfo:
    """The identity from its JSON."""
    tuples = {name: tuple(row["info"].get(name, ())) for name in ("aliases", "units")}
    return DocumentInfo(**(row["info"] | tuples))


def chunk_from_row(row: Row) -> Chunk:
    """The chunk of a row of `chunks`."""
    return Chunk(row["id"], tuple(row["heading_path"]), row["text"], _place(row["place"]), row["section"], row["table_index"])


def _place_row(place: Place | None) -> list[Any] | None:
    return None if place is None else [place.page, place.bbox, place.lines]


def _place(row: list[Any] | None) -> Place:
    page, bbox, lines = row or (None, None, None)
    return Place(page, tuple(bbox) if bbox else None, tuple(lines) if lines else None)


def _quantity_row(quantity: Quantity | None) -> Row:
    if quantity is None:
        return {"number": None, "unit": None, "quantity_key": None}
    return {"number": str(quantity.number), "unit": quantity.unit, "quantity_key": quantity_key(quantity)}


def _section_row(section: Section) -> Row:
    paragraphs = [[paragraph.text, _place_row(paragraph.place)] for paragraph in section.paragraphs]
    return {"heading_path": section.heading_path, "paragraphs": paragraphs, "place": _place_row(section.place)}


def _section(row: Row) -> Section:
    paragraphs = tuple(Paragraph(text, _place(place)) for text, place in row["paragraphs"])
    return Section(tuple(row["heading_path"]), paragraphs, _place(row["place"]))


def _table_row(table: Table) -> Row:
    return {
        "table_index": table.index,
        "title": table.title,
        "number": table.number,
        "unit": table.unit,
        "heading_path": table.heading_path,
        "cells": [_cell_row(cell) for cell in table.cells],
        "context": table.context,
        "notes": table.notes,
        "place": _place_row(table.place),
        "parts": [_place_row(part) for part in table.parts],
    }


def _table(row: Row) -> Table:
    return Table(
        index=row["table_index"],
        title=row["title"],
        number=row["number"],
        unit=row["unit"],
        heading_path=tuple(row["heading_path"]),
        cells=tuple(_cell(cell) for cell in row["cells"]),
        context=row["context"],
        notes=tuple(row["notes"]),
        place=_place(row["place"]),
        parts=tuple(_place(part) for part in row["parts"]),
    )


def _cell_row(cell: Cell) -> list[Any]:
    flags = [int(cell.is_header), int(cell.is_uncertain)]
    return [cell.text, cell.row, cell.column, cell.row_span, cell.column_span, _place_row(cell.place), *flags]


def _cell(row: list[Any]) -> Cell:
    text, at_row, at_column, row_span, column_span, place, is_header, is_uncertain = row
    where = None if place is None else _place(place)
    return Cell(text, at_row, at_column, row_span, column_span, where, bool(is_header), bool(is_uncertain))


def _figure_row(figure: Figure) -> Row:
    return {
        "table_index": figure.table,
        "row_labels": figure.row,
        "column_labels": figure.col,
        "value": figure.value,
        "place": _place_row(figure.place),
        "cell_row": figure.cell[0],
        "cell_column": figure.cell[1],
        "uncertain": figure.uncertain,
    } | _quantity_row(figure.quantity)


def _figure(row: Row) -> Figure:
    quantity = None if row["number"] is None else Quantity(Decimal(row["number"]), row["unit"])
    labels = (tuple(row["row_labels"]), tuple(row["column_labels"]))
    cell = (row["cell_row"], row["cell_column"])
    return Figure(row["table_index"], *labels, row["value"], quantity, _place(row["place"]), cell, row["uncertain"])


def _label_rows(figures: Sequence[Figure]) -> list[Row]:
    found = dict.fromkeys((searchable_label(label), figure.table) for figure in figures for label in (*figure.row, *figure.col))
    return [{"label": label, "table_index": table} for label, table in found if label]


def _statement_row(statement: Statement) -> Row:
    same = ("section", "subject", "measure", "value", "sentence", "direction", "base", "year", "aspect")
    plain = {name: getattr(statement, name) for name in same}
    return plain | {"place": _place_row(statement.place)} | _quantity_row(statement.quantity)


def _statement(row: Row) -> Statement:
    quantity = Quantity(Decimal(row["number"]), row["unit"])
    stated = (row["section"], row["subject"], row["measure"], row["value"], quantity, row["sentence"], _place(row["place"]))
    return Statement(*stated, direction=row["direction"], base=row["base"], year=row["year"], aspect=row["aspect"])


def check_row(check: Check) -> Row:
    """A check as a row; its terms are [figure, statement, sign, document]."""
    left, right = ([[term.figure, term.statement, term.sign, term.document] for term in side] for side in (check.left, check.right))
    plain = {"identity": check.identity, "kind": check.kind, "verdict": check.verdict}
    return plain | {"left_terms": left, "right_terms": right, "difference": f"{check.difference.number:f}", "unit": check.difference.unit}


def _check(row: Row) -> Check:
    left, right = (tuple(Term(*term) for term in row[side]) for side in ("left_terms", "right_terms"))
    return Check(row["identity"], row["kind"], left, right, Quantity(Decimal(row["difference"]), row["unit"]), row["verdict"])


def _chunk_row(chunk: Chunk) -> Row:
    return {
        "id": chunk.id,
        "heading_path": chunk.heading_path,
        "text": chunk.text,
        "place": _place_row(chunk.place),
        "section": chunk.section,
        "table_index": chunk.table,
    }
