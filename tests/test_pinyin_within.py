"""Words in pinyin within a question in Chinese characters."""

from __future__ import annotations

import pytest

from retrieval.spelling.read_pinyin import read_within

NAMES = ("桐花县粮食局", "桐花", "差旅费", "粮仓修缮", "仓储", "藏书")


@pytest.mark.parametrize(
    ("question", "written"),
    [
        ("桐花县粮食局2031年chailvfei多少", "桐花县粮食局2031年差旅费多少"),
        ("桐花县粮食局 liangcang xiushan 多少钱", "桐花县粮食局粮仓修缮多少钱"),
        ("买了几台laptop，chailvfei多少", "买了几台laptop，差旅费多少"),
        ("粮食局的office费用", ""),
        ("粮食局差旅费OK吗", ""),
        ("粮食局差旅费多少", ""),
        ("chailvfei duoshao", ""),
    ],
)
def test_words_in_pinyin_are_written_and_english_ones_stay(question: str, written: str) -> None:
    assert read_within(question, NAMES) == written
