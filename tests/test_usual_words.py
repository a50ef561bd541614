"""Everyday ways to ask for a sum or an amount, in the usual words."""

from __future__ import annotations

import pytest

from retrieval.spelling.reword import in_usual_words

TOGETHER = ["合到一块", "归一块儿", "拢到一起", "并成一笔", "加一堆", "加在一块儿", "凑一起", "归到一处", "总起来", "搁一块"]


@pytest.mark.parametrize("words", TOGETHER)
def test_what_is_put_together_is_added(words: str) -> None:
    assert in_usual_words(f"灯塔局差旅费和福利费{words}是多少?") == "灯塔局差旅费和福利费加起来是多少?"


@pytest.mark.parametrize("words", ["拢共", "统共", "合共", "满打满算"])
def test_all_in_all_is_altogether(words: str) -> None:
    assert in_usual_words(f"灯塔局差旅费和福利费{words}多少钱?") == "灯塔局差旅费和福利费一共多少钱?"


PLAIN = ["两笔钱放一块儿看,哪个多?", "一起采购的有哪些?", "合并报表在第几页?", "归口管理是什么?", "政务系统共享平台多少钱?"]
NAMES = ["综合共享中心多少钱?", "公共总预算是多少?", "比上年增加一处停车场花多少?", "绩效要求和目标各是什么?", "码头年吞吐量是多少?"]
OTHERS = ["道路养护车辆购置费多少?", "车辆保养车间多少?", "规定的预算科目有哪些?", "第一总队花了多少?", "审批的预算有多少?"]


@pytest.mark.parametrize("question", [*PLAIN, *NAMES, *OTHERS])
def test_what_is_not_added_stays_as_it_is(question: str) -> None:
    assert in_usual_words(question) == question


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("灯塔局干的活里排第3的是哪一项?", "灯塔局职责第3项是什么?"),
        ("灯塔局管的事一共几项", "灯塔局职责里一共几项"),
        ("烦请把灯塔局2024年预算的项目一个个列给我看。", "列出灯塔局2024年预算的项目。"),
        ("麻烦把灯塔局2024年预算的项目逐个说一下", "列出灯塔局2024年预算的项目"),
        ("灯塔局2024年决算里,一共算进了哪几家", "灯塔局2024年决算里,汇总范围包括哪些单位"),
        ("同样的问题,渡口局是多少", "渡口局是多少"),
        ("灯塔局收入比上年增加了多少,又是为什么?", "灯塔局收入比上年增加了多少,为什么?"),
        ("那是什么原因造成的?", "原因是什么?"),
        ("怎么会这样变化?", "为什么?"),
        ("收入表事业收入那列加起来是多少", "收入表事业收入列的合计是多少"),
    ],
)
def test_a_turn_of_speech_is_put_as_a_form_would_ask(said: str, meant: str) -> None:
    assert in_usual_words(said) == meant


@pytest.mark.parametrize("question", ["管的事业单位有哪些?", "把数据中心的项目金额加总", "一样的项目名称有几个?", "是什么原因?"])
def test_what_asks_something_else_stays(question: str) -> None:
    assert in_usual_words(question) == question


@pytest.mark.parametrize(
    ("question", "usual"),
    [
        ("灯塔局养那两辆车花几个钱?", "灯塔局公务用车运行维护花多少钱?"),
        ("灯塔局那台公车,加油修车上保险用了多少?", "灯塔局那台公车,公务用车运行维护费用了多少?"),
        ("三公实际花销比批下来的预算少多少?", "三公实际支出比预算少多少?"),
        ("公积金比头年多,头一年是多少?", "公积金比上年多,上年是多少?"),
        ("绩效目标各要求多少人?", "绩效目标各多少人?"),
        ("我是灯塔局事业编的,采暖补贴多少?", "灯塔局,采暖补贴多少?"),
        ("支出跟年初说的差多少?", "支出跟年初预算差多少?"),
    ],
)
def test_everyday_words_for_amounts(question: str, usual: str) -> None:
    assert in_usual_words(question) == usual
