"""The captions that a whole row of a grid prints."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.blocks import GridCell
from ingest.labels.read_caption import Caption, read_caption


def captions_of_row(row: Sequence[GridCell | None], has_more: bool) -> list[Caption] | None:
    """The captions that a whole row of a grid prints, or None where it is a row of the table."""
    texts = [cell.text for cell in row if cell and cell.text.strip()]
    captions = [read_caption(text) for text in texts]
    is_caption = 0 < len(texts) <= 3 and all(found.is_caption for found in captions) and sum(bool(found.title) for found in captions) < 2
    return captions if is_caption or (not texts and has_more) else None
