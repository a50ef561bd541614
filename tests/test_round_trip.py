"""Invented documents in every text layout come back cell by cell; what cannot be placed is in doubt or left out, never wrong."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from eval.invent_documents import invent_documents
from eval.invented import InventedDocument
from eval.write_raw_layout import write_raw_layout
from eval.write_text_layout import MARKDOWN, TABS, TextLayout, write_text_layout
from ingest.document import Document
from ingest.parse_document import parse_document

DOCUMENTS = invent_documents(17, 3, (2024,))
Cells = Counter[tuple[str, str, tuple[str, ...], str]]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def known(document: InventedDocument) -> Cells:
    return Counter(
        (squeezed(table.title), squeezed("".join(figure.row[-1:])), tuple(map(squeezed, figure.col)), figure.value)
        for table in document.tables
        for figure in table.figures
    )


def read(document: Document, *, is_certain: bool = False) -> Cells:
    return Counter(
        (squeezed(document.tables[one.table].title), squeezed("".join(one.row[-1:])), tuple(map(squeezed, one.col)), one.value)
        for one in document.figures
        if not (is_certain and one.uncertain)
    )


def parsed(text: str, folder: Path) -> Document:
    path = folder / "document.txt"
    path.write_text(text, encoding="utf-8")
    return parse_document(path)


@pytest.mark.parametrize("layout", [TABS, MARKDOWN], ids=["tabs", "markdown"])
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.title)
def test_a_text_with_columns_comes_back_whole(document: InventedDocument, layout: TextLayout, tmp_path: Path) -> None:
    assert read(parsed(write_text_layout(document, layout), tmp_path)) == known(document)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.title)
def test_a_text_without_columns_comes_back_but_for_tables_of_no_form(document: InventedDocument, tmp_path: Path) -> None:
    found = parsed(write_raw_layout(document), tmp_path)
    of_forms = Counter({cell: count for cell, count in known(document).items() if "采购" not in cell[0]})
    assert read(found, is_certain=True) - of_forms == Counter()
    assert (read(found) & of_forms).total() >= of_forms.total() * 0.995
