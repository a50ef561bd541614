"""Questions written in pinyin throughout."""

from __future__ import annotations

import pytest

from retrieval.spelling.read_pinyin import read_pinyin

NAMES = ("桐花县粮食局", "桐花", "差旅费", "粮仓修缮", "仓储", "藏书", "长出")


@pytest.mark.parametrize(
    ("question", "written"),
    [
        ("tonghua xian liangshiju 2031 nian chailvfei duoshao?", "桐花县粮食局2031年差旅费多少?"),
        ("TONGHUA XIAN LIANGSHIJU 2031 NIAN LIANGCANG XIUSHAN SHI DUOSHAO WANYUAN", "桐花县粮食局2031年粮仓修缮是多少万元"),
        ("tonghua xian liangsiju 2031 nian cailüfei duosao", "桐花县粮食局2031年差旅费多少"),
        ("how much did the grain bureau spend in 2031", ""),
        ("tonghua xian liangshiju 2031 nian youguiqian duoshao", ""),
        ("chailvfei", ""),
    ],
)
def test_every_syllable_is_of_a_name_or_a_word_of_questions(question: str, written: str) -> None:
    assert read_pinyin(question, NAMES) == written


def test_names_that_sound_alike_are_not_guessed() -> None:
    assert read_pinyin("tonghua xian liangshiju 2031 nian chailvfei duoshao", (*NAMES, "拆旅费")) == ""
