"""What is left of a fund, lists by this year's column, scores of the whole body, projects chosen, words explained are no use of money."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import amounts_of, asking
from waterway_documents import PARKS

from app.assistant import Assistant

BODY = "芦湾县园林局2031年"
QUARRY = """梅垄县石料局
2031年部门预算

第一部分 2031年部门预算表

部门支出总表

单位：万元

科目编码\t科目名称\t{last}\t{this}
\t合计\t90.00\t70.00
2120101\t行政运行\t30.00\t60.00
2130204\t事业机构\t60.00\t10.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("parks"), PARKS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("turns", "amount", "is_of_fund"),
    [
        (("政府性基金收入是多少", "年末结转呢"), "6.00万元", True),
        (("政府性基金支出多少", "年初结转呢"), "8.00万元", True),
        (("政府性基金支出多少", "年底结转多少"), "6.00万元", True),
        (("政府性基金支出多少", "那结转和结余呢"), "6.00万元", True),
        (("政府性基金年初结转多少", "年末呢"), "6.00万元", True),
        (("支出合计多少", "年末结转呢"), "15.00万元", False),
    ],
)
def test_what_is_left_after_a_fund_is_of_that_fund(assistant: Assistant, turns: tuple[str, str], amount: str, is_of_fund: bool) -> None:
    answer = assistant.ask(turns[1], (f"{BODY}{turns[0]}",))
    assert [f"{value.value}{value.unit}" for value in answer.values] == [amount], answer.text
    assert answer.values[0].label.startswith("政府性基金") == is_of_fund


@pytest.mark.parametrize("asked", ["整体自评得分是多少", "整体支出绩效自评得了多少分"])
def test_the_score_of_the_whole_body_is_not_that_of_its_projects(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"{BODY}{asked}")
    assert answer.status == "not_found"
    assert "98.00" not in answer.text


def test_the_scores_of_the_projects_are_told(assistant: Assistant) -> None:
    assert amounts_of(assistant, f"{BODY}项目自评得分各多少") == ["92.00分", "98.00分", "95.00分"]


@pytest.mark.parametrize("asked", ["项目有哪些，各多少", "哪个项目最大", "哪个项目最小"])
def test_projects_are_listed_by_the_column_of_this_year(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"{BODY}{asked}")
    assert [(value.label, f"{value.value}{value.unit}") for value in answer.values] == [
        ("花圃改造", "30.00万元"),
        ("行道树补植", "70.00万元"),
        ("古木支护", "50.00万元"),
    ]
    ends = {"哪个项目最大": "最高的是**行道树补植**：**70.00万元**", "哪个项目最小": "最低的是**花圃改造**：**30.00万元**"}
    assert ends.get(asked, "共3项") in answer.text


@pytest.mark.parametrize(("last", "this"), [("2030年预算数", "2031年预算数"), ("上年预算数", "本年预算数"), ("2030年", "2031年")])
@pytest.mark.parametrize("asked", ["支出最多的是哪个科目", "哪个科目支出最多"])
def test_accounts_are_ranked_by_the_column_of_this_year(tmp_path_factory: pytest.TempPathFactory, last: str, this: str, asked: str) -> None:
    with asking(tmp_path_factory.mktemp("quarry"), QUARRY.format(last=last, this=this)) as opened:
        answer = opened.ask(f"梅垄县石料局2031年{asked}")
        assert [f"{value.value}{value.unit}" for value in answer.values] == ["60.00万元", "10.00万元"], answer.text
        assert "最高的是**行政运行**" in answer.text


@pytest.mark.parametrize("asked", ["结转资金用到哪里了", "结转资金用在什么地方"])
def test_what_a_word_means_is_not_where_money_went(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"{BODY}{asked}")
    assert answer.status == "not_found"
    assert "上年没有用完" not in answer.text


@pytest.mark.parametrize("asked", ["收入和支出各多少", "收入多少，支出多少"])
def test_income_and_expenditure_are_both_told(assistant: Assistant, asked: str) -> None:
    assert amounts_of(assistant, f"{BODY}{asked}") == ["290.00万元", "300.00万元"]


@pytest.mark.parametrize(
    "asked",
    ["挑了哪个项目做评价", "自己挑选了哪个项目来做部门评价", "选取了哪个项目做部门评价，等级是什么", "挑了哪个项目做评价，得分多少"],
)
def test_the_project_chosen_for_evaluation_is_told(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"{BODY}{asked}")
    assert answer.status == "answered"
    assert "选取“花圃改造”项目开展了部门评价" in answer.text


def test_each_kind_of_expenditure_has_its_share(assistant: Assistant) -> None:
    shares = amounts_of(assistant, f"{BODY}城乡社区支出和农林水支出各多少", "占支出合计的多少")
    assert shares == ["60.00%", "180.00万元", "40.00%", "120.00万元"]
