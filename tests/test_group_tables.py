from dataclasses import replace

import pytest

from ingest.blocks import Grid, GridCell, Line, TableSource
from ingest.document import Place
from ingest.tables.group_tables import group_tables
from ingest.tables.join_title_lines import join_title_lines
from tests.block_texts import blocks_of

AMOUNTS = "项目\t金额\n基本支出\t1.00\n合计\t1.00"
REPEATED = "项 目\t金 额\n项目支出\t2.00"


def tables_of(text: str) -> list[TableSource]:
    return [item for item in group_tables(blocks_of(text)) if isinstance(item, TableSource)]


@pytest.mark.parametrize(
    ("caption", "title", "number", "unit"),
    [
        ("支出决算表\n公开03表\n部门：甲市乙局\n金额单位：万元", "支出决算表", "公开03表", "万元"),
        ("支出决算表\n部门：甲市乙局\n2023 年度\n公开 03 表\n金额单位：元", "支出决算表", "公开03表", "元"),
        ("部门名称：甲市乙局\n单位：万元\n预算03表\n2024年部门支出预算表", "2024年部门支出预算表", "预算03表", "万元"),
        ("表3 部门支出总表\n部门：甲市乙局 单位：千元", "部门支出总表", "表3", "千元"),
        ("附表1：收支总表（单位：亿元）", "收支总表", "附表1", "亿元"),
        ("整体绩效目标表\n（2024年度）\n单位：万元", "整体绩效目标表", None, "万元"),
        ("收 支 总 表\n单位：万元", "收支总表", None, "万元"),
        ("预算01-2表\n部门收入预算表\n单位：元", "部门收入预算表", "预算01-2表", "元"),
        ("项目绩效目标申报表\n附件2（2025年度）\n单位：万元", "项目绩效目标申报表", "附件2", "万元"),
        ("预算公开表07\n一般公共预算支出表\n单位：万元", "一般公共预算支出表", "预算公开表07", "万元"),
    ],
)
def test_caption_lines_above_a_grid_are_its_title_number_and_unit(caption: str, title: str, number: str | None, unit: str) -> None:
    items = group_tables(blocks_of(f"一段说明。\n{caption}\n{AMOUNTS}"))
    table = items[-1]
    assert isinstance(table, TableSource)
    assert (table.title, table.number, table.unit) == (title, number, unit)
    assert [item.text for item in items[:-1] if isinstance(item, Line)] == ["一段说明。"]


@pytest.mark.parametrize("head", ["部门名称：甲市乙局\n单位：万元\n预算13表", "预算13表\n单位：万元"])
def test_the_number_above_a_heading_that_stands_for_a_title_is_the_tables(head: str) -> None:
    lines = blocks_of(f"一段说明。\n{head}\n2024年机关运行经费\n{AMOUNTS}")
    items = group_tables([replace(one, is_bold="机关运行" in one.text) if isinstance(one, Line) else one for one in lines])
    table = items[-1]
    assert isinstance(table, TableSource)
    assert (table.title, table.number, table.unit) == ("2024年机关运行经费", "预算13表", "万元")


def test_a_title_need_not_end_in_table() -> None:
    titles = [item.title for item in group_tables(blocks_of(f"单位情况如下：\n机构设置情况\n{AMOUNTS}")) if isinstance(item, TableSource)]
    assert titles == ["机构设置情况"]


def test_caption_rows_inside_a_grid_are_taken_out_of_it() -> None:
    place = Place(page=1)
    caption: list[list[str | None]] = [["收入支出总表", None, None], ["部门：甲市乙局", "", "单位：元"]]
    rows: list[list[str | None]] = [*caption, ["项目", "本年", "上年"], ["基本支出", "1", "2"]]
    grid = Grid(tuple(tuple(GridCell(text, place) if text is not None else None for text in row) for row in rows), place, has_spans=True)
    (table,) = group_tables([grid])
    assert isinstance(table, TableSource)
    assert (table.title, table.unit, len(table.grids[0].rows)) == ("收入支出总表", "元", 2)


@pytest.mark.parametrize(
    ("between", "tables"),
    [
        ("", 1),
        ("单位：万元", 1),
        ("续表", 1),
        ("收入决算表\n单位：万元", 2),
        ("支出决算表\n单位：万元", 1),
        ("支出情况见下文，具体如下。", 2),
    ],
)
def test_grids_continue_a_table_unless_another_title_or_prose_stands_between(between: str, tables: int) -> None:
    assert len(tables_of(f"支出决算表\n单位：万元\n{AMOUNTS}\n\n{between}\n{REPEATED}")) == tables


def test_grid_with_another_header_is_another_table_even_without_a_title() -> None:
    assert len(tables_of(f"支出决算表\n{AMOUNTS}\n\n单位：万元\n单位名称\t科目名称\t合计\n甲市乙局\t行政运行\t3.00")) == 2


def test_same_title_for_another_department_is_another_table() -> None:
    text = "支出表\n部门：甲市乙局\n{0}\n支出表\n部门：甲市丙局\n{0}"
    assert len(tables_of(text.format(AMOUNTS))) == 2


def test_notes_below_a_table_belong_to_it_and_other_lines_do_not() -> None:
    text = f"支出表\n{AMOUNTS}\n注：1. 本表单位为万元。\n2. 合计含尾差。\n本部门没有该项支出，故本表无数据。\n下一章"
    table, line = group_tables(blocks_of(text))
    assert isinstance(table, TableSource)
    assert table.notes == ("注：1. 本表单位为万元。", "2. 合计含尾差。", "本部门没有该项支出，故本表无数据。")
    assert isinstance(line, Line)


def test_title_without_a_grid_stays_a_line() -> None:
    items = group_tables(blocks_of("政府性基金支出表\n本部门没有该项支出，故本表无数据。\n国有资本支出表\n" + AMOUNTS))
    assert [type(item) for item in items] == [Line, Line, TableSource]


def test_table_without_a_unit_takes_the_only_unit_of_the_book() -> None:
    one = tables_of(f"甲表\n单位：元\n{AMOUNTS}\n乙表\n{AMOUNTS}")
    two = tables_of(f"甲表\n单位：元\n{AMOUNTS}\n乙表\n单位：万元\n{AMOUNTS}\n丙表\n{AMOUNTS}")
    assert [table.unit for table in one] == ["元", "元"]
    assert [table.unit for table in two] == ["元", "万元", ""]


def test_place_runs_from_the_caption_to_the_last_row() -> None:
    (table,) = tables_of(f"甲表\n单位：元\n{AMOUNTS}\n\n{REPEATED}")
    assert table.place.lines == (1, 8)


def test_table_that_carries_a_number_on_is_a_table_of_the_same_title() -> None:
    first, second = tables_of(f"公开表15\n项目绩效目标表\n单位：元\n{AMOUNTS}\n公开表15-1\n单位：元\n{AMOUNTS}")
    assert (first.title, first.number) == ("项目绩效目标表", "公开表15")
    assert (second.title, second.number) == ("项目绩效目标表", "公开表15-1")


@pytest.mark.parametrize(
    ("caption", "title"),
    [
        ("表7\n2031年基本支出明细表（按支出功能分类科\n目） 单位：万元", "2031年基本支出明细表(按支出功能分类科目)"),
        ("表7\n2031年一般公共预算支出表（不含上年\n结转）\n单位：万元", "2031年一般公共预算支出表（不含上年结转）"),
    ],
)
def test_a_title_that_is_broken_off_inside_a_bracket_is_read_in_one(caption: str, title: str) -> None:
    table = group_tables(join_title_lines(blocks_of(f"一段说明。\n{caption}\n{AMOUNTS}")))[-1]
    assert isinstance(table, TableSource)
    assert (table.title, table.number, table.unit) == (title, "表7", "万元")


def test_brackets_of_prose_are_left_as_they_are() -> None:
    blocks = tuple(blocks_of("详见附表（共三张，另行\n公布）。"))
    assert join_title_lines(blocks) == blocks


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("2031年一般公共预算基本支出分经济科目\n表", ["2031年一般公共预算基本支出分经济科目表"]),
        ("2031年度部门政府性基金预算支出情况\n表", ["2031年度部门政府性基金预算支出情况表"]),
        ("2031年一般公共预算基本支出情况表\n表", ["2031年一般公共预算基本支出情况表", "表"]),
        ("2031年一般公共预算基本支出，分经济科目\n表", ["2031年一般公共预算基本支出，分经济科目", "表"]),
        ("2031年全县农田水利设施日常管护情况\n表", ["2031年全县农田水利设施日常管护情况", "表"]),
        ("项目支出\n表", ["项目支出", "表"]),
    ],
)
def test_a_long_title_that_is_broken_off_before_its_last_character_is_one_line(lines: str, joined: list[str]) -> None:
    assert [block.text for block in join_title_lines(tuple(blocks_of(lines))) if isinstance(block, Line)] == joined
