"""One naming of bodies in a question."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of bodies: which ones it may be, the words, their spans, and whether a body (not only its place) was named."""

    bodies: tuple[int, ...]
    asked: str
    spans: tuple[tuple[int, int], ...]
    names_body: bool = True
    understood: str | None = None

    @property
    def end(self) -> int:
        """Where its last words end."""
        return max(end for _, end in self.spans)
