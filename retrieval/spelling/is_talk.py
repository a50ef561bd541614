"""Whether a stretch of a question only talks and asks, or holds a word that may narrow what is asked for."""

from __future__ import annotations

import re

from retrieval.spelling.load_vocabulary import Talk

NO_LETTER = re.compile(r"[\W_~■]+")


def is_talk(text: str, talk: Talk) -> bool:
    """Whether a text can be cut into words that narrow nothing, from its beginning to its end."""
    letters = NO_LETTER.sub("", text)
    if talk.narrowing.search(letters):
        return False
    reached = {0}
    for start in range(len(letters)):
        if start in reached:
            reached |= {start + length for length in range(1, talk.longest + 1) if letters[start : start + length] in talk.words}
    return len(letters) in reached
