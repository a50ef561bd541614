import pytest
from text_documents import NURSERY, OFFICES, ask, document, green

from app.prose.answer_composition import answer_composition, cut_list
from app.prose.answer_structure import answer_structure, list_names

LISTS = [
    ("内设机构3个，包括：综合科（党建办公室）、业务科、法规科。", ["综合科（党建办公室）", "业务科", "法规科"]),
    ("我局内设有办公室、业务股、督查股 3 个科室。", ["办公室", "业务股", "督查股"]),
    ("局机关包括：办公室、数据科等科室的预算。", []),
    ("本单位没有内设机构。", []),
]


@pytest.mark.parametrize(("sentence", "names"), LISTS)
def test_offices_are_counted_only_where_all_are_listed(sentence: str, names: list[str]) -> None:
    assert list_names(sentence) == names


def test_a_stated_number_that_does_not_fit_the_names_is_told() -> None:
    odd = document("odd", "白河县园林局", ((OFFICES, ("我局内设机构4个，包括：办公室、养护科、绿化科。",)),))
    answer = answer_structure(ask("有几个科室?", odd))
    assert answer is not None
    assert "前后不一致" in answer.text


def test_the_offices_of_a_unit_are_its_own() -> None:
    answer = answer_structure(ask(f"{NURSERY}有几个内设机构?", green(), units=(NURSERY,)))
    assert answer is not None
    assert "技术科" in answer.text
    assert "造林科" not in answer.text


def test_units_that_only_the_tables_name_bring_a_warning() -> None:
    answer = answer_structure(ask("预算单位有哪些?", green()))
    assert answer is not None
    assert answer.warnings


BOTH = "其中：人员经费5万元，主要包括：奖金、津贴；公用经费3万元，主要包括：水费、电费。"
CUTS = [
    (BOTH, "人员经费", "人员经费5万元，主要包括：奖金、津贴。"),
    (BOTH, "公用经费", "公用经费3万元，主要包括：水费、电费。"),
    ("其中：人员经费5万元；公用经费3万元。", "公用经费", ""),
]


@pytest.mark.parametrize(("sentence", "item", "stretch"), CUTS)
def test_a_list_is_cut_to_the_item_asked_for(sentence: str, item: str, stretch: str) -> None:
    assert cut_list(sentence, item) == stretch


def test_two_items_get_a_list_each() -> None:
    answer = answer_composition(ask("人员经费和公用经费分别包括什么?", green()))
    assert answer is not None
    assert "基本工资、奖金" in answer.text
    assert "办公费、水费" in answer.text


def test_places_that_are_counted_are_no_offices() -> None:
    assert answer_structure(ask("要修水毁的路多少处", green())) is None
