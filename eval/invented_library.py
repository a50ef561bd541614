"""The invented documents that the harness asks about, written in every layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from eval.invent_documents import invent_documents
from eval.invented import InventedDocument
from eval.write_csv_layout import write_csv_layout
from eval.write_docx_layout import write_docx_layout
from eval.write_html_layout import write_html_layout
from eval.write_pdf_layout import PdfLayout, write_pdf_layout
from eval.write_raw_layout import write_raw_layout
from eval.write_text_layout import MARKDOWN, TABS, write_text_layout
from eval.write_xlsx_layout import write_xlsx_layout

PDF_LAYOUTS = {
    "ruled.pdf": PdfLayout(),
    "boxes.pdf": PdfLayout("rectangles", repeats_header=False),
    "open.pdf": PdfLayout("none", is_landscape=False),
    "booktabs.pdf": PdfLayout("three lines", repeats_header=False),
}
WRITERS: Mapping[str, Callable[[InventedDocument], bytes]] = {
    "tabs.txt": lambda document: write_text_layout(document, TABS).encode(),
    "lines.md": lambda document: write_text_layout(document, MARKDOWN).encode(),
    "raw.txt": lambda document: write_raw_layout(document).encode(),
    **{name: partial(write_pdf_layout, layout=layout) for name, layout in PDF_LAYOUTS.items()},
    "word.docx": write_docx_layout,
    "sheets.xlsx": write_xlsx_layout,
    "page.html": write_html_layout,
    "rows.csv": write_csv_layout,
}
LAYOUTS = tuple(WRITERS)  # odd in number, so that budgets and accounts, which alternate, come in most of them
KIND_NAMES = {"预算": "budget", "决算": "accounts"}


@dataclass(frozen=True, slots=True)
class LibrarySize:
    """How large an invented library is."""

    departments: int
    years: tuple[int, ...]
    per_type: int
    contradictions: int = 1
    has_wrong_total: bool = True


SIZES = {"small": LibrarySize(2, (2024,), 8), "full": LibrarySize(4, (2023, 2024), 0)}


def write_documents(folder: Path, documents: Mapping[str, InventedDocument]) -> None:
    """Write the documents into a folder, each in the layout of its name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, document in documents.items():
        (folder / name).write_bytes(content_of(document, name))


def library_documents(seed: int, size: LibrarySize) -> dict[str, InventedDocument]:
    """The documents by file name; the layouts go round."""
    invented = invent_documents(
        seed, size.departments, size.years, contradictions=size.contradictions, has_wrong_total=size.has_wrong_total
    )
    return {
        f"{index:02d}_{KIND_NAMES[document.kind]}_{document.year}_{LAYOUTS[index % len(LAYOUTS)]}": document
        for index, document in enumerate(invented)
    }


def content_of(document: InventedDocument, name: str) -> bytes:
    """The document in the layout that its file name ends in."""
    return WRITERS[name.rsplit("_", 1)[-1]](document)
