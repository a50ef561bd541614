"""Everyday words of a question, with the names that documents print for them put behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import Synonym, Vocabulary

SHORTEST_WORD = 2
Span = tuple[int, int]


def expand_question(question: str, vocabulary: Vocabulary, is_printed: Callable[[str], bool]) -> str:
    """The question with the likeliest name of each everyday word in it; a word that the documents print themselves needs none."""
    text = fold(question)
    found = sorted(_spoken(text, vocabulary), key=lambda one: (one[0][0] - one[0][1], one[0]))
    taken: list[Span] = []
    names: list[str] = []
    for span, synonym in found:
        if span in taken or all(span[1] <= start or end <= span[0] for start, end in taken):
            taken.append(span)
            names += [] if is_printed(text[slice(*span)]) else synonym.names[:1]
    return " ".join((question, *dict.fromkeys(name for name in names if name not in text)))


def _spoken(text: str, vocabulary: Vocabulary) -> Iterator[tuple[Span, Synonym]]:
    """Where everyday words stand; those for the whole budget and those that count only alone say too little to search by."""
    for synonym in vocabulary.synonyms:
        if synonym.is_total or synonym.is_weak:
            continue
        words = (re.escape(word) for word in synonym.asked if len(word) >= SHORTEST_WORD and word in text)
        for pattern in (*words, *synonym.patterns):
            yield from ((match.span(), synonym) for match in re.finditer(pattern, text) if match.group())
