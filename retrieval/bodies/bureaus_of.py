"""The bureaus that are loaded."""

from __future__ import annotations

from retrieval.catalog import Catalog


def bureaus_of(catalog: Catalog) -> tuple[int, ...]:
    """The loaded bodies with documents of their own that are a 局, by number."""
    return tuple(number for number, body in enumerate(catalog.bodies) if body.documents and body.name.partition("（")[0].endswith("局"))
