"""Names and reasons that forms tell in words: in the cells of what was done, of tasks and of deviations."""

from dataclasses import replace

import pytest
from form_documents import forms
from text_documents import ask

from app.forms.answer_form_words import answer_form_words
from ingest.document import Document, Figure, Place, Table

OVERALL, WORK, TASKS = "项目支出绩效自评表", "2031年度重点工作完成情况", "部门整体自评表"
CELLS = [
    (0, ("年度总体目标",), "预期目标", "通过推送消息方便群众，满足平台推送需求。"),
    (0, ("年度总体目标",), "实际完成情况", "消息推送费用来支持预约挂号平台、苗木交易平台和护林巡查平台等，节约了成本。"),
    (1, ("年度总体目标",), "实际完成情况", "展示楼建到地上三层，因雨季塌方停工一个月，未能封顶。"),
    (2, ("松岭水渠整治",), "完成情况", "清淤已完工，闸门安装受汛期影响顺延至2032年2月"),
    (3, ("年度主要任务", "三是推动数字林场。"), "主要内容", "联合云杉信息集团包装林场碳汇贷，争取落地。"),
]  # fmt: skip


def forestry() -> Document:
    tables = (
        Table(0, OVERALL, None, "万元", ("附件",), (), context="消息推送服务费"),
        Table(1, OVERALL, None, "万元", ("附件",), (), context="林科展示馆建设项目"),
        Table(2, WORK, None, "万元", ("附件",), ()), Table(3, TASKS, None, "万元", ("附件",), ()),
    )  # fmt: skip
    figures = [Figure(table, row, (column,), value, None, Place(), (at, 1)) for at, (table, row, column, value) in enumerate(CELLS)]
    return replace(forms(), tables=tables, figures=tuple(figures))


@pytest.mark.parametrize(
    ("question", "earlier", "said"),
    [
        ("消息推送费支持了哪些平台?", (), "预约挂号平台、苗木交易平台和护林巡查平台"),
        ("消息推送费都给哪些平台用了?", (), "苗木交易平台"),
        ("主要任务里,包装碳汇贷是跟哪家企业合作的?", (), "云杉信息集团"),
        ("展示馆新楼怎么没封顶?", (), "因雨季塌方停工"),
        ("闸门安装为什么没完工?", (), "受汛期影响"),
        ("为什么没干完?", ("松岭水渠闸门安装完成了多少?",), "受汛期影响"),
    ],
)
def test_the_cell_that_says_all_of_it_is_quoted(question: str, earlier: tuple[str, ...], said: str) -> None:
    answer = answer_form_words(replace(ask(question, forestry()), earlier=earlier))
    assert answer is not None
    assert answer.status == "answered"
    assert said in answer.text
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "消息推送费支持了哪些银行?",
        "消息推送费花了多少,支持了哪些平台?",
        "松岭水渠清淤为什么没完工?",  # it is done
        "展示馆绿化为什么没完成?",
        "闸门安装为什么预算增加?",
        "主要任务有哪些?",
    ],
)
def test_what_no_cell_says_is_left_to_others(question: str) -> None:
    assert answer_form_words(ask(question, forestry())) is None
