import importlib.util
import json
from pathlib import Path

import pytest

from ingest.blocks import Block, Grid, GridCell, Line
from ingest.document import Place
from ingest.parse_document import parse_document
from ingest.raw_text.rebuild_tables import rebuild_tables
from ingest.standard_forms import load_families

SHARED = Path(__file__).parents[2] / "shared"
SUMMARY = """单位：万元部门名称：甲市乙局
预算01表
2024年部门收支预算表
收入 支出
项目 金额 项目 金额
一、一般公共预算 50.00 一、一般公共服务 40.00
其中：财政拨款 50.00 二、外交
二、政府性基金预算拨款收入 三、国防
三、国有资本经营预算拨款收入 五、教育 10.00
四、财政专户管理资金收入
五、事业收入
本 年 收 入 合 计 50.00 本 年 支 出 合 计 50.00
上年结转结余
收 入 总 计 50.00 支 出 总 计 50.00
注：报表金额可能存在尾数误差。
"""
INCOME = """预算02表
2024年部门收入预算表
部门代码 部门名称 总计
本年收入 上年结转结余
合计
一般公共预算
政府
性基
金
国有资本经营预算
财政专户管理资金收入 事业收入 事业单位经营收入 上级补助收入 附属单位上缴收入 其他收入
合计 一般公共预算 政府性基金 国有资本经营预算 财政专户管理资金
小计 其中：财政拨款
合计 50.00 50.00 50.00 50.00
801
甲市乙
局
50.00 50.00 50.00 50.00
801001
甲市乙
局本级
30.00 30.00 30.00 30.00
甲市丙
中心
20.00 20.00 20.00 20.00
注：尾数。
"""
EXPENSE = """预算03表
2024年部门支出预算表
科目编码
单位代
码
单位（科目名称） 总计
基本支出 项目支出
类 款 项 合计
人员经费 公用经费
合计
其他运转
类
特定目
标类小计
工资福利支
出
对个人和家庭的
补助
小计
商品和服务
支出
资本性支
出
合计 50.00 40.00 32.00 30.00 2.00 8.00 8.00 10.00 10.00
801 甲市乙局 50.00 40.00 32.00 30.00 2.00 8.00 8.00 10.00 10.00
201 03 01 行政运行 33.00 33.00 27.00 25.00 2.00 6.00 6.00
201 03 02 一般行政管理事务 10.00 10.00 10.00
205 08 03 培训支出 2.00 2.00 2.00 2.00
221 02 01
住房公积
金
5.00 5.00 5.00 5.00
注：尾数。
"""
PROJECTS = """预算12表
2024年项目支出预算表
类型 项目名称 项目单位 合计
本年拨款 财政拨款结转结余
财政专户管
理资金
单位资金一般公共预
算
政府性基金
预算
国有资本经
营预算
一般公共预算 政府性基金预算 国有资本经营预算
合计 10.00 10.00
801
甲市乙
局
10.00 10.00
其他运转类
窗口运行
经费
甲市乙
局本级
7.00 7.00
其他运转类
设备维护
甲市丙
中心
3.00 3.00
类型 项目名称 项目单位 合计
本年拨款 财政拨款结转结余
财政专户管理资金 单位资金一般公共预算 政府性基金预算 国有资本经营预算 一般公共预算 政府性基金预算 国有资本经营预算
其他运转类
注：尾数。
"""
DETAILS = """预算07表
2024年一般公共预算基本支出明细表
项目单位 类型 项目名称 合计
本年拨款 财政拨款结转结余
财政专户管理资金 单位资金
一般公共预算 政府性基金预算 国有资本经营预算 一般公共预算 政府性基金预算 国有资本经营预算
合计 9.00 9.00
甲市乙
局本级
人员类
基本工
资
4.00 4.00
年终奖 2.00 2.00
公用经费 办公费 1.00 1.00
甲市丙
中心
人员类 基本工资 2.00 2.00
注：尾数。
"""


def lines_of(text: str) -> list[Line]:
    """One line each; blank lines count in their places but are no blocks, as the text reader delivers them."""
    return [Line(line, Place(lines=(number, number))) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def grids_of(text: str) -> list[Grid]:
    return [block for block in rebuild_tables(lines_of(text), load_families()).blocks if isinstance(block, Grid)]


def expand(grid: Grid) -> list[list[GridCell]]:
    """Every place of the grid with the cell that covers it; fails where a place is covered twice or not at all."""
    places: dict[tuple[int, int], GridCell] = {}
    for row, cells in enumerate(grid.rows):
        for column, cell in enumerate(cells):
            for covered in [] if cell is None else [(row + r, column + c) for r in range(cell.row_span) for c in range(cell.column_span)]:
                assert covered not in places
                assert cell is not None
                places[covered] = cell
    return [[places[row, column] for column in range(len(grid.rows[0]))] for row in range(len(grid.rows))]


def texts(grid: Grid) -> list[str]:
    return ["|".join(cell.text for cell in row) for row in expand(grid)]


def uncertain(grid: Grid) -> list[str]:
    return [cell.text for row in grid.rows for cell in row if cell and cell.is_uncertain]


def test_both_sides_of_a_summary_keep_their_rows() -> None:
    (grid,) = grids_of(SUMMARY)
    assert texts(grid)[:5] == [
        "收入|收入|支出|支出",
        "项目|金额|项目|金额",
        "一、一般公共预算|50.00|一、一般公共服务|40.00",
        "其中：财政拨款|50.00|二、外交|",
        "二、政府性基金预算拨款收入||三、国防|",
    ]
    assert texts(grid)[-3:] == ["本年收入合计|50.00|本年支出合计|50.00", "上年结转结余|||", "收入总计|50.00|支出总计|50.00"]


def test_caption_and_note_lines_stay_and_unit_stands_alone() -> None:
    blocks = rebuild_tables(lines_of(SUMMARY), load_families()).blocks
    assert [block.text if isinstance(block, Line) else "grid" for block in blocks] == [
        "部门名称：甲市乙局",
        "单位：万元",
        "预算01表",
        "2024年部门收支预算表",
        "grid",
        "注：报表金额可能存在尾数误差。",
    ]


def test_equal_numbers_go_where_column_totals_need_them() -> None:
    (grid,) = grids_of(EXPENSE)
    assert texts(grid)[3:] == [
        "||||合计|50.00|40.00|32.00|30.00|2.00|8.00|8.00||10.00|10.00|",
        "|||801|甲市乙局|50.00|40.00|32.00|30.00|2.00|8.00|8.00||10.00|10.00|",
        "201|03|01||行政运行|33.00|33.00|27.00|25.00|2.00|6.00|6.00||||",
        "201|03|02||一般行政管理事务|10.00||||||||10.00|10.00|",
        "205|08|03||培训支出|2.00|2.00||||2.00|2.00||||",
        "221|02|01||住房公积金|5.00|5.00|5.00|5.00|||||||",
    ]


def test_header_pieces_become_a_tree_with_spans() -> None:
    (grid,) = grids_of(EXPENSE)
    assert texts(grid)[:3] == [
        "科目编码|科目编码|科目编码|单位代码|单位（科目名称）|总计" + "|基本支出" * 7 + "|项目支出" * 3,
        "类|款|项|单位代码|单位（科目名称）|总计|合计|人员经费|人员经费|人员经费|公用经费|公用经费|公用经费|合计|其他运转类|特定目标类",
        "类|款|项|单位代码|单位（科目名称）|总计|合计|小计|工资福利支出|对个人和家庭的补助|小计|商品和服务支出|资本性支出|合计|其他运转类|特定目标类",
    ]
    assert grid.has_spans


def test_what_no_identity_decides_is_uncertain() -> None:
    (alone,) = grids_of(EXPENSE)
    assert set(uncertain(alone)) == {"8.00", "10.00", "6.00", "2.00"}  # 商品和服务 or 资本性, 其他运转 or 特定目标


def test_another_table_decides_what_the_identities_leave_open() -> None:
    expense = grids_of(EXPENSE + PROJECTS)[0]
    assert "10.00" not in uncertain(expense)
    income = grids_of(SUMMARY + INCOME)[1]
    assert uncertain(income) == []
    assert texts(income)[3:] == [
        "|合计|50.00|50.00|50.00|50.00" + "|" * 13,
        "801|甲市乙局|50.00|50.00|50.00|50.00" + "|" * 13,
        "801001|甲市乙局本级|30.00|30.00|30.00|30.00" + "|" * 13,
        "|甲市丙中心|20.00|20.00|20.00|20.00" + "|" * 13,
    ]


def test_neighbouring_labels_part_at_a_unit_named_elsewhere() -> None:
    grid = grids_of(SUMMARY + INCOME + PROJECTS)[2]
    assert [row.rstrip("|") for row in texts(grid)[2:]] == [
        "合计|||10.00|10.00",
        "801|甲市乙局||10.00|10.00",
        "其他运转类|窗口运行经费|甲市乙局本级|7.00|7.00",
        "其他运转类|设备维护|甲市丙中心|3.00|3.00",
    ]


def test_labels_printed_once_cover_the_rows_below() -> None:
    grid = grids_of(SUMMARY + INCOME + DETAILS)[2]
    assert [row.rstrip("|") for row in texts(grid)[2:]] == [
        "合计|||9.00|9.00",
        "甲市乙局本级|人员类|基本工资|4.00|4.00",
        "甲市乙局本级|人员类|年终奖|2.00|2.00",
        "甲市乙局本级|公用经费|办公费|1.00|1.00",
        "甲市丙中心|人员类|基本工资|2.00|2.00",
    ]


def test_two_wrapped_labels_of_a_row_part_at_the_codes() -> None:
    (grid,) = grids_of(
        "预算06表\n2024年一般公共预算基本支出预算表\n部门预算支出经济分类科目 政府预算支出经济分类科目编码 本年一般公共预算基本支出\n"
        "科目编码 科目名称 科目编码 科目名称 合计 人员经费 公用经费\n合计 12.00 9.00 3.00\n"
        "30108\n机关事业单位基本养\n老保险缴费\n50102\n社会保障\n缴费\n9.00 9.00\n30201 办公费 50201 办公经费 3.00 3.00\n注：尾数。"
    )
    assert texts(grid)[2:] == [
        "|合计|||12.00|9.00|3.00",
        "30108|机关事业单位基本养老保险缴费|50102|社会保障缴费|9.00|9.00|",
        "30201|办公费|50201|办公经费|3.00||3.00",
    ]


def test_prose_tells_the_column_of_a_row_without_labels() -> None:
    table = (
        "公务用车运行维护费 3万元，用于燃料。公务接待\n费 3万元，与上年持平。\n预算09表\n2024年一般公共预算“三公”经费预算表\n"
        "“三公”经费合计 因公出国（境）费\n公务用车购置及运行费\n公务接待费\n小计 公务用车购置费 公务用车运行费\n"
        "6.00 3.00 3.00 3.00\n注：尾数。"
    )
    (grid,) = grids_of(table)
    assert texts(grid)[2:] == ["6.00||3.00||3.00|3.00"]


def test_an_empty_table_keeps_its_header_and_its_blank_total() -> None:
    (grid,) = grids_of(
        "预算13表\n2024年机关（机构）运行经费\n部门预算支出经济分类科目 机关（机构）运行经费支出\n"
        "科目编码 科目名称 合计\n合计\n注：本表无数据。"
    )
    assert texts(grid)[2:] == ["|合计|"]


@pytest.mark.parametrize(
    "text",
    [
        "一、收入情况\n2024年收入合计50.00万元。",
        "预算03表\n2024年部门支出预算表\n科目编码 名称 合计 当地自定栏\n201 行政运行 5.00 5.00",
        "预算13表\n2024年机关（机构）运行经费\n部门预算支出经济分类科目 机关（机构）运行经费支出\n"
        "科目编码 科目名称 合计\n合计 1.00 2.00\n注：无。",
        "预算06表\n2024年一般公共预算基本支出预算表\n部门预算支出经济分类科目 本年一般公共预算基本支出\n"
        "科目编码 科目名称 合计 人员经费 公用经费\n合计 12.00 9.00\n30201 办公费 3.00 3.00",
    ],
    ids=["prose", "header of no form", "more amounts than columns", "total that does not add up"],
)
def test_what_cannot_be_rebuilt_stays_as_it_was(text: str) -> None:
    lines: list[Block] = list(lines_of(text))
    assert rebuild_tables(lines, load_families()).blocks == tuple(lines)


def test_grids_pass_through() -> None:
    place = Place(lines=(3, 3))
    grid = Grid(((GridCell("收入", place), GridCell("支出", place)),), place)
    blocks: list[Block] = [*lines_of("预算01表\n2024年部门收支预算表"), grid]
    assert rebuild_tables(blocks, load_families()).blocks == tuple(blocks)


def test_a_cell_names_the_lines_it_was_printed_on() -> None:
    (grid,) = grids_of(EXPENSE)
    label = next(cell for row in grid.rows for cell in row if cell and cell.text == "住房公积金")
    assert EXPENSE.split("\n")[label.place.lines[0] - 1 : label.place.lines[1]] == ["住房公积", "金"] if label.place.lines else False


def test_line_numbers_anchor_the_rows_of_a_final_account() -> None:
    (grid,) = grids_of(
        "收入支出决算总表\n公开01表\n收入 支出\n项目 行次 金额 项目 行次 金额\n栏次 1 栏次 2\n"
        "一、一般公共预算财政拨款收入 1 8.00 一、一般公共服务支出 4 5.00\n2 二、外交支出 5\n总计 3 8.00 总计 6 8.00\n注：无。"
    )
    assert texts(grid)[2:] == [
        "一、一般公共预算财政拨款收入|1|8.00|一、一般公共服务支出|4|5.00",
        "|2||二、外交支出|5|",
        "总计|3|8.00|总计|6|8.00",
    ]


def test_economic_codes_stand_in_their_blocks() -> None:
    (grid,) = grids_of(
        "一般公共预算财政拨款基本支出决算表\n公开06表\n人员经费 公用经费\n"
        + "科目编码 科目名称 决算数 " * 3
        + "\n301 工资福利支出 8.00 302 商品和服务支出 2.00 310 资本性支出\n30101 基本工资 8.00 30201 办公费\n30303 退职（役）费\n"
        "人员经费合计 8.00 公用经费合计 2.00"
    )
    assert texts(grid)[2:] == [
        "301|工资福利支出|8.00|302|商品和服务支出|2.00|310|资本性支出|",
        "30101|基本工资|8.00|30201|办公费||||",
        "30303|退职（役）费|||||||",
        "|人员经费合计|8.00||||" + "|公用经费合计|2.00",
    ]


def test_pages_that_print_the_caption_again_are_one_table() -> None:
    caption = "单位：万元\n预算13表\n2024年机关（机构）运行经费\n"
    caption += "部门预算支出经济分类科目 机关（机构）运行经费支出\n科目编码 科目名称 合计\n"
    (grid,) = grids_of(caption + "合计 3.00\n30201 办公费 1.00\n" + caption + "30202 印刷费 2.00\n注：尾数。")
    assert texts(grid)[2:] == ["|合计|3.00", "30201|办公费|1.00", "30202|印刷费|2.00"]


FINAL_SUMMARY = "收入支出决算总表\n公开01表\n收入 支出\n项目 决算数 项目 决算数\n"


def test_amounts_under_two_labels_of_one_line_are_shared() -> None:
    labels = "一、一般公共预算财政拨款收入 一、一般公共服务支出"
    (grid,) = grids_of(FINAL_SUMMARY + labels + "\n8.00 5.00\n二、外交支出\n1.00\n总计 总计\n8.00 6.00")
    assert texts(grid)[2:] == ["一、一般公共预算财政拨款收入|8.00|一、一般公共服务支出|5.00", "||二、外交支出|1.00", "总计|8.00|总计|6.00"]


def test_one_amount_under_two_labels_of_one_line_is_nobodys() -> None:
    assert grids_of(FINAL_SUMMARY + "一、一般公共预算财政拨款收入 一、一般公共服务支出\n8.00\n总计 总计\n8.00 8.00") == []


def test_the_end_of_a_left_label_printed_after_the_right_one_goes_back() -> None:
    (grid,) = grids_of(FINAL_SUMMARY + "二、政府性基金预算财政拨款收\n二、外交支出\n入\n三、国防支出 4.00\n总计 4.00 总计 4.00")
    assert texts(grid)[2:4] == ["二、政府性基金预算财政拨款收入||二、外交支出|", "||三、国防支出|4.00"]


def test_a_name_printed_around_its_code_is_one_label() -> None:
    (grid,) = grids_of(
        "收入决算表\n公开02表\n项目 本年收入合计 财政拨款收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入\n"
        "支出功能分类科目编码 科目名称\n类 款 项\n合计\n9.00 8.00 1.00\n"
        "社会保障\n208 和就业支出 9.00 8.00 1.00\n行政单位离退休\n208 05 01 9.00 8.00 1.00"
    )
    assert [row.split("|")[:5] for row in texts(grid)[3:]] == [
        ["", "", "", "合计", "9.00"],
        ["208", "", "", "社会保障和就业支出", "9.00"],
        ["208", "05", "01", "行政单位离退休", "9.00"],
    ]
    assert set(uncertain(grid)) == {"8.00", "1.00"}


GOALS = """预算14表
部门（单位）整体绩效目标表
（2024年度）
部门（单位）名称 甲市乙局
年度履职目标
办好一件
事。
预算情况
部门预算总额（万元） 50.00
1、资金来源：（1）政府预算资金 50.00
（2）财政专户管理资金

一级指标 二级指标 三级指标 指标值 指标值说明

投入管理指标

工作目标管理

目标相关性 相关
1.是否
符合。

任务科学性 科学
反映进展。- 8 -

预算和财务管理

预算执行率 ≥95%
执行数除以预算数。

投入管理指标

工作目标管理
"""
TARGETS = """预算15表
2024年部门预算项目绩效目标表
单位编码 项目单位
项目金额（万元）
绩效目标
成本指标 产出指标 效益指标 满意度指标
（项目编码
）
（项目名称） 资金总额
政府预算
资金
财政专户管理资金
单位资金 三级指标 指标值 三级指标 指标值 三级指标 指标值 三级指标 指标值

801 甲市乙局 7.00 7.00

4108002400
0000000001

1

窗口运行
经费

7.00 7.00

运行总成
本

≤7万
元

办件数
量

≥20件
服务水平的改
善程度

明显
群众满意
度

≥95%

办结及时率 100%

4108002400
0000000001

1
窗口运行经费 7.00 7.00
"""


def test_indicator_levels_printed_again_at_a_page_end_change_nothing() -> None:
    (grid,) = grids_of(GOALS)
    assert texts(grid) == [
        "部门（单位）名称" + "|甲市乙局" * 4,
        "年度履职目标" + "|办好一件事。" * 4,
        "预算情况|部门预算总额（万元）|部门预算总额（万元）|50.00|50.00",
        "预算情况|1、资金来源：|（1）政府预算资金|50.00|50.00",
        "预算情况|1、资金来源：|（2）财政专户管理资金||",
        "一级指标|二级指标|三级指标|指标值|指标值说明",
        "投入管理指标|工作目标管理|目标相关性|相关|1.是否符合。",
        "投入管理指标|工作目标管理|任务科学性|科学|反映进展。",
        "投入管理指标|预算和财务管理|预算执行率|≥95%|执行数除以预算数。",
    ]


def test_indicator_groups_that_interleave_find_their_columns() -> None:
    (grid,) = grids_of(TARGETS)
    assert texts(grid)[3:] == [
        "801|甲市乙局|7.00|7.00||||||||||",
        "410800240000000000011|窗口运行经费|7.00|7.00|||运行总成本|≤7万元|办件数量|≥20件|服务水平的改善程度|明显|群众满意度|≥95%",
        "410800240000000000011|窗口运行经费|7.00|7.00|||||办结及时率|100%||||",
    ]


def raw_documents() -> list[Path]:
    return [path for path in sorted((SHARED / "documents").glob("*.txt")) if "\t" not in path.read_text(encoding="utf-8")]


def test_known_figures_of_real_raw_text_are_found() -> None:
    if not raw_documents():
        pytest.skip("the real documents are not beside the repository")
    spec = importlib.util.spec_from_file_location("known_answer_score", SHARED / "eval" / "score.py")
    assert spec
    assert spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    for path in raw_documents():
        document = parse_document(path)
        figures = [
            {
                "document": path.name,
                "table": document.tables[figure.table].title,
                "table_no": document.tables[figure.table].number,
                "row": figure.row,
                "col": figure.col,
                "value": figure.value,
                "unit": figure.quantity.unit if figure.quantity else "",
            }
            for figure in document.figures
        ]
        known = (SHARED / "eval" / "figures" / f"{path.name[:3]}.jsonl").read_text(encoding="utf-8").splitlines()
        facts = [fact for fact in map(json.loads, known) if not fact.get("uncertain")]
        assert len(score.match_figures(facts, figures)) >= 0.99 * len(facts)
