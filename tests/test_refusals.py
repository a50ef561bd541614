"""Questions that must not be answered with the figure next to what they ask: every one was once answered wrongly."""

from decimal import Decimal

import pytest

from app.answer import Answer, Value
from app.checks.check_measure import is_of_another_measure
from app.checks.check_scope import WHOLE_GOVERNMENT
from app.figures.resolve_task import resolve_task
from app.question_reader import REMARK, SIDE_ASKED, without_other_sides
from app.telling.calculation import divide
from ingest.quantity import Quantity
from retrieval.facts.label_mention import Mention
from retrieval.names.coordinate_mentions import named_within
from retrieval.spelling.likeness import sounds_alike
from tests.figure_documents import BUDGET, FINAL, TWO_UNITS, find


def told(*parts: str, text: str) -> list[str]:
    finding = find(*parts, text=text)
    return [] if finding.reading.unhandled else [result.text for task in finding.tasks for result in resolve_task(task)]


@pytest.mark.parametrize("question", ["食堂支出多少", "扶贫支出是多少", "疫情防控支出多少", "编外人员基本支出多少", "财政拨款支出是多少"])
def test_a_word_that_narrows_a_total_is_not_dropped(question: str) -> None:
    assert told(question, text=BUDGET) == []


@pytest.mark.parametrize("question", ["上半年支出合计多少", "3月支出合计多少", "平均每天基本支出多少", "第二季度基本支出多少"])
def test_a_part_of_the_year_is_not_the_year(question: str) -> None:
    assert told(question, text=BUDGET) == []


@pytest.mark.parametrize("question", ["非基本支出是多少", "扣除培训费是多少"])
def test_what_is_left_out_is_not_what_is_asked(question: str) -> None:
    assert told(question, text=BUDGET) == []


def test_a_follow_up_on_something_unknown_does_not_repeat_the_figure_before() -> None:
    assert told("培训费多少", "食堂呢", text=BUDGET) == []


def test_a_follow_up_that_names_nothing_asks_the_same_again() -> None:
    assert told("培训费多少", "呢", text=BUDGET) != []


def test_the_total_itself_is_still_told() -> None:
    assert told("支出合计多少", text=BUDGET) == ["90.00万元"]


def test_one_row_of_several_is_not_all_of_them() -> None:
    assert "4.00万元" not in told("办公家具一共多少", text=TWO_UNITS)


def test_a_sum_bears_the_name_that_was_asked() -> None:
    (task,) = find("培训费多少", text=BUDGET).tasks
    assert [result.label for result in resolve_task(task)] == ["培训费"]


def test_a_short_word_that_sounds_otherwise_is_no_slip() -> None:
    assert not sounds_alike("基本支出", "基建支出")
    assert sounds_alike("公积金", "公机金")
    assert sounds_alike("项目支出", "项日支出")


def test_an_average_is_rounded_in_the_unit_it_is_told_in() -> None:
    found = divide(Quantity(Decimal("4.2"), "万元"), Quantity(Decimal(200), "箱"))
    assert found is not None
    assert found.result.unit == "元"
    assert found.result.number == 210


def test_both_sides_asked_of_two_documents_are_asked_once_of_each() -> None:
    assert len(SIDE_ASKED.findall(without_other_sides("政府采购,预算多少、实际多少、差多少"))) == 1


def test_a_remark_after_the_question_asks_nothing() -> None:
    assert REMARK.sub("", "收入多少?(文件里只写了比上年减少多少)") == "收入多少?"


def test_the_same_holds_for_final_accounts() -> None:
    assert told("食堂支出多少", text=FINAL) == []


@pytest.mark.parametrize(("between", "within"), [("中归入“", ("乙",)), ("里的", ("乙",)), ("和", ()), ("中心和", ()), ("、", ())])
def test_a_name_within_another_is_not_added_to_it(between: str, within: tuple[str, ...]) -> None:
    second = 1 + len(between)
    mentions = (Mention(0, 1, "甲", ("甲",)), Mention(second, second + 1, "乙", ("乙",)))
    assert named_within(f"■{between}■的合计", mentions) == within


def test_a_body_called_by_its_type_alone_is_not_the_whole_department() -> None:
    assert told("的馆     支出合计是多少", text=FINAL) == []


@pytest.mark.parametrize(
    ("question", "unit", "expected"),
    [
        ("公务接待批次和人数", "万元", True),
        ("公务接待批次和人数", "人次", False),
        ("公务接待费多少，接待多少人次", "万元", False),
        ("基本支出按人数平均是多少", "万元", False),
        ("养护队驻在哪个村", "万元", True),
        ("养护队在哪个村花得最多", "万元", False),
        ("出处在哪?", "万元", False),
        ("这个数在哪张表?", "万元", False),
        ("护林员服装要多少钱", "套", True),
        ("护林员服装要几套、多少钱", "套", False),
        ("护林员一个人多少钱", "", True),
        ("免费开放的钱有多少", "次", True),
        ("公务用车保有量", "万元", True),
        ("一台公车一年养车花多少钱", "万元", True),
    ],
)
def test_visits_and_persons_are_not_answered_with_money(question: str, unit: str, expected: bool) -> None:
    answer = Answer(status="answered", text="…", values=(Value("公务接待费", Decimal("1.79"), unit),))
    assert is_of_another_measure(answer, question) is expected


def test_a_total_does_not_cut_the_name_before_it() -> None:
    assert told("项目支出决算总额是多少", text=FINAL) == told("项目支出是多少", text=FINAL) != []


@pytest.mark.parametrize(
    ("question", "expected"), [("雁回市全市2031年一般公共预算收入是多少", True), ("雁回市林业局一般公共预算收入是多少", False)]
)
def test_a_year_may_stand_between_a_whole_city_and_its_revenue(question: str, expected: bool) -> None:
    assert bool(WHOLE_GOVERNMENT.search(question)) is expected


@pytest.mark.parametrize(
    ("question", "expected"), [("自评得了几分?", True), ("年度资金总额得几分?", False), ("预算执行这一项得几分?", False)]
)
def test_the_score_of_the_funds_is_not_the_score(question: str, expected: bool) -> None:
    answer = Answer(status="answered", text="…", values=(Value("年度资金总额·得分", Decimal(10), ""),))
    assert is_of_another_measure(answer, question) is expected


@pytest.mark.parametrize(("question", "expected"), [("补助金的预算数", True), ("补助标准的目标值", False), ("补助发给多少人", False)])
def test_a_target_is_not_the_budget(question: str, expected: bool) -> None:
    answer = Answer(status="answered", text="…", values=(Value("补助标准·指标值", Decimal(812), ""),))
    assert is_of_another_measure(answer, question) is expected


@pytest.mark.parametrize(
    ("question", "value", "unit", "expected"),
    [
        ("绩效目标里要演多少场?", "≤4500元", "", True),
        ("要演多少场?", "≥240场", "", False),
        ("要修多少公里?", "80%", "%", True),
        ("要修多少公里,花多少钱?", "80万元", "万元", False),
    ],
)
def test_how_many_of_a_kind_is_told_in_no_other_unit(question: str, value: str, unit: str, expected: bool) -> None:
    values = (Value("甲", Decimal(80), unit),) if unit else ()
    assert is_of_another_measure(Answer(status="answered", text=f"甲：**{value}**[1]。", values=values), question) is expected


def test_which_countries_came_is_no_amount() -> None:
    answer = Answer(status="answered", text="…", values=(Value("公务接待费", Decimal(2), "万元"),))
    assert is_of_another_measure(answer, "招待费一共请了哪些国家?")


@pytest.mark.parametrize(("question", "expected"), [("补助经费要帮几个村", True), ("补助经费的成本指标是几个万元", False)])
def test_a_limit_of_cost_counts_no_villages(question: str, expected: bool) -> None:
    answer = Answer(status="answered", text="补助总成本·指标值：**≤6.58万元**[1]。")
    assert is_of_another_measure(answer, question) is expected
