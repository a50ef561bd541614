"""Follow-ups that point at the answer before them: its place, its unit, the n-th of its list, its goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.dialogue.pick_place import as_which, pick_place
from app.dialogue.refer_back import pick_listed, refer_back

ROADS = (("修路", "30.5"), ("架桥", "80"), ("植树", "12"))


def _answer(text: str, values: Sequence[tuple[str, str]] = ()) -> Answer:
    cited = tuple(Citation("a.pdf", "a", "预算", "正文", label) for label, _ in values) or (Citation("a.pdf", "a", "预算", "正文", ""),)
    return Answer("answered", text, tuple(Value(label, Decimal(value), "万元") for label, value in values), citations=cited)


SCORES = Citation("a.pdf", "a", "决算", "正文", "架桥：80分", table="项目自评表")
ANSWERS = {
    "有哪些项目？": _answer("共3项：", ROADS),
    "金额最大的是哪个": _answer("最高的是**架桥**：**80万元**。", ROADS),
    "从小到大排": _answer("从低到高：1. 植树", ROADS),
    "内设哪些科室": _answer("内设机构3个：办公室、财务科、工程科。"),
    "接待费多少": _answer("接待费：5万元", (("接待费", "5"),)),
    "得分最低的是哪个": replace(_answer("最低的是：\n- 架桥：得分**80分**", (("架桥·得分", "80"),)), citations=(SCORES,)),
    "某局预算,架桥扣了几分": replace(_answer("总分扣了**20分**。", (("总分·扣分", "20"),)), citations=(SCORES,)),
    "为什么": Answer("not_found", "没有写明"),
}


def ask(question: str, _history: Sequence[str]) -> Answer:
    return ANSWERS.get(question, Answer("not_found", ""))


@pytest.mark.parametrize(
    ("history", "question", "told"),
    [
        (("有哪些项目？",), "第二个呢？", "架桥"),
        (("有哪些项目？",), "最后一个是什么", "植树"),
        (("有哪些项目？", "第二个呢"), "第三个多少钱", "植树"),
        (("有哪些项目？", "第二个呢", "它的绩效目标是什么"), "第一个呢", "修路"),
        (("有哪些项目？", "第二个呢", "花了多少"), "第一个呢", "修路"),
        (("内设哪些科室", "都有哪些"), "第三个是什么", "工程科"),
        (("金额最大的是哪个",), "第二个呢", "修路"),
        (("从小到大排",), "第二个呢", "修路"),
        (("内设哪些科室",), "第二个叫什么", "财务科"),
    ],
)
def test_the_nth_of_a_list_is_told(history: tuple[str, ...], question: str, told: str) -> None:
    picked = pick_listed(question, history, ask)
    assert picked is not None
    assert f"**{told}**" in picked.text
    assert [one.label for one in picked.values] in ([told], [])


@pytest.mark.parametrize(
    ("history", "question", "told"),
    [
        (("金额最大的是架桥吗？",), "那第二大的呢，多少钱？", "修路"),
        (("金额最大的是哪个",), "第三大的是哪个", "植树"),
        ((), "金额第二大的是哪个", "修路"),
        (("金额最大的是哪个",), "第四大的呢", None),
        (("接待费多少",), "第二大的呢", None),
        ((), "第二大的呢", None),
    ],
)
def test_a_place_in_the_ranking_is_told(history: tuple[str, ...], question: str, told: str | None) -> None:
    picked = pick_place(question, tuple(map(as_which, history)), lambda one, before: ask(one.rstrip("？"), before))
    assert (picked.values[0].label if picked else None) == told


@pytest.mark.parametrize(
    ("history", "question"),
    [
        ((), "第二个呢"),
        (("有哪些项目？",), "第四个呢"),
        (("接待费多少",), "第二个呢"),
        (("有哪些项目？",), "第二季度呢"),
        (("为什么",), "第一个呢"),
    ],
)
def test_nothing_is_picked_where_there_is_no_such_thing(history: tuple[str, ...], question: str) -> None:
    assert pick_listed(question, history, ask) is None


@pytest.mark.parametrize(
    ("history", "question", "whole"),
    [
        (("接待费多少",), "出处在哪？", "接待费多少"),
        (("接待费多少",), "这个数字在哪一页", "接待费多少"),
        (("接待费多少",), "按元算是多少？", "接待费多少，按元"),
        (("接待费多少",), "折合元是多少", "接待费多少，按元"),
        (("接待费多少",), "换成亿元呢", "接待费多少，按亿元"),
        (("接待费多少", "为什么"), "用元表示", "接待费多少，按元"),
        (("内设哪些科室",), "一共几个", "内设哪些科室"),
        (("内设哪些科室",), "都有哪些", "内设哪些科室"),
        (("得分最低的是哪个",), "扣了几分", "某局预算,架桥扣了几分"),
        (("得分最低的是哪个", "扣了几分"), "这个项目花了多少钱", "某局预算,架桥全年执行数是多少"),
        (("得分最低的是哪个",), "为什么扣分", "某局预算,架桥为什么扣分"),
        (("得分最低的是哪个", "扣了几分"), "为什么？", "某局预算,架桥为什么扣分"),
        (("得分最低的是哪个",), "为啥没拿满分？扣在哪儿了", "某局预算,架桥为什么扣分"),
        (("得分最低的是哪个", "出处在哪"), "扣在哪里", "某局预算,架桥哪些指标扣了分"),
        (("金额最大的是哪个",), "它的绩效目标是什么", "某局预算,架桥的绩效目标是什么"),
        (("有哪些项目？", "最后一个呢"), "这个项目的满意度要达到多少", "某局预算,植树的满意度要达到多少"),
        (("有哪些项目？",), "第一个的绩效目标是什么", "某局预算,修路的绩效目标是什么"),
    ],
)
def test_a_question_is_made_whole_by_the_answer_it_points_at(history: tuple[str, ...], question: str, whole: str) -> None:
    assert refer_back(question, history, ask, lambda _: "某局预算")[0].rstrip("?") == whole


@pytest.mark.parametrize("question", ["三公经费按元算是多少", "会议费的出处在哪", "它的职责有哪些", "一共多少", "扣了几分", "都有哪些"])
def test_a_question_of_its_own_stays_as_it_is(question: str) -> None:
    assert refer_back(question, ("接待费多少",), ask, lambda _: "某局预算") == (question, ("接待费多少",))
