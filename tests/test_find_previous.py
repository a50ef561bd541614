"""Last year's figure from this year's document."""

from __future__ import annotations

import pytest
from figure_documents import BUDGET, FINAL, find

from app.figures.find_previous import find_previous, names_something_else

TRAINED = BUDGET.replace("三、“三公”经费", "2031年培训费支出5.00万元，较上年增加1.90万元。\n\n三、“三公”经费", 1)


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("三公经费是多少", BUDGET, [("4.00万元", "3.50 + 0.50 = 4.00万元")]),
        ("行政运行是多少", BUDGET, [("56.00万元", "60.00 − 4.00 = 56.00万元")]),
        ("公务接待费决算是多少", FINAL, [("2.50万元", "2.00 + 0.50 = 2.50万元")]),
        (
            "三公经费是多少",
            BUDGET.replace("减少0.50万元，下降12.50%", "减少0.50万元").replace("比2030年预算减少0.50万元", "与2030年预算持平"),
            [("3.50万元", None)],
        ),
        ("培训费是多少", TRAINED, [("3.10万元", "5.00 − 1.90 = 3.10万元")]),
        ("支出合计是多少", BUDGET, []),
        ("车辆有几辆", FINAL, []),
        ("项目支出占支出合计的比重", FINAL, []),
    ],
)
def test_the_year_before_is_computed_from_the_stated_change_alone(question: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(result.text, result.calculation) for result in find_previous(find(question, text=text), 2030, ())] == expected


def test_an_amount_stated_for_the_year_itself_is_taken_as_printed() -> None:
    (result,) = find_previous(find("车辆有几辆", text=FINAL.replace("2031年末，共有", "2030年末，共有")), 2030, ())
    assert (result.text, result.label) == ("2辆", "2030年车辆")


def test_a_computed_amount_says_that_it_is_computed_and_rests_on_both_figures() -> None:
    (result,) = find_previous(find("行政运行是多少", text=BUDGET), 2030, ())
    assert result.label == "2030年行政运行（由本年数和增减额推算）"
    assert {fact.source.value for fact in result.facts} == {"60.00", "4.00万元"}


@pytest.mark.parametrize(("question", "is_told"), [("请按决算推算支出总计", False), ("工作人员的服装项目,到底花了多少钱", True)])
def test_a_named_thing_that_no_label_has_is_not_all_expenditure(question: str, is_told: bool) -> None:
    assert names_something_else(find(question)) is is_told


@pytest.mark.parametrize(("total", "expected"), [("300.00", 1), ("301.20", 0)])
def test_the_change_of_another_amount_is_not_taken_for_this_ones(total: str, expected: int) -> None:
    stated = f"2031年度收支总计均为{total}万元，比2030年度减少20.00万元，下降6.25%。"
    text = FINAL.replace("# 第二部分", f"## 二、收入支出决算总体情况说明\n\n{stated}\n\n# 第二部分", 1)
    assert len(find_previous(find("支出合计是多少", text=text), 2030, ())) == expected
