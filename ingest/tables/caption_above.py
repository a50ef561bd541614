"""The caption in the lines just above a grid."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.blocks import Line
from ingest.labels.read_caption import Caption, read_caption
from ingest.tables.merge_captions import merge_captions
from ingest.tables.open_table import OpenTable

FARTHEST_CAPTION_LINES = 8


def caption_above(items: Sequence[Line | OpenTable]) -> tuple[Caption, list[Line]]:
    """The caption that the lines just above a grid print, and those lines."""
    caption, taken = Caption(), list[Line]()
    pending: list[Line] = []
    for item in reversed(items[-FARTHEST_CAPTION_LINES:]):
        if not isinstance(item, Line):
            break
        found = read_caption(item.text)
        pending.insert(0, item)
        if not item.text.strip():
            continue
        is_repeated = any(getattr(caption, part) and getattr(found, part) for part in ("title", "number", "unit"))
        if not found.is_caption or is_repeated:
            break
        caption = merge_captions(caption, found)
        taken = pending + taken
        pending = []
    return caption, taken
