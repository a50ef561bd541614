"""Turns of a dialogue that leave the body, its own level, the fund or the kind of expenditure to those before them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.dialogue.own_level import LEVEL
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

ROADS = """柏川县交通运输局
2031年部门预算

第一部分 概况

一、主要职责

（一）负责全县公路的养护。

二、机构设置

1.柏川县交通运输局机关（行政编制20名，年末实有在职人员18人）；
2.柏川县公路养护站（事业编制40名，年末实有在职人员36人）。

三、部门支出预算

2031年部门支出预算900.00万元，其中：基本支出600.00万元，占66.67%，包括人员经费500.00万元、公用经费100.00万元；项目支出300.00万元，占33.33%。

四、机关运行经费

柏川县交通运输局机关机关运行经费财政拨款预算为30.00万元，比2030年预算减少2.00万元，下降6.25%。

五、重点工作

养护工人补贴标准由每人每月800元提高到900元。

第二部分 2031年部门预算表

部门支出总表

单位：万元

单位编码\t单位名称\t合计\t基本支出\t项目支出
\t合计\t900.00\t600.00\t300.00
201001\t柏川县交通运输局机关\t500.00\t260.00\t240.00
201002\t柏川县公路养护站\t400.00\t340.00\t60.00

部门支出预算表（功能科目）

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t900.00\t600.00\t300.00
214\t交通运输支出\t900.00\t600.00\t300.00
2140106\t公路养护\t520.00\t340.00\t180.00
2140101\t行政运行\t380.00\t260.00\t120.00

财政拨款收支总表

单位：万元

项目\t金额\t项目\t合计\t一般公共预算\t政府性基金预算
一、财政拨款收入\t880.00\t一、交通运输支出\t880.00\t840.00\t40.00
收入总计\t880.00\t支出总计\t880.00\t840.00\t40.00

一般公共预算“三公”经费预算表

单位：万元

单位名称\t合计\t公务用车运行维护费\t公务接待费
合计\t12.00\t9.00\t3.00
柏川县交通运输局机关\t7.00\t5.00\t2.00
柏川县公路养护站\t5.00\t4.00\t1.00

一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t合计\t人员经费\t公用经费
\t合计\t560.00\t470.00\t90.00
30201\t办公费\t21.00\t\t21.00
30205\t水费\t3.00\t\t3.00
30206\t电费\t8.00\t\t8.00
30207\t邮电费\t4.00\t\t4.00
30208\t取暖费\t6.00\t\t6.00
30211\t差旅费\t9.00\t\t9.00
30213\t维修（护）费\t5.00\t\t5.00
30228\t工会经费\t7.00\t\t7.00

一般公共预算项目支出表

单位：万元

项目名称\t金额
合计\t120.00
危桥检测\t70.00
标线施划\t50.00
"""
TRADE = """松浦县商务局
2031年部门预算

第一部分 2031年部门预算表

一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t合计
\t合计\t90.00
30226\t劳务费\t18.20
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder, home = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("home")
    (folder / "交通预算.txt").write_text(ROADS, "utf-8")
    (folder / "商务预算.txt").write_text(TRADE, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize(
    ("turns", "told", "not_told"),
    [
        (("柏川县交通运输局机关2031年预算", "基本支出"), "260.00万元**", "600.00万元**"),
        (("柏川县交通运输局机关", "基本支出", "项目支出"), "240.00万元**", "300.00万元**"),
        (("柏川县交通运输局三公经费", "其中机关"), "7.00万元**", "12.00万元**"),
        (("柏川县交通运输局本级三公经费", "接待费"), "2.00万元**", "3.00万元**"),
        (("柏川县交通运输局公路养护支出", "项目"), "公路养护·项目支出：**180.00万元**", "300.00"),
        (("柏川县交通运输局2031年机关项目支出",), "240.00万元**", "300.00万元**"),
        (("柏川县交通运输局公路养护", "项目"), "公路养护·项目支出：**180.00万元**", "300.00"),
        (("柏川县交通运输局交通运输支出", "财政拨款的", "一般公共预算呢"), "840.00万元**", "560.00万元**"),
        (("柏川县交通运输局2031年预算",), "900.00万元**", "880.00万元**"),
        (("柏川县交通运输局编制",), "合计**60名**", "：**20名**[1]。"),
        (("柏川县交通运输局养护工人补贴标准",), "：**900元**", "800"),
        (("柏川县交通运输局机关运行经费",), "30.00万元**", "2.00"),
        (("柏川县交通运输局人员经费", "公用经费", "一共呢"), "600.00万元", "：**100.00万元**[1]。\n口径"),
    ],
)
def test_the_item_and_the_body_are_kept(assistant: Assistant, turns: tuple[str, ...], told: str, not_told: str) -> None:
    *history, asked = turns
    answer = assistant.ask(asked, tuple(history))
    assert told in answer.text, answer.text
    assert not_told not in answer.text.partition("其他口径")[0], answer.text


@pytest.mark.parametrize(
    "turns",
    [
        ("柏川县交通运输局机关", "项目支出", "比上年增加多少"),  # of the own level nothing is known of the year before
        ("柏川县交通运输局行政运行", "其中公路养护站"),
        ("柏川县交通运输局最大的项目",),  # the table lists 120.00 of 300.00: a larger one may be left out
    ],
)
def test_another_figure_is_not_told_instead(assistant: Assistant, turns: tuple[str, ...]) -> None:
    *history, asked = turns
    answer = assistant.ask(asked, tuple(history))
    assert not answer.values, answer.text


def test_a_long_dialogue_keeps_its_body(assistant: Assistant) -> None:
    turns = ("柏川县交通运输局办公费", "水费", "电费", "邮电费", "取暖费", "差旅费", "维修费", "工会经费")
    answer = assistant.ask("劳务费", turns)
    assert answer.status == "not_found", answer.text
    assert "松浦" not in answer.text


def test_shares_of_a_total_are_of_it(assistant: Assistant) -> None:
    answer = assistant.ask("占比", ("柏川县交通运输局项目支出",))
    assert "占支出的比重：**33.33%" in answer.text, answer.text
    assert "不一致" not in answer.text


def test_shares_are_taken_within_the_same_funds(assistant: Assistant) -> None:
    answer = assistant.ask("柏川县交通运输局一般公共预算基本支出里公用经费占多少")
    assert "15.00%" not in answer.text, answer.text
    assert "**16.07%" in answer.text, answer.text


def test_a_dialogue_without_a_body_goes_on_about_the_one_that_answered(assistant: Assistant) -> None:
    answer = assistant.ask("劳务费", ("危桥检测多少钱",))
    assert "松浦" not in answer.text, answer.text


def test_the_smallest_is_not_told_out_of_some_of_them(assistant: Assistant) -> None:
    answer = assistant.ask("柏川县交通运输局钱最少的项目是哪个")
    assert not answer.values, answer.text


@pytest.mark.parametrize(
    ("asked", "level"),
    [("某局机关三公经费", "机关"), ("某局机关工资福利支出", None), ("某局本级工资福利支出", "本级"), ("某局本级单位数", None)],
)
def test_classes_of_the_government_are_no_level(asked: str, level: str | None) -> None:
    found = LEVEL.search(asked)
    assert (found and found["level"]) == level
