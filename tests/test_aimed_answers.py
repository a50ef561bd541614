"""Answers beside what a question is aimed at are refused; numbers from the end, corrections and bare verdicts are read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.checks.check_added import adds_wrongly
from app.checks.check_aimed import misses_aim
from app.documents.answer_nothing import answer_no_document
from app.question.spell_years import spell_years
from ingest.document import DocumentInfo
from ingest.labels.read_unit import read_unit
from retrieval.query import DocumentChoice
from retrieval.spelling.reword import in_usual_words


def told(text: str, *values: tuple[str, str, str], by: str = "rule", section: str = "说明") -> Answer:
    """An answer with this text and these amounts."""
    title = "甲县乙局2031年部门预算"
    cited = (Citation(document="a.txt", document_id="1", title=title, section=section, quote=""),)
    amounts = tuple(Value(label, Decimal(number), unit) for label, number, unit in values)
    return Answer("answered", text, amounts, None, cited, answered_by=by)


QUOTE = "写明：\n> 公务接待费支出2.10万元。"
SHARE = "占全部的**12.00%**（3 ÷ 25 × 100% = 12.00%）。"
CHANGED = "一般公共预算支出与2030年相比：**增加3.00万元**"
RANKED = "最高的是**甲县乙局2030年预算**：**9.00万元**。"


@pytest.mark.parametrize(
    ("question", "answer", "is_wrong"),
    [
        ("局本级公务接待费多少", told(QUOTE, by="quote"), True),
        ("局本级公务接待费多少", told(QUOTE.replace("公务", "局本级公务"), by="quote"), False),
        ("局机关内设几个科室", told("写明：\n> 内设3个科室。", by="quote"), False),
        ("甲校项目支出占支出多少", told(SHARE, by="quote"), True),
        ("甲校的项目占全部项目多少", told(SHARE, by="quote"), False),
        ("支出中非财政拨款的有多少", told("写明：\n> 财政拨款支出9万元。", by="quote"), True),
        ("哪些单位有经营收入", told("写明：\n> 管理经营收入。", by="quote", section="一、主要职责"), True),
        ("哪些单位有经营收入", told("写明：\n> 甲站有经营收入。", by="quote", section="二、收入说明"), False),
        ("哪些科目的支出比上年减少", told(CHANGED, ("一般公共预算支出", "3", "万元")), True),
        ("一般公共预算支出比上年减少多少", told(CHANGED, ("一般公共预算支出", "3", "万元")), False),
        ("超支最多的是什么", told("多**5.00万元**", ("支出合计", "9", "万元"), ("年初预算", "4", "万元")), True),
        ("公用经费里最大的一项是什么", told(RANKED, ("公用经费", "9", "万元")), True),
        ("哪家的公用经费最大", told(RANKED, ("公用经费", "9", "万元")), False),
        ("养护支出多少？财政拨款支出多少？", told("财政拨款收入：**3万元**", ("养护·财政拨款收入", "3", "万元")), True),
        ("财政拨款收入多少？", told("财政拨款收入：**3万元**", ("财政拨款收入", "3", "万元")), False),
        ("每批次接待多少钱", told(QUOTE, by="quote"), True),
        ("发电机每台多少钱", told("写明：\n> 单价2.80万元。", by="quote"), False),
    ],
)
def test_what_lies_beside_the_question_is_no_answer(question: str, answer: Answer, is_wrong: bool) -> None:
    assert misses_aim(answer, question) == is_wrong


@pytest.mark.parametrize(
    ("question", "values", "is_wrong"),
    [
        ("再把奖金算进去，三样合计多少？", (("奖金", "11.3", "万元"),), True),
        ("奖金多少？", (("奖金", "11.3", "万元"),), False),
        ("公务接待费多少，其中甲县观测中心多少", (("公务接待费", "11", "万元"), ("甲县观测中心", "200", "万元")), True),
        ("收入合计多少，其中甲县观测中心多少", (("收入合计", "900", "万元"), ("甲县观测中心", "200", "万元")), False),
    ],
)
def test_a_part_is_not_told_for_several_nor_a_whole_for_an_item(
    question: str, values: tuple[tuple[str, str, str], ...], is_wrong: bool
) -> None:
    assert adds_wrongly(told("；".join(f"{label}**{number}{unit}**" for label, number, unit in values), *values), question) == is_wrong


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("2030年培训费比2031年少多少", "2031年培训费比2030年多多少"),
        ("2030年接待费比2031年高多少", "2031年接待费比2030年低多少"),
        ("2029年培训费比2031年少多少", "2029年培训费比2031年少多少"),
        ("2031年培训费比2030年少多少", "2031年培训费比2030年少多少"),
    ],
)
def test_two_years_in_succession_are_compared_from_the_later_one(question: str, read: str) -> None:
    assert spell_years(question) == read


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("不对,我要的是柳川市的", "我要的是柳川市的", "不对"),
        ("柳川那边政府网站归哪个单位管", "柳川政府网站", "那边"),
        ("植树成活率的目标值和实际完成值各是多少,达标了吗", "植树成活率达标了吗", "各是多少"),
        ("节能环保支出由哪几个部分构成", "节能环保支出下面有哪些科目", "构成"),
        ("卫生健康支出下面有哪些科目", "哪些科目", "内设机构"),
        ("三公经费各项分别是多少", "公务接待费", "各项"),
        ("项目资金超过80万元的项目有哪些", "金额超过80万元的项目", "项目资金"),
    ],
)
def test_such_wordings_are_asked_in_usual_words(question: str, said: str, not_said: str) -> None:
    read = in_usual_words(question)
    assert said in read
    assert not_said not in read


def test_persons_in_a_table_of_money_are_persons() -> None:
    assert read_unit("万元", ("合计",), ("实有人数", "在职人员"), {}) == "人"
    assert read_unit("万元", ("合计",), ("在校（园）学生数",), {}) == "人"
    assert read_unit("万元", ("合计",), ("人员经费", "退休人员"), {}) == "万元"


def test_only_the_year_that_is_not_loaded_is_said_to_lack() -> None:
    infos = [
        DocumentInfo(id=str(year), file_name=f"{year}.txt", organization="甲县乙局", year=year, kind="决算", scope="部门")
        for year in (2030, 2031)
    ]
    choice = DocumentChoice(documents=(), rest="", organizations=("甲县乙局",), years=(2029, 2031), failed="year")
    text = answer_no_document(choice, infos).text
    assert "2029年度" in text.split("。")[0]
    assert "2031" not in text.split("。")[0]
