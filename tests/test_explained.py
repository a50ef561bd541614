"""Questions for words about something that has a figure: answered by the words that explain it, never by the bare figure."""

from __future__ import annotations

import pytest

from app.answer import Answer
from app.answerer.answer_by_evidence import answer_by_evidence
from app.answerer.evidence_form import asks_for_name, asks_for_words
from app.forms.evidence_units import read_units
from app.forms.weigh_evidence import EvidenceIndex
from app.question.text_question import TextQuestion
from retrieval.query import DocumentChoice
from tests.text_documents import STORY, document

OTHERS = tuple(f"第{at}项工作由办公室牵头，按季度检查苗木、道路和围栏。" for at in range(1, 30))
SECTIONS = (
    ((STORY, "三、工作安排"), OTHERS),
    ((STORY, "一、收入支出总体情况"), (
        "2031年收入120.00万元，其中：门票收入80.00万元，捐赠收入40.00万元。",
        "基金收入15.00万元，支出15.00万元。具体用于芦苇荡水闸改造。",
    )),
    ((STORY, "二、其他事项"), (
        "全年开支会务费3.00万元，用于召开观鸟大会；共有船只5艘，其中巡逻船3艘、杂务船2艘，杂务船主要是清淤船。",
        "内设观鸟科、救护科、宣教科、财务科4个科室。",
    )),
)  # fmt: skip


def ask(question: str) -> Answer | None:
    one = document("wet", "芦田市湿地办", SECTIONS)
    index = EvidenceIndex(read_units(one))
    return answer_by_evidence(TextQuestion(question, question, (one,), DocumentChoice(("wet",), question)), lambda _: index)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("会务费是花在什么上的", "观鸟大会"),
        ("杂务船主要是什么船", "清淤船"),
        ("基金收入花在什么上了", "水闸改造"),
        ("四个科室都叫什么", "救护科"),
    ],
)
def test_the_words_that_explain_it_are_quoted(question: str, told: str) -> None:
    answer = ask(question)
    assert answer is not None
    assert told in answer.text


@pytest.mark.parametrize("question", ["捐赠收入是哪里来的", "捐赠收入是什么款项", "观鸟大会请的什么专家", "巡逻船是什么船"])
def test_a_bare_figure_is_no_answer_in_words(question: str) -> None:
    assert ask(question) is None


@pytest.mark.parametrize("question", ["其他用车是什么车", "其他收入是哪里来的", "科室都叫什么", "培训费培训的是什么?"])
def test_words_alone_are_asked_for(question: str) -> None:
    assert asks_for_words(question)


@pytest.mark.parametrize("question", ["哪个项目金额最大", "有哪些收入,各多少", "三公是什么水平", "完好率的指标值是什么?", "哪些科目超10%"])
def test_amounts_may_answer_these(question: str) -> None:
    assert not asks_for_words(question)
    assert not asks_for_name(question)
