from dataclasses import replace

import pytest

from ingest.document import DocumentInfo
from ingest.identity.name_organization import name_aliases
from retrieval.bodies.choose_documents import choose_documents
from retrieval.bodies.part_from_body import part_from_body
from retrieval.catalog import build_catalog
from retrieval.query import DocumentChoice


def _info(
    key: str, organization: str, region: str, level: str, year: int, kind: str, units: tuple[str, ...] = (), scope: str = "部门"
) -> DocumentInfo:
    info = DocumentInfo(key, key + ".txt", organization=organization, aliases=name_aliases(organization, region), units=units)
    return replace(info, region=region, level=level, year=year, kind=kind, scope=scope)


GREEN_CITY, RED_CITY, RIVER_COUNTY = "青田市政务服务和大数据管理局", "红岭市政务服务和大数据管理局", "柳河县政务服务和大数据管理局"
ZONE = "青田市城乡一体化示范区行政审批与大数据管理局"
CENTRE = "青田市人民政府信息管理中心（云服务中心）"
GREEN_UNITS = (GREEN_CITY, "青田市政务大数据中心", "青田市人民政府信息管理中心（青田市云服务中心）")
CATALOG = build_catalog(
    (
        _info("green", GREEN_CITY, "青田市", "市", 2024, "预算", GREEN_UNITS),
        _info("zone", ZONE, "青田市城乡一体化示范区", "区", 2023, "决算"),
        _info("red", RED_CITY, "红岭市", "市", 2024, "预算", ("红岭市政务大数据中心", "数据服务站")),
        _info("centre", CENTRE, "青田市", "市", 2022, "决算", scope="单位"),
        _info("river", RIVER_COUNTY, "柳河县", "县", 2024, "预算"),
    )
)
ALL = {"green", "zone", "red", "centre", "river"}


def _ask(question: str, *earlier: str) -> DocumentChoice:
    history: list[DocumentChoice] = []
    for text in earlier:
        history.append(choose_documents(text, CATALOG, history))
    return choose_documents(question, CATALOG, history)


CHOSEN = [
    ("青田市政务服务和大数据管理局2024年收入", {"green"}),
    ("青田大数据局2024年收入", {"green"}),
    ("青田市2024年大数据局的收入", {"green"}),
    ("示范区审批局花了多少", {"zone"}),
    ("青田市审批局花了多少", {"zone"}),
    ("丁省红岭市政数局的收入", {"red"}),
    ("青田市和红岭市的大数据局,2024年收入各多少", {"green", "red"}),
    ("青田市、红岭市、柳河县三个大数据局的收入", {"green", "red", "river"}),
    ("青田市大数据局和红岭市的哪个多", {"green", "red"}),
    ("青田市政务服务和大数剧管理局的收入", {"green"}),
    ("红岭市政务服务大数据管理居的收入", {"red"}),
    ("青田云服务中心(市政府信息管理中心)2022年支出", {"centre"}),
    ("大数据局的收入", {"green", "zone", "red", "river"}),
    ("县级的那个局收入多少", {"river"}),
    ("区大数据局的支出", {"zone"}),
    ("柳河的", {"river"}),
    ("柳河县政务大数据局的收入", {"river"}),
    ("柳河政数管理局的收入", {"river"}),
    ("红岭市数据服务站的收入", {"red"}),
    ("青田的三公经费决算是多少", {"zone", "centre"}),
    ("青田的三公经费是多少", {"green", "zone", "centre"}),
    ("柳河县大数据局要盖服务中心,占地多少", {"river"}),
    ("柳河县指导各乡和部门工作的是哪个局", {"river"}),
    ("柳河县乡镇数据员培训项目得了几分", {"river"}),
    ("柳河县城镇污水处理项目得了几分", {"river"}),
    ("柳河县县乡道养护经费多少", {"river"}),
    ("2024年部门预算里哪个局最多", {"green", "red", "river"}),
    ("2022年收支总计", {"centre"}),
    ("三公经费是多少", ALL),
    ("青田市政府采购预算2024年多少", {"green"}),
    ("红岭市大数据局2024年比2023年增加多少", {"red"}),
    ("柳河县大数据局2023年期末有几辆车", {"river"}),
    ("示范区审批局2023年预算收入总计", {"zone"}),
    ("红岭市智慧中心建设项目多少钱", {"red"}),
]
FAILED = [
    ("新乡市大数据局2024年收入", "organization", set()),
    ("白杨县政务服务和大数据管理局收入", "organization", set()),
    ("白杨大数据局2024年收入", "organization", set()),
    ("青田市财政局2024年收入", "organization", set()),
    ("青田市东城区政务服务和大数据管理局收入", "organization", set()),
    ("新乡市示范区审批局2023年支出", "organization", set()),
    ("教育局2024年支出", "organization", set()),
    ("新乡市数据服务站2024年支出", "organization", set()),
    ("新乡的数据服务站2024年支出", "organization", set()),
    ("青田市大数据局信息中心2024年收入", "organization", set()),
    ("青田市大数据局2022年收入", "year", set()),
    ("红岭市大数据局2023年收入预算", "year", {"red"}),
    ("红岭市大数据局2023年决算支出", "year", set()),
    ("红岭市大数据局去年收入", "year", {"red"}),
    ("红岭市大数据局2024年决算支出", "kind", set()),
    ("红岭市大数据局2024年实际执行下来花了多少", "kind", set()),
    ("示范区审批局2023年部门预算公开的收入", "kind", set()),
]
FOLLOW_UPS = [
    ("公务接待费呢", ("柳河县大数据局2024年三公经费",), {"river"}),
    ("红岭的呢?", ("柳河县大数据局2024年三公经费",), {"red"}),
    ("示范区的呢?", ("柳河县大数据局2024年三公经费",), {"zone"}),
    ("两个差多少?", ("柳河县大数据局2024年三公经费", "红岭的呢?"), {"river", "red"}),
    ("哪个局最少", ("柳河县大数据局2024年三公经费",), {"green", "red", "river"}),
    ("那收入呢", ("柳河县大数据局2023年末有几辆车",), {"river"}),  # the year only dates the stock
    ("那支出呢", ("新乡市大数据局2024年收入",), set()),
]


@pytest.mark.parametrize(("question", "documents"), CHOSEN)
def test_the_documents_that_are_meant_are_chosen(question: str, documents: set[str]) -> None:
    choice = _ask(question)
    assert (set(choice.documents), choice.failed) == (documents, None)


@pytest.mark.parametrize(("question", "failed", "documents"), FAILED)
def test_what_is_not_loaded_fails_with_the_right_part(question: str, failed: str, documents: set[str]) -> None:
    choice = _ask(question)
    assert (choice.failed, set(choice.documents)) == (failed, documents)


@pytest.mark.parametrize(("question", "earlier", "documents"), FOLLOW_UPS)
def test_a_follow_up_takes_over_what_it_does_not_name(question: str, earlier: tuple[str, ...], documents: set[str]) -> None:
    assert set(_ask(question, *earlier).documents) == documents


def test_an_unknown_name_is_told_as_asked() -> None:
    assert _ask("新乡市大数据局2024年收入").unknown_organizations == ("新乡市大数据局",)


def test_a_unit_chooses_its_parents_document() -> None:
    choice = _ask("青田市政务大数据中心2024年收入")
    assert (choice.documents, choice.units, choice.organizations) == (("green",), ("青田市政务大数据中心",), (GREEN_CITY,))


def test_a_body_with_its_own_document_is_a_unit_in_other_years() -> None:
    own, parents = _ask("青田市信息管理中心2022年支出"), _ask("青田市信息管理中心2024年预算")
    assert (own.documents, own.units) == (("centre",), ())
    assert (parents.documents, parents.units) == (("green",), ("青田市人民政府信息管理中心（青田市云服务中心）",))


@pytest.mark.parametrize(
    "question", ["青田市大数据局本级和青田市政务大数据中心,2024年收入哪个多", "把青田局本级和政务大数据中心两家年终奖加到一块,2024年要多少"]
)
def test_own_level_and_a_unit_of_one_document(question: str) -> None:
    choice = _ask(question)
    assert (choice.documents, set(choice.units)) == (("green",), {GREEN_CITY, "青田市政务大数据中心"})


@pytest.mark.parametrize("words", ["别算政务大数据中心", "别把政务大数据中心算进去", "不是政务大数据中心那条", "不含政务大数据中心"])
def test_a_unit_that_is_left_out_is_not_asked(words: str) -> None:
    choice = _ask(f"青田市大数据局机关({words})2024年收入多少")
    assert (choice.documents, choice.units) == (("green",), (GREEN_CITY,))


def test_the_own_level_is_told_by_its_ending_in_brackets() -> None:
    info = _info("red", RED_CITY, "红岭市", "市", 2024, "预算", (RED_CITY, f"{RED_CITY}本级（机关）", "红岭市政务大数据中心"))
    assert choose_documents("红岭市大数据局本级2024年收入", build_catalog((info,))).units == (f"{RED_CITY}本级（机关）",)


NAMES = ("风力灭火中心单价", "公务接待费")


@pytest.mark.parametrize(
    ("question", "unknown", "parted"),
    [
        (f"{RED_CITY}风力灭火中心多少钱", f"{RED_CITY}风力灭火中心", f"{RED_CITY}的风力灭火中心多少钱"),
        (f"{RED_CITY}财政局多少钱", f"{RED_CITY}财政局", f"{RED_CITY}财政局多少钱"),
        (f"{RED_CITY}大数据中心多少钱", f"{RED_CITY}大数据中心", f"{RED_CITY}大数据中心多少钱"),
    ],
)
def test_a_thing_behind_a_bodys_name_is_no_body(question: str, unknown: str, parted: str) -> None:
    assert part_from_body(question, unknown, CATALOG, lambda _: NAMES) == parted


def test_a_list_asks_for_each_and_a_bare_name_does_not() -> None:
    assert _ask("青田市和红岭市的大数据局各多少").is_each
    assert _ask("各单位的三公经费").is_each
    assert not _ask("大数据局的收入").is_each


def test_a_comparison_year_comes_last_and_does_not_choose() -> None:
    assert _ask("与2023年相比,红岭市大数据局2024年收入增加多少").years == (2024, 2023)


def test_a_slip_of_the_pen_is_recorded() -> None:
    assert _ask("青田市政务服务和大数剧管理局收入").corrections == (("青田市政务服务和大数剧管理局", GREEN_CITY),)


def test_what_chose_the_document_is_blanked_and_the_rest_keeps_its_place() -> None:
    question = "青田市大数据局2024年部门预算里三公经费预算是多少"
    rest = _ask(question).rest
    assert (len(rest), rest.strip()) == (len(question), "里三公经费预算是多少")


def test_a_name_said_again_is_no_part_of_what_is_asked() -> None:
    assert _ask("柳河县大数据局有几项职责?柳河县大数据局的三公经费多少").rest.split() == ["有几项职责?", "的三公经费多少"]


def test_inherited_slots_are_named() -> None:
    assert _ask("红岭的呢?", "柳河县大数据局2024年预算收入").inherited == ("year", "kind")


def test_a_superseded_document_is_not_chosen() -> None:
    old = _info("old", GREEN_CITY, "青田市", "市", 2024, "预算")
    new = DocumentInfo("new", "new.txt", organization=GREEN_CITY, region="青田市", year=2024, kind="预算", supersedes="old")
    assert choose_documents("青田市大数据局收入", (old, new)).documents == ("new",)


def test_budget_and_accounts_of_one_year_are_told_apart() -> None:
    both = build_catalog((_info("b", RED_CITY, "红岭市", "市", 2024, "预算"), _info("a", RED_CITY, "红岭市", "市", 2024, "决算")))
    assert choose_documents("红岭市大数据局2024年三公经费预算", both).documents == ("b",)
    assert choose_documents("红岭市大数据局2024年支出决算", both).documents == ("a",)
    assert choose_documents("红岭市大数据局2024年完成预算的百分比", both).documents == ("a",)
    assert set(choose_documents("红岭市大数据局2024年收入", both).documents) == {"a", "b"}


def test_no_document_and_no_question_are_no_error() -> None:
    assert choose_documents("青田市大数据局收入", ()).failed == "organization"
    assert choose_documents("", ()).documents == ()


@pytest.mark.parametrize("question", ["发改委支出是多少", "白杨县大数据局收入是多少", "青田市公安局经费是多少"])
def test_a_body_that_is_not_loaded_is_seen_without_a_year_behind_it(question: str) -> None:
    assert _ask(question).failed == "organization"


@pytest.mark.parametrize(
    ("question", "chosen", "unknown"),
    [
        ("青田市局和红岭市局的职责有什么不同", {"green", "red"}, ()),
        ("基本支出,青田市政务服务和大数据管理局比红岭市局多多少", {"green", "red"}, ()),
        ("青田市、红岭市、柳河县三局里谁定得最严", {"green", "red", "river"}, ()),
        ("红岭局哪几条提到审批", {"red"}, ()),
        ("青田市局的预算和远山市局比哪个多", {"green"}, ("远山市局",)),
    ],
)
def test_a_place_and_its_bureau_are_a_name(question: str, chosen: set[str], unknown: tuple[str, ...]) -> None:
    choice = _ask(question)
    assert (set(choice.documents), choice.unknown_organizations) == (chosen, unknown)


def test_a_body_that_could_not_take_the_year_spoken_of_hands_on_its_own() -> None:
    choice = _ask("哪个大", "青田市大数据局2024年收入", "示范区审批局呢")
    assert (set(choice.documents), choice.failed, choice.is_each) == ({"green", "zone"}, None, True)
    assert _ask("那支出呢", "青田市大数据局2024年收入", "示范区审批局呢").documents == ("zone",)


def test_which_is_larger_of_one_body_compares_no_bodies() -> None:
    assert _ask("哪个大", "青田市大数据局2024年收入", "支出呢").documents == ("green",)


DEPARTMENT_UNITS = (f"{RED_CITY}本级", "红岭市政务大数据中心", "红岭市信息服务中心")
BOTH = build_catalog(
    (
        _info("whole", RED_CITY, "红岭市", "市", 2024, "预算", DEPARTMENT_UNITS),
        _info("own", RED_CITY, "红岭市", "市", 2024, "预算", (f"{RED_CITY}本级",), scope="单位"),
    )
)


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("红岭市大数据局本级(不算二级单位)2024年收入预算是多少", {"own"}),
        ("红岭市大数据局2024年单位预算的收入是多少", {"own"}),
        ("红岭市大数据局2024年部门预算的收入是多少", {"whole"}),
        ("红岭市大数据局2024年收入是多少", {"whole", "own"}),
        ("红岭市大数据局2024年部门预算比局本级单位预算多出多少钱", {"whole", "own"}),
        ("红岭市大数据局2024年部门预算的基本支出比本级预算多多少", {"whole", "own"}),
        ("红岭市大数据局2024年三家预算单位差旅费各多少", {"whole"}),
        ("红岭市大数据局部门(含下属单位)2024年支出总计多少", {"whole"}),
        ("红岭市大数据局本级(不含下属单位)2024年支出总计多少", {"own"}),
    ],
)
def test_a_department_and_its_own_level_have_documents_of_their_own(question: str, documents: set[str]) -> None:
    choice = choose_documents(question, BOTH)
    assert set(choice.documents) == documents
    assert "本级" not in choice.rest


def test_the_own_level_is_never_the_whole_where_its_tables_do_not_name_it() -> None:
    info = _info("red", RED_CITY, "红岭市", "市", 2024, "预算", ("红岭市政务大数据中心", "红岭市信息服务中心"))
    assert choose_documents("红岭市大数据局本级2024年收入", build_catalog((info,))).units == (f"{RED_CITY}本级",)


def test_units_asked_for_in_a_follow_up_are_those_of_the_department_spoken_of() -> None:
    catalog = build_catalog((*BOTH.documents[:1], _info("river", RIVER_COUNTY, "柳河县", "县", 2024, "预算")))
    before = choose_documents("红岭市大数据局2024年差旅费多少", catalog)
    assert choose_documents("三家单位各多少", catalog, (before,)).documents == ("whole",)
    assert set(choose_documents("五家单位各多少", catalog, (before,)).documents) == {"whole", "river"}
