"""Whether a numbering is that of a part of the document (第一部分)."""

from __future__ import annotations

from ingest.outline.headings import PART_RANK, Numbering


def is_part(numbering: Numbering | None) -> bool:
    """Whether a numbering stands outermost, as that of a part does."""
    return numbering is not None and numbering.style.rank == PART_RANK
