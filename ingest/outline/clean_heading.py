"""A heading without the spaces that set it wide."""

from __future__ import annotations

import re

from ingest.outline.headings import read_numbering
from ingest.outline.is_part import is_part


def clean_heading(text: str) -> str:
    """The heading as printed, without the spaces that set it wide; one space after the number of a part."""
    text = text.strip().rstrip("：:")
    numbering = read_numbering(text)
    if numbering is not None and is_part(numbering) and numbering.rest:
        number = text[: text.index(numbering.rest)].strip(" 　")
        return f"{''.join(number.split())} {_without_wide_setting(numbering.rest)}"
    return _without_wide_setting(text)


def _without_wide_setting(text: str) -> str:
    return re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", text)
