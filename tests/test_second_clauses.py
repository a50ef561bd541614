"""Second clauses that ask in words or of each thing, and what is said of an amount beside it: its purpose, its reason, its list."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from heritage_documents import asking

from app.assistant import Assistant
from app.dialogue.complete_halves import complete_halves
from app.figures.answer_several import in_counter
from ingest.quantity import Quantity
from retrieval.spelling.normalize_question import normalize_question
from retrieval.spelling.reword import in_usual_words

BUREAU = "枣坪市测绘局"
BOOK = """枣坪市测绘局
2031年部门预算

第一部分 概况

一、主要职责

（一）负责全市的测绘。

二、机构设置

纳入本部门2031年部门预算编制范围的单位共2个：1.枣坪市测绘局本级；2.枣坪市地图馆。

第二部分 2031年部门预算情况说明

一、政府性基金预算支出情况

2031年政府性基金预算支出12.00万元，其中：

（一）无人机航摄12.00万元。主要用于山区航线的补拍。

二、三公经费情况

2031年“三公”经费支出5.00万元。全年组织因公出国（境）团组1个，累计2人次，主要用于赴邻国参加界桩测量培训。

三、项目自评情况

基准站运维项目自评综述：全年预算数为40.00万元，执行数为40.00万元。发现的主要问题：观测次数未达到年度目标，主要原因是雷雨停机。

第三部分 2031年部门预算表

部门支出总表

单位：万元

单位编码\t单位名称\t合计\t基本支出\t项目支出
\t合计\t300.00\t120.00\t180.00
409001\t枣坪市测绘局本级\t200.00\t80.00\t120.00
409002\t枣坪市地图馆\t100.00\t40.00\t60.00

项目支出表

单位：万元

单位名称\t项目名称\t合计\t资金来源
单位名称\t项目名称\t合计\t其他收入
\t合计\t180.00\t12.00
枣坪市测绘局本级\t小计\t120.00\t
枣坪市测绘局本级\t基准站运维\t40.00\t
枣坪市测绘局本级\t界线勘察\t80.00\t
枣坪市地图馆\t小计\t60.00\t12.00
枣坪市地图馆\t图库搬迁\t48.00\t
枣坪市地图馆\t地图展览经费\t12.00\t12.00

一般公共预算“三公”经费支出表

单位：万元

项目\t预算数
合计\t5.00
因公出国（境）费\t3.00
公务接待费\t2.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("maps"), BOOK) as opened:
        yield opened


@pytest.mark.parametrize("question", ["因公出国费多少，去哪里干什么？", "因公出国经费是多少？去了哪里？"])
def test_where_a_trip_led_is_told_with_what_it_cost(assistant: Assistant, question: str) -> None:
    text = assistant.ask(BUREAU + question).text
    assert "3.00万元" in text
    assert "界桩测量培训" in text


@pytest.mark.parametrize(
    ("question", "second"),
    [("地图展览经费多少，资金来自哪里？", "地图展览经费资金来源是什么"), ("因公出国费多少？去了哪里", "因公出国去哪里干什么")],
)
def test_what_is_asked_in_words_is_asked_of_the_item_of_the_first(question: str, second: str) -> None:
    told = complete_halves(BUREAU + question, lambda clause: clause.replace(BUREAU, " " * len(BUREAU)))
    assert told.endswith(f"?{BUREAU}{second}?")


@pytest.mark.parametrize("question", ["三公经费多少，其中公务接待费多少？", "去哪里干什么？"])
def test_no_other_second_clause_is_completed_in_words(question: str) -> None:
    assert complete_halves(BUREAU + question, lambda clause: clause.replace(BUREAU, " " * len(BUREAU))) == BUREAU + question


def test_the_purpose_is_told_where_the_next_sentence_gives_it(assistant: Assistant) -> None:
    assert "山区航线的补拍" in assistant.ask(f"{BUREAU}无人机航摄用于什么？").text


@pytest.mark.parametrize("question", ["基准站运维支出为什么比上年多？", "基准站运维决算比预算多的原因？"])
def test_a_missed_target_is_no_reason_of_an_amount(assistant: Assistant, question: str) -> None:
    assert "雷雨" not in assistant.ask(BUREAU + question).text


def test_a_missed_target_has_its_reason(assistant: Assistant) -> None:
    assert "雷雨停机" in assistant.ask(f"{BUREAU}观测次数未达到年度目标的原因？").text


@pytest.mark.parametrize(("unit", "largest"), [("枣坪市测绘局本级", "界线勘察"), ("枣坪市地图馆", "图库搬迁")])
def test_the_largest_project_of_a_unit_is_told_of_its_whole_list(assistant: Assistant, unit: str, largest: str) -> None:
    assert f"最高的是**{largest}**" in assistant.ask(f"{unit}金额最大的项目是哪个？").text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("甲局办公费两年各多少，增长率？", "甲局办公费两年各多少,增长百分之几?"),
        ("甲局办公费2030年多少2031年多少？", "甲局办公费2030年多少,2031年多少?"),
        ("基本支出增加多少，项目支出减少多少，各为什么？", "基本支出增加多少,为什么?项目支出减少多少,为什么?"),
        ("甲局机关支出多少，占全部门的比重？", "甲局机关支出占全部门的比重是多少?"),
        ("办公费与差旅费之比？", "办公费是差旅费的几倍?"),
        ("甲局行政运行当年财政拨款多少？", "甲局行政运行当年财政拨款收入多少?"),
        ("甲局办公费增长率？", "甲局办公费增长率?"),
    ],
)
def test_terse_second_clauses_are_spelt(question: str, told: str) -> None:
    assert in_usual_words(normalize_question(question)) == told


@pytest.mark.parametrize(("kind", "told"), [("各项分别", 3), ("各项", 3)])
def test_each_of_the_three_is_asked_for_its_change(kind: str, told: int) -> None:
    assert in_usual_words(normalize_question(f"甲局三公经费{kind}比上年减少多少？")).count("比上年减少多少") == told


@pytest.mark.parametrize(
    ("label", "unit", "units", "told"),
    [("车辆（台、辆）", "", {"", "辆"}, "辆"), ("设备（台、套）", "", {"", "辆"}, ""), ("车辆（辆）", "", {"", "辆", "台"}, "")],
)
def test_a_bare_number_is_counted_as_its_label_says(label: str, unit: str, units: set[str], told: str) -> None:
    assert in_counter(Quantity(Decimal(7), unit), label, units).unit == told
