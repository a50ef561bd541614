"""Short excerpts of every text layout, with the faults that extraction leaves in them, against the figures read from them.

tests/excerpts holds the excerpts, tests/expected what `mingzhang figures` must write for them, one line a figure, checked by eye.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.document import Figure
from ingest.parse_document import parse_document

FOLDER = Path(__file__).parent
EXCERPTS = sorted((FOLDER / "excerpts").glob("*.txt"))


def shown(figure: Figure) -> str:
    unit = figure.quantity.unit if figure.quantity else "（不是数）"
    lines = "-".join(str(line) for line in dict.fromkeys(figure.place.lines or ()))
    doubt = " 存疑" if figure.uncertain else ""
    return f"{lines}行 {' / '.join(figure.row)} | {' / '.join(figure.col)} | {figure.value} {unit}{doubt}"


@pytest.mark.parametrize("excerpt", EXCERPTS, ids=lambda path: path.stem)
def test_an_excerpt_is_read_as_expected(excerpt: Path) -> None:
    document = parse_document(excerpt)
    lines = []
    for table in document.tables:
        lines.append(f"《{table.title}》{table.number or ''} {table.unit} {table.context or ''}".rstrip())
        lines += [shown(figure) for figure in document.figures if figure.table == table.index]
    assert lines == (FOLDER / "expected" / excerpt.name).read_text(encoding="utf-8").splitlines()
