"""What changed between two years thing by thing, and the change of one thing that was told of both years just before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import amounts_of, asking
from silk_documents import NURSERY, REELING, SILK, SILK_BOOKS, TEA, TEA_2030, TEA_2031, TEA_HOUSE

from app.assistant import Assistant
from app.question.read_over_years import read_over_years

TEA_PROJECTS = ("茶园防霜", "新苗培育", "斗茶活动", "茶机换代", "茶样留存", "古茶树普查")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("silk"), TEA_2030, TEA_2031, *SILK_BOOKS) as opened:
        yield opened


def named(text: str, names: tuple[str, ...]) -> list[str]:
    """Those of the names that a text holds."""
    return [one for one in names if one in text]


@pytest.mark.parametrize(
    ("question", "thing", "alone", "years"),
    [
        ("甲局2031年新列的项目有哪些", "项目", "later", (None, None)),
        ("甲局2031年砍掉了哪些项目", "项目", "earlier", (None, None)),
        ("甲局2030年没有但2031年有的项级科目有哪些", "项级科目", "later", (2031, 2030)),
        ("甲局2030年有而2031年没有的项目有几个", "项目", "later", (2030, 2031)),
        ("甲局2031年有而2030年无的科目是什么,反过来呢", "项级科目", "both", (2031, 2030)),
    ],
)
def test_things_of_one_year_alone_are_read(question: str, thing: str, alone: str, years: tuple[int | None, int | None]) -> None:
    asked = read_over_years(question)
    assert asked is not None
    assert (asked.thing, asked.alone, (asked.has, asked.lacks), asked.most, asked.each) == (thing, alone, years, "", "")


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        ("甲局2030年有而2031年没有的项目有几个", (2030,)),
        ("甲局2031年有而2030年没有的项目有几个", (2031,)),
        ("甲局2031年新增的项目有哪些", (2031,)),
        ("甲局2031年取消了哪些项目", (2030,)),
        ("甲局2031年有2030年没有的项目有哪些,2030年有2031年没有的项目又有哪些", (2030, 2031)),
    ],
)
def test_whose_things_are_meant_follows_from_the_years(question: str, alone: tuple[int, ...]) -> None:
    asked = read_over_years(question)
    assert asked is not None
    assert asked.years_alone(2030, 2031) == alone


@pytest.mark.parametrize(
    ("question", "thing", "most", "each"),
    [
        ("甲局从2030年到2031年哪个项目涨得最多", "项目", "增加", ""),
        ("甲局2031年哪家单位的会议费比上年降得最多", "单位", "减少", ""),
        ("甲局2031年三公经费各项里比2030年增加最多的是哪项", "三公经费", "增加", ""),
        ("甲局两年对比,减少最多的项级科目是什么", "项级科目", "减少", ""),
        ("甲局2031年有哪些项目比上年提高了", "项目", "", "增加"),
        ("甲局哪些科目跟2030年相同", "项级科目", "", "持平"),
        ("甲局2031年较上年下降的项目有哪些", "项目", "", "减少"),
    ],
)
def test_what_changed_most_or_at_all_is_read(question: str, thing: str, most: str, each: str) -> None:
    asked = read_over_years(question)
    assert asked is not None
    assert (asked.thing, asked.most, asked.each, asked.alone) == (thing, most, each, "")


@pytest.mark.parametrize(
    "question",
    [
        "甲局2031年哪个项目最多",
        "甲局2031年项目支出比2030年增加了",  # nothing is asked
        "甲局2031年办公费比2030年增加多少",
        "甲局2031年哪个项目的执行率最高",
        "甲局2031年哪个单位比上年增加最多",  # of what?
        "甲局2031年哪个项目增加最多的是绩效指标",  # of no other year
    ],
)
def test_other_questions_ask_nothing_over_years(question: str) -> None:
    assert read_over_years(question) is None


@pytest.mark.parametrize(
    ("asked", "name", "amount", "year"),
    [
        ("2031年预算比2030年多了哪些项目？", "古茶树普查", "14.00万元", 2031),
        ("2031年预算新列的项目有哪些？", "古茶树普查", "14.00万元", 2031),
        ("2031年新安排了哪些项目？", "古茶树普查", "14.00万元", 2031),
        ("今年有去年没有的项目有哪些？", "古茶树普查", "14.00万元", 2031),
        ("2030年有、2031年没有的项目是哪几个？", "茶机换代", "10.00万元", 2030),
        ("哪个项目到2031年就没有了？", "茶机换代", "10.00万元", 2030),
        ("2031年砍掉了哪些项目？", "茶机换代", "10.00万元", 2030),
        ("2030年安排了、2031年不再安排的项目有哪些？", "茶机换代", "10.00万元", 2030),
        ("2031年无而2030年有的科目有哪些？", "农业生产发展", "40.00万元", 2030),
        ("2031年比上年少了哪些科目？", "农业生产发展", "40.00万元", 2030),
        ("2030年没有、2031年有的项级科目有哪些？", "耕地建设与利用", "40.00万元", 2031),
    ],
)
def test_what_one_year_has_alone_is_told_with_its_amount(assistant: Assistant, asked: str, name: str, amount: str, year: int) -> None:
    answer = assistant.ask(f"{TEA}{asked}")
    assert answer.status == "answered", answer.text
    assert f"- {name}：**{amount}**[1]" in answer.text
    assert [(one.label, f"{one.value}{one.unit}") for one in answer.values] == [(name, amount)]
    assert [one.title for one in answer.citations] == [f"{TEA}{year}年部门预算"]
    assert named(answer.text, (*TEA_PROJECTS, "农业生产发展", "耕地建设与利用")) == [name]


def test_both_directions_are_told_where_both_are_asked(assistant: Assistant) -> None:
    answer = assistant.ask(f"{TEA}2031年有2030年没有的项目有哪些，2030年有2031年没有的项目又有哪些？")
    assert [f"{one.label}{one.value}" for one in answer.values] == ["古茶树普查14.00", "茶机换代10.00"]
    assert answer.text.index("2031年有而2030年没有的项目共**1个**") < answer.text.index("2030年有而2031年没有的项目共**1个**")


@pytest.mark.parametrize(
    "asked", ["2031年决算比2030年少了哪些项目？", "2031年决算取消了哪些项目？", "2030年决算有而2031年决算没有的项目有哪些？"]
)
def test_it_is_said_that_nothing_fell_away(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"{SILK}{asked}")
    assert "2030年所列的项目，2031年都有" in answer.text
    assert not answer.values
    assert {one.title for one in answer.citations} == {f"{SILK}2030年部门决算", f"{SILK}2031年部门决算"}


@pytest.mark.parametrize(
    ("asked", "name", "change", "formula"),
    [
        ("2031年哪个项目比2030年增加最多？", "茶园防霜", "增加**6.00万元**", "46.00 − 40.00 = 6.00万元"),
        ("2031年预算项目里涨得最多的是哪个，跟2030年对比？", "茶园防霜", "增加**6.00万元**", "46.00 − 40.00 = 6.00万元"),
        ("从2030年到2031年哪个项目减少得最多？", "新苗培育", "减少**16.00万元**", "20.00 − 4.00 = 16.00万元"),
        ("2031年项目支出哪个单位比上年增加最多？", f"{TEA}本级", "增加**5.00万元**", "30.00 − 25.00 = 5.00万元"),
        ("两年相比，哪个单位的项目支出降得最多？", NURSERY, "减少**10.00万元**", "60.00 − 50.00 = 10.00万元"),
        ("2031年哪家的支出比上年减得最多？", NURSERY, "减少**10.00万元**", "100.00 − 90.00 = 10.00万元"),
        ("对比2030年，2031年哪个单位支出增加得最多？", f"{TEA}本级", "增加**10.00万元**", "130.00 − 120.00 = 10.00万元"),
        ("2031年三公经费里哪一项比上年增加最多？", "公务用车运行维护费", "增加**0.50万元**", "6.50 − 6.00 = 0.50万元"),
        ("三公经费里2031年比2030年少得最多的是哪一项？", "公务接待费", "减少**0.60万元**", "3.00 − 2.40 = 0.60万元"),
        ("2030年到2031年哪个科目涨得最多？", "行政运行", "增加**10.00万元**", "180.00 − 170.00 = 10.00万元"),
        ("2031年项级科目里比2030年减少最多的是哪个？", "科技转化与推广服务", "减少**5.00万元**", "65.00 − 60.00 = 5.00万元"),
    ],
)
def test_what_changed_most_is_told_with_both_years(assistant: Assistant, asked: str, name: str, change: str, formula: str) -> None:
    answer = assistant.ask(f"{TEA}{asked}")
    assert answer.status == "answered", answer.text
    assert f"最多的是**{name}**：{change}" in answer.text
    assert answer.calculation == formula
    assert [one.title for one in answer.citations] == [f"{TEA}2030年部门预算", f"{TEA}2031年部门预算"]


def test_two_that_rose_alike_are_both_told(assistant: Assistant) -> None:
    answer = assistant.ask(f"{TEA}2031年基本支出哪个单位比上年增加最多？")
    assert f"**{TEA}本级**：增加**5.00万元**" in answer.text
    assert f"**{TEA_HOUSE}**：增加**5.00万元**" in answer.text
    assert NURSERY not in answer.text


@pytest.mark.parametrize(
    ("asked", "is_said"),
    [("2031年哪个项目比2030年增加最多？", True), ("2031年哪个项目比2030年减少最多？", False)],
)
def test_what_is_new_and_larger_is_said_beside_what_rose(assistant: Assistant, asked: str, is_said: bool) -> None:
    assert ("2031年新列的：古茶树普查，没有列入比较" in assistant.ask(f"{TEA}{asked}").text) == is_said


@pytest.mark.parametrize(
    ("body", "asked", "count", "told"),
    [
        (TEA, "哪些项目比上年增加了？", "两年都有的4个项目中，2030年到2031年增加的有**2个**", {"茶园防霜": "6.00", "茶样留存": "1.00"}),
        (TEA, "2031年哪些项目比2030年减少？", "减少的有**1个**", {"新苗培育": "16.00"}),
        (TEA, "与上年相比减少的项目有哪些？", "减少的有**1个**", {"新苗培育": "16.00"}),
        (TEA, "2031年哪些项目与上年持平？", "两年都有的4个项目中，2030年到2031年持平的有**1个**", {"斗茶活动": "20.00"}),
        (TEA, "2031年跟2030年一样的项目有哪些？", "持平的有**1个**", {"斗茶活动": "20.00"}),
        (TEA, "2031年比上年增加的科目有哪些？", "两年都有的2个项级科目中，2030年到2031年增加的有**1个**", {"行政运行": "10.00"}),
        (TEA, "哪些科目比上年减少？", "减少的有**1个**", {"科技转化与推广服务": "5.00"}),
        (TEA, "2031年三公经费各项中，哪些比上年减少？", "减少的有**1个**", {"公务接待费": "0.60"}),
        (SILK, "2031年预算哪些项目比上年减少？", "2个项目中，2030年到2031年减少的有**2个**", {"蚕种冷藏": "10.00", "桑园灌溉": "2.00"}),
        (SILK, "2031年决算哪些科目比上年减少？", "减少的有**1个**", {"病虫害控制": "8.00"}),
        (SILK, "2031年决算哪些项目比2030年增加？", "增加的有**0个**", {}),
    ],
)
def test_all_that_rose_fell_or_stayed_are_told(assistant: Assistant, body: str, asked: str, count: str, told: dict[str, str]) -> None:
    answer = assistant.ask(f"{body}{asked}")
    assert count in answer.text, answer.text
    assert {one.label: f"{one.value}" for one in answer.values} == told
    assert list(told) == [one.label for one in answer.values]  # what changed most first
    assert all(one.unit == "万元" for one in answer.values)
    assert {one.title[len(body) : len(body) + 5] for one in answer.citations} == {"2030年", "2031年"}


@pytest.mark.parametrize(
    "asked",
    [
        "2031年新增的项目有哪些？",
        "2031年比2030年多了哪些项目？",
        "2030年有2031年没有的项目有哪些？",
        "2031年哪个项目比上年减少最多？",
        "哪些项目比上年减少？",
        "哪些科目比上年减少？",
        "2031年三公经费里哪一项比上年减少最多？",
    ],
)
def test_which_kind_is_meant_is_asked_where_both_have_two_years(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"{SILK}{asked}")
    assert answer.status == "clarify"
    assert "预算" in answer.text
    assert "决算" in answer.text
    assert not answer.values


@pytest.mark.parametrize(
    ("asked", "told", "kind"),
    [
        ("2031年决算新增的项目有哪些？", "桑果推介：**5.50万元**", "决算"),
        ("2031年预算新增的项目有哪些？", "桑果推介：**6.00万元**", "预算"),
        ("2031年决算哪个项目比上年减少最多？", "**桑园灌溉**：减少**7.00万元**", "决算"),
        ("2031年预算哪个项目比上年减少最多？", "**蚕种冷藏**：减少**10.00万元**", "预算"),
        ("2031年决算三公经费里哪一项比上年增加最多？", "**公务用车运行维护费**：增加**0.30万元**", "决算"),
        ("2031年预算哪个单位的项目支出比2030年减得最多？", f"**{REELING}**：减少**10.00万元**", "预算"),
        ("2031年决算哪个单位的项目支出比2030年降得最多？", f"**{REELING}**：减少**6.50万元**", "决算"),
    ],
)
def test_only_documents_of_the_kind_named_are_set_side_by_side(assistant: Assistant, asked: str, told: str, kind: str) -> None:
    answer = assistant.ask(f"{SILK}{asked}")
    assert told in answer.text
    assert all(one.title.endswith(f"部门{kind}") for one in answer.citations)


@pytest.mark.parametrize(
    ("asked", "largest"),
    [
        ("2031年哪个项目金额最大？", "最高的是**茶园防霜**：**46.00万元**"),
        ("2030年哪个项目最少？", "最低的是**茶机换代**：**10.00万元**"),
        ("2031年哪个单位项目支出最多？", f"最高的是**{NURSERY}·项目支出**：**50.00万元**"),
    ],
)
def test_the_largest_of_one_year_is_no_change(assistant: Assistant, asked: str, largest: str) -> None:
    answer = assistant.ask(f"{TEA}{asked}")
    assert largest in answer.text
    assert len({one.document_id for one in answer.citations}) == 1


@pytest.mark.parametrize(
    ("turns", "change", "formula"),
    [
        ((f"{TEA}2031年行政运行是多少", "2030年呢", "涨了多少万元"), "增加10.00万元，增长5.88%", "180.00 − 170.00 = 10.00万元"),
        ((f"{TEA}2030年行政运行是多少", "2031年呢", "增长率是多少"), "增加10.00万元，增长5.88%", "180.00 − 170.00 = 10.00万元"),
        ((f"{TEA}2031年公务接待费是多少", "上年呢", "降幅呢"), "减少0.60万元，下降20.00%", "2.40 − 3.00 = -0.60万元"),
        ((f"{TEA}2031年三公经费多少", "上一年呢", "降了几成"), "减少0.10万元，下降1.11%", "8.90 − 9.00 = -0.10万元"),
        ((f"{TEA}2031年茶园防霜多少", "2030年呢", "变化多大"), "增加6.00万元，增长15.00%", "46.00 − 40.00 = 6.00万元"),
        ((f"{TEA}2030年和2031年公务接待费各是多少", "下降了百分之多少"), "减少0.60万元，下降20.00%", "2.40 − 3.00 = -0.60万元"),
        ((f"{TEA}2031年和2030年科技转化与推广服务分别多少", "同比呢"), "减少5.00万元，下降7.69%", "60.00 − 65.00 = -5.00万元"),
        ((f"{SILK}2030年预算行政运行多少", "2031年预算呢", "比去年多了多少"), "增加6.00万元，增长7.50%", "86.00 − 80.00 = 6.00万元"),
        ((f"{SILK}2031年预算行政运行多少", "2030年预算呢", "比去年多了多少"), "增加6.00万元，增长7.50%", "86.00 − 80.00 = 6.00万元"),
        ((f"{SILK}2030年决算桑园灌溉是多少", "2031年决算呢", "减少了几成"), "减少7.00万元，下降25.93%", "20.00 − 27.00 = -7.00万元"),
        ((f"{SILK}2031年决算桑园灌溉是多少", "2030年决算呢", "那降了百分之几"), "减少7.00万元，下降25.93%", "20.00 − 27.00 = -7.00万元"),
        ((f"{SILK}2031年决算机关运行经费是多少", "去年呢", "两年变化多大"), "增加0.50万元，增长5.68%", "9.30 − 8.80 = 0.50万元"),
    ],
)
def test_the_change_runs_to_the_later_year(assistant: Assistant, turns: tuple[str, ...], change: str, formula: str) -> None:
    *history, asked = turns
    answer = assistant.ask(asked, tuple(history))
    assert answer.status == "answered", answer.text
    assert f"2031年与2030年相比：**{change}**" in answer.text
    assert (answer.calculation or "").startswith(formula)
    assert len({one.document_id for one in answer.citations}) == 2


def test_what_did_not_change_is_said_to_be_as_it_was(assistant: Assistant) -> None:
    answer = assistant.ask("涨了多少", (f"{SILK}2031年预算公务用车运行维护费多少", "2030年预算呢"))
    assert "持平，没有增减" in answer.text
    assert "%" not in answer.text


@pytest.mark.parametrize("asked", ["为什么", "为何增加", "怎么回事", "是什么原因", "那为啥增加了"])
@pytest.mark.parametrize(
    ("first", "then", "reason", "other"),
    [("2031年决算", "2030年决算", "电价上调", "水费上调"), ("2030年预算", "2031年预算", "电费上调", "水费上调")],
)
def test_why_is_told_by_the_later_document(assistant: Assistant, asked: str, first: str, then: str, reason: str, other: str) -> None:
    answer = assistant.ask(asked, (f"{SILK}{first}机关运行经费是多少", f"{then}呢"))
    assert reason in answer.text
    assert other not in answer.text
    assert [one.title for one in answer.citations] == [f"{SILK}2031年部门{first[-2:]}"]


def test_no_reason_is_made_up_where_none_is_printed(assistant: Assistant) -> None:
    answer = assistant.ask("为什么减少", (f"{SILK}2030年决算桑园灌溉是多少", "2031年决算呢"))
    assert answer.status == "not_found"
    assert "上调" not in answer.text


@pytest.mark.parametrize(
    "turns",
    [
        (f"{TEA}2031年公务接待费是多少", "公务用车运行维护费呢", "变化多大"),  # two things
        (f"{TEA}2031年茶园防霜多少", f"{NURSERY}项目支出多少", "变化多大"),
        (f"{SILK}2030年预算行政运行多少", "2030年决算呢", "变化多大"),  # one year's two kinds
    ],
)
def test_there_is_no_change_between_unlike_things(assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert amounts_of(assistant, *turns) == []


def test_the_change_is_of_the_final_accounts_where_a_budget_was_told_before(assistant: Assistant) -> None:
    told = amounts_of(assistant, f"{SILK}2030年预算行政运行多少", "2031年决算呢", "比去年多了多少")
    assert told[0] == "7.50万元"  # 84.50 − 77.00, and no 84.50 − 80.00
    assert "4.50万元" not in told
