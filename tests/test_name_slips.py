from dataclasses import replace

import pytest

from ingest.document import DocumentInfo
from ingest.identity.name_organization import name_aliases
from retrieval.bodies.choose_documents import choose_documents
from retrieval.bodies.respell_names import respell_names
from retrieval.catalog import build_catalog
from retrieval.query import DocumentChoice
from retrieval.spelling.normalize_question import normalize_question


def _info(key: str, organization: str, region: str, year: int, kind: str, *units: str) -> DocumentInfo:
    aliases = name_aliases(organization, region)
    info = DocumentInfo(key, key + ".txt", organization=organization, aliases=aliases, units=units, region=region)
    return replace(info, level="街道" if "街道" in organization else region[-1], year=year, kind=kind, scope="部门")


CATALOG = build_catalog(
    (
        _info("water", "青田市水务局", "青田市", 2024, "预算", "青田市水务局机关", "青田市数字服务中心"),
        _info("water23", "青田市水务局", "青田市", 2023, "预算"),
        _info("account", "青田市水务局", "青田市", 2024, "决算", "青田市水务局机关", "青田市数字服务中心"),
        _info("culture", "青田市文化和旅游局", "青田市", 2024, "决算", "青田市文化和旅游局本级", "青田市图书馆"),
        _info("dragon", "龙头山市审计局", "龙头山市", 2024, "预算", "龙头山市数字服务中心", "龙头山市审计局机关"),
        _info("street", "青田市柳林区人民政府千里街道办事处", "青田市柳林区", 2024, "预算", "青田市柳林区千里街道社区党群服务中心"),
    )
)


def _ask(question: str, *earlier: str) -> DocumentChoice:
    history: list[DocumentChoice] = []
    for text in earlier:
        history.append(choose_documents(normalize_question(text), CATALOG, history))
    return choose_documents(normalize_question(question), CATALOG, history)


SLIPS = [
    ("清田市水务局2023年收入", {"water23"}, (("清田市水务局", "青田市水务局"),)),
    ("龙头出市审计局的收入", {"dragon"}, (("龙头出市审计局", "龙头山市审计局"),)),
    ("龙头出审计局的收入", {"dragon"}, (("龙头出审计局", "龙头山审计局"),)),
    ("千里街到的三公经费", {"street"}, (("千里街到", "千里街道"),)),
    ("青田市水雾局2023年收入", {"water23"}, (("青田市水雾局", "青田市水务局"),)),
    ("文化和旅油局收入", {"culture"}, (("文化和旅油局", "文化和旅游局"),)),
]


@pytest.mark.parametrize(("question", "documents", "corrections"), SLIPS)
def test_a_slip_is_understood_and_recorded(question: str, documents: set[str], corrections: tuple[tuple[str, str], ...]) -> None:
    choice = _ask(question)
    assert (set(choice.documents), choice.corrections) == (documents, corrections)


STRANGERS = ["新乡市水务局收入", "青田市税务局收入", "白田县水务局收入", "长风街道2024年预算", "黄浦区街道办的收入"]


@pytest.mark.parametrize("question", STRANGERS)
def test_another_real_place_or_body_is_no_slip(question: str) -> None:
    assert (_ask(question).failed, _ask(question).corrections) == ("organization", ())


@pytest.mark.parametrize("question", ["税务局的收入", "水务局的三公经费", "机关运行经费和公务接待费各是多少"])
def test_what_is_spelt_rightly_is_left_alone(question: str) -> None:
    assert respell_names(question, CATALOG) == ()


NAMED = [
    ("街道办2024年预算", {"street"}, ()),
    ("我想问下水务局2023年收入", {"water23"}, ()),
    ("我做生意的,想问下审计局2024年收入", {"dragon"}, ()),
    ("请提供龙头山市审计局的收入", {"dragon"}, ()),
    ("图书馆2024年支出", {"culture"}, ("青田市图书馆",)),
    ("千里街道社区党群服务中心新建工程的面积", {"street"}, ()),
    ("龙头山市审计局2024年支出(局机关加数字服务中心)", {"dragon"}, ("龙头山市审计局机关", "龙头山市数字服务中心")),
    ("龙头山市审计局2024年支出(机关加数字服务中心)", {"dragon"}, ("龙头山市审计局机关", "龙头山市数字服务中心")),
    ("龙头山市审计局(不含数字服务中心)2024年支出", {"dragon"}, ("龙头山市审计局机关",)),
    ("三个局(审计、文旅)2024年收入", {"dragon", "culture"}, ()),
    ("审计和文旅局2024年收入", {"dragon", "culture"}, ()),
    ("水务局2024年预算收入和文旅局决算收入", {"water", "culture"}, ()),
    ("水务局2024年预算收入比2023年增加多少", {"water"}, ()),  # it states the change, or both are compared for it
    ("水务局2024年预算收入和2023年相差多少", {"water", "water23"}, ()),
    ("水务局2024年预算比2023年增加的原因", {"water"}, ()),
    ("水务局2024年三公,预算多少、实际多少", {"water", "account"}, ()),
    ("街道和审计局2024年预算收入", {"street", "dragon"}, ()),
    ("旅游局2024年支出", {"culture"}, ()),
    ("龙头山市审计局政府办公厅(室)及相关机构事务支出", {"dragon"}, ()),
    ("水务局去年的预算收入", {"water23"}, ()),
]


@pytest.mark.parametrize(("question", "documents", "units"), NAMED)
def test_short_and_glued_names_choose_documents_and_units(question: str, documents: set[str], units: tuple[str, ...]) -> None:
    choice = _ask(question)
    assert (set(choice.documents), choice.units, choice.failed) == (documents, units, None)


@pytest.mark.parametrize("account", ["机关运行经费", "机关工资福利支出", "机关商品和服务支出", "机关事业单位基本养老保险缴费"])
def test_an_account_of_offices_names_no_unit(account: str) -> None:
    choice = _ask(f"龙头山市审计局{account}是多少")
    assert (choice.units, choice.rest.strip()) == ((), f"{account}是多少")


@pytest.mark.parametrize(
    "question", ["龙头山市局和数字服务中心2024年收入", "龙头山市审计局和它的数字服务中心2024年收入", "龙头山市局跟数字服务中心收入"]
)
def test_a_body_joined_with_its_unit_means_its_own_level(question: str) -> None:
    assert set(_ask(question).units) == {"龙头山市审计局机关", "龙头山市数字服务中心"}


def test_words_that_only_name_units_are_blanked() -> None:
    assert _ask("龙头山市审计局办公费(局机关加数字服务中心)是多少").rest.replace(" ", "") == "办公费()是多少"


def test_the_year_before_counts_from_the_year_of_the_dialogue() -> None:
    assert _ask("那上一年呢", "水务局2024年预算收入").documents == ("water23",)


def test_an_item_of_a_list_that_is_not_loaded_is_told() -> None:
    choice = _ask("教育、审计两个局2024年收入")
    assert (choice.documents, choice.unknown_organizations) == (("dragon",), ("教育",))


def test_bureaus_alone_are_asked_for_where_bureaus_are_named() -> None:
    assert set(_ask("哪个局2024年预算收入最多").documents) == {"water", "dragon"}


def test_words_as_typed_remain_where_they_name_nothing() -> None:
    assert _ask("清田市水务局2023年公务接代费").rest.strip() == "公务接代费"
