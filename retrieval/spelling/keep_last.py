"""A function that remembers its last result by what it was made of, itself: comparing a thousand documents with themselves takes longer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


def keep_last(make: Callable[[Given], Made]) -> Callable[[Given], Made]:
    """The function; asked for the same object again it makes nothing."""
    kept: list[tuple[Given, Made]] = []

    def made_of(given: Given) -> Made:
        for last, made in kept[:]:  # a copy: another thread may take it away meanwhile
            if last is given:
                return made
        made = make(given)
        kept[:] = [(given, made)]
        return made

    return made_of
