"""What was found for a task to results."""

from __future__ import annotations

import pytest
from figure_documents import BUDGET, FINAL, find, index

from app.figures.resolve_task import count_of, is_prose, places_asked, resolve_task
from app.figures.result import Result
from retrieval.facts.candidate import Candidate


def results(*parts: str, text: str = FINAL) -> list[Result]:
    return [result for found in find(*parts, text=text).tasks for result in resolve_task(found)]


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("差旅费是多少", FINAL, [("9.00万元", None)]),
        ("基本工资是多少", BUDGET, [("55.00万元", "40.00 + 15.00 = 55.00万元")]),
        ("项目支出占支出合计的比重", FINAL, [("26.67%（80.00万元）", None)]),
        ("差旅费占公用经费的比重", FINAL, [("30.00%", "9.00 ÷ 30.00 × 100% = 30.00%")]),
        ("三公经费完成预算的百分之几", FINAL, [("75.00%", None)]),
        ("公务接待费比上年减少了多少", FINAL, [("减少0.50万元，下降20.00%", None)]),
        ("行政运行比上年增加多少", BUDGET, [("增加4.00万元，增长7.14%", None)]),
        ("办公费和差旅费", FINAL, [("21.00万元", None), ("9.00万元", None)]),
        ("有哪些项目", BUDGET, [("18.00万元", None), ("12.00万元", None)]),
    ],
)
def test_the_printed_figure_or_the_computed_one_is_told(question: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(result.text, result.calculation) for result in results(question, text=text)] == expected


@pytest.mark.parametrize(
    "question",
    [
        "抚恤金是多少",
        "取暖费是多少",
        "差旅费的项目支出",
        "差旅费比上年增加多少",
        "抚恤金占支出合计的比重",
        "办公费占抚恤金的比重",
        "车辆占支出合计的比重",
    ],
)
def test_what_the_document_does_not_let_be_known_has_no_result(question: str) -> None:
    assert results(question) == []


def test_a_result_rests_on_its_facts() -> None:
    (result,) = results("差旅费占公用经费的比重")
    assert [fact.source.value for fact in result.facts] == ["9.00", "30.00"]


def test_a_change_has_both_amount_and_rate_as_values() -> None:
    (result,) = results("公务接待费比上年减少了多少")
    assert result.quantity is not None
    assert [str(result.quantity.number), *(str(quantity.number) for _, quantity in result.extra)] == ["0.50", "20.00"]


def test_two_prints_of_one_amount_that_differ_are_told() -> None:
    text = FINAL.replace("2031年度支出合计300.00万元", "2031年度支出合计307.00万元")
    (result,) = results("支出合计是多少", text=text)
    assert result.text == "307.00万元"
    assert any("300.00万元" in warning and "不一致" in warning for warning in result.warnings)


def test_a_difference_of_rounding_is_told_as_such() -> None:
    text = FINAL.replace("2031年度支出合计300.00万元", "2031年度支出合计300.01万元")
    (result,) = results("支出合计是多少", text=text)
    assert result.text == "300.01万元"
    assert any("300.00万元" in warning and "尾差" in warning for warning in result.warnings)


@pytest.mark.parametrize(("text", "is_told"), [("≥20个", False), ("明显", False), ("按要求完成目标的编制和报送", True)])
def test_sentences_are_no_answer_to_a_question_for_a_number(text: str, is_told: bool) -> None:
    candidate = Candidate((), None, text, 0, 0.0)
    assert is_prose(candidate, "有几个项目") is is_told
    assert not is_prose(candidate, "怎么说明的")


TWO_BASES = FINAL.replace("比2030年度减少0.50万元，下降20.00%", "比年初预算数减少1.00万元，下降33.33%；比2030年度减少0.50万元，下降20.00%")


@pytest.mark.parametrize(
    ("question", "amount"),
    [("公务接待费比上年少了多少", "0.50"), ("公务接待费变化了多少", "0.50"), ("公务接待费同年初预算相比降了百分之几", "33.33")],
)
def test_a_change_is_told_against_what_the_question_names(question: str, amount: str) -> None:
    (result,) = [one for found in find(question, text=TWO_BASES).tasks for one in resolve_task(found)]
    assert amount in result.text


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("2031年收入90.00万元，比2030年增加9.00万元，增长11.11%，其中", "支出比上年增加多少"),
        ("2031年收支总计90.00万元，比2030年增加9.00万元，增长11.11%，其中", "总支出比上年多了多少"),
    ],
)
def test_a_budget_changes_by_as_much_on_either_side(said: str, question: str) -> None:
    text = BUDGET.replace("2031年支出合计90.00万元，其中", said)
    (result,) = [one for found in find(question, text=text).tasks for one in resolve_task(found)]
    assert "增加9.00万元" in result.text


def test_what_came_in_is_not_told_beside_what_was_spent() -> None:
    rows = "科目编码\t科目名称\t本年收入\t本年支出\n\t合计\t290.00\t300.00\n2012601\t行政运行\t170.00\t180.00\n"
    table = f"## 一般公共预算财政拨款支出决算表\n\n金额单位：万元\n\n{rows}\n# 第三部分"
    (result,) = results("行政运行支出决算是多少", text=FINAL.replace("# 第三部分", table, 1))
    assert result.text == "180.00万元"
    assert not any("170.00" in said for said in (*result.notes, *result.warnings))


@pytest.mark.parametrize(("text", "counted"), [("3人", ("3", "人")), ("≥12台", ("12", "台")), ("单价2.1万元", None), ("按期完成", None)])
def test_what_a_text_counts_is_no_money(text: str, counted: tuple[str, str] | None) -> None:
    fact = index(BUDGET).facts[0]
    found = count_of(Candidate((fact,), None, text, 0, 1.0))
    assert (found and (str(found[0].number), found[0].unit)) == counted


@pytest.mark.parametrize(
    ("clause", "places"), [("人均多少元(取整数)", 0), ("人均多少,保留一位小数", 1), ("人均多少元", 2), ("保留2位小数,每批多少", 2)]
)
def test_an_average_is_rounded_as_asked(clause: str, places: int) -> None:
    assert places_asked(clause) == places
