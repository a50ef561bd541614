"""Aims with what was reached, sums of so many, gaps of two bodies and equal prints: told in full or refused."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from heritage_documents import amounts_of, asking

from app.answer import Answer, Citation, Value
from app.assistant import Assistant
from app.checks.check_all_told import leaves_some
from app.question.without_asides import without_asides
from retrieval.spelling.reword import in_usual_words

ORCHARD = """{name}
2031年部门决算

第一部分 2031年部门决算表

收入支出决算总表

单位：万元

项目\t决算数
收入总计\t{total}
支出总计\t{total}

一般公共预算财政拨款支出决算表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t{total}\t{basic}\t{projects}
2130101\t行政运行\t{basic}\t{basic}\t
2130122\t农业生产发展\t{projects}\t\t{projects}

一般公共预算财政拨款基本支出决算表

单位：万元

科目编码\t科目名称\t决算数
\t合计\t{basic}
30108\t机关事业单位基本养老保险缴费\t9.00
30110\t职工基本医疗保险缴费\t4.00
30113\t住房公积金\t7.00
30201\t办公费\t{office}
30202\t印刷费\t2.00

项目支出绩效自评表

项目名称：果园灌溉改造

单位：万元

一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
产出指标\t数量指标\t改造果园面积\t≥300亩\t310亩\t20\t20
产出指标\t质量指标\t渠道完好率\t≥95%\t97%\t20\t20
效益指标\t经济效益指标\t用水损失率\t≤8%\t6%\t20\t20
"""
PEARS, PLUMS = "梨溪县果业局", "李湾县果业局"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = (
        ORCHARD.format(name=PEARS, total="90.00", basic="60.00", projects="30.00", office="8.00"),
        ORCHARD.format(name=PLUMS, total="70.00", basic="50.00", projects="20.00", office="5.00"),
    )
    with asking(tmp_path_factory.mktemp("all"), *texts) as opened:
        yield opened


@pytest.mark.parametrize(
    "asked",
    [
        "渠道完好率定的下限、实际数各是多少",
        "果园灌溉改造项目渠道完好率年初定的多少、最后达到多少",
        "绩效自评表里渠道完好率设定的目标和达到的数分别是多少",
        "渠道完好率目标多少，实际多少",
    ],
)
def test_an_aim_and_what_was_reached_are_both_told(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"{PEARS}2031年{asked}")
    assert "目标值**≥95%**，实际完成值**97%**" in answer.text, answer.text


@pytest.mark.parametrize(
    ("turns", "amounts"),
    [
        (("2031年办公费决算多少", f"{PLUMS}的也报一下，两家差几万"), "3.00"),
        (("2031年办公费决算多少", f"也看看{PLUMS}的，两个单位相差多少"), "3.00"),
        (("2031年办公费决算多少", f"那{PLUMS}的也查一下，加起来多少"), "13.00"),
        (("2031年办公费决算多少", "印刷费呢", f"{PLUMS}的也列出来，差多少"), "0"),
    ],
)
def test_another_body_is_shown_and_held_against_the_one_before(assistant: Assistant, turns: tuple[str, ...], amounts: str) -> None:
    answer = assistant.ask(turns[-1], tuple(f"{PEARS}{turn}" if not place else turn for place, turn in enumerate(turns[:-1])))
    assert answer.calculation, answer.text
    assert f"= {amounts}" in answer.calculation, answer.text


def test_a_row_and_its_part_make_no_sum(assistant: Assistant) -> None:
    turns = (f"{PEARS}2031年农业生产发展决算多少", "项目支出呢")
    assert assistant.ask("合计多少", turns).status == "not_found"


def test_a_sum_of_so_many_adds_all_of_them(assistant: Assistant) -> None:
    assert amounts_of(assistant, f"{PEARS}2031年给职工缴的养老、医疗再加住房公积金，三项一共几万元")[0] == "20.00万元"


def _told(text: str, *ids: str, calculation: str | None = None) -> Answer:
    """An answer by rule that cites these documents, one amount of each."""
    cited = tuple(Citation(document=f"{one}.txt", document_id=one, title="甲", section="表", quote="") for one in ids)
    values = tuple(Value("印刷费", Decimal(place), "万元") for place, _ in enumerate(ids, 3))
    return Answer("answered", text, values, calculation, cited, answered_by="rule")


@pytest.mark.parametrize(
    ("question", "answer", "is_wrong"),
    [
        ("水费、电费再加邮电费,三项一共多少", _told("合计", "1", calculation="1 + 2 = 3万元"), True),
        ("水费、电费再加邮电费,三项一共多少", _told("合计", "1", calculation="1 + 2 + 4 = 7万元"), False),
        ("完好率的目标值、实际完成值各是多少", _told("“完好率”：目标值**≥95%**", "1"), True),
        ("完好率的目标值、实际完成值各是多少", _told("“完好率”：目标值**≥95%**，实际完成值**97%**", "1"), False),
        ("乙局的也报一下,两家差多少", _told("甲项比乙项多**3万元**。计算：5 − 2 = 3万元", "1", "1", calculation="5 − 2 = 3万元"), True),
        ("甲局的印刷费比乙局多多少", _told("- 甲局：**3万元**\n- 乙局：**4万元**", "1", "2"), True),
        ("甲局的印刷费比乙局多多少", _told("**乙局**比甲局多**1万元**。\n计算：4 − 3 = 1万元", "1", "2"), False),
        ("甲局的印刷费比乙局多多少", _told("乙局，印刷费：**4万元**", "2"), True),
        ("印刷费比上年多多少", _told("印刷费与2030年相比：**增加3万元**", "1"), False),
    ],
)
def test_what_tells_less_than_is_asked_is_no_answer(question: str, answer: Answer, is_wrong: bool) -> None:
    assert leaves_some(answer, question) == is_wrong


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("甲局收入总计和支出总计相同吗,各多少", "甲局收入总计和支出总计两个数一致吗,各多少"),
        ("核对一下甲局收入总计和支出总计,两个数是否相等,各多少", "甲局收入总计和支出总计两个数一致吗,各多少"),
        ("印刷费2031年决算,甲局(看支出决算明细表)比乙局多多少", "支出决算明细表的印刷费2031年决算,甲局比乙局多多少"),
        ("甲局住房公积金多了6.2万之后是49.4万,那2030年是多少万元", "甲局住房公积金增加6.2万元后是49.4万元,那2030年是多少万元"),
        ("甲局住房公积金降了6万后变成49万,上年是多少", "甲局住房公积金减少6万元后是49万元,上年是多少"),
        ("甲局明细表,工资福利支出那一格填的多少万元", "甲局明细表,工资福利支出是多少万元"),
        ("甲局给职工缴的养老、医疗再加住房公积金,三项一共多少", "甲局给职工缴的养老保险、医疗保险、住房公积金,三项一共多少"),
        ("甲局工作经费要求一年接待多少万群众", "甲局工作经费要求一年接待群众多少万人"),
        ("甲局名词解释把“项目支出”说成什么", "甲局名词解释里“项目支出”是什么"),
        ("甲局职责第(二)条,一字不漏发来,印宣传册用", "甲局职责第(二)条,一字不漏发来"),
        ("甲中心决算里“单位职责”那段,整段给我看看", "甲中心职责是什么"),
    ],
)
def test_a_question_is_asked_in_usual_words(said: str, meant: str) -> None:
    assert in_usual_words(said) == meant


def test_a_multiple_is_told_to_cents_anyhow() -> None:
    assert without_asides("甲局收入是乙局的几倍(保留两位小数)") == "甲局收入是乙局的几倍"
    assert without_asides("甲局收入是乙局的几倍(保留一位小数)") == "甲局收入是乙局的几倍(保留一位小数)"
