"""Indicators asked for by what they say, several in one question, and which of two is more."""

from dataclasses import replace

import pytest
from form_documents import figure, forms
from text_documents import ask

from app.documents.only_body_of import only_body_of
from app.targets.answer_asked_indicators import answer_asked_indicators
from app.targets.answer_projects_by_target import answer_projects_by_target
from app.targets.find_asked_indicators import find_asked_indicators
from ingest.document import Document, Table
from retrieval.bodies.name_patterns import FOREIGN_BODY

HALL, RESCUE, GRANTS = "便民大厅运行经费", "江面搜救补助", "非遗工坊奖补资金"
ROWS = [
    (HALL, "大厅导办、保洁人数", "≥14人"), (HALL, "大厅志愿者人数", "≥21人"), (HALL, "接待办件群众数量", "≥6万人"),
    (HALL, "大厅窗口数量", "≥18个"), (HALL, "窗口超时件比例", "≤2%"), (HALL, "办件群众满意度", "≥96%"),
    (RESCUE, "租用搜救直升机架数", "2架"), (RESCUE, "搜救飞行时间", "≥310小时"), (RESCUE, "搜救人员满意度", "≥93%"),
    (GRANTS, "单家工坊最高奖补额度", "≤8万元"), (GRANTS, "奖补工坊数量", "≥12家"), (GRANTS, "工坊产品单件售价", "≥260元"),
]  # fmt: skip


def hall() -> Document:
    table = Table(0, "项目绩效目标表", None, "万元", ("附件",), ())
    figures = [figure(0, at, ("410001", project, "产出指标", name), "指标值", value) for at, (project, name, value) in enumerate(ROWS)]
    return replace(forms(), tables=(table,), figures=tuple(figures))


@pytest.mark.parametrize(
    ("question", "names", "is_compared"),
    [
        ("大厅要配多少导办保洁、多少志愿者,哪个多?", ["大厅导办、保洁人数", "大厅志愿者人数"], True),
        ("“便民大厅运行经费”这个项目,全年要接待多少群众才算达标?", ["接待办件群众数量"], False),
        ("租搜救直升机的目标是几架、至少飞多少小时?", ["租用搜救直升机架数", "搜救飞行时间"], False),
        ("非遗工坊奖补,一家工坊最多能拿多少?", ["单家工坊最高奖补额度"], False),
        ("大厅窗口要开多少个,超时件要压到占多少?", ["大厅窗口数量", "窗口超时件比例"], False),
        ("奖补多少家工坊?当初要求是多少?", ["奖补工坊数量"], False),
    ],
)
def test_every_part_means_the_row_that_says_its_words_in_its_unit(question: str, names: list[str], is_compared: bool) -> None:
    found = find_asked_indicators(question, hall())
    assert found is not None
    assert [row.name for row in found.rows] == names
    assert found.is_compared is is_compared


@pytest.mark.parametrize(
    "question",
    [
        "大厅要接待多少外宾?",
        "大厅要配多少医生?",
        "大厅接待了多少群众?",  # a target tells of nothing done
        "租直升机要花多少钱?",
        "大厅要配多少导办,哪个多?",
        "直升机几架、窗口几个,一共多少?",
        "便民大厅运行经费预算是多少?",
        "非遗工坊奖补资金要多少天发?",
    ],
)
def test_what_no_row_says_or_several_say_together_is_left_to_others(question: str) -> None:
    assert find_asked_indicators(question, hall()) is None


def test_the_larger_of_two_targets_is_named() -> None:
    answer = answer_asked_indicators(ask("大厅要配多少导办保洁、多少志愿者,哪个多?", hall()))
    assert answer is not None
    assert answer.status == "answered"
    assert "较大的是“大厅志愿者人数”" in answer.text


def test_primary_and_middle_schools_are_no_body() -> None:
    assert FOREIGN_BODY.match("中小学教师培训") is None
    assert FOREIGN_BODY.match("第三小学的预算") is not None


@pytest.mark.parametrize(
    ("question", "is_told"),
    [
        ("两个有绩效目标表的项目,哪个的满意度指标定得最高?定多少?", True),
        ("所有项目,哪个满意度最高?", True),
        ("十月开工的项目,哪个的满意度指标定得最高?", False),  # which of them is told nowhere
    ],
)
def test_of_the_projects_with_targets_the_highest_is_told(question: str, is_told: bool) -> None:
    answer = answer_projects_by_target(ask(question, hall()))
    assert (answer is not None and "≥96%" in answer.text) is is_told


def test_an_indicator_that_one_body_prints_every_year_tells_the_body() -> None:
    hall_2024 = hall()
    hall_2023 = replace(hall_2024, info=replace(hall_2024.info, id="before", year=2023))
    other = replace(hall_2024, info=replace(hall_2024.info, id="other", organization="远渡县港航局"))
    bare = replace(other, tables=(), figures=())
    question = "租用搜救直升机架数哪年多?"
    assert only_body_of(question, [hall_2024, hall_2023, bare]) == hall_2024.info.organization
    assert only_body_of(question, [hall_2024, bare]) == ""
    assert only_body_of(question, [hall_2024, hall_2023, other]) == ""
    assert only_body_of("架数哪年多?", [hall_2024, hall_2023, bare]) == ""
