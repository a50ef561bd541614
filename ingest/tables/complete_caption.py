"""A caption with the number and the unit that the lines above it print."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.blocks import Line
from ingest.labels.read_caption import Caption
from ingest.tables.caption_above import caption_above
from ingest.tables.merge_captions import merge_captions
from ingest.tables.open_table import OpenTable


def complete_caption(items: Sequence[Line | OpenTable], caption: Caption) -> tuple[Caption, list[Line]]:
    """The caption with what the lines just above print besides a title, and the lines it was taken from."""
    above, taken = caption_above(items)
    return (merge_captions(caption, above), taken) if taken and not above.title else (caption, [])
