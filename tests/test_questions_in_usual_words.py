"""Questions put in other words: what they become, what is left as it is, and which answers are of another measure or account."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from check_documents import read_document

from app.answer import Answer, Value
from app.checks.check_measure import is_of_another_measure
from app.checks.check_scope import account_asked, is_of_other_account
from app.targets.answer_evaluations import is_other_row
from ingest.quantity import Quantity
from retrieval.clauses.bodies_bound import set_bound_apart
from retrieval.spelling.bound import Bound, bounds_in
from retrieval.spelling.label_key import fold
from retrieval.spelling.normalize_question import normalize_question
from retrieval.spelling.reword import in_two, in_usual_words


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("接诉、回访这类工作归谁牵头？是它的第几条职责？", "接诉、回访归谁牵头?"),
        ("职责里写着要负责古桥测绘的是哪几家？", "哪些局负责古桥测绘?"),
        ("超过8万元的有几个局，分别是谁？", "超过8万元的有几个局?"),
        ("各单位基本支出最少的是哪家？", "基本支出最少的单位是哪个?"),
        ("瓷窑局2030年决算的呢？", "瓷窑局2030年决算里的呢?"),
        ("灯会三灯指的是哪三灯", "灯会三灯是什么意思"),
        ("人员经费科目中，低于9万元的有几个？是哪些", "人员经费里低于9万元的有哪些"),
        ("基本支出表（不算项目支出的）里的差旅费", "基本支出表里的差旅费"),
        ("年初定的和最后花掉的相差多少", "年初预算和决算相差多少"),
        ("所属单位一共有几家，都叫什么？", "所属单位有哪些?"),
        ("经营支出是什么意思，某局2031年决算里的解释", "某局2031年决算里的经营支出是什么意思"),
        ("项目支出里金额最小的是哪一项？", "最小的项目是哪个?"),
        ("基本工资，在200.5万的基本支出里是几成？给百分数", "基本工资占基本支出的百分之几"),
        ("经费总额，全年预算数较年初预算数追加了多少", "经费总额的全年预算数比年初预算数多多少"),
        ("谁的公用经费占基本支出的比重更低", ",公用经费占基本支出的比重谁低"),
        ("预算单位按收入总计从高到低排个队，规模最大的和最小的分别是哪家", "预算单位的收入总计,最大和最小的分别是哪家"),
        ("“夜巡灯”到底是咋回事？", "“夜巡灯”是什么意思?"),
        ("政府采购预算金额最低的下属单位是哪个？", "哪个单位采购金额最低?"),
    ],
)
def test_a_question_is_put_in_usual_words(asked: str, told: str) -> None:
    assert in_usual_words(normalize_question(asked)) == told


@pytest.mark.parametrize(
    "asked",
    [
        "四项工程是哪四项", "项目支出最多的单位是哪个", "6万元（含6万）的项目", "项目支出表（不含项目）里", "厅本部门的支出",
        "废旧物资多少",
    ],
)  # fmt: skip
def test_a_question_of_another_thing_is_left_as_it_is(asked: str) -> None:
    assert in_usual_words(normalize_question(asked)) == normalize_question(asked)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("预算最大的那个项目才占全部项目支出的几成？", "最大的项目是哪个?占项目支出多少?"),
        ("某局资金最少的那一个项目，占项目总支出的比例是多少", "某局最少的项目是哪个?占项目支出多少"),
    ],
)
def test_a_question_of_a_project_that_it_does_not_name_is_two(asked: str, told: str) -> None:
    assert in_two(asked) == told


@pytest.mark.parametrize("asked", ["最小的项目占总支出多少", "金额最大的项目是哪个？", "最大的单位占项目支出的几成"])
def test_a_question_that_names_its_thing_is_one(asked: str) -> None:
    assert in_two(asked) == asked


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("占比在三成以上的", (("以上", "30"),)), ("不到百分之六十五的", (("不足", "65"),)),
        ("没有超过百分之12.5的", (("以下", "12.5"),)), ("占了七成", ()), ("百分之八十的项目", ()),
    ],
)  # fmt: skip
def test_tenths_and_hundredths_are_per_cent(text: str, bounds: tuple[tuple[str, str], ...]) -> None:
    assert bounds_in(text) == tuple(Bound(kind, Quantity(Decimal(number), "%")) for kind, number in bounds)


@pytest.mark.parametrize(
    ("clause", "rest", "kind"),
    [
        ("哪几个局的事业收入占收入合计的比重超过四成", "事业收入占收入合计的比重", "超过"),
        ("哪些单位的执行率低于85%", "执行率", "不足"),
        ("哪家局的印刷费不足2万元", "印刷费", "不足"),
        ("哪几个局的印刷费超过15%", "印刷费", "超过"),
        ("印刷费占公用经费的比重超过四成", "印刷费占公用经费的比重超过四成", None),
    ],
)
def test_the_bound_is_set_apart_where_bodies_are_asked_for(clause: str, rest: str, kind: str | None) -> None:
    left, bound = set_bound_apart(clause)
    assert left.strip("~的") == rest if kind else left == clause
    assert (bound.kind if bound else None) == kind


@pytest.mark.parametrize(
    ("question", "unit", "is_other"),
    [
        ("一年办多少场河灯夜游？", "万元", True), ("一年办多少场河灯夜游？", "场", False), ("栈道建了几公里？", "万元", True),
        ("有多少个驿站？", "万元", True), ("建多少个驿站，花多少钱？", "万元", False), ("补贴发了多少万人次？", "万元", True),
        ("办河灯夜游的费用是多少，办几场？", "万元", False), ("灯谜擂台的资金有多少？", "万元", False),
    ],
)  # fmt: skip
def test_a_count_is_not_answered_by_money(question: str, unit: str, is_other: bool) -> None:
    answer = Answer("answered", f"河灯夜游：**12.50{unit}**", (Value("河灯夜游", Decimal("12.50"), unit),), answered_by="rule")
    assert is_of_another_measure(answer, question) is is_other


@pytest.mark.parametrize(
    ("question", "quote", "is_other"),
    [
        ("某局政府性基金支出多少", "某局没有安排政府性基金。", False),
        ("某局国有资本经营预算支出是多少", "无国有资本经营预算。", False), ("某局政府性基金支出多少", "无国有资本经营预算支出。", True),
    ],
)  # fmt: skip
def test_what_is_said_of_a_fund_is_said_of_what_is_spent_of_it(question: str, quote: str, is_other: bool) -> None:
    answer = Answer("answered", f"在“二、基金情况”中写明：\n> {quote}", answered_by="quote")
    assert is_of_other_account(answer, question) is is_other


@pytest.mark.parametrize(
    ("question", "has_account"),
    [("某局2031年住房公积金多少", True), ("某局的邮电费是多少", True), ("流动住房公积金多少", False), ("送戏培训费多少", False)],
)
def test_an_account_within_a_longer_name_is_not_asked_for(question: str, has_account: bool) -> None:
    assert bool(account_asked(fold(question))) is has_account


ROWS = """
科目编码 科目名称 合计
_ 合计 130.00
2010301 行政运行 60.00
2010399 古籍修护展陈服务 70.00
"""


@pytest.mark.parametrize(
    ("text", "project", "words", "is_other"),
    [
        ("古籍修护展陈服务执行多少", "古籍修护柜购置", "古籍修护", True),
        ("古籍修护执行多少", "古籍修护柜购置", "古籍修护", False),
        ("行政运行执行多少", "行政服务厅改造", "行政", True),
        ("行政厅执行多少", "行政服务厅改造", "行政", False),
    ],
)
def test_a_wholly_named_row_goes_before_a_project_that_begins_alike(
    tmp_path: Path, text: str, project: str, words: str, is_other: bool
) -> None:
    assert is_other_row(read_document(tmp_path, [("一般公共预算支出表", ROWS)]), text, project, words) is is_other


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("我问的是柳汀那个局", "我问的是柳汀的"),
        ("柳汀那家单位", "柳汀的"),
        ("占一般公共预算支出多大比例", "占一般公共预算支出的比重是多少"),
        ("教育那块呢", "教育呢"),
    ],
)
def test_a_turn_is_said_in_fewer_ways(asked: str, told: str) -> None:
    assert in_two(asked) == told


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("从2031年各家说明的增减额倒推,2030年谁的收入预算最大?", "2030年谁的收入预算最大?"),
        ("仨大数据局的基本工资全加上是多少?", "三个大数据局的基本工资一共多少?"),
    ],
)
def test_what_a_question_reckons_from_is_left_out(asked: str, told: str) -> None:
    assert in_usual_words(asked) == told
