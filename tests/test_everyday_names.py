"""Names of rows in everyday words: what they list said otherwise, their middle left out, a slip in them, talk before them."""

from __future__ import annotations

import pytest

from app.figures.read_finding import read_finding
from retrieval.names.listed_names import listed_names
from retrieval.names.mend_names import mend_names
from retrieval.names.short_names import short_names
from retrieval.spelling.likeness import stretch_of
from retrieval.spelling.load_vocabulary import load_vocabulary
from retrieval.spelling.reword import in_usual_words
from tests.figure_documents import find

ROWS = """桐花县粮食局
2031年部门预算

2031年项目支出明细表

单位：万元

单位名称\t项目\t合计
桐花县粮食局\t南厅水、电、物业费用\t10.00
桐花县粮食局\t在职人员采暖补贴（事业）\t3.10
桐花县粮食局\t福利费\t5.40
桐花县粮食局\t维修（护）费\t2.60
桐花县粮食局\t粮仓网络平台年度租用费1\t7.50
"""


def told(question: str) -> list[str]:
    """The amounts that a question is answered with."""
    found = read_finding(find(in_usual_words(question), text=ROWS))
    return [str(result.quantity.number) for result in found.results if result.quantity]


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("南厅的水电跟物业,一年留了多少钱", "10.00"),
        ("南厅水电物业费多少", "10.00"),
        ("冬天那个采暖补贴（事业）,单位今年一共编了多少钱", "3.10"),
        ("给大伙发福利的福力费是多少", "5.40"),
        ("修修补补的钱,一年备了多少", "2.60"),
        ("福利费统共报销了几个钱", "5.40"),
        ("粮仓网络平台租用编了多少", "7.50"),
    ],
)
def test_a_row_is_known_in_everyday_words(question: str, amount: str) -> None:
    assert told(question) == [amount]


@pytest.mark.parametrize("question", ["北厅的水电跟物业多少钱", "暖气改造（事业）编了多少钱", "网络平台采购编了多少"])
def test_what_only_resembles_a_row_is_not_it(question: str) -> None:
    assert told(question) == []


def test_a_name_that_lists_things_is_asked_for_with_other_words_between_them() -> None:
    names = {"大厅保洁、保安人数", "大厅导办人数"}
    assert [keys for _, _, keys in listed_names("大厅的保洁跟保安几个人", names, ())] == [("大厅保洁、保安人数",)]
    assert list(listed_names("大厅保安几个人", names, ())) == []


def test_a_short_name_leaves_out_the_middle_and_the_closing_fee() -> None:
    (found,) = short_names("粮仓网络平台租用多少", {"粮仓网络平台年度租用费1"}, ())
    assert found == (0, 8, ("粮仓网络平台年度租用费1",))


def test_of_several_stretches_that_differ_in_one_character_the_one_that_sounds_alike_is_meant() -> None:
    assert stretch_of("福利费", "发福利的福力费") == (4, 7)


def test_whom_a_payment_is_for_may_be_said_before_it() -> None:
    rows = "桐花县粮食局\n2031年部门预算\n\n2031年一般公共预算基本支出表\n\n单位：万元\n\n科目\t合计\n退休费\t8.20\n退休人员\t1.50\n"
    found = read_finding(find("给退休人员的退休费是多少", text=rows))
    assert [str(result.quantity.number) for result in found.results if result.quantity] == ["8.20"]


def test_one_thing_in_two_measures_makes_no_sum() -> None:
    (task,) = find("维修（护）费值多少钱、一共几辆", text=ROWS).reading.tasks
    assert ([want.unit for want in task.wants], task.reducer) == (["辆", "元"], None)


def test_a_word_that_asks_is_no_slip() -> None:
    assert mend_names("组织培训几次", frozenset({"培训及次"}), load_vocabulary())[1] == ()
