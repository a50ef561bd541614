"""What can be evaluated: something that answers questions and ranks passages, in the contract's form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol


class System(Protocol):
    """A way to answer; a baseline is one as well as the product."""

    @property
    def name(self) -> str:
        """How reports call it."""

    def answer(self, question: str, history: Sequence[str]) -> Mapping[str, Any]:
        """The answer as the contract's object."""

    def search(self, question: str, history: Sequence[str], k: int) -> list[Mapping[str, Any]]:
        """The k best passages, best first, as the contract's search results."""
