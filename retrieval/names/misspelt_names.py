"""Labels that a stretch of a question spells wrongly, or of which it is a clear part."""

from __future__ import annotations

from retrieval.facts.fact import FactIndex
from retrieval.names.parts_of_names import ACCOUNT
from retrieval.spelling.label_key import is_neutral_label
from retrieval.spelling.likeness import likeness, stretch_of
from retrieval.spelling.load_vocabulary import Vocabulary

EXCLUDING = "除非不无未没"
SHORTEST = 4

Misspelt = tuple[int, int, str, tuple[str, ...], str]


def misspelt_names(segment: tuple[int, str], index: FactIndex, vocabulary: Vocabulary) -> tuple[Misspelt, ...]:
    """The label that a stretch comes nearest to: start, end, the words, the label's keys, the label.

    Of a stretch that begins with words that say nothing (“冬天那个采暖补贴”) what follows them may be a part of a label.
    """
    if found := misspelt(segment, index):
        return (found,)
    bare = misspelt(without_opening(segment, vocabulary), index)
    return (bare,) if bare and bare[2] in bare[4] else ()


def without_opening(segment: tuple[int, str], vocabulary: Vocabulary) -> tuple[int, str]:
    """A stretch from the first word that says something; as it is where hardly anything would be left."""
    start, text = segment
    first = 0
    while (found := vocabulary.long_fillers.match(text, first)) and found.end() > first:
        first = found.end()
    return (start + first, text[first:]) if len(text) - first >= SHORTEST else segment


def misspelt(segment: tuple[int, str], index: FactIndex) -> Misspelt | None:
    """The label that a stretch comes nearest to, where it differs by few characters or is a clear part of one label only."""
    start, text = segment
    spellings = [one for one in index.variants if len(one) >= 3 and one not in index.compounds]
    best = max(((likeness(text, spelling), spelling) for spelling in spellings), default=(0.0, ""))
    if best[0] < 0.8:
        return None
    near = [spelling for spelling in spellings if likeness(text, spelling) >= best[0] - 0.02]
    first, last = stretch_of(best[1], text) if len(best[1]) <= len(text) else (0, len(text))
    if text[first:last] in index.variants or is_neutral_label(text[first:last]) or ACCOUNT.fullmatch(text, first, last):
        return None  # spelt right, and passed over for good reason
    if text[first] in EXCLUDING and text[first] != best[1][0]:
        return None  # 除 and 非 say what is not meant
    keys = tuple(sorted({key for spelling in near for key in index.variants[spelling]}))
    return start + first, start + last, text[first:last], keys, best[1]
