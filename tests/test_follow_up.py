"""Follow-ups for text: what they leave out comes from the questions before them, and new topics stand alone."""

from __future__ import annotations

import pytest

from app.question.follow_up import Thread, follow_up
from retrieval.query import DocumentChoice

ITEM = "接待费"


def thread(*parts: str) -> Thread:
    return follow_up(parts, DocumentChoice((), parts[-1]), lambda earlier: ITEM if earlier else "")


@pytest.mark.parametrize(
    ("parts", "kind", "text"),
    [
        (("有哪些职责?", "一共几项?"), "duty", "职责一共几项?"),
        (("有哪些职责?", "第三项是什么?"), "duty", "职责第三项是什么?"),
        (("有哪些职责?", "哪一条管防火?"), "duty", "职责哪一条管防火?"),
        (("有哪些职责?", "哪一条管防火?", "    呢?"), "duty", "职责哪一条管防火?"),
        (("谁负责防火?", "那造林呢?"), "duty", "哪一项职责提到造林?"),
        (("谁负责防火?", "谁没有这项职责?"), "duty", "谁没有防火职责?"),
        (("接待费是多少?", "为什么?"), "reason", "接待费为什么?"),
        (("接待费是多少?", "比上年减少了多少?", "原因呢?"), "reason", "接待费比上年减少原因呢?"),
        (("接待费为什么减少?", "那会议费呢?"), "reason", "会议费变化的原因是什么?"),
        (("什么是接待费?", "会议费呢?"), "definition", "什么是会议费?"),
        (("接待费是多少?", "这是什么意思?"), "definition", "什么是接待费?"),
        (("有哪些内设机构?", "    的呢?"), "structure", "有哪些内设机构?"),
        (("内设几个科室?", "    有几个?"), "structure", "内设几个科室?"),
        (("哪项职责提到防火?", "    有这条吗?"), "duty", "哪一项职责提到防火?"),
        (("哪项职责提到防火?", "    有没有类似的"), "duty", "哪一项职责提到防火?"),
        (("哪项职责提到防火?", "    有没有类似的", "    呢"), "duty", "哪一项职责提到防火?"),
    ],
)  # fmt: skip
def test_what_a_follow_up_leaves_out_is_taken_over(parts: tuple[str, ...], kind: str, text: str) -> None:
    whole = thread(*parts)
    assert (whole.kind, whole.text) == (kind, text)
    assert whole.taken


@pytest.mark.parametrize(
    "parts",
    [
        ("有哪些职责?", "三公经费是多少?"),
        ("什么是接待费?", "办公费是多少?"),
        ("接待费为什么减少?", "有哪些内设机构?"),
        ("谁负责防火?", "谁负责造林?"),
        ("接待费是多少?", "什么是基本支出?"),
        ("有哪些内设机构?", "天气怎么样?"),
        ("接待费是多少?", "它的职责是什么?"),
    ],
)  # fmt: skip
def test_a_new_topic_takes_nothing_over(parts: tuple[str, ...]) -> None:
    assert thread(*parts).taken == ""


def test_the_same_kind_of_text_of_another_topic_may_be_a_question_for_its_amount() -> None:
    assert thread("接待费为什么减少?", "会议费呢?").is_other_topic
    assert not thread("接待费是多少?", "为什么?").is_other_topic
