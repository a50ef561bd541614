import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.blocks import Grid, GridCell, TableSource
from ingest.document import Figure, Place, Table
from ingest.figures.extract_figures import extract_figures
from ingest.tables.build_table import build_table
from ingest.tables.group_tables import group_tables
from tests.block_texts import blocks_of

SHARED = Path(__file__).parents[2] / "shared"
Expected = tuple[tuple[str, ...], tuple[str, ...], str, str | None]


def tables_of(text: str) -> list[Table]:
    """The tables of a tab-separated text; a blank line ends a grid."""
    sources = [item for item in group_tables(blocks_of(text)) if isinstance(item, TableSource)]
    return [build_table(source, index, ()) for index, source in enumerate(sources)]


def figures_of(text: str) -> list[Figure]:
    return [figure for table in tables_of(text) for figure in extract_figures(table)]


def plain(figures: list[Figure]) -> list[Expected]:
    return [(figure.row, figure.col, figure.value, figure.quantity.unit if figure.quantity else None) for figure in figures]


TWO_SIDES = "收支表\n单位：元\n收入\t\t支出\t\n项目\t金额\t项目\t金额\n一、拨款\t5\t一、公共服务\t3\n总计\t5\t总计\t3"
THREE_SIDES = (
    "基本支出表\n单位：万元\n人员经费\t\t公用经费\t\t\t\n编码\t决算数\t编码\t决算数\t编码\t决算数\n301\t1.00\t302\t2.00\t310\t\n"
    "人员经费合计\t1.00\t公用经费合计\t\t\t2.00"
)
COUNTER = "支出表\n单位：万元\n项目\t\t本年支出\t\n编码\t名称\t小计\t基本支出\n\t栏次\t1\t2\n\t合计\t2.00\t-\n201\t公共服务\t2.00\t0.00"
CODES = (
    "支出表\n单位：万元\n科目编码\t\t\t单位代码\t科目名称\t合计\n类\t款\t项\t\t\t\n"
    "\t\t\t\t合计\t9\n\t\t\t101\t甲市乙局\t9\n201\t03\t01\t\t行政运行\t9"
)
NO_LABELS = "三公经费表\n单位：万元\n预算数\t\t决算数\t\n合计\t接待费\t合计\t接待费\n1\t2\t3\t4\n5.00\t1.00\t4.00\t0"
REPEATED_LABELS = "收支表\n单位：元\n项目\t金额\n一、本年收入\t9\n（一）拨款\t9\n二、上年结转\t\n（一）拨款\t1"
TWO_UNITS = (
    "支出表\n单位：元\n编码\t名称\t合计\n101\t甲市乙局\t6\n2010101\t行政运行\t6\n102\t甲市检查中心\t4\n2010101\t行政运行\t4"
)
PURCHASES = "采购表\n单位：万元\n单位名称\t采购项目\t规格\t计量单位\t采购数量\t金额\n甲市乙局\t纸\t\t箱\t20\t4.2"
CHANGE = "对比表\n单位：万元\n项目\t上年预算数\t增减%\n培训\t2.00\t16.7"
TARGETS = (
    "项目绩效目标表\n项目编码\t项目名称\t项目金额（万元）\t产出指标\t\t满意度指标\t\n\t\t资金总额\t三级指标\t指标值\t三级指标\t指标值\n"
    "4101\t检查经费\t9.00\t检查次数\t≥10次\t群众满意度\t≥95%\n\t\t\t合格率\t100%\t\t"
)
FORM = (
    "项目自评表\n项目名称\t检查经费\n主管部门\t甲市乙局\t实施单位\t甲市检查中心\n"
    "项目资金（万元）\t\t全年预算数\t执行率 %\t得分\n\t年度资金总额\t5\t100\t10\n"
    "年度总体目标\t预期目标\t实际完成情况\n\t完成检查。\t已完成。\n"
    "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t分值\t得分\n\t产出指标\t数量指标\t检查次数\t≥10次\t50\t50\n"
    "效益指标\t社会效益指标\t安全感\t提升\t40\t30\t\n总分\t\t\t\t\t100\t90"
)
BUDGET_FORM = (
    "整体目标表\n年度履职目标\t做好检查\n年度主要任务\t任务名称\t主要内容\n\t任务一\t检查\n"
    "预算情况\t部门预算总额（万元）\t\t7.00\n\t1、资金结构：\t（1）基本支出\t4.00\n（2）项目支出\t\t3.00\t"
)

CASES: list[tuple[str, list[Expected]]] = [
    (
        TWO_SIDES,
        [
            (("一、拨款",), ("收入", "金额"), "5", "元"),
            (("一、公共服务",), ("支出", "金额"), "3", "元"),
            (("总计",), ("收入", "金额"), "5", "元"),
            (("总计",), ("支出", "金额"), "3", "元"),
        ],
    ),
    (
        THREE_SIDES,
        [
            (("301",), ("人员经费", "决算数"), "1.00", "万元"),
            (("302",), ("公用经费", "决算数"), "2.00", "万元"),
            (("人员经费合计",), ("人员经费", "决算数"), "1.00", "万元"),
            (("公用经费合计",), ("公用经费", "决算数"), "2.00", "万元"),
        ],
    ),
    (
        COUNTER,
        [
            (("合计",), ("本年支出", "小计"), "2.00", "万元"),
            (("合计",), ("本年支出", "基本支出"), "-", None),
            (("201", "公共服务"), ("本年支出", "小计"), "2.00", "万元"),
            (("201", "公共服务"), ("本年支出", "基本支出"), "0.00", "万元"),
        ],
    ),
    (
        CODES,
        [
            (("合计",), ("合计",), "9", "万元"),
            (("101", "甲市乙局"), ("合计",), "9", "万元"),
            (("201 03 01", "行政运行"), ("合计",), "9", "万元"),
        ],
    ),
    (
        NO_LABELS,
        [
            ((), ("预算数", "合计"), "5.00", "万元"),
            ((), ("预算数", "接待费"), "1.00", "万元"),
            ((), ("决算数", "合计"), "4.00", "万元"),
            ((), ("决算数", "接待费"), "0", "万元"),
        ],
    ),
    (
        REPEATED_LABELS,
        [
            (("一、本年收入",), ("金额",), "9", "元"),
            (("一、本年收入", "（一）拨款"), ("金额",), "9", "元"),
            (("二、上年结转", "（一）拨款"), ("金额",), "1", "元"),
        ],
    ),
    (
        TWO_UNITS,
        [
            (("101", "甲市乙局"), ("合计",), "6", "元"),
            (("101", "甲市乙局", "2010101", "行政运行"), ("合计",), "6", "元"),
            (("102", "甲市检查中心"), ("合计",), "4", "元"),
            (("102", "甲市检查中心", "2010101", "行政运行"), ("合计",), "4", "元"),
        ],
    ),
    (
        PURCHASES,
        [
            (("甲市乙局", "纸"), ("计量单位",), "箱", None),
            (("甲市乙局", "纸"), ("采购数量",), "20", "箱"),
            (("甲市乙局", "纸"), ("金额",), "4.2", "万元"),
        ],
    ),
    (CHANGE, [(("培训",), ("上年预算数",), "2.00", "万元"), (("培训",), ("增减%",), "16.7", "%")]),
    (
        TARGETS,
        [
            (("4101", "检查经费"), ("项目金额（万元）", "资金总额"), "9.00", "万元"),
            (("4101", "检查经费", "产出指标", "检查次数"), ("指标值",), "≥10次", None),
            (("4101", "检查经费", "满意度指标", "群众满意度"), ("指标值",), "≥95%", None),
            (("4101", "检查经费", "产出指标", "合格率"), ("指标值",), "100%", "%"),
        ],
    ),
    (
        FORM,
        [
            (("项目名称",), (), "检查经费", None),
            (("主管部门",), (), "甲市乙局", None),
            (("实施单位",), (), "甲市检查中心", None),
            (("项目资金（万元）", "年度资金总额"), ("全年预算数",), "5", "万元"),
            (("项目资金（万元）", "年度资金总额"), ("执行率%",), "100", "%"),
            (("项目资金（万元）", "年度资金总额"), ("得分",), "10", ""),
            (("年度总体目标",), ("预期目标",), "完成检查。", None),
            (("年度总体目标",), ("实际完成情况",), "已完成。", None),
            (("产出指标", "数量指标", "检查次数"), ("年度指标值",), "≥10次", None),
            (("产出指标", "数量指标", "检查次数"), ("分值",), "50", ""),
            (("产出指标", "数量指标", "检查次数"), ("得分",), "50", ""),
            (("效益指标", "社会效益指标", "安全感"), ("年度指标值",), "提升", None),
            (("效益指标", "社会效益指标", "安全感"), ("分值",), "40", ""),
            (("效益指标", "社会效益指标", "安全感"), ("得分",), "30", ""),
            (("总分",), ("分值",), "100", ""),
            (("总分",), ("得分",), "90", ""),
        ],
    ),
    (
        BUDGET_FORM,
        [
            (("年度履职目标",), (), "做好检查", None),
            (("年度主要任务", "任务一"), ("主要内容",), "检查", None),
            (("预算情况", "部门预算总额（万元）"), (), "7.00", "万元"),
            (("预算情况", "1、资金结构：", "（1）基本支出"), (), "4.00", "万元"),
            (("预算情况", "1、资金结构：", "（2）项目支出"), (), "3.00", "万元"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text.split("\n")[0] for text, _ in CASES])
def test_every_data_cell_is_a_figure_with_its_labels_header_path_and_unit(text: str, expected: list[Expected]) -> None:
    assert plain(figures_of(text)) == expected


def test_figure_knows_its_line_and_its_cell() -> None:
    figure = figures_of("收支表\n单位：元\n项目\t金额\n拨款\t5")[0]
    assert (figure.place.lines, figure.cell) == ((4, 4), (1, 1))


def test_uncertain_cell_gives_an_uncertain_figure() -> None:
    place = Place(lines=(1, 1))
    rows = ((GridCell("项目", place), GridCell("金额", place)), (GridCell("拨款", place), GridCell("5", place, is_uncertain=True)))
    grid = Grid(rows, place, has_spans=True)
    table = build_table(TableSource("收支表", None, "元", (grid,), (), place), 0, ())
    assert [figure.uncertain for figure in extract_figures(table)] == [True]


def test_merged_cells_name_their_columns_and_rows() -> None:
    place = Place(page=1)
    grid = Grid(
        (
            (GridCell("类型", place, 2), GridCell("名称", place, 2), GridCell("本年支出", place, 1, 2), None),
            (None, None, GridCell("小计", place), GridCell("基本支出", place)),
            (GridCell("运转类", place, 2), GridCell("水费", place), GridCell("2", place), GridCell("1", place)),
            (None, GridCell("电费", place), GridCell("4", place), GridCell("", place)),
        ),
        place,
        has_spans=True,
    )
    figures = extract_figures(build_table(TableSource("支出表", None, "万元", (grid,), (), place), 0, ()))
    assert [(figure.row, figure.col, figure.value) for figure in figures] == [
        (("运转类", "水费"), ("本年支出", "小计"), "2"),
        (("运转类", "水费"), ("本年支出", "基本支出"), "1"),
        (("运转类", "电费"), ("本年支出", "小计"), "4"),
    ]


def test_grid_without_a_header_gives_no_figure_it_cannot_name() -> None:
    assert plain(figures_of("支出表\n单位：万元\n一、拨款\t5.00\t3.00")) == [(("一、拨款",), (), "5.00", "万元")]


def test_code_headers_on_the_row_of_the_total_are_no_labels() -> None:
    figures = figures_of("支出表\n单位：万元\n科目编码\t\t名称\t合计\n类\t款\t合计\t9\n201\t03\t行政运行\t9")
    assert [figure.row for figure in figures] == [("合计",), ("201 03", "行政运行")]


@pytest.mark.skipif(not (SHARED / "eval" / "score.py").is_file(), reason="the real documents are not here")
def test_known_figures_of_the_real_documents_are_found(tmp_path: Path) -> None:
    known, given = tmp_path / "known.jsonl", tmp_path / "given.jsonl"
    texts = [path for path in sorted((SHARED / "documents").glob("*.txt")) if "\t" in path.read_text(encoding="utf-8")]
    facts = [SHARED / "eval" / "figures" / f"{path.name[:3]}.jsonl" for path in texts]
    known.write_text("".join(path.read_text(encoding="utf-8") for path in facts), encoding="utf-8")
    given.write_text("\n".join(line for path in texts for line in _given(path)), encoding="utf-8")
    command = [sys.executable, str(SHARED / "eval" / "score.py"), "figures", str(known), str(given), "--json"]
    score = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert score["recall"] >= 0.995
    assert score["precision"] >= 0.995


def _given(path: Path) -> list[str]:
    text = re.sub(r"</?b>|\*\*", "", path.read_text(encoding="utf-8"))
    return [
        json.dumps(
            {
                "document": path.name,
                "table": table.title,
                "table_no": table.number,
                "row": figure.row,
                "col": figure.col,
                "value": figure.value,
                "unit": figure.quantity.unit if figure.quantity else "",
            },
            ensure_ascii=False,
        )
        for table in tables_of(text)
        for figure in extract_figures(table)
    ]


def test_indicators_name_what_stands_right_of_them() -> None:
    text = (
        "职责目标表\n单位：万元\n职责活动\t年度预算数\t内容描述\t绩效指标\t评价标准\t\n\t\t\t\t优\t良\n"
        "1.巡查服务\t5.00\t聘请专家\t巡查次数\t≥12次\t≥10次"
    )
    assert [(figure.row, figure.col, figure.value) for figure in figures_of(text)] == [
        (("1.巡查服务",), ("年度预算数",), "5.00"),
        (("1.巡查服务",), ("内容描述",), "聘请专家"),
        (("1.巡查服务", "巡查次数"), ("评价标准", "优"), "≥12次"),
        (("1.巡查服务", "巡查次数"), ("评价标准", "良"), "≥10次"),
    ]


def test_names_between_labels_are_labels_too() -> None:
    (table,) = tables_of("资产表\n单位：元\n单位名称\t资产类别\t资产名称\t计量单位\t数量\t金额\n甲市乙局\t设备\t电脑\t台\t6\t100.00")
    assert [(figure.row, figure.col, figure.value) for figure in extract_figures(table)][1:] == [
        (("甲市乙局", "设备", "电脑"), ("数量",), "6"), (("甲市乙局", "设备", "电脑"), ("金额",), "100.00"),
    ]  # fmt: skip


def test_funds_of_a_form_stand_under_their_headers() -> None:
    rows = (
        "专项资金（万元）\t年初预算数\t全年（调整）预算数\t全年执行数\t执行率（％）\t执行率权重\t执行率得分\n"
        "年度总金额\t8.00\t9.00\t9.00\t100.00\t10\t10.0"
    )
    levels = "一级指标\t二级指标\t三级指标\t年度指标值\t指标权重\t指标得分\t\n产出指标\t数量指标\t办案数\t≥6件\t20\t20\t"
    (table,) = tables_of(f"项目自评表\n单位：万元\n{rows}\n{levels}")
    told = {(figure.row, figure.col): figure.value for figure in extract_figures(table)}
    assert told[("年度总金额",), ("全年（调整）预算数",)] == "9.00"
    assert told[("年度总金额",), ("执行率得分",)] == "10.0"


CODES_ALONE = (
    "采购表\n单位：元\n科目编码\t采购项目\t数量\t部门经济科目编码\t\t政府经济科目编码\t\t采购时间\t预算金额\n\t\t\t类\t款\t类\t款\t\t\n"
    "2130234\t监控租赁\t42\t302\t27\t502\t05\t3月\t504,000.00\n2130205\t边沟工程\t7\t310\t05\t506\t01\t5月\t762,800.00"
)


def test_codes_without_a_name_after_them_neither_name_an_amount_nor_are_one() -> None:
    told = {(figure.row, figure.col[-1], figure.value) for figure in figures_of(CODES_ALONE)}
    assert (("2130234", "监控租赁"), "预算金额", "504,000.00") in told
    assert not [one for one in told if one[1] in "类款"]


def spanned(*rows: str) -> list[Figure]:
    """The figures of a form whose merged cells are known: a number after a text says how many rows or columns it covers (甲@2x3)."""
    grid = []
    for row in rows:
        cells: list[GridCell | None] = []
        for text in row.split("|"):
            printed, _, size = text.partition("@")
            down, across = map(int, size.split("x")) if size else (1, 1)
            cells += [GridCell(printed, Place(), down, across) if printed != "-" else None, *[None] * (across - 1)]
        grid.append(tuple(cells))
    source = TableSource("绩效目标表", "", "", (Grid(tuple(grid), Place(), has_spans=True),), (), Place())
    return list(extract_figures(build_table(source, 0, ())))


def test_names_above_as_many_amounts_are_their_columns() -> None:
    figures = spanned(
        "项目名称|负压病房改造@1x4", "项目资金（万元）|年度资金总额|其中：财政拨款|单位资金|上年结转", "金额|600.35|420.00|180.35|0.00",
        "年度绩效目标|改造病房。@1x4", "一级指标|二级指标|三级指标|指标值|备注", "产出指标|数量指标|改造病房数|≥24间|",
    )  # fmt: skip
    told = {(figure.row[-1], figure.col, figure.value) for figure in figures}
    assert {("金额", ("年度资金总额",), "600.35"), ("金额", ("其中：财政拨款",), "420.00"), ("金额", ("单位资金",), "180.35")} <= told
    assert ("年度绩效目标", (), "改造病房。") in told


def test_a_label_that_is_printed_again_below_its_header_is_no_new_section() -> None:
    figures = spanned(
        "部门名称|甲县林业局@1x4", "年度主要任务@2x1|任务名称@2x1|主要内容@2x1|预算金额（万元）@1x2", "-|-|-|总额|财政拨款",
        "年度主要任务@2x1|森林防火|航护、监控|168.50|168.50", "-|资源保护|古树复壮|384.80|384.80", "年度总体目标|完成营造林。@1x4",
    )  # fmt: skip
    told = {(figure.row[-1], figure.col, figure.value) for figure in figures}
    assert ("森林防火", ("预算金额（万元）", "总额"), "168.50") in told
    assert ("资源保护", ("预算金额（万元）", "财政拨款"), "384.80") in told


@pytest.mark.parametrize(
    ("header", "rows", "told"),
    [
        (
            "一级目标|二级目标|三级指标名称|指标目标值",
            ("产出指标@2x1|数量@2x1|走访渔户数|=420户", "-|-|发放渔具数|≥60套"),
            {(("产出指标", "数量", "走访渔户数"), "=420户"), (("产出指标", "数量", "发放渔具数"), "≥60套")},
        ),
        (
            "绩效指标@3x1|一级/二级指标|三级指标|绩效指标描述|指标值",
            ("-|产出指标—数量指标@2x1|建档数|渔户建档|≥92户", "-|-|回访数|每季回访|≥4次"),
            {(("产出指标—数量指标", "建档数"), "≥92户"), (("产出指标—数量指标", "回访数"), "≥4次")},
        ),
    ],
)
def test_levels_of_goals_and_levels_written_together_head_the_rows_below(
    header: str, rows: tuple[str, ...], told: set[tuple[tuple[str, ...], str]]
) -> None:
    figures = spanned("项目名称|渔户调查|项目类别|经常性项目", "年度绩效目标|完成调查。@1x3", header, *rows)
    assert {(figure.row, figure.value) for figure in figures if figure.col and figure.col[-1].endswith("值")} == told
