"""Words that an answer must not drop, lists asked for by their end, units and denials as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from heritage_documents import amounts_of, asking
from waterway_documents import WATERWAY

from app.answer import Answer, Citation, Value
from app.assistant import Assistant
from app.checks.check_kept_words import drops_word
from app.prose.answer_structure import BELOW
from app.question.text_question import topic_keys

BODY = "甘棠县渔业局"
FISHERY = """甘棠县渔业局
2031年部门决算

第一部分 概况

一、主要职责

（一）负责渔港的管理。

二、机构设置

全部门编制48名，其中：行政编制18名，事业编制30名。

纳入本部门2031年部门决算编制范围的单位如下：

单位构成表

序号\t单位名称
1\t甘棠县渔业局（本级）
2\t甘棠县渔港管理站
3\t甘棠县鱼苗场

第二部分 情况说明

一、收入支出总体情况

2031年度收入合计300.00万元，支出合计290.00万元。农林水支出比上年无变化，主要原因是工作没有调整。

二、国有资本经营预算支出情况

一般公共预算财政拨款280.00万元，没有国有资本经营预算财政拨款。本年没有国有资本经营预算财政拨款支出。

三、科目变动情况

其他渔业支出20.00万元，比上年增加5.00万元，主要原因是新增巡查。

第三部分 2031年度部门决算表

收入支出决算总表

单位：万元

收入\t\t支出\t
项目\t金额\t项目\t金额
一、一般公共预算财政拨款收入\t280.00\t一、农林水支出\t290.00
二、国有资本经营预算财政拨款收入\t0.00\t二、国有资本经营预算支出\t0.00
三、事业收入\t20.00\t\t
本年收入合计\t300.00\t本年支出合计\t290.00

项目支出预算表

单位：万元

单位名称\t项目名称\t合计
\t合计\t90.00
甘棠县渔港管理站\t渔港疏浚\t60.00
甘棠县鱼苗场\t鱼苗放流\t30.00

政府采购预算表

单位：万元

单位名称\t品目\t采购目录\t数量\t计量单位\t金额
\t合计\t\t\t\t21.00
甘棠县渔港管理站\t巡查艇发动机\t货物\t2\t台\t12.00
甘棠县渔港管理站\t救生衣\t货物\t50\t件\t1.00
甘棠县鱼苗场\t水质监测服务\t服务\t1\t项\t8.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("fishery"), FISHERY, WATERWAY) as opened:
        yield opened


def told(label: str, number: str, unit: str = "万元", *, title: str = "甲县乙局2031年部门决算", text: str = "") -> Answer:
    """An answer with one amount of a table."""
    place = Citation("a.txt", "a", title, "", "1", table="支出决算表", row=(label,), col=("金额",))
    shown = text or f"{title}，{label}：**{number}{unit}**[1]。"
    return Answer("answered", shown, (Value(label, Decimal(number), unit),), citations=(place,), answered_by="rule")


@pytest.mark.parametrize(
    ("answer", "question", "is_dropped"),
    [
        (told("支出合计", "300.00"), "GPS费用多少", True),
        (told("GPS定位费", "3.00"), "GPS费用多少", False),
        (told("支出合计", "300.00"), "hi，支出多少", False),
        (told("公务接待费", "4.00"), "哪个单位公务接待费是0", True),
        (told("公务接待费", "0.00"), "哪个单位公务接待费是0", False),
        (told("编制", "48", "名"), "事业编制多少", True),
        (told("事业编制", "30", "名"), "事业编制多少", False),
        (told("编制", "48", "名"), "参公编制几名", True),
        (told("全部门共有编制", "48", "名"), "渔港中心编制几名", True),
        (told("全部门共有编制", "48", "名"), "编制几名", False),
        (told("编制", "48", "名"), "实有几人", True),
        (told("得分", "9.5", "分"), "执行率", True),
        (told("执行率", "95", "%"), "执行率", False),
        (told("支出", "5.00", text="支出与上年相比：**增加5.00万元**[1]。"), "支出比2031年预算多多少", True),
        (told("支出", "5.00", text="支出与年初预算相比：**增加5.00万元**[1]。"), "支出比2031年预算多多少", False),
        (told("支出", "5.00", text="支出与2030年度相比：**增加5.00万元**[1]。"), "年初预算增加多少", True),
    ],
)
def test_a_word_that_narrows_is_kept_to(answer: Answer, question: str, is_dropped: bool) -> None:
    assert drops_word(answer, question) == is_dropped


@pytest.mark.parametrize(
    ("asked", "amounts"),
    [
        ("政府采购金额最高的项目是哪个", "12.00万元"),
        ("政府采购里什么最贵", "12.00万元"),
        ("政府采购货物里哪项最便宜", "1.00万元"),
        ("收入最多的是哪一块", "280.00万元"),
        ("哪项收入最多", "280.00万元"),
    ],
)
def test_the_end_of_a_list_is_of_what_is_asked_for(assistant: Assistant, asked: str, amounts: str) -> None:
    answer = assistant.ask(f"{BODY}{asked}")
    assert answer.status == "answered", answer.text
    assert amounts in answer.text.partition("\n- ")[0] or f"金额**{amounts}**" in answer.text, answer.text


def test_a_count_of_parts_in_its_sentence_is_no_other_print(assistant: Assistant) -> None:
    answer = assistant.ask(f"{BODY}编制多少")
    assert "**48名**" in answer.text
    assert "其他口径" not in answer.text


@pytest.mark.parametrize("asked", ["公务接待费多少||局里呢", "其他支出为什么减少", "支出为什么减少"])
def test_what_changed_otherwise_is_said_of_the_item_alone(assistant: Assistant, asked: str) -> None:
    first, _, second = asked.partition("||")
    answer = assistant.ask(second or f"{BODY}{first}", (f"{BODY}{first}",) if second else ())
    assert "变化方向" not in answer.text, answer.text


def test_other_things_are_no_name() -> None:
    assert "其他" not in topic_keys("其他支出")
    assert "购车" in topic_keys("购车经费")


@pytest.mark.parametrize(("asked", "is_below"), [("下属单位有哪些", True), ("部门预算单位构成", False)])
def test_units_below_are_asked_for_by_a_word(asked: str, is_below: bool) -> None:
    assert bool(BELOW.search(asked)) == is_below


@pytest.mark.parametrize(("asked", "own", "count"), [("下属单位有哪些", False, 2), ("部门决算单位构成", True, 2)])
def test_the_own_level_is_no_unit_below(assistant: Assistant, asked: str, own: bool, count: int) -> None:
    text = assistant.ask(f"{BODY}{asked}").text.partition("其下的表所列")[2]
    assert ("渔业局" in text) == own, text
    assert sum(unit in text for unit in ("渔港管理站", "鱼苗场")) == count


def test_which_units_there_are_is_asked_of_the_body_spoken_of(assistant: Assistant) -> None:
    answer = assistant.ask("包括哪些单位", (f"{BODY}支出合计多少",))
    assert "航道" not in answer.text
    assert "渔港管理站" in answer.text


def test_a_denial_is_quoted_without_amounts_of_other_things(assistant: Assistant) -> None:
    answer = assistant.ask(f"{BODY}国有资本经营预算支出有多少")
    assert "本年没有国有资本经营预算财政拨款支出" in answer.text
    assert "280.00" not in answer.text


@pytest.mark.parametrize(
    ("turns", "amounts"),
    [
        ((f"{BODY}有哪几架飞机", "一共多少钱"), []),
        ((f"{BODY}渔港疏浚多少", f"{BODY}鱼苗放流多少", "一共多少"), ["90.00万元", "60.00万元", "30.00万元"]),
    ],
)
def test_a_sum_is_of_what_was_told(assistant: Assistant, turns: tuple[str, ...], amounts: list[str]) -> None:
    told_of = amounts_of(assistant, *turns)
    assert set(told_of) == set(amounts)


@pytest.mark.parametrize(
    ("named", "told_of"),
    [
        ("渔业局鱼苗场项目支出", ["30.00万元"]),
        ("甘棠县水利局鱼苗场项目支出", []),
        ("航道管理局鱼苗场项目支出", []),
        ("苇塘市航道管理局航标站支出", ["80.00万元"]),
        ("苇塘市水利局航标站支出", []),
    ],
)
def test_a_unit_of_another_bureau_is_not_this_one(assistant: Assistant, named: str, told_of: list[str]) -> None:
    assert amounts_of(assistant, f"{named}2031年多少") == told_of


@pytest.mark.parametrize(
    ("turns", "told_of"),
    [
        (("航道管理局政府性基金预算拨款多少", "支出呢"), []),
        (("航道管理局一般公共预算拨款收入多少", "支出呢"), []),
    ],
)
def test_the_other_side_of_a_fund_is_not_that_of_everything(assistant: Assistant, turns: tuple[str, ...], told_of: list[str]) -> None:
    assert "400.00万元" not in amounts_of(assistant, *turns)
    assert amounts_of(assistant, *turns) == told_of
