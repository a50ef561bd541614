"""Words that only talk and ask, told from words that narrow what is asked for."""

from __future__ import annotations

import pytest
from figure_documents import FINAL, find, index

from app.figures.resolve_task import resolve_task
from app.question.without_premise import without_premise
from retrieval.clauses.parse_question import parse_question
from retrieval.clauses.per_head import set_basis_apart
from retrieval.facts.task import Reading
from retrieval.spelling.is_talk import is_talk
from retrieval.spelling.load_vocabulary import load_vocabulary
from retrieval.spelling.normalize_question import normalize_question


def read(question: str) -> Reading:
    return parse_question((normalize_question(question),), index(FINAL), load_vocabulary())


@pytest.mark.parametrize("text", ["到底多少", "放到多少", "各百分之多少", "得准备多少万元", "另外两家呢", "表上写的是几万", "再帮我看一下"])
def test_a_phrase_that_only_asks_is_talk(text: str) -> None:
    assert is_talk(text, load_vocabulary().talk)


@pytest.mark.parametrize("text", ["去年是多少", "其中买服务多少", "没花出去多少", "下属单位多少", "上半年多少", "工资多少", "在编的有几个"])
def test_a_phrase_with_a_word_that_narrows_is_no_talk(text: str) -> None:
    assert not is_talk(text, load_vocabulary().talk)


@pytest.mark.parametrize(
    "question",
    ["差旅费，到底多少", "差旅费花了多少，具体是几万元", "差旅费和办公费加到一块，得准备多少万元", "项目支出占支出合计的比重，百分之几"],
)
def test_a_last_part_that_only_asks_again_changes_nothing(question: str) -> None:
    reading = read(question)
    assert reading.unhandled == ()
    assert len(reading.tasks) == 1


@pytest.mark.parametrize("question", ["差旅费是多少，其中买文具多少", "差旅费是多少，去年多少", "差旅费是多少，结余多少"])
def test_a_last_part_that_asks_for_something_else_is_not_passed_over(question: str) -> None:
    reading = read(question)
    assert reading.unhandled or len(reading.tasks) > 1


@pytest.mark.parametrize(
    ("question", "measure", "reducer"),
    [
        ("办公费和差旅费哪个大？大出多少", "value", "difference"),
        ("办公费、差旅费、基本工资谁最多？比最少的那个多多少", "value", "spread"),
        ("办公费和差旅费，哪个放得最宽", "value", "loosest"),
        ("三公经费执行到百分之多少", "completion", None),
        ("公务接待费砍掉了多少", "change", None),
    ],
)
def test_an_operation_is_known_in_other_words(question: str, measure: str, reducer: str | None) -> None:
    task = read(question).tasks[-1]
    assert (task.measure, task.reducer) == (measure, reducer)


def test_a_share_of_what_stands_between_in_and_within_has_that_for_its_whole() -> None:
    (task,) = read("差旅费在公用经费里占的份额是多少").tasks
    assert [one.asked for one in task.wants[0].mentions] == ["差旅费"]
    assert task.denominator is not None
    assert [one.asked for one in task.denominator.mentions] == ["公用经费"]


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("差旅费花了不到十万吧?到底多少", "差旅费?到底多少"),
        ("运行经费2031年翻了一番还多,那2030年的基数是多少", "运行经费,那2030年是多少"),
        ("接待费2031年压了1.10万下来,那压之前的2030年是多少", "接待费,那2030年是多少"),
        ("差旅费超过十万了吗", "差旅费超过十万了吗"),
        ("接待费2031年涨了五成多,那2030年是多少", "接待费,那2030年是多少"),
        ("接待费2031年降了12.5%,那2030年是多少", "接待费,那2030年是多少"),
        ("接待费比上年多了一些,那2030年的接待费是多少", "接待费,那2030年的接待费是多少"),
        ("接待费今年9.4万,说比去年多了1.2万,去年是多少", "接待费,去年是多少"),
        ("接待费上年是多少?文件里只写了今年12万、比上年少1.10万", "接待费上年是多少?"),
        ("接待费上年是多少?材料里写的12万对应多少人", "接待费上年是多少?材料里写的12万对应多少人"),
        ("接待费全年预算21.6万,实际省下了多少万元", "接待费决算比预算省下了多少万元"),
        ("接待费预算是21.6万,花了多少", "接待费实际花了多少"),
    ],
)
def test_what_a_question_guesses_or_presupposes_is_not_asked(question: str, left: str) -> None:
    assert without_premise(question).replace(" ", "") == left


@pytest.mark.parametrize("question", ["大学生就业见习补贴,2031年花了多少", "居民医疗补助,2031年花了多少"])
def test_an_item_for_students_or_residents_is_no_asker(question: str) -> None:
    assert normalize_question(question) == question


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("行政运行，年初预算多少，实际花了多少", ["预算", "决算"]),
        ("行政运行年初安排了多少，执行了多少", ["预算", "决算"]),
        ("行政运行年初预算多少、实际支出多少", ["预算", "决算"]),
    ],
)
def test_what_was_carried_out_is_the_other_side(question: str, sides: list[str]) -> None:
    reading = read(question)
    assert [want.side for task in reading.tasks for want in task.wants] == sides
    assert {one.asked for task in reading.tasks for want in task.wants for one in want.mentions} == {"行政运行"}


@pytest.mark.parametrize(
    ("question", "wants"),
    [
        ("支出合计减去项目支出，还剩多少", [["支出合计"], ["项目支出"]]),
        ("支出合计扣除项目支出后是多少", [["支出合计"], ["项目支出"]]),
        ("支出合计里，扣掉项目支出，剩下多少", [["支出合计"], ["项目支出"]]),
    ],
)
def test_what_is_left_of_an_amount_is_a_subtraction(question: str, wants: list[list[str]]) -> None:
    reading = read(question)
    (task,) = reading.tasks
    assert (task.reducer, reading.unhandled, task.unknown) == ("minus", (), ())
    assert [[one.asked for one in want.mentions] for want in task.wants] == wants


@pytest.mark.parametrize("question", ["扣除项目支出后是多少", "支出合计里除了项目支出是多少", "扣除公用经费，差旅费是多少"])
def test_what_is_taken_from_nothing_named_is_refused(question: str) -> None:
    assert read(question).unhandled


def test_an_account_that_figures_are_asked_by_is_asked_of_each() -> None:
    (task,) = read("行政运行比档案馆多多少？按基本支出口径").tasks
    assert [[one.asked for one in want.mentions] for want in task.wants] == [["基本支出", "行政运行"], ["基本支出", "档案馆"]]


def test_an_item_is_compared_between_two_tables() -> None:
    (task,) = read("住房公积金，支出决算表跟基本支出决算明细表里的数一样吗").tasks
    assert [{one.asked for one in want.mentions} for want in task.wants] == [
        {"住房公积金", "支出决算表"}, {"住房公积金", "基本支出决算明细表"},
    ]  # fmt: skip


def test_it_is_what_was_asked_for_before() -> None:
    vocabulary = load_vocabulary()
    (task,) = parse_question(("办公费是多少", "差旅费比它少多少"), index(FINAL), vocabulary).tasks
    assert (task.reducer, [want.mentions[0].asked for want in task.wants]) == ("difference", ["差旅费", "办公费"])


def test_how_many_batches_and_persons_are_no_difference() -> None:
    assert {task.reducer for task in read("公务接待了多少批多少人").tasks} == {None}


def test_what_is_to_be_added_joins_all_that_was_asked_before() -> None:
    task = read("办公费和差旅费各是多少，加上住房公积金一共多少").tasks[-1]
    assert (task.reducer, [want.mentions[0].asked for want in task.wants]) == ("sum", ["办公费", "差旅费", "住房公积金"])


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("差旅费摊到每个行政编制头上是多少", "行政编制"),
        ("行政编制人均差旅费多少", "行政编制"),
        ("差旅费平均每名行政编制合多少元", "行政编制"),
        ("差旅费平均每辆车多少", ""),
        ("差旅费按行政编制算每人多少", "行政编制"),
        ("差旅费人均多少", ""),
    ],
)
def test_what_an_average_is_taken_over_stands_beside_it(question: str, noun: str) -> None:
    asked, basis = set_basis_apart(question, index(FINAL))
    assert (basis, noun in asked) == (noun, not noun)


def test_what_those_that_are_counted_are_paid_is_shared_among_them() -> None:
    text = FINAL.replace("共有行政编制12名。", "共有行政编制12名，另聘编外库管员4名。编外库管员劳务费9.00万元。")
    for question in ("编外库管员平均每人劳务费多少万元", "编外库管员劳务费平均每人多少万元"):
        (found,) = find(question, text=text).tasks
        assert [result.calculation for result in resolve_task(found)] == ["9.00万元 ÷ 4名 = 2.25万元"]


def test_cars_are_those_that_the_same_funds_keep() -> None:
    kept = "公务接待费支出决算2.00万元"
    text = FINAL.replace(kept, f"年末部门开支财政拨款的公务用车保有量为5辆。{kept}").replace("共有车辆2辆", "共有车辆8辆")
    for question in ("平均每辆公务用车的运行维护费是多少万元", "平均每辆公务用车运行维护费是多少万元(按期末保有量)"):
        (found,) = find(question, text=text).tasks
        assert [result.calculation for result in resolve_task(found)] == ["4.00万元 ÷ 5辆 = 0.80万元"]


def test_an_average_is_computed_in_the_unit_that_is_asked_for() -> None:
    (found,) = find("差旅费平均每个行政编制合多少元").tasks
    assert [result.text for result in resolve_task(found)] == ["7500.00元"]


def test_what_only_a_government_fund_has_is_found_unasked() -> None:
    text = FINAL + """
## 政府性基金预算财政拨款支出决算表

公开10表
金额单位：万元

科目名称\t本年支出
古籍抢救专项\t7.00
"""
    (found,) = find("古籍抢救专项是多少", text=text).tasks
    assert [result.text for result in resolve_task(found)] == ["7.00万元"]
