"""Two captions of one table as one."""

from __future__ import annotations

from ingest.labels.read_caption import Caption


def merge_captions(first: Caption, second: Caption) -> Caption:
    """The first caption, with what it lacks taken from the second."""
    return Caption(first.title or second.title, first.number or second.number, first.unit or second.unit)
