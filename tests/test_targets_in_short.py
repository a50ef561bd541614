"""Indicators asked for without the word, by an age, after the amount of their project, and as parts of one question."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import GRANARY, HERITAGE, amounts_of, asking

from app.assistant import Assistant
from app.forms.match_rows import named_project
from app.question.split_question import split_question
from retrieval.spelling.count_alike import OF_ROWS, count_alike

GUIDES, TOWERS = "苇塘市文物局夜场讲解补贴", "苇塘市文物局古塔修缮工程"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("targets"), HERITAGE, GRANARY) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("高龄匠人津贴，93岁的老人每月领多少", "“90—99周岁发放标准”：目标值**300元/月**"),
        ("高龄匠人津贴85岁每月多少钱", "“80—89周岁发放标准”：目标值**200元/月**"),
        ("古塔修缮座数的目标是多少", "“修缮古塔座数”：目标值**≥3座**"),
        ("修缮古塔座数和古塔巡查次数指标目标值各多少", "“古塔巡查次数”：目标值**≥24次**"),
        ("夜场讲解观众平均等几分钟", "**≤15分钟**"),
        ("津贴申请几个工作日办结", "**≤7个工作日**"),
        ("夜场补贴项目要讲几场", "（夜场讲解补贴）“夜场讲解场次”：目标值**≥150场**"),
        ("要修缮几座古塔", "**≥3座**"),
        ("请多少个派遣工", "“派遣工人数”：目标值**≥5人**"),
        ("派遣工几个人", "**≥5人**"),
    ],
)
def test_an_indicator_is_found_as_people_ask_for_it(assistant: Assistant, asked: str, told: str) -> None:
    answer = assistant.ask(f"苇塘市文物局{asked}")
    assert answer.status == "answered", answer.text
    assert told in answer.text, answer.text


def test_an_age_that_no_row_holds_gets_nothing(assistant: Assistant) -> None:
    assert amounts_of(assistant, "苇塘市文物局高龄匠人津贴，93岁的老人每月领多少") == ["300元/月"]
    assert assistant.ask("苇塘市文物局高龄匠人津贴，75岁的老人每月领多少").status == "not_found"


def test_others_after_a_count_are_counted_and_not_dated(assistant: Assistant) -> None:
    answer = assistant.ask("派遣工呢", (f"{GUIDES}请几个讲解员",))
    assert "“派遣工人数”：目标值**≥5人**" in answer.text, answer.text
    assert "每月10日前" not in answer.text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((f"{GUIDES}多少钱,讲几场",), ["35.00万元", "150"]),
        ((f"{GUIDES}项目多少钱？请几个讲解员？",), ["35.00万元", "12"]),
        (("苇塘市文物局给夜场讲解补贴多少钱，请几个讲解员、几个派遣工",), ["35.00万元", "12", "5"]),
        ((f"{TOWERS}多少钱，修几座塔",), ["68.00万元", "3"]),
        ((f"{GUIDES}项目讲几场请几个讲解员",), ["150", "12"]),
        ((f"{GUIDES}多少钱", "请了几个讲解员"), ["12"]),
        ((f"{GUIDES}项目预算多少", "讲几场"), ["150"]),
    ],
)
def test_an_indicator_is_of_the_project_told_before(assistant: Assistant, turns: tuple[str, ...], told: list[str]) -> None:
    assert amounts_of(assistant, *turns) == told


def test_what_no_project_counts_is_not_told_after_it(assistant: Assistant) -> None:
    assert amounts_of(assistant, f"{GUIDES}多少钱", "讲几场") == ["150"]
    assert assistant.ask("雇几个厨师", (f"{GUIDES}多少钱",)).status == "not_found"


@pytest.mark.parametrize(
    ("asked", "told"),
    [("哪个项目预算最多", "68.00 ÷ 128.00 × 100% = 53.13%"), ("2031年哪个项目预算最少", "25.00 ÷ 128.00 × 100% = 19.53%")],
)
def test_a_share_is_of_what_was_named_highest_or_lowest(assistant: Assistant, asked: str, told: str) -> None:
    answer = assistant.ask("占全部项目支出的百分之几", (f"苇塘市文物局{asked}",))
    assert answer.status == "answered", answer.text
    assert told in answer.text


@pytest.mark.parametrize(
    ("text", "project"),
    [("违建拆除项目", "违法建筑拆除"), ("今年违建拆除资金", "违法建筑拆除"), ("河道清淤项目", None), ("建拆除项目", None)],
)
def test_a_project_is_known_by_a_name_shortened_within(text: str, project: str | None) -> None:
    found = named_project(text, ["违法建筑拆除", "路灯维护"])
    assert (found and found[0]) == project


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("演练几次培训几次", 2),
        ("组建几支队伍招几个人", 2),
        ("前几次和后几次怎么安排", 1),
    ],
)
def test_counts_one_after_the_other_are_parts(question: str, parts: int) -> None:
    assert len(split_question(question)) == parts


def test_teams_count_as_others_do() -> None:
    assert "支" in count_alike("个", OF_ROWS)
    assert count_alike("株", OF_ROWS) == ("株",)
