"""Which of a department's units has most or least, where its units are all of it."""

from __future__ import annotations

import pytest
from figure_documents import find
from test_whole_of_share import BODIES

from app.figures.resolve_task import resolve_task
from retrieval.lookup.find_figures import find_figures
from retrieval.spelling.load_vocabulary import load_vocabulary

LACKING = BODIES.replace("桐花县粮油质检站\t40.00\t20.00\t20.00", "桐花县粮油质检站\t40.00\t20.00\t")


@pytest.mark.parametrize("question", ["三家单位里,哪家的基本支出最少?", "哪个单位基本支出最多?", "哪家的基本支出最多,哪家最少?"])
def test_each_unit_is_told(question: str) -> None:
    task = find(question, text=BODIES).tasks[0]
    assert task.owners == ("桐花县粮食局本级", "桐花县粮油质检站")
    assert [one.text for one in resolve_task(task)] == ["50.00万元", "20.00万元"]


def test_units_that_are_not_all_of_it_are_not_ranked() -> None:
    assert find("哪家的项目支出最多?", text=LACKING).tasks[0].found == ()


def test_of_several_documents_each_tells_its_own() -> None:
    index = find("基本支出是多少", text=BODIES).index
    (task,) = find_figures(index, ["哪家的基本支出最多?"], load_vocabulary(), is_compared=True).tasks
    assert [one.candidates[0].text for one in task.found] == [find("基本支出是多少", text=BODIES).tasks[0].found[0].candidates[0].text]


def test_the_departments_own_row_that_adds_up_its_units_is_none_of_them() -> None:
    row = "桐花县粮食局本级\t60.00\t50.00\t10.00\n"
    text = BODIES.replace("包括：1.", "包括：1.桐花县粮食局；2.").replace(row, f"桐花县粮食局\t100.00\t70.00\t30.00\n{row}")
    for question in ("哪个单位基本支出最多?", "哪家的基本支出最多?"):
        task = find(question, text=text).tasks[0]
        assert task.owners == ("桐花县粮食局本级", "桐花县粮油质检站")
