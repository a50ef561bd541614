"""How far a text speaks of a topic: rare pairs of characters count more than common ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from ingest import late_re as re
from retrieval.spelling.label_key import fold

BREAKS = re.compile(r"[\s,、;:。.?？!！—-]+|的|和|与|及|在(?!职|编|校|册)|了|并|对|进行|工作|相关|有关|等")
LIST_MARKS = re.compile(r"[、,;]|和|与|及|跟(?!踪|进|随|班|岗)|以及|或者?|还有")
SHORTEST_TERM = 2


def pairs(text: str) -> set[str]:
    """The pairs of neighbouring characters, not across punctuation and words that say nothing."""
    return {part[at : at + 2] for part in BREAKS.split(fold(text)) for at in range(len(part) - 1)}


class Rarity:
    """How much each pair of characters counts, given the texts it may stand in."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the texts that hold each pair."""
        sets = [pairs(text) for text in texts]
        self._known = len(sets)
        self._counts = Counter(pair for held in sets for pair in held)

    def weight(self, pair: str) -> float:
        """The pair's weight; a pair that stands nowhere counts most."""
        return math.log(1 + (self._known + 1) / (1 + self._counts[pair]))

    def cover(self, topic: str, text: str) -> float:
        """The share of the topic's weight that the text holds, 0 to 1; pairs between two words that it holds elsewhere do not count."""
        wanted = pairs(topic)
        found = wanted & pairs(text)
        if not found:
            return 0.0
        firsts, seconds = {pair[0] for pair in found}, {pair[1] for pair in found}
        missing = {pair for pair in wanted - found if not (pair[0] in seconds and pair[1] in firsts)}
        held = sum(map(self.weight, found))
        return held / (held + sum(map(self.weight, missing)))


def terms(topic: str) -> tuple[str, ...]:
    """The single things a topic lists (云计算、大数据)."""
    parts = [fold(part) for part in LIST_MARKS.split(topic)]
    return tuple(part for part in parts if len(part) >= SHORTEST_TERM)
