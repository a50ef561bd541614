"""Two places as the one that reaches from the first to the second."""

from __future__ import annotations

from dataclasses import replace

from ingest.document import Place


def span_places(first: Place, second: Place) -> Place:
    """The lines from the first place to the second; without lines the first, where it stands on another page, else the second."""
    if first.lines and second.lines:
        return replace(first, lines=(first.lines[0], second.lines[1]))
    return first if first.page is not None and first.page != second.page else second
