import pytest

from ingest.document import Cell, Paragraph, Place, Section, Table
from ingest.identity.find_units import find_units


def table(*rows: list[str]) -> Table:
    cells = [Cell(text, row, column, is_header=row == 0) for row, texts in enumerate(rows) for column, text in enumerate(texts)]
    return Table(0, "支出表", None, "元", (), tuple(cells))


def section(heading: str, *texts: str) -> Section:
    return Section((heading,), tuple(Paragraph(text, Place()) for text in texts), Place())


def test_units_are_rows_with_a_unit_code() -> None:
    rows = (["101001", "甲县教育 局本级"], ["", "甲县体育中心"], ["20501", "教育支出"])
    assert find_units([table(["单位代码", "单位（科目名称）"], *rows)], []) == ("甲县教育局本级",)


def test_units_stand_in_a_project_unit_column() -> None:
    rows = (["修缮学校", "甲县第一小学"], ["培训中心", "甲县第一小学"])
    assert find_units([table(["项目名称", "项目单位"], *rows)], []) == ("甲县第一小学",)


def test_units_are_listed_in_the_text() -> None:
    listed = section("二、预算单位构成情况", "预算单位构成：1.甲县教育局本级；2.甲县招生办公室。")
    assert find_units([], [listed, section("三、说明", "包括：甲县体育局。")]) == ("甲县教育局本级", "甲县招生办公室")


def test_offices_and_sentences_are_no_units() -> None:
    assert find_units([], [section("二、机构设置", "内设科室包括：党政综合办公室、人事科、财务科。")]) == ()


def test_units_may_be_listed_one_a_line_or_with_commas() -> None:
    lines = section("二、机构设置", "纳入汇编范围的单位共2个，具体是：", "1. 甲市教育局本级", "2. 甲市考试中心")
    assert find_units([], [lines]) == ("甲市教育局本级", "甲市考试中心")
    commas = section("二、单位构成", "预算单位包括：甲市教育局本级、甲市考试中心。")
    assert find_units([], [commas]) == ("甲市教育局本级", "甲市考试中心")


def test_what_kind_of_unit_it_is_belongs_to_no_name() -> None:
    listed = section("二、单位构成", "预算单位包括：", "1. 甲县招生中心（公益一类事业单位）；", "2. 甲县教育局（本级）。")
    assert find_units([], [listed]) == ("甲县招生中心", "甲县教育局（本级）")


def test_sentence_on_the_make_up_lists_units_under_any_heading() -> None:
    text = "纳入本部门2023年度决算编制范围的预算单位共2个，包括：甲县教育局本级、甲县考试中心。"
    assert find_units([], [section("二、基本情况", text)]) == ("甲县教育局本级", "甲县考试中心")


def test_units_stand_under_a_heading_for_departments_or_units_and_after_their_code() -> None:
    rows = (["101001", "甲县水利局本级"], ["101002", "甲县水政监察大队"])
    assert find_units([table(["部门（单位）代码", "部门（单位）名称"], *rows)], []) == ("甲县水利局本级", "甲县水政监察大队")
    assert find_units([table(["项目名称", "项目单位"], ["修缮", "101001-甲县水利局本级"])], []) == ("甲县水利局本级",)


def test_a_name_that_begins_with_a_place_may_end_in_any_word_for_a_body() -> None:
    rows = (["101001", "甲县残疾人联合会（本级）"], ["101002", "甲县妇幼保健院"], ["101003", "甲县计划生育协会"])
    expected = ("甲县残疾人联合会（本级）", "甲县妇幼保健院", "甲县计划生育协会")
    assert find_units([table(["单位代码", "单位名称"], *rows)], []) == expected


def test_an_office_with_a_second_name_and_what_a_body_has_below_it_are_no_units() -> None:
    text = "内设职能部室，分别为：办公室（人事部）、权益部。"
    assert find_units([], [section("二、机构设置", text)]) == ()
    assert find_units([], [section("二、机构设置", "单位包括：中心下设3个社区卫生服务站。")]) == ()


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("预算单位包括：甲县水利局本级和1个下属事业单位（甲县水库管理所，公益一类）。", ("甲县水库管理所",)),
        ("预算单位包括：局本级及两家所属单位（甲县水库管理所、科室若干）。", ("甲县水库管理所",)),
        ("单位包括：甲县水利局本级；另有甲县水库管理所；以及甲县水文站。", ("甲县水利局本级", "甲县水库管理所", "甲县水文站")),
        ("单位包括：甲县水利局本级；建成3座水库管理所；完成全县水文站；覆盖全市气象站。", ("甲县水利局本级",)),
        ("5．负责全县水库，指导水文站；承担监督的水文站。预算单位包括：甲县水利局本级。", ("甲县水利局本级",)),
        ("单位包括：甲县水利局本级。负责全县水文站；指导水库管理所。", ("甲县水利局本级",)),
        ("单位包括：甲县水利局本级；甲县第3中学。", ("甲县水利局本级", "甲县第3中学")),
    ],
)
def test_a_unit_behind_a_count_is_read_and_verbs_and_numbers_are_none(text: str, units: tuple[str, ...]) -> None:
    assert find_units([], [section("二、单位构成", text)]) == units
