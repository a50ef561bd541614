"""The libraries that can be evaluated: invented ones, and the real documents beside the repository where they are."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from eval.evaluate import Library
from eval.gold import Dataset
from eval.invent_questions import invent_questions
from eval.invented_library import SIZES, library_documents, write_documents
from eval.measure_contradictions import Planted
from eval.read_gold import read_gold
from ingest.quantity import Quantity

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
REAL, INVENTED = "真实文件", "虚构文件"


def invented_library(folder: Path, seed: int, size: str) -> Library:
    """Documents invented from a seed and written into a folder, with their questions, cells and planted contradictions."""
    chosen = SIZES[size]
    documents = library_documents(seed, chosen)
    write_documents(folder, documents)
    figures = tuple(
        {"doc": name, "table": table.title, "table_no": table.number, "row": one.row, "col": one.col, "value": one.value, "unit": one.unit}
        for name, document in documents.items()
        for table in document.tables
        for one in table.figures
    )
    planted = tuple(
        Planted(name, one.place[-1], Quantity(Decimal(one.printed), one.unit))
        for name, document in documents.items()
        for one in document.contradictions
    )
    questions = invent_questions(documents, seed, chosen.per_type)
    return Library(Dataset(INVENTED, questions.questions, questions.documents), folder, figures, planted)


def real_library(shared: Path = SHARED) -> Library | None:
    """The real documents with their known answers and cells, or None where they are not beside the repository."""
    if not (shared / "documents").is_dir() or not (shared / "eval" / "questions").is_dir():
        return None
    dataset = read_gold(shared / "eval" / "questions")
    files = sorted((shared / "eval" / "figures").glob("*.jsonl"))
    figures = tuple(json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip())
    others = tuple(sorted(path.name for path in (shared / "pdf").glob("*.pdf")))
    return Library(Dataset(REAL, dataset.questions, dataset.documents), shared / "documents", figures, others=others)
