from ingest.blocks import Grid, GridCell, Line, TableSource
from ingest.document import Place, Table
from ingest.tables.build_table import build_table
from ingest.tables.group_tables import group_tables
from ingest.tables.name_forms import name_forms
from tests.block_texts import blocks_of

LEVELS = "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t办案数\t≥6件"


def named(text: str, *grids: Grid) -> list[Table]:
    items: tuple[Line | TableSource, ...] = group_tables([*blocks_of(text), *grids])
    sources = [item for item in items if isinstance(item, TableSource)]
    return list(name_forms(items, [build_table(source, index, ()) for index, source in enumerate(sources)]))


def grid(text: str) -> Grid:
    place = Place(page=1)
    return Grid(tuple(tuple(GridCell(cell, place) for cell in line.split("\t")) for line in text.split("\n")), place, has_spans=True)


def test_form_announced_in_a_sentence_is_about_the_project_that_it_names() -> None:
    (table,) = named(f"“办案补贴”项目绩效自评表如下，其余另行公开。\n项目绩效自评表\n{LEVELS}")
    assert table.context == "办案补贴"


def test_form_below_the_table_of_its_heads_is_about_their_project() -> None:
    heads = "项目名称\t主管部门\t实施单位\n队伍建设\t甲县乙局\t甲县中心"
    funds = "项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n年度资金总额\t5\t5\t5\t10\t100%\t10"
    tables = named("项目自评表", grid(heads), grid(funds))
    assert tables[-1].context == "队伍建设"


def test_sentence_that_announces_two_projects_names_neither() -> None:
    (table,) = named(f"“办案补贴”项目自评表如下。“修缮补助”项目自评表如下。\n项目绩效自评表\n{LEVELS}")
    assert table.context is None


def test_forms_of_two_projects_under_one_title_are_about_one_each() -> None:
    form = "项目名称\t{}\n主管部门\t甲县乙局\n年度目标\t完成\n一级指标\t指标值\n产出指标\t≥6件"
    tables = named("项目绩效目标表", grid(form.format("办案补贴")), grid(form.format("装备购置")))
    assert [(table.title, table.context) for table in tables] == [("项目绩效目标表", "办案补贴"), ("项目绩效目标表", "装备购置")]


HEAD = "项目名称\t预算安排数\n办案补贴\t6842.00"


def below(between: str) -> list[Table]:
    items: list[Line | TableSource] = []
    for title, rows in (("项目支出绩效目标公开表", HEAD), ("", LEVELS)):
        items += [Line(line, Place(page=1)) for line in between.split("\n")] if items else []
        items.append(TableSource(title, None, "元" if title else "", (grid(rows),), (), Place(page=1)))
    sources = [item for item in items if isinstance(item, TableSource)]
    return list(name_forms(items, [build_table(source, index, ()) for index, source in enumerate(sources)]))


def test_the_indicators_below_the_heads_of_a_form_are_its_next_part() -> None:
    tables = below("年度绩效目标：及时发放，应发尽发。\n")
    assert [(table.title, table.context) for table in tables][-1] == ("项目支出绩效目标公开表", "办案补贴")


def test_what_stands_under_another_heading_is_no_part_of_the_form() -> None:
    assert [table.title for table in below("三、其他说明\n另见下表。")] == ["项目支出绩效目标公开表", ""]


def test_a_form_tells_its_unit_in_a_cell() -> None:
    form = "项目名称\t办案补贴\n金额单位\t万元\n资金情况\t年初预算数\t全年执行数\n年度资金总额\t190.00\t182.40"
    (table,) = named("项目支出绩效自评表", grid(form))
    assert table.unit == "万元"
