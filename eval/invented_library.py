"""The invented documents that the harness asks about, written in every layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.invent_documents import invent_documents
from eval.invented import InventedDocument
from eval.write_pdf_layout import PdfLayout, write_pdf_layout
from eval.write_raw_layout import write_raw_layout
from eval.write_text_layout import MARKDOWN, TABS, write_text_layout

# Odd in number, so that budgets and accounts, which alternate, come in every one.
LAYOUTS = ("tabs.txt", "lines.md", "raw.txt", "ruled.pdf", "open.pdf", "boxes.pdf", "booktabs.pdf")
PDF_LAYOUTS = {
    "ruled.pdf": PdfLayout(),
    "boxes.pdf": PdfLayout("rectangles", repeats_header=False),
    "open.pdf": PdfLayout("none", is_landscape=False),
    "booktabs.pdf": PdfLayout("three lines", repeats_header=False),
}
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
    layout = name.rsplit("_", 1)[-1]
    if layout in PDF_LAYOUTS:
        return write_pdf_layout(document, PDF_LAYOUTS[layout])
    text = write_raw_layout(document) if layout == "raw.txt" else write_text_layout(document, MARKDOWN if layout == "lines.md" else TABS)
    return text.encode()
