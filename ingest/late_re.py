"""Python's `re` with a `compile` that waits for the first use: of over a thousand patterns one question needs a third."""

from __future__ import annotations

import re
from re import DOTALL, IGNORECASE, MULTILINE, Match, Pattern, S, escape, findall, finditer, fullmatch, match, search, split, sub
from typing import Any, cast

__all__ = [
    "DOTALL", "IGNORECASE", "MULTILINE", "Match", "Pattern", "S",
    "compile", "escape", "findall", "finditer", "fullmatch", "match", "search", "split", "sub",
]  # fmt: skip
METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


def compile(pattern: str, flags: int = 0) -> Pattern[str]:  # noqa: A001 - it stands for the one of `re`
    """The pattern, compiled when it is first used."""
    return cast("Pattern[str]", LatePattern(pattern, flags))


class LatePattern:
    """A pattern by its text; it has the methods of a compiled one, but is none: the functions of `re` take its `pattern`."""

    def __init__(self, pattern: str, flags: int) -> None:
        """Keep the text; an error in it shows at the first use."""
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has; its methods are kept, so that they are asked for here only once."""
        compiled = re.compile(self.pattern, self._flags)
        vars(self).update((method, getattr(compiled, method)) for method in METHODS)
        return getattr(compiled, name)
