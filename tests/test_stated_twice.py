"""Totals that the prose states against the table of the same thing, what two sections state of one thing, and what a sentence lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_documents import read_document, verdicts
from test_tell_checks import ask

from ingest.document import Document

BOUGHT = """
目录代码 项目名称 购买服务金额
A1601 河道保洁服务 30.00
B1001 水位监测系统维护 12.00
合计 _ 42.00
"""
PUBLIC = """
单位编码 单位名称 合计 因公出国（境）费 公务接待费 公务用车运行维护费
208001 云州市水务局 9.00 0.00 3.00 6.00
"""
OTHERS = "五、其他情况说明"


def bought(tmp_path: Path, text: str, title: str = "政府购买服务预算财政拨款明细表") -> Document:
    return read_document(tmp_path, [(title, BOUGHT)], [(OTHERS, text)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年本部门政府购买服务预算总额42.00万元，涉及2个项目。", ["holds"]),
        ("2024年部门政府购买服务预算总额45.00万元，涉及2个项目。", ["broken"]),
        ("2024年政府购买服务共安排45.00万元。", ["broken"]),
        ("2024年政府购买服务支出合计42.01万元。", ["rounding"]),
        ("2023年部门政府购买服务预算总额45.00万元。", []),  # of another year
        ("2024年政府采购预算总额45.00万元。", []),  # of another thing
        ("2024年项目支出80.00万元，其中：政府购买服务45.00万元。", []),  # a part of something
    ],
)
def test_a_stated_total_is_held_against_the_table_of_its_title(tmp_path: Path, text: str, expected: list[str]) -> None:
    document = bought(tmp_path, text)
    found = [check.verdict for check in document.checks if check.kind == "文表" and "购买服务" in check.identity]
    assert found == expected


def test_a_total_of_one_fund_is_not_held_against_the_table_of_another(tmp_path: Path) -> None:
    document = bought(tmp_path, "2024年一般公共预算政府购买服务支出45.00万元。", "政府性基金政府购买服务表")
    assert not verdicts(document, "正文“")


def test_the_only_row_of_a_table_is_its_whole(tmp_path: Path) -> None:
    text = "2024年“三公”经费一般公共预算财政拨款安排11.00万元。公务接待费5.00万元。公务用车运行维护费6.00万元。"
    document = read_document(tmp_path, [("财政拨款“三公”经费支出表", PUBLIC)], [("二、“三公”经费情况说明", text)])
    assert verdicts(document, "正文“三公经费") == ["broken"]
    assert verdicts(document, "正文“公务接待费”") == ["broken"]
    assert verdicts(document, "正文“公务用车运行维护费”") == ["holds"]


@pytest.mark.parametrize("question", ["“三公”经费预算总额是多少？", "三公经费是多少？", "三公经费合计多少万元？", "三公支出一共多少？"])
def test_either_print_of_the_three_public_funds_is_told_with_the_other(tmp_path: Path, question: str) -> None:
    text = "2024年“三公”经费一般公共预算财政拨款安排11.00万元。"
    document = read_document(tmp_path, [("财政拨款“三公”经费支出表", PUBLIC)], [("二、“三公”经费情况说明", text)])
    answer = ask(tmp_path, document, f"云州市水务局2024年{question}")
    assert answer.status == "answered"
    assert "11.00万元" in answer.text
    assert "9.00万元" in answer.text
    assert "不一致" in answer.text


@pytest.mark.parametrize(
    "question", ["政府购买服务预算总额是多少？", "政府购买服务一共安排了多少钱？", "政府购买服务预算正文和明细表写的一样吗？"]
)
def test_either_print_of_a_total_is_told_with_the_other(tmp_path: Path, question: str) -> None:
    answer = ask(tmp_path, bought(tmp_path, "2024年部门政府购买服务预算总额45.00万元。"), f"云州市水务局2024年{question}")
    assert "45.00万元" in answer.text
    assert "42.00万元" in answer.text
    assert "不一致" in answer.text


STAFF = "一、人员构成情况"
QUOTA = "云州市水务局总编制人数{count}人，其中：行政编制32人，事业编制54人。在职实有人数80人。"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("本部门总编制96人，较上年增加4人。", ["broken"]),
        ("本部门核定编制86名。", ["holds"]),
        ("云州市河道管理站编制46人。", []),  # of a unit
        ("云州市河道管理站负责堤防管护。编制46人。", []),
        ("2023年末总编制96人，计划核减编制10人。", ["broken"]),
        ("2021年末总编制96人。", []),
        ("计划核减编制70人。", []),
        ("本部门退休人员70人。", []),
    ],
)
def test_two_counts_of_the_whole_body_are_held_against_each_other(tmp_path: Path, other: str, expected: list[str]) -> None:
    document = read_document(tmp_path, [], [(STAFF, f"纳入预算的单位包括：云州市河道管理站。{QUOTA.format(count=86)}"), (OTHERS, other)])
    assert verdicts(document, "正文两处") == expected


@pytest.mark.parametrize("question", ["总编制人数是多少？", "一共有多少编制？", "编制多少人？", "编制总数是多少？"])
def test_a_count_that_the_text_tells_twice_is_answered_with_both(tmp_path: Path, question: str) -> None:
    document = read_document(tmp_path, [], [(STAFF, QUOTA.format(count=86)), (OTHERS, "本部门总编制96人，较上年增加4人。")])
    answer = ask(tmp_path, document, f"云州市水务局2024年{question}")
    assert "86人" in answer.text
    assert "96人" in answer.text
    assert "不一致" in answer.text


@pytest.mark.parametrize(("count", "expected"), [("86", ["holds"]), ("96", ["broken"])])
def test_staff_listed_by_kind_come_to_their_count(tmp_path: Path, count: str, expected: list[str]) -> None:
    document = read_document(tmp_path, [], [(STAFF, QUOTA.format(count=count))])
    assert verdicts(document, "所列各种人员之和") == expected


@pytest.mark.parametrize(
    "text",
    [
        "在职人员80人，其中：行政30人，事业50人，退休人员20人。",
        "在职人员80人，其中：党员30人、女性20人。",
        "在职人员80人，其中：行政30人、事业50人；退休20人。",
    ],
)
def test_what_is_no_kind_of_those_counted_is_not_added_to_them(tmp_path: Path, text: str) -> None:
    assert "broken" not in verdicts(read_document(tmp_path, [], [(STAFF, text)]), "所列各种人员之和")


def test_an_amount_in_two_sections_is_told_once_or_contradicted(tmp_path: Path) -> None:
    prose = [(STAFF, "2024年水利信息化经费26.00万元。"), (OTHERS, "2024年水利信息化经费28.00万元。")]
    assert verdicts(read_document(tmp_path, [], prose), "正文两处") == ["broken"]
    apart = [(STAFF, "2024年水利信息化经费26.00万元。"), (OTHERS, "2024年一般公共预算财政拨款水利信息化经费24.00万元。")]
    assert not verdicts(read_document(tmp_path, [], apart), "正文两处")


@pytest.mark.parametrize(("running", "verdict"), [("6.00", "holds"), ("6.50", "broken")])
def test_the_parts_of_the_three_public_funds_come_to_their_total(tmp_path: Path, running: str, verdict: str) -> None:
    text = f"2024年“三公”经费预算9.00万元。其中：因公出国（境）费0万元，公务用车购置及运行费{running}万元，公务接待费3.00万元。"
    assert verdicts(read_document(tmp_path, [], [("二、“三公”经费情况说明", text)]), "“三公”经费＝") == [verdict]


INVENTORY = """
项目 计量单位 数量 账面原值
房屋 平方米 3420 1200.00
车辆 辆 6 98.00
其中：轿车 辆 4 60.00
"""
PEOPLE = """
单位名称 编制数 在职人数 退休人数
合计 86 80 21
云州市水务局 32 30 11
云州市河道管理站 54 50 10
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("截至2023年12月31日，本部门共有车辆5辆。", ["broken"]),
        ("截至2023年12月31日，本部门共有车辆6辆。", ["holds"]),
        ("2024年拟新增车辆1辆。", []),
        ("本部门核定编制96名，在职人员80人。", ["broken", "holds"]),
        ("本部门退休人员21人。", ["holds"]),
        ("云州市河道管理站编制54名。", []),
    ],
)
def test_what_the_text_counts_is_held_against_the_table_that_counts_it(tmp_path: Path, text: str, expected: list[str]) -> None:
    document = read_document(tmp_path, [("国有资产占用情况表", INVENTORY), ("部门人员情况表", PEOPLE)], [(OTHERS, text)])
    assert [check.verdict for check in document.checks if check.kind == "文表" and "＝《" in check.identity] == expected


def test_the_row_of_another_year_is_no_other_print(tmp_path: Path) -> None:
    rows = "年度 “三公”经费财政拨款预算总额 公务接待费\n2023年 10.00 4.00\n2024年 11.00 5.00"
    text = "2024年“三公”经费财政拨款预算11.00万元，比2023年的10.00万元增加1.00万元。"
    document = read_document(tmp_path, [("财政拨款“三公”经费支出表", rows)], [("二、“三公”经费情况说明", text)])
    answer = ask(tmp_path, document, "云州市水务局2024年三公经费预算是多少？")
    assert "11.00万元" in answer.text
    assert "不同" not in answer.text


CARS = [
    ("二、“三公”经费情况说明", "2023年期末，本部门开支财政拨款的公务用车保有量为{kept}辆。公务用车购置及运行费4.80万元。"),
    ("三、国有资产占用情况说明", "2023年期末，本部门共有车辆3辆，其中：应急保障用车1辆、其他用车2辆。"),
]


@pytest.mark.parametrize("kept", [2, 3])
@pytest.mark.parametrize(
    "question",
    [
        "期末到底有几辆公车？“三公”经费说明和国有资产占用说明写的一样吗？",
        "“三公”经费说明里的公务用车保有量和国有资产占用情况说的一样吗？",
        "车辆数，国有资产部分和三公部分写的一致吗？",
    ],
)
def test_whether_two_sections_count_the_same_cars_is_told_from_both(tmp_path: Path, question: str, kept: int) -> None:
    document = read_document(tmp_path, [], [(heading, text.format(kept=kept)) for heading, text in CARS])
    answer = ask(tmp_path, document, f"云州市水务局2024年{question}")
    assert {int(value.value) for value in answer.values} == {kept, 3}
    assert ("不一致" in answer.text) == (kept != 3)


@pytest.mark.parametrize("words", ["预算总额是多少？", "一共多少钱？", "有哪些要求？"])
def test_a_quoted_sentence_is_told_with_what_contradicts_it(tmp_path: Path, words: str) -> None:
    document = bought(tmp_path, "2024年部门政府购买服务预算总额45.00万元，涉及2个项目。")
    answer = ask(tmp_path, document, f"云州市水务局2024年政府购买服务{words}")
    assert "45.00万元" not in answer.text or "42.00万元" in answer.text
