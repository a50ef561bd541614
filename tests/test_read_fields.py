from ingest.document import Cell
from ingest.figures.read_fields import read_fields


def fields(*texts: str) -> list[tuple[tuple[str, ...], str]]:
    cells = [Cell(text, 0, column) for column, text in enumerate(texts)]
    return [(labels, cell.text) for labels, cell in read_fields(0, cells)]


def test_an_amount_behind_its_name_in_one_cell_is_a_field_of_that_name() -> None:
    assert fields("项目资金（万元）", "年度资金总额：46.50", "其中：财政拨款：0.00", "其他资金：46.50") == [
        (("项目资金（万元）", "年度资金总额"), "46.50"),
        (("项目资金（万元）", "其中：财政拨款"), "0.00"),
        (("项目资金（万元）", "其他资金"), "46.50"),
    ]


def test_names_and_amounts_in_cells_of_their_own_are_fields_as_before() -> None:
    assert fields("项目名称", "粮仓修缮", "预算金额", "12.00") == [(("项目名称",), "粮仓修缮"), (("预算金额",), "12.00")]
