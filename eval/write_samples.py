"""Writes the sample documents that a first start shows; `python -m eval.write_samples` puts them into app/sample_documents."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from eval.invent_documents import invent_documents
from eval.invented import InventedDocument, NumberStyle
from eval.write_pdf_layout import PdfLayout, write_pdf_layout
from eval.write_text_layout import MARKDOWN, TABS, TextLayout, write_text_layout

SEED = 20240611
FOLDER = Path(__file__).resolve().parent.parent / "app" / "sample_documents"
PROFILES = ("文化和旅游局", "水务局", "市场监督管理局", "街道办事处")


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample: which department (by the order of PROFILES), year and kind, its file and layout."""

    department: int
    year: int
    kind: str
    file_name: str
    layout: TextLayout | PdfLayout


SAMPLES = (
    Sample(0, 2023, "预算", "云汐市文化和旅游局2023年部门预算.txt", TABS),
    Sample(0, 2023, "决算", "云汐市文化和旅游局2023年度部门决算.md", MARKDOWN),
    Sample(0, 2024, "预算", "云汐市文化和旅游局2024年部门预算.txt", TABS),
    Sample(0, 2024, "决算", "云汐市文化和旅游局2024年度部门决算.pdf", PdfLayout()),
    Sample(1, 2023, "决算", "云汐市水务局2023年度部门决算.md", MARKDOWN),
    Sample(1, 2024, "预算", "云汐市水务局2024年部门预算.pdf", PdfLayout(rules="rectangles", repeats_header=False)),
    Sample(1, 2024, "决算", "云汐市水务局2024年度部门决算.md", MARKDOWN),
    Sample(2, 2024, "预算", "云汐市市场监督管理局2024年部门预算.txt", TABS),
    Sample(2, 2024, "决算", "云汐市市场监督管理局2024年度部门决算.pdf", PdfLayout(is_landscape=False)),
    Sample(3, 2023, "决算", "street_2023_final.txt", TABS),
    Sample(3, 2024, "预算", "street_2024_budget.txt", TABS),
)


def sample_documents() -> dict[str, InventedDocument]:
    """Every sample's document by its file name."""
    documents = invent_documents(SEED, 4, (2023, 2024), profiles=PROFILES, city="云汐市", styles=(NumberStyle(),))
    order = list(dict.fromkeys(document.organization for document in documents))
    found = {(order.index(document.organization), document.year, document.kind): document for document in documents}
    return {sample.file_name: found[sample.department, sample.year, sample.kind] for sample in SAMPLES}


def write_samples(folder: Path = FOLDER) -> tuple[Path, ...]:
    """The files written."""
    documents = sample_documents()
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for sample in SAMPLES:
        path = folder / sample.file_name
        document = documents[sample.file_name]
        if isinstance(sample.layout, PdfLayout):
            path.write_bytes(write_pdf_layout(document, sample.layout))
        else:
            path.write_text(write_text_layout(document, sample.layout), encoding="utf-8", newline="\n")
        paths.append(path)
    return tuple(paths)


if __name__ == "__main__":
    for written in write_samples():
        print(written)
