from ingest.blocks import Grid, GridCell
from ingest.document import Place
from ingest.tables.part_forms import part_forms, project_of

GOALS = "主管部门\t甲县乙局\n年度目标\t{}\n一级指标\t指标值\n产出指标\t≥6件"


def grid(text: str) -> Grid:
    place = Place(1, (0.0, 0.0, 9.0, 9.0))
    return Grid(tuple(tuple(GridCell(cell, place) for cell in line.split("\t")) for line in text.split("\n")), place, has_spans=True)


def test_forms_that_touch_are_cut_where_another_project_is_named() -> None:
    both = f"项目名称\t办案补贴\n{GOALS.format('办案')}\n项目名称\t装备购置\n{GOALS.format('购置')}"
    assert [project_of(part.rows) for part in part_forms(grid(both))] == ["办案补贴", "装备购置"]


def test_form_whose_head_is_printed_again_is_one_form() -> None:
    again = f"项目名称\t办案补贴\n{GOALS.format('办案')}\n项目名称\t办案补贴\n{GOALS.format('办案')}"
    assert len(part_forms(grid(again))) == 1


def test_list_of_projects_is_no_form() -> None:
    assert project_of(grid("项目名称\t金额\n办案补贴\t5.00\n装备购置\t6.00").rows) == ""
    assert project_of(grid("项目名称\t项目单位\t金额\n办案补贴\t甲县乙局\t5.00").rows) == ""


def test_the_project_may_stand_below_the_body_that_has_it() -> None:
    head = "预算单位\t甲县乙局\n项目名称\t{}\n年度目标\t完成\n一级指标\t指标值\n产出指标\t≥6件"
    both = grid(f"{head.format('办案补贴')}\n{head.format('装备购置')}")
    assert [(len(part.rows), project_of(part.rows)) for part in part_forms(both)] == [(5, "办案补贴"), (5, "装备购置")]
