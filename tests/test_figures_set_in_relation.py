"""Figures that a question sets in relation: what is refused, shares of one side, years from the later one, duties counted from the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import cast

import pytest
from harbour_documents import HILL, LAKE, SEA
from heritage_documents import asking, asking_samples
from silk_documents import SILK, SILK_BOOKS, TEA, TEA_2030, TEA_2031

from app.answer import Answer, Citation, Value
from app.assistant import Assistant
from app.checks.check_added import adds_wrongly
from app.checks.check_measure import is_of_another_measure
from app.dialogue.spell_turn import spell_turn
from app.figures.sides_of import INCOME, SPENDING, side_asked
from app.question.spell_years import spell_years
from app.question_reader import QuestionReader
from app.relations.relate_parts import with_sides
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Want
from retrieval.spelling.reword import in_usual_words

WATER, CULTURE = "云汐市水务局", "云汐市文化和旅游局"


OWN = ("甲县乙局2031年部门预算",)


def told(*values: tuple[str, str, str], titles: Sequence[str] = OWN, formula: str | None = None, text: str = "") -> Answer:
    """An answer with these amounts, the documents of these titles cited."""
    cited = tuple(Citation("a.txt", title, title, "", "1", table="支出表", row=("合计",), col=("金额",)) for title in titles)
    amounts = tuple(Value(label, Decimal(number), unit) for label, number, unit in values)
    shown = text or "；".join(f"{label}：**{number}{unit}**" for label, number, unit in values)
    return Answer("answered", shown, amounts, formula, cited, answered_by="rule")


def quoted(*lines: str) -> Answer:
    """An answer that quotes these lines."""
    return Answer("answered", "\n".join(("写明：", *(f"> {line}" for line in lines))), answered_by="quote")


MONEY = "万元"
TWO_YEARS = told(
    ("合计", "9", MONEY), ("培训费", "5", MONEY), ("培训费", "4", MONEY),
    titles=("甲县乙局2031年部门预算", "甲县乙局2030年部门预算"), formula="5 + 4 = 9万元",
)  # fmt: skip
TWO_BODIES = told(
    ("合计", "9", MONEY), ("培训费", "5", MONEY), ("培训费", "4", MONEY),
    titles=("甲县乙局2031年部门预算", "甲县丙局2031年部门预算"), formula="5 + 4 = 9万元",
)  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "question", "is_wrong"),
    [
        # years of one body
        (TWO_YEARS, "乙局培训费合计多少", True),
        (TWO_YEARS, "乙局2031年培训费合计是多少", True),
        (TWO_YEARS, "乙局两年的培训费合计多少", False),
        (TWO_YEARS, "乙局2030年、2031年培训费合计多少", False),
        (TWO_YEARS, "乙局历年培训费合计多少", False),
        (TWO_BODIES, "乙局和丙局培训费合计多少", False),
        # bodies that file for a year, asked of another
        (told(("培训费", "5", MONEY), text="2031年培训费：**5万元**"), "2031年预算的单位里2030年培训费各多少", True),
        (told(("培训费", "4", MONEY), text="2030年培训费：**4万元**"), "2031年预算的单位里2030年培训费各多少", False),
        (told(("培训费", "5", MONEY), text="2031年培训费：**5万元**"), "2031年预算的单位里2031年培训费各多少", False),
        # several bodies together
        (told(("第一小学·在校学生", "300", "人")), "两个学校合计多少学生", True),
        (told(("渡口站", "5", MONEY)), "三家单位一共花多少", True),
        (told(("合计", "9", MONEY), ("东站", "5", MONEY), ("西站", "4", MONEY), formula="5 + 4 = 9万元"), "两个站合计花多少", False),
        (told(("第一小学·在校学生", "300", "人")), "第一小学合计多少学生", False),
        # a quote without a number
        (quoted("（三）负责渡船的检修。"), "渡船检修费用是多少？", True),
        (quoted("1.渡船检修由渡口站承担。"), "渡船检修花了多少钱", True),
        (quoted("渡船检修安排12万元。"), "渡船检修是多少", False),
        (quoted("本年没有安排渡船检修。"), "渡船检修是多少", False),
        (quoted("（三）负责渡船的检修。"), "渡船检修归谁负责", False),
        # an item against a whole
        (told(("乙局本级·培训费", "5", MONEY), ("渡口中心", "90", MONEY)), "乙局本级培训费比渡口中心多多少", True),
        (told(("渡口中心", "90", MONEY), ("乙局本级·培训费", "5", MONEY)), "渡口中心培训费比乙局本级高多少", True),
        (told(("乙局本级·培训费", "5", MONEY), ("渡口中心·培训费", "3", MONEY)), "乙局本级培训费比渡口中心多多少", False),
        (told(("渡口中心", "90", MONEY), ("航标站", "30", MONEY)), "渡口中心比航标站多多少", False),
        # posts for persons
        (told(("行政编制", "18", "名")), "乙局在编人员多少", True),
        (told(("渡口中心·编制数", "18", "名")), "渡口中心在编职工有几名", True),
        (told(("在编人数", "17", "名")), "乙局在编人员多少", False),
        (told(("行政编制", "18", "名")), "乙局在编制方面有多少名额", False),
        (told(("行政编制", "18", "名")), "乙局行政编制多少", False),
        # rates against amounts
        (told(("乙局", "9", MONEY), ("丙局", "7", MONEY), text="乙局比丙局多**2万元**"), "乙局和丙局支出的增长率哪个高", True),
        (told(("乙局", "9", MONEY), ("丙局", "7", MONEY), text="乙局比丙局多**2万元**"), "两局收入增幅谁更大", True),
        (told(("乙局", "9", "%"), ("丙局", "7", "%"), text="乙局比丙局多**2个百分点**"), "乙局和丙局支出的增长率哪个高", False),
        (told(("乙局", "9", MONEY), ("丙局", "7", MONEY), text="乙局比丙局多**2万元**"), "乙局和丙局支出哪个高", False),
        # numbers of things beside money
        (told(("车辆", "4", "辆"), ("设备", "90", MONEY)), "车辆数和设备台数各是多少", True),
        (told(("车辆", "4", "辆"), ("设备", "2", "台")), "车辆数和设备台数各是多少", False),
        (told(("车辆", "4", "辆"), ("运行费", "9", MONEY)), "车辆和运行费各是多少", False),
    ],
)
def test_figures_other_than_those_set_in_relation_are_refused(answer: Answer, question: str, *, is_wrong: bool) -> None:
    assert adds_wrongly(answer, question) == is_wrong


def test_what_is_refused_already_adds_nothing() -> None:
    refused = Answer("not_found", "没有找到", TWO_YEARS.values, TWO_YEARS.calculation, TWO_YEARS.citations)
    assert not adds_wrongly(refused, "乙局培训费合计多少")


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The sample documents of two bodies, one of them in two years and both kinds."""
    with asking_samples(tmp_path_factory.mktemp("home"), "水务局2024", "文化和旅游局20") as opened:
        yield opened


@pytest.fixture(scope="module")
def silk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("silk"), TEA_2030, TEA_2031, *SILK_BOOKS) as opened:
        yield opened


@pytest.fixture(scope="module")
def sea(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("sea"), SEA, LAKE, HILL) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "told_of"),
    [
        (f"{TEA}2030年和2031年公务接待费一共多少", ["5.4万元"]),
        (f"{TEA}两年公务接待费合计多少", ["5.4万元"]),
        (f"{TEA}2031年茶树良种场和品茶馆一共支出多少", ["150万元"]),
        (f"{TEA}行政运行和耕地建设与利用合计多少", ["220万元"]),  # the one year that has both
    ],
)
def test_years_and_units_that_are_named_are_added_up(silk: Assistant, asked: str, told_of: list[str]) -> None:
    answer = silk.ask(asked)
    sums = [f"{one.value.normalize():f}{one.unit}" for one in answer.values if one.label == "合计"]
    assert sums == told_of, answer.text


@pytest.mark.parametrize(
    "asked", ["公务接待费和公务用车运行维护费合计多少", "公务接待费合计多少", "茶树良种场和品茶馆支出合计多少", "茶园防霜总共多少"]
)
def test_years_that_nobody_named_are_not_added_up(silk: Assistant, asked: str) -> None:
    answer = silk.ask(f"{TEA}{asked}")
    assert "+" not in (answer.calculation or ""), answer.text
    assert "合计" not in [one.label for one in answer.values]


@pytest.mark.parametrize(
    ("question", "spelt"),
    [
        ("2030年培训费比2031年少多少", "2031年培训费比2030年多多少"),
        ("2030年度的培训费比2031年度多了多少?", "2031年培训费比2030年少多少?"),
        ("渡口站2030年的会议费较2031年高多少", "渡口站2031年会议费比2030年低多少"),
        ("2030年会议费比2031年减少了多少万元", "2031年会议费比2030年增加多少万元"),
        ("2030年会议费比2031年低几万元", "2031年会议费比2030年高几万元"),
        # the later one first already, or years that do not follow one another
        ("2031年培训费比2030年少多少", "2031年培训费比2030年少多少"),
        ("2029年培训费比2031年少多少", "2029年培训费比2031年少多少"),
        ("2030年培训费占2031年多少", "2030年培训费占2031年多少"),
    ],
)
def test_a_year_is_held_against_the_one_before(question: str, spelt: str) -> None:
    assert spell_years(question) == spelt


@pytest.mark.parametrize(
    ("asked", "change", "amounts"),
    [
        (f"{TEA}2030年公务接待费比2031年多多少", "减少0.6", ("3.00", "2.40")),
        (f"{TEA}2030年公务用车运行维护费比2031年少多少", "增加0.50万元", ("6.00", "6.50")),
        (f"{TEA}2030年机关运行经费比2031年高多少", "减少1.50万元", ()),
        (f"{SILK}2030年公务接待费决算比2031年多多少", "减少0.60万元", ("1.80", "1.20")),
        (f"{TEA}2030年支出总计比2031年少多少", "增加5.00万元", ()),
        (f"{TEA}2030年本级支出比2031年少多少", "增加10.00万元", ("130.00", "120.00")),
    ],
)
def test_the_change_to_the_later_year_is_told(silk: Assistant, asked: str, change: str, amounts: tuple[str, ...]) -> None:
    answer = silk.ask(asked)
    assert change in answer.text
    assert all(one in answer.text for one in amounts), answer.text


@pytest.mark.parametrize(
    ("asked", "number", "duty"),
    [
        (f"{CULTURE}2024年预算倒数第三项职责是什么", "第十三项", "管理本系统的经费和固定资产"),
        (f"{CULTURE}2024年预算职责里倒数第1条", "第十五项", "办好市委、市政府交给的其他工作"),
        (f"{WATER}倒数第二条主要职责的内容是什么", "第十四项", "组织本领域的统计"),
        (f"{WATER}的职责，倒数的第五项写了什么", "第十一项", "培养本系统的干部"),
        (f"{WATER}最后一项职责是什么", "第十五项", "办好市委、市政府交给的其他工作"),
        (f"{WATER}第三项职责是什么", "第三项", "管理河道、湖泊和水库岸线"),
    ],
)
def test_a_duty_is_counted_from_the_end(samples: Assistant, asked: str, number: str, duty: str) -> None:
    answer = samples.ask(asked)
    assert answer.status == "answered", answer.text
    assert f"其中{number}职责" in answer.text
    assert duty in answer.text
    assert answer.text.count("\n- （") == 1


def test_no_duty_stands_before_the_first(samples: Assistant) -> None:
    answer = samples.ask(f"{WATER}倒数第二十项职责是什么")
    assert answer.status == "not_found"
    assert "共15项" in answer.text


@pytest.mark.parametrize("asked", ["请简述单位职责", "概述一下主要职责", "请你简要说明部门职责", "罗列一下职责"])
def test_all_duties_are_told_in_other_words(sea: Assistant, asked: str) -> None:
    answer = sea.ask(f"岚川市湖泊局{asked}")
    assert answer.status == "answered", answer.text
    assert all(one in answer.text for one in ("共2项", "湖泊的清淤", "水草的打捞"))


@pytest.mark.parametrize(
    ("asked", "is_duty"),
    [
        ("岚川市海洋局职责包括滩涂巡查吗", True),
        ("岚川市海洋局的职责是否包含渔港登记", True),
        ("岚川市湖泊局职责里有没有包含水草打捞？", True),
        ("岚川市海洋局职责包括水草打捞吗", False),
        ("岚川市湖泊局职责是否涵盖渔港登记", False),
    ],
)
def test_whether_duties_hold_a_thing_is_said(sea: Assistant, asked: str, *, is_duty: bool) -> None:
    answer = sea.ask(asked)
    if is_duty:
        assert answer.text.partition("\n")[2].startswith("是。")
        assert answer.text.count("\n- （") == 1
    else:
        assert "没有提到" in answer.text
        assert "\n- （" not in answer.text


@pytest.mark.parametrize(
    ("question", "units", "is_other"),
    [
        ("行政单位离退休是多少", "万元", False),
        ("事业单位离退休有多少？", "万元", False),
        ("退休人员有多少", "万元", True),
        ("退休干部几名", "万元", True),
        ("离休人员是多少", "万元", True),
        ("退休人员有多少", "人", False),
    ],
)
def test_an_account_of_the_retired_is_no_head_count(question: str, units: str, *, is_other: bool) -> None:
    assert is_of_another_measure(told(("离退休", "6", units)), question) == is_other


@pytest.mark.parametrize(
    ("asked", "amount"),
    [("行政单位离退休是多少", "3.36万元"), ("事业单位离退休有多少？", "2.08万元"), ("2080501行政单位离退休多少", "3.36万元")],
)
def test_an_account_of_the_retired_is_told_in_money(samples: Assistant, asked: str, amount: str) -> None:
    answer = samples.ask(f"{WATER}2024年决算{asked}")
    assert [f"{one.value}{one.unit}" for one in answer.values] == [amount]


@pytest.mark.parametrize(
    ("asked", "told_of"),
    [
        ("哪几个局项目支出没超过80万元", {"岚川市湖泊局": "80.00万元", "梅垄县林业局": "20.00万元"}),
        ("哪几个局的项目支出超过80万元", {"岚川市海洋局": "120.00万元"}),
        ("哪些局的支出合计没有超过200万元", {"岚川市湖泊局": "200.00万元", "梅垄县林业局": "50.00万元"}),
        ("哪几个局支出合计不低于120万元", {"岚川市海洋局": "300.00万元", "岚川市湖泊局": "200.00万元"}),
    ],
)
def test_bodies_within_a_bound_are_told(sea: Assistant, asked: str, told_of: dict[str, str]) -> None:
    answer = sea.ask(asked)
    amounts = [f"{one.value}{one.unit}" for one in answer.values]
    assert dict(zip((one.title.partition("2031")[0] for one in answer.citations), amounts, strict=False)) == told_of
    assert f"3家中符合的有**{len(told_of)}家**" in answer.text


@pytest.mark.parametrize(
    ("asked", "usual"),
    [
        ("哪些培训费超过3万元", "超过3万元的培训费有哪些"),
        ("哪几项差旅费不足3万元?", "不足3万元的差旅费有哪些?"),
        ("哪几个局培训费没超过3万元", "哪几个局培训费没超过3万元"),
        ("哪些单位公务接待费超过3万元", "哪些单位公务接待费超过3万元"),
        ("哪些培训费未超过3万元", "哪些培训费未超过3万元"),
        ("项目前两名是哪些", "项目最大的两个是哪些"),
        ("交通运输支出主要由哪三个部分构成", "交通运输支出下面有哪些科目"),
        ("教育支出120万元由哪些科目组成", "教育支出下面有哪些科目"),
        ("农林水支出的各项分别是多少", "农林水支出下面有哪些科目"),
        ("应急管理支出包含哪几项内容", "应急管理支出下面有哪些科目"),
        ("基本支出由哪些部分构成", "基本支出由哪些部分构成"),
        ("会议费包括哪些", "会议费包括哪些"),
    ],
)
def test_a_bound_and_the_parts_of_a_class_are_worded_as_usual(asked: str, usual: str) -> None:
    assert in_usual_words(asked) == usual


class Reader:
    """A reader that knows a few items by their whole names."""

    def named_item(self, question: str, _: Sequence[str]) -> str:
        """The first item of which a question speaks."""
        return next((one for one in ("交通运输支出", "住房保障支出", "培训费", "基本支出") if one in question), "")


@pytest.mark.parametrize(
    ("asked", "history", "spelt"),
    [
        ("包括哪些？", ("交通运输支出多少",), "交通运输支出下面有哪些科目"),
        ("里面有哪些科目呢", ("住房保障支出是多少",), "住房保障支出下面有哪些科目"),
        ("那主要包含什么", ("交通运输支出比上年增加多少",), "交通运输支出下面有哪些科目"),
        ("包括哪些？", ("交通运输支出多少", "培训费多少"), "包括哪些？"),
        ("包括哪些？", ("基本支出多少",), "包括哪些？"),
        ("包括哪些单位", ("交通运输支出多少",), "包括哪些单位"),
    ],
)
def test_a_turn_asks_what_the_class_just_told_is_made_of(asked: str, history: tuple[str, ...], spelt: str) -> None:
    assert spell_turn(asked, history, cast(QuestionReader, Reader())) == spelt


@pytest.mark.parametrize(
    ("part", "whole", "sides"),
    [
        ("培训费", "一般公共预算", ("培训费", "一般公共预算支出")),
        ("事业收入", "一般公共预算", ("事业收入", "一般公共预算收入")),
        ("政府性基金预算", "本年收入", ("政府性基金预算收入", "本年收入")),
        ("政府性基金预算", "支出总计", ("政府性基金预算支出", "支出总计")),
        ("财政拨款", "全部收入", ("财政拨款收入", "全部收入")),
        ("培训费", "基本支出", ("培训费", "基本支出")),
    ],
)
def test_an_account_named_alone_is_of_the_other_ones_side(part: str, whole: str, sides: tuple[str, str]) -> None:
    assert with_sides(part, whole) == sides


@pytest.mark.parametrize(
    ("name", "text", "side"),
    [
        ("事业收入", "事业收入占比", INCOME),
        ("政府性基金", "政府性基金支出占本年收入多少", SPENDING),
        ("政府性基金", "政府性基金预算财政拨款收入占比", INCOME),
        ("培训费", "培训费占多少", ""),
        ("政府性基金", "政府性基金收入和政府性基金支出各占多少", ""),
    ],
)
def test_the_side_of_a_thing_is_that_said_of_it(name: str, text: str, side: str) -> None:
    assert side_asked(Want((Mention(0, len(name), name, (name,)),), text=text), text) == side


def test_nothing_that_is_named_is_of_no_side() -> None:
    assert side_asked(None, "本年支出") == ""
