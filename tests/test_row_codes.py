import pytest

from ingest.labels.row_codes import row_codes


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        (("2130306", "水利工程运行与维护"), ("2130306",)),
        (("213 03 06", "水利工程运行与维护"), ("2130306",)),
        (("213", "03", "06", "水利工程运行与维护"), ("2130306",)),
        (("301 2", "津贴补贴"), ("30102",)),  # a spreadsheet drops the zero
        (("301 01", "基本工资", "501 01", "工资奖金津补贴"), ("30101", "50101")),
        (("510001-粮库", "51000024T000010046683-粮仓修缮"), ("510001", "51000024T000010046683")),
        (("合计",), ()),
    ],
)
def test_pieces_of_a_code_are_one_code(row: tuple[str, ...], codes: tuple[str, ...]) -> None:
    assert row_codes(row) == codes
