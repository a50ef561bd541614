from ingest.blocks import Grid, GridCell, TableSource
from ingest.document import Place, Table
from ingest.tables.build_table import build_table


def table_of(*parts: str, title: str = "表") -> Table:
    """A table of tab-separated page parts."""
    grids, line = [], 0
    for part in parts:
        rows = []
        for text in part.split("\n"):
            line += 1
            rows.append(tuple(GridCell(cell, Place(lines=(line, line))) for cell in text.split("\t")))
        grids.append(Grid(tuple(rows), Place(lines=(line - len(rows) + 1, line))))
        line += 1
    return build_table(TableSource(title, None, "万元", tuple(grids), (), grids[0].place), 0, ())


def span_of(table: Table, text: str, row: int | None = None) -> tuple[int, int, int, int]:
    cell = next(cell for cell in table.cells if cell.text == text and row in (None, cell.row))
    return cell.row, cell.column, cell.row_span, cell.column_span


def test_header_cells_cover_the_blank_places_of_their_groups() -> None:
    table = table_of("项目\t\t本年支出\t\t年末结余\n编码\t名称\t小计\t基本支出\t\n201\t公共服务\t3.00\t2.00\t1.00")
    assert span_of(table, "项目") == (0, 0, 1, 2)
    assert span_of(table, "本年支出") == (0, 2, 1, 2)
    assert span_of(table, "年末结余") == (0, 4, 2, 1)
    assert {cell.text for cell in table.cells if cell.is_header} == {"项目", "本年支出", "年末结余", "编码", "名称", "小计", "基本支出"}


def test_group_printed_one_column_too_far_left_moves_to_its_first_child() -> None:
    header = "名称\t基本支出\t\t\t项目支出\t\t\n\t小计\t人员经费\t公用经费\t\t小计\t其他\n\t\t工资\t商品\t资本性支出\t\t"
    table = table_of(f"{header}\n合计\t6.00\t1.00\t2.00\t3.00\t4.00\t4.00")
    assert span_of(table, "项目支出") == (0, 5, 1, 2)
    assert span_of(table, "公用经费") == (1, 3, 1, 2)


def test_repeated_header_after_a_page_break_is_dropped_even_with_other_spaces_and_one_column_more() -> None:
    table = table_of("科目名称\t政府性基金\n办公费\t1.00", "科目 名称\t政府 性基金\t\n印刷费\t2.00\t0")
    assert [cell.text for cell in table.cells if cell.is_header] == ["科目名称", "政府性基金"]
    assert span_of(table, "印刷费")[0] == 2
    assert len(table.parts) == 2


def test_columns_of_text_under_the_header_of_amounts_move_to_their_own_header() -> None:
    header = "编码\t项目名称\t金额\t\t产出指标\t\t满意度指标\t\n\t\t总额\t其他资金\t三级指标\t指标值\t三级指标\t指标值"
    table = table_of(f"{header}\n101\t检查\t9.00\t检查次数\t≥10次\t\t群众满意度\t≥95%\n\t\t\t培训次数\t≥2次\t\t\t")
    assert span_of(table, "检查次数")[1] == 4
    assert span_of(table, "≥10次")[1] == 5
    assert span_of(table, "群众满意度")[1] == 6


def test_row_of_a_form_that_lost_a_column_is_put_back_under_its_header() -> None:
    header = "一级指标\t二级指标\t三级指标\t指标值\t说明\n产出指标\t数量\t检查次数\t10次\t"
    table = table_of(f"{header}\n\t培训次数\t2次\t按计划开展培训并按时完成\t\n培训完成率\t100%\t\t\t")
    assert [span_of(table, text)[1] for text in ("培训次数", "2次", "培训完成率", "100%")] == [2, 3, 2, 3]
    assert span_of(table, "产出指标") == (1, 0, 3, 1)


def test_sentence_cut_by_a_page_break_is_joined() -> None:
    form = "年度主要任务\t任务名称\t主要内容\n\t任务一。\t加强窗口人员管理考核，指导窗口严格按照\n"
    table = table_of(f"部门名称\t甲市乙局\t\n{form}".rstrip("\n"), "\t\t程序开展业务工作。")
    assert any(cell.text == "加强窗口人员管理考核，指导窗口严格按照程序开展业务工作。" for cell in table.cells)


def test_context_of_a_form_is_its_project() -> None:
    assert table_of("项目名称\t检查经费\n主管部门\t甲市乙局\n年度目标\t预期目标\t实际完成情况\n\t检查\t已检查").context == "检查经费"


def test_last_page_with_fewer_columns_is_placed_by_its_boxes() -> None:
    def row(*cells: tuple[str, float, float]) -> tuple[GridCell, ...]:
        return tuple(GridCell(text, Place(page=1, bbox=(left, 0, right, 9))) for text, left, right in cells)

    header = row(("类", 0, 10), ("名称", 10, 50), ("合计", 50, 80), ("基本支出", 80, 99))
    body = row(("201", 0, 10), ("公共服务", 10, 50), ("3", 50, 80), ("2", 80, 99))
    first = Grid((header, body), Place(page=1), has_spans=True)
    last = Grid((row(("合计", 0, 50), ("3", 50, 80), ("2", 80, 99)),), Place(page=2), has_spans=True)
    table = build_table(TableSource("表", None, "元", (first, last), (), Place(page=1)), 0, ())
    assert [(cell.column, cell.column_span) for cell in table.cells if cell.row == 2] == [(0, 2), (2, 1), (3, 1)]
