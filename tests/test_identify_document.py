from pathlib import Path

import pytest

from ingest.blocks import Block, Grid, GridCell, Line
from ingest.document import Place
from ingest.formats.read_text import read_text
from ingest.identity.identify_document import identify_document
from ingest.identity.organization_names import read_region

DOCUMENTS = Path(__file__).parents[2] / "shared" / "documents"


def lines(*texts: str) -> list[Block]:
    return [Line(text, Place()) for text in texts]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (
            ["2023 年度甲市高新区", "教育与体育局部门决算", "二〇二四年九月", "目 录", "第一部分 甲市高新区教育与体育局概况"],
            ("甲市高新区教育与体育局", 2023, "决算", "部门"),
        ),
        (["甲县财政局", "2024年部门预算公开", "目录", "一、2024年部门收支总体情况表"], ("甲县财政局", 2024, "预算", "部门")),
        (["2022年度", "甲市信息中心（云计算", "中心）单位决算", "收入支出决算总表"], ("甲市信息中心（云计算中心）", 2022, "决算", "单位")),
        (
            ["甲市乙区2025年区级部门预算", "预算主管部门：甲市乙区人民政府丙街道办事处", "部门收支预算总表"],
            ("甲市乙区人民政府丙街道办事处", 2025, "预算", "部门"),
        ),
        (["2024年部门预算公开", "甲县财政局", "2024年1月"], ("甲县财政局", 2024, "预算", "部门")),
        (["中共甲县委组织部", "2024年度部门预算", "2024年1月", "部门预算收支总表"], ("中共甲县委组织部", 2024, "预算", "部门")),
        (["甲县人民法院2023年度部门决算公开", "收入支出决算总表"], ("甲县人民法院", 2023, "决算", "部门")),
        (["甲市第一人民医院2024年单位预算", "单位收支总表", "单位预算情况说明"], ("甲市第一人民医院", 2024, "预算", "单位")),
        (["甲省水利厅（本级）2024年单位预算", "单位收支预算表"], ("甲省水利厅", 2024, "预算", "单位")),
        (["甲县乙镇人民政府", "二〇二四年度部门预算说明", "部门收支预算表"], ("甲县乙镇人民政府", 2024, "预算", "部门")),
        (["甲县人大常委会办公室2024年部门预算", "2024年收支预算表"], ("甲县人大常委会办公室", 2024, "预算", "部门")),
        (
            ["2024年部门预算公开说明", "一、部门概况", "甲县文化和旅游局是县人民政府工作部门，为正科级，主要职能有：", "部门收支总表"],
            ("甲县文化和旅游局", 2024, "预算", "部门"),
        ),
        (
            ["2023年度部门决算公开", "一、主要职责", "（一）甲市交通中心的主要职责是：", "收入决算表"],
            ("甲市交通中心", 2023, "决算", "部门"),
        ),
    ],
)
def test_the_cover_says_what_a_document_is(printed: list[str], expected: tuple[str, int, str, str]) -> None:
    info = identify_document(lines(*printed), "x.txt")
    assert (info.organization, info.year, info.kind, info.scope) == expected


def test_a_document_without_cover_is_known_by_its_parts_and_tables() -> None:
    texts = ["第一部分", "甲市审计局概况", "一、主要职能", "我部门2024年收入总计3万元，比2023年增加。"]
    tables = ["2024年部门收支预算表", "部门名称：甲市审计局", "2024年部门收入预算表"]
    info = identify_document(lines(*texts, *tables), "x.txt")
    assert (info.organization, info.region, info.level) == ("甲市审计局", "甲市", "市")
    assert (info.year, info.kind, info.scope) == (2024, "预算", "部门")
    assert info.title == "甲市审计局2024年部门预算"


def test_a_caption_may_stand_in_a_table_and_the_full_name_wins() -> None:
    grid = Grid(((GridCell("部门（单位）名称", Place()), GridCell("甲市乙区财政局", Place())),), Place())
    info = identify_document([*lines("2024年部门预算公开", "部门收支预算表", "部门：乙区财政局", "部门预算表"), grid], "x.txt")
    assert info.organization == "甲市乙区财政局"


def test_a_year_torn_out_of_its_line_is_put_back() -> None:
    info = identify_document(lines("甲市财政局", "年度部门决算", "2024", "收入支出决算总表"), "x.pdf")
    assert (info.title, info.organization, info.year) == ("甲市财政局2024年度部门决算", "甲市财政局", 2024)


def test_what_is_no_budget_document_stays_unnamed() -> None:
    info = identify_document(lines("会议通知", "定于2024年3月召开会议。"), "x.txt")
    assert (info.organization, info.year, info.kind, info.title) == (None, None, None, "会议通知")


@pytest.mark.parametrize(
    ("organization", "expected"),
    [
        ("甲乙省财政厅", ("甲乙省", "省")),
        ("甲市市场监督管理局", ("甲市", "市")),
        ("甲市政务服务局", ("甲市", "市")),
        ("甲市城乡一体化示范区教育局", ("甲市城乡一体化示范区", "区")),
        ("甲市乙区人民政府丙街道办事处", ("甲市乙区", "街道")),
        ("甲市乙市文化馆", ("甲市乙市", "县")),
        ("中共甲县委组织部", ("甲县", "县")),
        ("甲县乙镇人民政府", ("甲县乙镇", "镇")),
        ("甲乙族自治州教育局", ("甲乙族自治州", "市")),
        ("城市管理局", (None, None)),
        ("市场监督管理局", (None, None)),
    ],
)
def test_the_region_is_read_from_the_name(organization: str, expected: tuple[str | None, str | None]) -> None:
    assert read_region(organization) == expected


@pytest.mark.skipif(not DOCUMENTS.exists(), reason="the real documents are not here")
def test_the_real_documents_are_told_apart() -> None:
    found = [identify_document(read_text(path), path.name) for path in sorted(DOCUMENTS.glob("*.txt"))]
    expected = [("部门", "预算", 2024), ("部门", "决算", 2023), ("部门", "预算", 2024), ("单位", "决算", 2022), ("部门", "预算", 2024)]
    assert [(info.scope, info.kind, info.year) for info in found] == expected
    assert len({info.organization for info in found if info.organization}) == len(found)


def test_a_title_on_two_pages_is_said_once() -> None:
    title = "甲县财政局2024年部门预算情况说明"
    assert identify_document(lines(title, title, "目录"), "文件.pdf").title == title
