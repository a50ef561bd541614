"""Which unit each code of a unit stands for."""

from __future__ import annotations

from collections.abc import Mapping

from ingest.document import Document
from ingest.labels.row_codes import CODE, row_codes
from retrieval.spelling.label_key import label_key


def coded_units(document: Document) -> Mapping[str, str]:
    """The unit that each code of a unit stands for, from the rows that print nothing but the code and the unit's name."""
    units = {label_key(name) for name in document.info.units}
    rows = {figure.row for figure in document.figures}
    named = ((row_codes(row), [label_key(part) for part in row if not CODE.fullmatch(part.strip())]) for row in rows)
    return {codes[0]: names[0] for codes, names in named if len(codes) == len(names) == 1 and names[0] in units}
