"""Everyday ways to ask for the years of an amount and for the parts of a whole."""

from __future__ import annotations

import pytest

from app.question.spell_composition import asks_parts, spell_composition
from app.question.spell_years import spell_years
from ingest.document import DocumentInfo
from retrieval.bodies.choose_documents import choose_documents
from retrieval.catalog import build_catalog

BODY = "云岭市灯塔局"
LOADED = [("预算", 2028), ("预算", 2030), ("预算", 2031), ("预算", 2032), ("决算", 2029), ("决算", 2030), ("决算", 2031)]
CATALOG = build_catalog(
    tuple(DocumentInfo(f"{kind}{year}", "甲.txt", organization=BODY, year=year, kind=kind, scope="部门") for kind, year in LOADED)
)


@pytest.mark.parametrize(
    "words",
    ["的走势", "趋势如何", "的变化情况", "变化趋势是怎样的", "的增减变化", "是怎么变化的", "的总体情况"],
)
@pytest.mark.parametrize("years", ["近三年", "历年", "这几年", "2029-2031年", "2029年到2031年"])
def test_how_an_amount_moved_over_years_is_asked_as_its_amount(years: str, words: str) -> None:
    assert spell_years(f"灯塔局{years}决算支出总计{words}?") == f"灯塔局{years}决算支出总计是多少?"


@pytest.mark.parametrize("question", ["灯塔局2031年公务接待费的变化情况?", "近三年变化趋势指标的目标值是多少?", "近三年支出变化了多少?"])
def test_a_change_of_one_year_and_a_name_stay_as_they_are(question: str) -> None:
    assert spell_years(question) == question


@pytest.mark.parametrize(
    "words",
    [
        "支出构成是怎样的", "支出总计的构成", "支出由哪些部分组成", "支出由哪几部分组成?各是多少", "全部支出的组成情况", "支出是怎么构成的",
        "支出结构如何", "支出合计由哪些项目构成,各多少",
    ],
)  # fmt: skip
def test_what_all_expenditure_is_made_of_is_asked_in_one_spelling(words: str) -> None:
    spelt = spell_composition(f"灯塔局2031年决算的{words}?")
    assert spelt == "灯塔局2031年决算的本年支出合计由哪些部分组成?"
    assert spell_composition(spelt) == spelt
    assert asks_parts(spelt)


@pytest.mark.parametrize("question", ["灯塔局2031年灯油支出的构成?", "2031年一般公共预算的支出由哪些部分组成?", "支出结构那段呢?"])
def test_what_a_part_is_made_of_stays_as_it_is(question: str) -> None:
    assert spell_composition(question) == question


@pytest.mark.parametrize(
    ("words", "documents"),
    [
        ("近三年决算支出总计", {"决算2029", "决算2030", "决算2031"}),
        ("近两年决算支出总计", {"决算2030", "决算2031"}),
        ("最近3年部门预算收入", {"预算2030", "预算2031", "预算2032"}),
        ("历年决算支出总计", {"决算2029", "决算2030", "决算2031"}),
        ("2030年历年结转决算", {"决算2030"}),
    ],
)
def test_latest_years_are_those_loaded_of_the_kind_asked_for(words: str, documents: set[str]) -> None:
    choice = choose_documents(f"{BODY}{words}是多少?", CATALOG, [])
    assert set(choice.documents) == documents
    assert choice.is_each == (len(documents) > 1)
    assert "近" not in choice.rest
