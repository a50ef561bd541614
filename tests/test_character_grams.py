from __future__ import annotations

import pytest

from retrieval.ranking.character_grams import character_grams


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("接待费", ["接", "待", "费", "接待", "待费"]),
        ("科目2010301行政", ["科", "目", "科目", "2010301", "行", "政", "行政"]),
        ("１，２３５．３２ 万", ["1235.32", "万"]),
        ("A类，B类", ["a", "类", "b", "类"]),
        ("12.5%", ["12.5"]),
        ("", []),
        ("——！", []),
    ],
)
def test_text_becomes_grams(text: str, grams: list[str]) -> None:
    assert character_grams(text) == grams
