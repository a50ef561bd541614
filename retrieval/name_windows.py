"""The short stretches of names by which a name with one wrong character is known."""

from __future__ import annotations

from collections.abc import Iterable

WINDOW = 4  # three right characters around a wrong one leave no doubt which name is meant


def windows(names: Iterable[str]) -> frozenset[str]:
    """Every four characters in a row that stand in a name and are Chinese."""
    found = (name[start : start + WINDOW] for name in names for start in range(len(name) - WINDOW + 1))
    return frozenset(one for one in found if all(map(is_han, one)))


def is_han(character: str) -> bool:
    """Whether a character is Chinese."""
    return "\u4e00" <= character <= "\u9fff"
