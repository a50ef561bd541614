"""Names of rows that list several things, asked for with other words between these or none (“甲厅的水电跟物业”: 甲厅水、电、物业费用)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from retrieval.facts.spell_variants import ENDINGS

LISTING = re.compile(r"[、,，]|以及|和|与|及")
JOIN = "(?:、|和|与|及|跟|同|以及|还有|,|的)?"
SHORTEST = 4
MOST_PIECES = 6

Listed = tuple[int, int, tuple[str, ...]]


def listed_names(text: str, names: Collection[str], spelt: Iterable[str]) -> Iterator[Listed]:
    """Where a folded question asks for a row whose name lists things, and the row's keys; what fits two names is none."""
    known = frozenset(spelt)
    found: dict[tuple[int, int], set[str]] = {}
    for name in names:
        pattern = listing_pattern(name)
        for match in pattern.finditer(text) if pattern else ():
            if match[0] not in known and len(match[0]) >= SHORTEST:
                found.setdefault(match.span(), set()).add(name)
    for (start, end), keys in found.items():
        if len(keys) == 1:
            yield start, end, tuple(keys)


@lru_cache(maxsize=8192)
def listing_pattern(name: str) -> re.Pattern[str] | None:
    """What a question may say for a name that lists things: its pieces in order, the closing 费用 or 人数 of the last one left away."""
    pieces = LISTING.split(name)
    if not 2 <= len(pieces) <= MOST_PIECES or not all(pieces) or len("".join(pieces)) < SHORTEST:
        return None
    ending = next((one for one in (*ENDINGS, "费") if pieces[-1].endswith(one) and len(pieces[-1]) - len(one) >= 2), "")
    last = pieces[-1].removesuffix(ending)
    spaced = ["的?".join(map(re.escape, piece)) for piece in (*pieces[:-1], last)]
    return re.compile(JOIN.join(spaced) + (f"(?:{re.escape(ending)}|费)?" if ending else ""))
