from decimal import Decimal

import pytest

from ingest.document import Chunk, DocumentInfo, Figure, Paragraph, Place, Section, Table
from ingest.outline.split_chunks import split_chunks
from ingest.quantity import Quantity

INFO = DocumentInfo("abc", "x.txt", organization="甲县教育局", year=2024, kind="预算", scope="部门")


def section_chunks(*texts: str) -> tuple[Chunk, ...]:
    paragraphs = tuple(Paragraph(text, Place(lines=(number, number))) for number, text in enumerate(texts, 1))
    return split_chunks(INFO, [Section(("第一部分 概况", "一、职责"), paragraphs, Place())], [], [])


def figure(row: str, column: str, value: str, line: int) -> Figure:
    quantity = Quantity(Decimal(value), "万元") if value.replace(".", "").isdigit() else None
    return Figure(0, (row,), (column,), value, quantity, Place(lines=(line, line)), (line, 1))


def test_a_passage_says_whose_it_is_and_where_it_stands() -> None:
    (chunk,) = section_chunks("管理学校。", "管理考试。")
    assert chunk.text == "甲县教育局 2024年部门预算 > 第一部分 概况 > 一、职责\n管理学校。\n管理考试。"
    assert (chunk.id, chunk.section, chunk.table, chunk.place.lines) == ("abc:0", 0, None, (1, 2))


@pytest.mark.parametrize(("first", "second"), [("（一）", "（二）"), ("一、", "二、"), ("1.", "2."), ("(1)", "(2)")])
def test_each_item_of_a_numbered_list_is_a_passage_with_what_stands_below_it(first: str, second: str) -> None:
    chunks = section_chunks("本局负责：", f"{first}管理学校。", "含幼儿园。", f"{second}管理考试。")
    assert [chunk.text.split("\n", 1)[1] for chunk in chunks] == ["本局负责：", f"{first}管理学校。\n含幼儿园。", f"{second}管理考试。"]
    assert [chunk.place.lines for chunk in chunks] == [(1, 1), (2, 3), (4, 4)]


def test_a_sum_at_the_start_of_a_line_is_no_item() -> None:
    assert len(section_chunks("3.20万元为接待费。", "4.10万元为会议费。")) == 1


def test_long_lists_are_split_between_items() -> None:
    items = [f"{number}、{'管理学校' * 40}。" for number in range(1, 7)]
    found = [line for chunk in section_chunks(*items) for line in chunk.text.split("\n")[1:]]
    assert found == items


def test_only_a_very_long_paragraph_is_split_and_then_between_sentences() -> None:
    chunks = section_chunks("某项工作已完成。" * 200)
    assert len(chunks) > 1
    assert all(chunk.text.endswith("已完成。") for chunk in chunks)


def test_a_section_without_text_gives_no_passage() -> None:
    assert section_chunks() == ()


def test_a_table_is_described_in_words_not_digits() -> None:
    table = Table(0, "收支预算表", "预算01表", "万元", ("附件",), (), notes=("注：四舍五入。",))
    (chunk,) = split_chunks(INFO, [], [table], [figure("办公费", "金额", "1.20", 3), figure("质量指标", "目标", "按时完成", 4)])
    assert chunk.text.split("\n") == [
        "甲县教育局 2024年部门预算 > 附件 > 收支预算表",
        "表：收支预算表（预算01表），金额单位：万元",
        "栏目：金额；目标",
        "办公费",
        "质量指标：目标：按时完成",
        "注：四舍五入。",
    ]
    assert (chunk.table, chunk.place.lines) == (0, (3, 4))


def test_a_large_table_is_split_by_rows() -> None:
    table = Table(0, "明细表", None, "元", (), ())
    chunks = split_chunks(INFO, [], [table], [figure(f"项目{number}" * 10, "金额", "1", number) for number in range(40)])
    assert len(chunks) > 1
    assert all("表：明细表" in chunk.text for chunk in chunks)


def test_an_empty_table_is_still_found() -> None:
    (chunk,) = split_chunks(INFO, [], [Table(0, "政府性基金表", None, "元", (), ())], [])
    assert "（本表没有数据）" in chunk.text
