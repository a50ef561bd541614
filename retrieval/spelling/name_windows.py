"""The short stretches of names by which a name with one wrong character is known."""

from __future__ import annotations

import re
from collections.abc import Iterable

HAN = re.compile(r"[\u4e00-\u9fff]+")
WINDOW = 4  # three right characters around a wrong one leave no doubt which name is meant


def windows(names: Iterable[str]) -> frozenset[str]:
    """Every four characters in a row that stand in a name and are Chinese."""
    runs = (run for name in names for run in HAN.findall(name))
    return frozenset(run[start : start + WINDOW] for run in runs for start in range(len(run) - WINDOW + 1))


def is_han(character: str) -> bool:
    """Whether a character is Chinese."""
    return "\u4e00" <= character <= "\u9fff"
