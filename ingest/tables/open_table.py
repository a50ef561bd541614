"""A table that is still being read, grid by grid."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.blocks import Grid
from ingest.document import Place


@dataclass(slots=True)
class OpenTable:
    """A table that is still being read."""

    title: str = ""
    number: str = ""
    unit: str = ""
    grids: list[Grid] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    place: Place = field(default_factory=Place)
    caption_lines: frozenset[str] = frozenset()
