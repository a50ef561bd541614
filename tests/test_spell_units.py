"""Subordinate units called by what they do, and departments without some of them."""

import pytest

from ingest.document import DocumentInfo
from retrieval.bodies.choose_documents import choose_documents
from retrieval.bodies.spell_units import spell_units
from retrieval.catalog import build_catalog
from retrieval.spelling.normalize_question import normalize_question

BUREAU, CARE, GUARD = "青溪县水利局", "青溪县河道养护服务中心", "青溪县水政综合行政执法大队"
OTHER = "石桥县民政局"


def _info(name: str, organization: str, region: str, units: tuple[str, ...]) -> DocumentInfo:
    return DocumentInfo(
        id=name, file_name=f"{name}.pdf", source_path=f"/documents/{name}.pdf", organization=organization, region=region, level="县",
        year=2031, kind="预算", scope="部门", units=units,
    )  # fmt: skip


CATALOG = build_catalog(
    (
        _info("water", BUREAU, "青溪县", (f"{BUREAU}机关", CARE, GUARD)),
        _info("civil", OTHER, "石桥县", (f"{OTHER}本级", "石桥县救助管理站")),
    )
)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("青溪县执法大队2031年收入多少", f"{GUARD}2031年收入多少"),
        ("青溪县水利局的执法大队支出多少", f"{BUREAU}的{GUARD}支出多少"),
        ("青溪县水利局执法大队住房公积金多少", f"{GUARD}住房公积金多少"),
        ("养护中心和执法大队一共多少", f"{CARE}和{GUARD}一共多少"),
        ("救助站2031年预算多少", "石桥县救助管理站2031年预算多少"),
        ("水利局养护中心电费", f"{CARE}电费"),
        ("利民局2031年预算多少", "利民局2031年预算多少"),
    ],
)
def test_a_unit_called_by_what_it_does_is_spelt_in_full(asked: str, meant: str) -> None:
    assert spell_units(asked, CATALOG) == meant


@pytest.mark.parametrize(
    "asked",
    [
        "石桥县执法大队2031年收入多少",
        "高峰县执法大队2031年收入多少",
        "执法大队装备购置项目多少钱",
        "城东执法大队2031年收入多少",
        "检测中心2031年收入多少",
    ],
)
def test_another_bodys_short_name_is_left_as_it_is(asked: str) -> None:
    assert spell_units(asked, CATALOG) == asked


@pytest.mark.parametrize(
    ("words", "units"),
    [
        (f"{BUREAU}不含{GUARD}的支出是多少", {f"{BUREAU}机关", CARE}),
        (f"{BUREAU}除去{CARE}和{GUARD}支出是多少", {f"{BUREAU}机关"}),
        (f"{BUREAU}机关(不含{GUARD})的支出是多少", {f"{BUREAU}机关"}),
        (f"{BUREAU}不含下属单位的支出是多少", {f"{BUREAU}机关"}),
    ],
)
def test_a_department_without_some_units_is_all_the_others(words: str, units: set[str]) -> None:
    choice = choose_documents(normalize_question(words), CATALOG)
    assert (choice.documents, set(choice.units)) == (("water",), units)


def test_a_unit_behind_the_short_name_of_its_department_is_known() -> None:
    choice = choose_documents("水利局河道养护服务中心的电费是多少", CATALOG)
    assert (choice.documents, choice.units, choice.failed) == (("water",), (CARE,), None)


@pytest.mark.parametrize("question", ["水利局和气候监测局的电费合计是多少", "气候监测局和水利局的电费合计是多少"])
def test_an_unknown_bureau_beside_a_known_one_is_not_left_out(question: str) -> None:
    choice = choose_documents(question, CATALOG)
    assert choice.unknown_organizations == ("气候监测局",)


def test_the_own_level_may_be_named_behind_the_item() -> None:
    assert choose_documents("水利局办公费机关多少", CATALOG).units == (f"{BUREAU}机关",)


def test_the_units_that_remain_are_asked_for_as_one() -> None:
    question = normalize_question(f"{BUREAU}不含{GUARD}的支出是多少")
    choice = choose_documents(question, CATALOG)
    assert "一共" in choice.rest
    assert len(choice.rest) == len(question)


def test_words_that_leave_a_unit_out_are_no_part_of_a_name() -> None:
    assert choose_documents(f"{BUREAU}除去{CARE}后支出多少", CATALOG).failed is None
