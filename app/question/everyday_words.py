"""What people call a thing in everyday words, and how documents put it (网约车: 网络预约出租汽车)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache

from retrieval.spelling.load_vocabulary import FOLDER


def also_called(topic: str) -> Iterator[str]:
    """The topic, then with its everyday words as documents put them, the longest word first."""
    yield topic
    for word, names in _everyday_words():
        if word in topic and not any(name in topic for name in names):
            yield from (topic.replace(word, name) for name in names)


@cache
def _everyday_words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    words = tomllib.loads((FOLDER / "everyday.toml").read_text("utf-8"))["words"]
    return tuple((word, tuple(words[word])) for word in sorted(words, key=len, reverse=True))
