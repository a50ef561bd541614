"""What characters sound like."""

from __future__ import annotations

from collections import defaultdict

import pytest
from pypinyin import lazy_pinyin

from retrieval.spelling.romanize import SOUNDS, romanize, sound_of

# Pairs that speakers and input methods confuse: zh/z, ch/c, sh/s, and the nasal endings.
CONFUSED = (("zh", "z"), ("ch", "c"), ("sh", "s"))
NASAL_ENDINGS = ("ang", "eng", "ing")


def folded(sound: str) -> str:
    for long, short in CONFUSED:
        if sound.startswith(long):
            sound = short + sound[len(long) :]
    return sound[:-1] if sound.endswith(NASAL_ENDINGS) else sound


def test_every_character_sounds_as_pypinyin_reads_it(pytestconfig: pytest.Config) -> None:
    sounds: dict[str, str] = defaultdict(str)
    for character in map(chr, range(0x4E00, 0xA000)):
        sound = lazy_pinyin(character)[0]
        if sound != character:
            sounds[folded(sound)] += character
    expected = "".join(f"{sound} {characters}\n" for sound, characters in sorted(sounds.items()))
    if pytestconfig.getoption("--rewrite"):
        SOUNDS.write_text(expected, "utf-8")
    assert SOUNDS.read_text("utf-8") == expected


@pytest.mark.parametrize(("one", "other", "is_alike"), [("绝", "决", True), ("经", "金", True), ("市", "四", True), ("准", "备", False)])
def test_sounds_that_are_confused_are_one(one: str, other: str, is_alike: bool) -> None:
    assert (sound_of(one) == sound_of(other)) is is_alike


def test_what_is_not_chinese_is_its_own_sound() -> None:
    assert [*map(sound_of, "a1，")] == ["a", "1", "，"]


def test_a_character_is_read_in_context() -> None:
    assert romanize("银行行长") == ("yin", "hang", "hang", "zhang")
