"""How Chinese characters sound, in Latin letters: the one door to pypinyin."""

from __future__ import annotations

from functools import lru_cache

# Pairs that speakers and input methods confuse: zh/z, ch/c, sh/s, and the nasal endings.
CONFUSED = (("zh", "z"), ("ch", "c"), ("sh", "s"))
NASAL_ENDINGS = ("ang", "eng", "ing")


@lru_cache(maxsize=4096)
def romanize(text: str) -> tuple[str, ...]:
    """One syllable per Chinese character, read in context; other text passes as it is."""
    from pypinyin import lazy_pinyin  # loading its tables takes longer than most questions need

    return tuple(lazy_pinyin(text))


@lru_cache(maxsize=8192)
def sound_of(character: str) -> str:
    """What one character sounds like, confusable sounds folded into one; not Chinese: the character itself."""
    if not "\u4e00" <= character <= "\u9fff":
        return character
    sound = romanize(character)[0]
    for long, short in CONFUSED:
        if sound.startswith(long):
            sound = short + sound[len(long) :]
    return sound[:-1] if sound.endswith(NASAL_ENDINGS) else sound
