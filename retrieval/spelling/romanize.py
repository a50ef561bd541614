"""How Chinese characters sound, in Latin letters: the one door to pypinyin."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

# Each line a sound and all characters that have it, confusable sounds folded into one. From pypinyin, which takes much longer to load.
SOUNDS = Path(__file__).parents[1] / "vocabulary" / "sounds.txt"


@lru_cache(maxsize=4096)
def romanize(text: str) -> tuple[str, ...]:
    """One syllable per Chinese character, read in context; other text passes as it is."""
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(text))


def sound_of(character: str) -> str:
    """What one character sounds like, confusable sounds folded into one; not Chinese: the character itself."""
    return _sounds().get(character, character)


@cache
def _sounds() -> dict[str, str]:
    lines = (line.split() for line in SOUNDS.read_text("utf-8").splitlines())
    return {character: sound for sound, characters in lines for character in characters}
