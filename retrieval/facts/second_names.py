"""The names that classify a row again, behind a second code."""

from __future__ import annotations

from ingest.labels.row_codes import CODE
from retrieval.spelling.label_key import label_key


def second_names(row: tuple[str, ...]) -> frozenset[str]:
    """The names after a code that follows the row's name: they classify the row again (政府经济分类) and are not what it is of."""
    is_code = [bool(CODE.fullmatch(part.strip())) for part in row]
    first = next((place for place, code in enumerate(is_code) if code), len(row))
    name = next((place for place in range(first, len(row)) if not is_code[place]), len(row))
    again = next((place for place in range(name, len(row)) if is_code[place]), len(row))
    return frozenset(label_key(part) for part in row[again:]) - {label_key(part) for part in row[:again]}
