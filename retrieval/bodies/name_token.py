"""Words of a question that may name a place or a body."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.catalog import Places

LEVEL_CHARACTERS = "省市县区"


@dataclass(frozen=True, slots=True)
class Token:
    """A span that may name something: a loaded place, name or body, or a place or body that is not loaded (foreign)."""

    kind: str  # place, name, body, foreign_place, foreign_body
    start: int
    end: int
    text: str
    places: frozenset[Places] = frozenset()
    bodies: tuple[int, ...] = ()
    understood: str | None = None

    @property
    def is_place(self) -> bool:
        """Whether it names a place alone."""
        return self.kind in ("place", "foreign_place")
