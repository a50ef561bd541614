"""How Chinese characters sound, in Latin letters: the one door to pypinyin."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache, lru_cache

# Pairs that speakers and input methods confuse: zh/z, ch/c, sh/s, and the nasal endings.
CONFUSED = (("zh", "z"), ("ch", "c"), ("sh", "s"))
NASAL_ENDINGS = ("ang", "eng", "ing")


@cache
def _characters_read() -> Callable[[str], list[str]]:
    """The reader of characters alone; the table of phrases, three quarters of what it loads, is left out until it is needed."""
    os.environ["PYPINYIN_NO_PHRASES"] = "true"
    from pypinyin import lazy_pinyin

    reader: Callable[[str], list[str]] = lazy_pinyin
    return reader


@cache
def _phrases_read() -> Callable[[str], list[str]]:
    reader = _characters_read()
    from pypinyin import load_phrases_dict
    from pypinyin.phrases_dict import phrases_dict

    load_phrases_dict(phrases_dict)
    return reader


@lru_cache(maxsize=4096)
def romanize(text: str) -> tuple[str, ...]:
    """One syllable per Chinese character, read in context; other text passes as it is."""
    return tuple(_phrases_read()(text))


@lru_cache(maxsize=8192)
def sound_of(character: str) -> str:
    """What one character sounds like, confusable sounds folded into one; not Chinese: the character itself."""
    if not "\u4e00" <= character <= "\u9fff":
        return character
    sound: str = _characters_read()(character)[0]
    for long, short in CONFUSED:
        if sound.startswith(long):
            sound = short + sound[len(long) :]
    return sound[:-1] if sound.endswith(NASAL_ENDINGS) else sound
