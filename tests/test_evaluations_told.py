"""Evaluations that a text tells of: which project, its points and grade, what was found wanting and what is to be done."""

from __future__ import annotations

import pytest

from app.answer import Answer
from app.answerer.answer_text import answer_text
from tests.text_documents import ask, document

STORY = "第三部分 情况说明"
SECTIONS = (
    ((STORY, "八、绩效情况"), (
        "2022年度，本部门对9个项目开展绩效自评，自评结果为“优”的7个；委托第三方对“苗圃滴灌改造”开展重点评价，得分83.25分，评价等级为“良”。"
        "评价发现的主要问题是管线巡查不及时。下一步改进措施：增加巡查班次。",
        "本部门选取了2023年盆景护养费项目开展部门评价。资金实际执行率为97.40%。得分为95.10分，等级为优。",
        "财政评价未选取本部门项目开展重点评价。",
    )),
)  # fmt: skip


def told(rest: str, earlier: tuple[str, ...] = ()) -> Answer | None:
    asked = ask(rest, document("nursery", "云岭县园艺局", SECTIONS))
    return answer_text(rest, rest, asked.documents, asked.choice, earlier)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("第三方重点评价评的是哪个项目、打了几分、发现了什么毛病?", ("2022年度", "苗圃滴灌改造", "83.25分", "管线巡查不及时"), "班次"),
        ("那个第三方评价有什么问题,打算怎么改?", ("苗圃滴灌改造", "管线巡查不及时", "增加巡查班次"), "95.10"),
        ("苗圃滴灌改造的第三方评价是什么等级?", ("等级为“良”",), "不及时"),
        ("滴灌改造这个项目评价结果怎么样?", ("83.25分",), "自评"),
        ("哪个项目做了部门评价,结果怎么样?", ("盆景护养费", "95.10分，等级为优"), "83.25"),
        ("部门评价的项目叫什么,资金执行率有多高?", ("盆景护养费", "97.40%"), "95.10"),
        ("盆景护养费部门评价得了多少分?", ("95.10分",), "97.40"),
        ("财政重点评价选了哪个项目?得了几分?", ("未选取本部门项目",), "83.25"),
    ],
)
def test_what_is_asked_of_an_evaluation_is_told_in_the_words_of_its_paragraph(question: str, said: tuple[str, ...], unsaid: str) -> None:
    answer = told(question)
    assert answer is not None
    assert answer.status == "answered"
    assert answer.citations
    assert all(one in answer.text for one in said)
    assert unsaid not in answer.text


def test_what_follows_on_an_evaluation_is_of_the_same_one() -> None:
    answer = told("发现了哪些问题?", earlier=("第三方评价评的是哪个项目?",))
    assert answer is not None
    assert "管线巡查不及时" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "审计评价得了几分?",
        "苗圃滴灌改造部门评价得了几分?",  # a third party made it
        "盆景护养费部门评价查出什么问题?",  # its paragraph tells of none
        "苗木调运第三方评价得了几分?",
        "盆景护养费自评得了几分?",
        "部门评价的评价组长是哪个项目的?",
    ],
)
def test_another_evaluation_or_what_is_not_told_of_it_is_not_answered(question: str) -> None:
    answer = told(question)
    assert answer is None or answer.status == "not_found" or ("83.25" not in answer.text and "95.10" not in answer.text)
