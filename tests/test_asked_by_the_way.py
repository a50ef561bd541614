"""Wordings of every day: cars bought or had, treats, units ranked, funds in brackets, cost of a visit, words in pinyin."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import amounts_of, asking

from app.assistant import Assistant

WATERS = """荻洲市水文局
2031年部门预算

第一部分 概况

一、机构设置

纳入本部门2031年部门预算编制范围的单位共3个：1.荻洲市水文局本级；2.荻洲市雨量站；3.荻洲市水质监测所。

第二部分 2031年部门预算情况说明

一、“三公”经费预算情况说明

2031年“三公”经费预算16.00万元，比2030年预算减少4.00万元，下降20.00%。

（一）公务接待费6.00万元，比上年减少1.50万元，主要原因是压缩接待。预计全年接待来访人员40批次，300人次。

（二）公务用车运行维护费10.00万元，比上年减少2.50万元。

（三）公务用车购置费0.00万元，与上年持平。

二、国有资产占用情况

2030年末，共有公务用车3辆，其中：轿车2辆，皮卡1辆。

三、收支情况

2031年支出预算300.00万元，其中：基本支出210.00万元，项目支出90.00万元。

第三部分 2031年部门预算表

部门收入总表

单位：万元

单位编码\t单位名称\t收入合计\t一般公共预算
\t合计\t300.00\t300.00
618001\t荻洲市水文局本级\t130.00\t130.00
618002\t荻洲市雨量站\t75.00\t75.00
618003\t荻洲市水质监测所\t95.00\t95.00

部门支出总表

单位：万元

单位编码\t单位名称\t合计\t基本支出\t项目支出
\t合计\t300.00\t210.00\t90.00
618001\t荻洲市水文局本级\t140.00\t100.00\t40.00
618002\t荻洲市雨量站\t70.00\t60.00\t10.00
618003\t荻洲市水质监测所\t90.00\t50.00\t40.00

人员情况表

单位：人

单位名称\t编制数（人）\t实有人数（人）
合计\t60\t51
荻洲市水文局本级\t25\t20
荻洲市雨量站\t20\t18
荻洲市水质监测所\t15\t13

一般公共预算“三公”经费预算表

单位：万元

项目\t2031年预算数
合计\t16.00
1.因公出国（境）费\t0.00
2.公务接待费\t6.00
3.公务用车购置及运行费\t10.00
其中：公务用车购置费\t0.00
公务用车运行维护费\t10.00

一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t合计
\t合计\t210.00
30101\t基本工资\t150.00
30206\t电费\t40.00
30207\t邮电费\t20.00
"""
UNITS = ("荻洲市水文局本级", "荻洲市雨量站", "荻洲市水质监测所")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("waters"), WATERS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("买不买新车", ["0.00万元"]),
        ("会不会买新车", ["0.00万元"]),
        ("打算换新车吗", ["0.00万元"]),
        ("请客吃饭的钱少了多少", ["1.50万元"]),
        ("养车的钱少了多少", ["2.50万元"]),
        ("三公经费少了多少", ["4.00万元", "20.00%"]),
        ("支出总额（含政府性基金）多少", ["300.00万元"]),
        ("平均接待一批客人花多少钱", ["0.15万元"]),
        ("人均接待费多少", ["200.00元"]),
        ("每接待一位来访人员花多少钱", ["200.00元"]),
        ("平均每接待一个人花了多少", ["200.00元"]),
        ("dianfei多少", ["40.00万元"]),
        ("you dian fei是多少", ["20.00万元"]),
        ("jiben gongzi多少", ["150.00万元"]),
    ],
)
def test_the_amount_meant_is_told(assistant: Assistant, asked: str, told: list[str]) -> None:
    assert amounts_of(assistant, f"荻洲市水文局2031年{asked}") == told


@pytest.mark.parametrize("asked", ["到底有没有公车", "有没有公车，资产说明里说有，三公表里又没有，怎么回事"])
def test_cars_that_are_had_are_counted(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"荻洲市水文局2031年{asked}")
    assert [(value.label, str(value.value), value.unit) for value in answer.values] == [("公务用车", "3", "辆")], answer.text
    assert "没有写明" not in answer.text


@pytest.mark.parametrize(
    ("asked", "amounts", "end"),
    [
        ("哪个单位收入最多", ["130.00万元", "75.00万元", "95.00万元"], f"最高的是**{UNITS[0]}**：**130.00万元**"),
        ("哪个单位的收入最少", ["130.00万元", "75.00万元", "95.00万元"], f"最低的是**{UNITS[1]}**：**75.00万元**"),
        ("各单位预算谁最多", ["140.00万元", "70.00万元", "90.00万元"], f"最高的是**{UNITS[0]}**：**140.00万元**"),
        ("哪个单位编制数最多", ["25", "20", "15"], f"最高的是**{UNITS[0]}·编制数（人）**：**25**"),
        ("哪个单位的实有人数最少", ["20", "18", "13"], f"最低的是**{UNITS[2]}·实有人数（人）**：**13**"),
        ("各单位预算分别是多少", ["140.00万元", "70.00万元", "90.00万元"], f"- {UNITS[2]}：**90.00万元**"),
    ],
)
def test_units_are_told_one_by_one(assistant: Assistant, asked: str, amounts: list[str], end: str) -> None:
    answer = assistant.ask(f"荻洲市水文局2031年{asked}")
    assert [f"{value.value}{value.unit}" for value in answer.values] == amounts, answer.text
    assert end in answer.text


def test_a_word_in_pinyin_is_told_as_understood(assistant: Assistant) -> None:
    assert "按“荻洲市水文局2031年电费多少”理解" in assistant.ask("荻洲市水文局2031年dianfei多少").text
