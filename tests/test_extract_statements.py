"""Prose to statements."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.document import Paragraph, Place, Section, Statement
from ingest.figures.extract_statements import extract_statements

Row = tuple[str, str, str, str, str | None, str | None]


def rows(*paragraphs: str, heading: str = "情况说明") -> list[Row]:
    place = Place(lines=(4, 4))
    section = Section((heading,), tuple(Paragraph(text, place) for text in paragraphs), place)
    return [
        (one.subject, one.aspect, one.measure, str(one.quantity.number) + one.quantity.unit, one.direction, one.base)
        for one in extract_statements([section])
    ]


SENTENCES: list[tuple[str, list[Row]]] = [
    (
        "公务接待费支出2.40万元，全部为国内公务接待，累计24批次、192人次，无外事接待。",
        [
            ("公务接待费支出", "", "金额", "2.40万元", None, None),
            ("国内公务接待", "", "数量", "24批次", None, None),
            ("国内公务接待", "", "数量", "192人次", None, None),
        ],
    ),
    (
        "航标处2031年收支总预算90.00万元，比2030年收支预算总数80.00万元增加10.00万元，主要原因是增人。",
        [
            ("收支总预算", "", "金额", "90.00万元", None, None),
            ("收支总预算", "", "增减额", "10.00万元", "增加", "2030年"),
        ],
    ),
    (
        "公益金支出326.80万元，主要用于灯塔修缮补助180.00万元、航标更新96.80万元。",
        [
            ("公益金支出", "", "金额", "326.80万元", None, None),
            ("灯塔修缮补助", "", "金额", "180.00万元", None, None),
            ("航标更新", "", "金额", "96.80万元", None, None),
        ],
    ),
    (
        "2031年度收入总计90.00万元，支出总计90.00万元，与2030年度相比，各减少10.00万元，下降10.00%。",
        [
            ("收入总计", "", "金额", "90.00万元", None, None),
            ("支出总计", "", "金额", "90.00万元", None, None),
            ("支出总计", "", "增减额", "10.00万元", "减少", "2030年度"),
            ("收入总计", "", "增减额", "10.00万元", "减少", "2030年度"),
            ("支出总计", "", "增减率", "10.00%", "减少", "2030年度"),
            ("收入总计", "", "增减率", "10.00%", "减少", "2030年度"),
        ],
    ),
    ("公务接待费预算支出8.60万元。", [("公务接待费", "支出预算", "金额", "8.60万元", None, None)]),
    ("一般公共预算支出8.60万元。", [("一般公共预算支出", "", "金额", "8.60万元", None, None)]),
    ("其中：重点项目航道日常养护预算860.00万元。", [("航道日常养护", "预算", "金额", "860.00万元", None, None)]),
    ("航标处2031年末实有人员编制34人。", [("实有人员编制", "", "数量", "34人", None, None)]),
    (
        "2031年收入总计90.00万元，支出总计88.50万元。",
        [
            ("收入总计", "", "金额", "90.00万元", None, None),
            ("支出总计", "", "金额", "88.50万元", None, None),
        ],
    ),
    (
        "2031年支出合计1,300.00万元，其中：基本支出800.00万元，占61.54%；项目支出500.00万元，占38.46%。",
        [
            ("支出合计", "", "金额", "1300.00万元", None, None),
            ("基本支出", "", "金额", "800.00万元", None, "支出合计"),
            ("基本支出", "", "占比", "61.54%", None, "支出合计"),
            ("项目支出", "", "金额", "500.00万元", None, "支出合计"),
            ("项目支出", "", "占比", "38.46%", None, "支出合计"),
        ],
    ),
    (
        "公务接待费3.00万元，比上年预算数减少0.40万元，下降11.76%，主要原因是厉行节约。",
        [
            ("公务接待费", "", "金额", "3.00万元", None, None),
            ("公务接待费", "", "增减额", "0.40万元", "减少", "上年预算数"),
            ("公务接待费", "", "增减率", "11.76%", "减少", "上年预算数"),
        ],
    ),
    (
        "“三公”经费支出预算8.00万元，支出决算6.00万元，完成预算的75.00%。",
        [
            ("三公经费", "支出预算", "金额", "8.00万元", None, None),
            ("三公经费", "支出决算", "金额", "6.00万元", None, None),
            ("三公经费", "", "完成率", "75.00%", None, "预算"),
        ],
    ),
    (
        "因公出国（境）费0.00万元，与2030年预算持平。",
        [
            ("因公出国（境）费", "", "金额", "0.00万元", None, None),
            ("因公出国（境）费", "", "增减额", "0万元", "持平", "2030年预算"),
        ],
    ),
    (
        "2031年末，共有车辆2辆；单价50万元以上的通用设备4台（套）。",
        [
            ("车辆", "", "数量", "2辆", None, None),
            ("单价50万元以上的通用设备", "", "数量", "4台", None, None),
        ],
    ),
    (
        "1.农林水支出（类）林业和草原（款）防火（项）。年初预算为5.00万元，支出决算为4.00万元。",
        [
            ("农林水支出（类）林业和草原（款）防火（项）", "年初预算", "金额", "5.00万元", None, None),
            ("农林水支出（类）林业和草原（款）防火（项）", "支出决算", "金额", "4.00万元", None, None),
        ],
    ),
    (
        "收入较上年预算数90.00万元增加10.00万元，增长11.11%。",
        [
            ("收入", "", "增减额", "10.00万元", "增加", "上年预算数"),
            ("收入", "", "增减率", "11.11%", "增加", "上年预算数"),
        ],
    ),
    (
        "公务接待费3.00万元。费用支出较年初预算数减少2.00万元，较上年支出数增加0.50万元。",
        [
            ("公务接待费", "", "金额", "3.00万元", None, None),
            ("公务接待费", "", "增减额", "2.00万元", "减少", "年初预算数"),
            ("公务接待费", "", "增减额", "0.50万元", "增加", "上年支出数"),
        ],
    ),
    (
        "收入总计100.00万元，其中年初结转30.00万元，较2030年减少25.00万元，下降20.00%。",
        [
            ("收入总计", "", "金额", "100.00万元", None, None),
            ("年初结转", "", "金额", "30.00万元", None, "收入总计"),
            ("收入总计", "", "增减额", "25.00万元", "减少", "2030年"),
            ("收入总计", "", "增减率", "20.00%", "减少", "2030年"),
        ],
    ),
    (
        "收入总计100.00万元，其中年初结转30.00万元，较2030年减少10.00万元，下降25.00%。",
        [
            ("收入总计", "", "金额", "100.00万元", None, None),
            ("年初结转", "", "金额", "30.00万元", None, "收入总计"),
            ("年初结转", "", "增减额", "10.00万元", "减少", "2030年"),
            ("年初结转", "", "增减率", "25.00%", "减少", "2030年"),
        ],
    ),
    ("一般公共预算收支预算60.00万元。", [("一般公共预算收支预算", "", "金额", "60.00万元", None, None)]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_states_these_figures(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize("sentence", ["", "2031年没有安排。", "编号2031号。", "，12.00万元。"])
def test_a_sentence_without_a_named_amount_states_nothing(sentence: str) -> None:
    assert rows(sentence) == []


def test_what_follows_a_nameless_amount_is_left_out() -> None:
    assert rows("水费1.00万元。", "，3.00万元，占20.00%。") == [("水费", "", "金额", "1.00万元", None, None)]


def test_a_statement_keeps_its_section_sentence_place_and_year() -> None:
    place = Place(lines=(7, 8))
    sections = [Section(("一",), (), place), Section(("二",), (Paragraph("前文。2031年水费1.20万元。后文。", place),), place)]
    (one,) = extract_statements(sections)
    assert (one.section, one.sentence, one.place, one.year) == (1, "2031年水费1.20万元。", place, 2031)
    assert one.quantity.number == Decimal("1.20")
    assert one.value == "1.20万元"


def test_the_year_compared_with_is_not_the_year_spoken_of() -> None:
    section = Section(("一",), (Paragraph("水费1.20万元，比2030年增加0.20万元。", Place()),), Place())
    assert [one.year for one in extract_statements([section])] == [None, None]


def test_a_project_named_alone_has_the_amount_that_follows() -> None:
    text = "重点项目：2031年河堤加固改造，安排12.30万元，主要用于加固。"
    assert rows(text) == [("2031年河堤加固改造", "", "金额", "12.30万元", None, None)]
    assert rows("河堤加固改造，安排12.30万元。") == []


def statements_of(text: str) -> tuple[Statement, ...]:
    return extract_statements([Section(("情况说明",), (Paragraph(text, Place(lines=(1, 1))),), Place(lines=(1, 1)))])


@pytest.mark.parametrize(
    ("text", "value"),
    [("差旅费支出１２．５万元。", "12.5万元"), ("办公费支出   3 万元。", "3万元")],
)
def test_wide_digits_and_spaces_do_not_change_an_amount(text: str, value: str) -> None:
    (statement,) = statements_of(text)
    assert statement.value == value


def test_two_numbers_apart_are_never_joined() -> None:
    assert "1.0020%" not in {statement.value for statement in statements_of("办公费    1.00    20%。")}
    assert "12345678万元" not in {statement.value for statement in statements_of("支出 1234  5678 万元。")}


def test_a_count_that_follows_a_count_is_of_the_same_thing() -> None:
    found = statements_of("国内公务接待9批次，80人次（不含陪同人员）。")
    assert [(one.subject, one.value) for one in found] == [("国内公务接待", "9批次"), ("国内公务接待", "80人次")]


def test_a_count_behind_a_bracket_is_of_what_was_counted_before_it() -> None:
    found = statements_of("国内公务接待26批次（其中外事接待0批次），198人次，国内公务接待支出3.40万元。")
    counts = [(one.subject, one.value) for one in found if one.measure == "数量"]
    assert counts == [("国内公务接待", "26批次"), ("其中外事接待", "0批次"), ("国内公务接待", "198人次")]


def test_levels_with_their_codes_name_the_item() -> None:
    (amount, *_) = statements_of("1.教育支出（205类）普通教育（02款）初中教育（03项）：2031年预算数为14.50万元，比上年增加1.00万元。")
    assert amount.subject == "教育支出（类）普通教育（款）初中教育（项）"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "公务用车购置费2031年预算数24.95万元；公务用车运行维护费2031年预算数91.80万元。",
            [
                ("公务用车购置费", "预算数", "金额", "24.95万元", None, None),
                ("公务用车运行维护费", "预算数", "金额", "91.80万元", None, None),
            ],
        ),
        ("机关运行经费2031年支出预算为9.00万元。", [("机关运行经费", "支出预算", "金额", "9.00万元", None, None)]),
        ("云州市水务局2031年支出预算9.00万元。", [("支出", "支出预算", "金额", "9.00万元", None, None)]),
    ],
)
def test_a_name_that_stands_before_the_year_is_what_the_amount_is_of(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("heading", "subject"),
    [("（二）公务接待费", "公务接待费"), ("（一）机关运行经费情况说明", "机关运行经费"), ("（二）预算安排情况", None)],
)
def test_what_a_heading_names_is_what_its_paragraph_speaks_of(heading: str, subject: str | None) -> None:
    found = rows("2031年预算安排8.60万元，比上年减少1.20万元，下降12.24%。", heading=heading)
    assert [one[0] for one in found] == ([subject] * 3 if subject else [])


def test_what_explains_a_name_in_brackets_is_no_part_of_it() -> None:
    (found, *_) = rows("2031年，航标处的机关运行经费（即机关和下属大队等行政单位、参公单位的公用经费）一般公共预算拨款安排支出198.36万元。")
    assert found[0] == "航标处的机关运行经费一般公共预算拨款安排支出"


def test_a_year_in_a_reason_is_no_year_of_the_amounts_behind_it() -> None:
    place = Place(lines=(4, 4))
    text = "公务用车购置及运行费75.60万元，主要原因是2030年报废执法用车2辆。其中：公务用车购置费0万元；公务用车运行费75.60万元。"
    told = extract_statements([Section(("情况说明",), (Paragraph(text, place),), place)])
    assert {one.subject: one.year for one in told if one.measure == "金额"} == {
        "公务用车购置及运行费": None, "公务用车购置费": None, "公务用车运行费": None,
    }  # fmt: skip


def test_the_parts_of_a_part_are_not_the_whole_of_what_follows() -> None:
    parts = "基本支出600.00万元，占66.67%，包括人员经费500.00万元、公用经费100.00万元；项目支出300.00万元，占33.33%。"
    said = f"2031年部门支出预算900.00万元，其中：{parts}"
    bases = {(subject, measure): base for subject, _, measure, _, _, base in rows(said)}
    assert bases["项目支出", "占比"] == bases["基本支出", "占比"] == "支出"
    assert bases["公用经费", "金额"] == "基本支出"


def test_projects_are_no_part_of_what_is_spent_on_running() -> None:
    running = "基本支出600.00万元，占66.67%，其中人员支出500.00万元、日常公用支出100.00万元；项目支出300.00万元，占33.33%。"
    bases = {(subject, measure): base for subject, _, measure, _, _, base in rows(f"按支出用途分类，包括{running}")}
    assert bases["项目支出", "占比"] != "基本支出"
