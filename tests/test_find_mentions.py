"""Which labels a question names."""

from __future__ import annotations

import pytest
from figure_documents import BUDGET, FINAL, index

from retrieval.names.find_mentions import find_mentions
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import load_vocabulary


def named(question: str, text: str = FINAL) -> list[tuple[str, str | None]]:
    found = find_mentions(fold(question), index(text), load_vocabulary())
    return [(one.asked, one.code or (one.keys[0] if one.keys else None)) for one in found]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("差旅费是多少", [("差旅费", "差旅费")]),
        ("办公费和差旅费各多少", [("办公费", "办公费"), ("差旅费", "差旅费")]),
        ("请客吃饭花了多少", [("请客吃饭", "公务接待费")]),
        ("30201是多少", [("30201", "30201")]),
        ("住房保障多少钱", [("住房保障", "住房保障支出")]),
        ("“三公”经费是多少", [("三公经费", "三公经费")]),
        ("2031年怎么样", []),
    ],
)
def test_a_question_names_labels_as_printed_by_short_form_synonym_or_code(question: str, expected: list[tuple[str, str]]) -> None:
    assert named(question) == expected


def test_the_longest_name_is_taken() -> None:
    assert named("项目支出表里的粮仓修缮", BUDGET)[-1] == ("粮仓修缮", "粮仓修缮")
    assert [asked for asked, _ in named("公务用车运行费多少")] == ["公务用车运行费"]


def test_a_standard_account_that_the_document_lacks_is_named_without_a_key() -> None:
    assert named("抚恤金是多少") == [("抚恤金", None)]


def test_a_misspelt_name_is_corrected_and_said_so() -> None:
    (one,) = find_mentions(fold("公务接代费是多少"), index(FINAL), load_vocabulary())
    assert (one.correction, one.keys) == ("公务接待费", ("公务接待费",))


@pytest.mark.parametrize("question", ["灯塔修建费是多少", "局长是谁", "天气好吗"])
def test_other_words_name_nothing(question: str) -> None:
    assert named(question) == []


def test_a_count_of_cars_names_the_cars_and_not_their_cost() -> None:
    assert named("公车有几辆")[0][1] == "车辆"
    assert named("公车花了多少钱")[0][1] != "车辆"


def test_a_printed_term_that_is_not_there_is_asked_for_in_vain_and_not_bent_to_another() -> None:
    found = find_mentions(fold("机关运行经费安排了多少"), index(BUDGET), load_vocabulary(), parts=True)
    assert [(one.asked, one.keys) for one in found] == [("机关运行经费", ())]


def test_what_is_excluded_is_no_slip_of_a_name() -> None:
    found = find_mentions(fold("除公务接待费外还有哪些"), index(FINAL), load_vocabulary())
    assert all(not one.asked.startswith("除") for one in found)


@pytest.mark.parametrize(
    ("asked", "meant"), [("执法车几辆", "执法执勤用车"), ("应急车辆有几台", "应急保障用车"), ("机要车多少辆", "机要通信用车")]
)
def test_a_kind_of_cars_is_not_all_cars(asked: str, meant: str) -> None:
    text = f"{FINAL}\n# 第三部分 情况说明\n\n## 一、国有资产占用情况\n\n2031年末共有车辆14辆，其中：{meant}11辆、其他用车3辆。\n"
    assert [key for _, key in named(asked, text)] == [meant]


@pytest.mark.parametrize("question", ["106.53万元是什么", "60.06万元是哪一项"])
def test_the_digits_of_an_amount_are_no_tables_number(question: str) -> None:
    text = FINAL.replace("公开06表", "公开10表")
    for one in (FINAL, text):
        assert not [key for _, key in named(question, one) if key and key.startswith("№")]
