"""Lists keep to what is asked of them: none of it, not so, so much exactly, of one class, without full marks; else there is no answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from form_documents import NURSERY, ROADS, figure, forms
from heritage_documents import amounts_of, asking
from silk_documents import SILK_BOOKS, TEA_2031
from text_documents import GREEN, ask, green, red

from app.assistant import Assistant
from app.projects.answer_listed_rows import answer_purchases
from app.prose.answer_duty import answer_duty
from app.question.text_question import TextQuestion
from app.targets.answer_evaluations import answer_evaluations
from app.targets.answer_forms import answer_forms
from app.targets.answer_unreached import answer_unreached
from ingest.document import Document

TEA, SILK = "柿林县茶叶局2031年预算", "柿林县蚕桑局2030年预算"
FIRST_BUDGETS = ((ROADS, "0"), (NURSERY, "20"), ("古树名录编制", "0"))
WATER = """柿林县水利局
2031年部门预算

第一部分 2031年部门预算情况说明

一、国有资产占用情况

2030年期末，共有车辆1辆，单位价值100万元以上专用设备2台（套）。

第二部分 2031年部门预算表

部门支出总表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t90.00\t70.00\t20.00
213 03 01\t行政运行\t70.00\t70.00\t
213 03 05\t水利工程建设\t20.00\t\t20.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("lists"), TEA_2031, *SILK_BOOKS, WATER) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        (f"{TEA}哪些项级科目没有基本支出？", ["60.00万元", "40.00万元"]),
        (f"{TEA}哪些科目有基本支出？", ["180.00万元"]),
        (f"{SILK}哪个科目只有项目支出？", ["70.00万元"]),
        ("柿林县水利局哪个科目没有项目支出？", ["70.00万元"]),
        ("柿林县水利局哪些科目有项目支出？", ["20.00万元"]),
        (f"{TEA}哪些类级科目没有基本支出？", []),  # no table has accounts of that level
        (f"{TEA}项目支出金额为20万元的项目有哪些？", ["20.00万元"]),
        (f"{TEA}哪些项目不属于柿林县茶树良种场？", []),
        (f"{TEA}没有“三公”经费的是哪几项？", []),
    ],
)
def test_a_list_keeps_to_what_is_asked_of_it(assistant: Assistant, question: str, amounts: list[str]) -> None:
    assert amounts_of(assistant, question) == amounts


def test_none_is_not_said_of_bodies_whose_figure_was_not_found(assistant: Assistant) -> None:
    told = assistant.ask("2031年预算哪些局没有公务接待费？").text
    assert "没有符合" not in told
    assert "没有找到的，不能由此断定有没有" in told
    assert "没有列入：柿林县水利局" in told


def test_all_that_is_bought_is_no_class_of_it(tmp_path: Path) -> None:
    bought = "二、政府采购支出情况\n\n2031年政府采购预算安排5.00万元。\n\n第二部分 2031年部门预算表"
    with asking(tmp_path, WATER.replace("第二部分 2031年部门预算表", bought)) as opened:
        assert amounts_of(opened, "柿林县水利局政府采购预算多少？") == ["5.00万元"]
        assert opened.ask("柿林县水利局政府采购中类别为货物的金额合计多少？").status == "not_found"


def test_things_that_are_counted_are_held_against_no_amount(assistant: Assistant) -> None:
    told = assistant.ask("哪些局有单位价值100万元以上专用设备？").text
    assert "没有符合" not in told


def test_budget_units_that_are_ranked_are_ranked(tmp_path: Path) -> None:
    with asking(tmp_path, TEA_2031, SILK_BOOKS[1]) as budgets:
        told = budgets.ask("2031年两家预算单位的公务接待费从高到低排列").text
    assert "从高到低：1. 柿林县茶叶局（2.40万元），2. 柿林县蚕桑局（1.50万元）" in told


def test_duties_that_do_not_mention_words_of_three_characters() -> None:
    answer = answer_duty(ask("哪些单位的职责没有提到“造林”?", green(), red(), is_each=True))
    assert answer is not None
    assert "都写有“造林”" in answer.text
    answer = answer_duty(ask("哪些单位的职责没有提到“水库”?", green(), red(), is_each=True))
    assert answer is not None
    assert f"没有写“水库”的是：{GREEN}。" in answer.text


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("自评汇总表里哪些项目没有得满分?", (ROADS, NURSERY, "没有得满分的项目有**2个**"), "古树"),
        ("自评汇总表里哪些项目得满分?", ("古树",), ROADS),
    ],
)
def test_projects_without_full_marks_are_those_without(question: str, told: tuple[str, ...], untold: str) -> None:
    answer = answer_evaluations(ask(question, forms()))
    assert answer is not None
    assert [one for one in told if one not in answer.text] == []
    assert untold not in answer.text


def test_projects_of_the_evaluation_with_a_first_budget() -> None:
    base = forms()
    budgets = [figure(2, at, (name,), "年初预算数", amount, "万元") for at, (name, amount) in enumerate(FIRST_BUDGETS)]
    told = answer_evaluations(ask("有年初预算的自评项目是哪个?", replace(base, figures=(*base.figures, *budgets))))
    assert told is not None
    assert NURSERY in told.text
    assert ROADS not in told.text


def scored(spent: str) -> Document:
    """The forms with the row of the funds of one of them, whose use got so many of 10 points."""
    base = forms()
    cells = (("全年预算数", "40"), ("全年执行数", "30"), ("分值", "10"), ("得分", spent))
    reached = [figure(5, at, ("产出指标", name), "实际完成值", "95%", "") for at, name in ((1, "档案移交率"), (2, "档案归还率"))]
    funds = [figure(5, 9, ("年度资金总额",), column, value, "") for column, value in cells]
    return replace(base, figures=(*base.figures, *reached, *funds))


@pytest.mark.parametrize(("spent", "is_told"), [("7.5", True), ("10", False)])
def test_points_lost_by_the_funds_are_told_beside_the_indicators(spent: str, is_told: bool) -> None:
    answer = answer_unreached(ask("哪些指标没得满分?", scored(spent)))
    assert answer is not None
    assert ("得分**7.5" in answer.text) == is_told


def test_purchases_of_a_class_that_is_named_as_one() -> None:
    asked = ask("政府采购中类别为服务的金额合计多少?", forms())
    answer = answer_purchases(asked)
    assert answer is not None
    assert "合计**3.6万元**" in answer.text


@pytest.mark.parametrize(("question", "status"), [("哪些项目附有自评表?", "answered"), ("哪些项目没有附自评表?", "not_found")])
def test_projects_without_a_form_are_not_those_with_one(question: str, status: str) -> None:
    asked: TextQuestion = ask(question, forms())
    answer = answer_forms(asked)
    assert answer is not None
    assert answer.status == status
