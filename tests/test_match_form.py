import pytest

from ingest.blocks import Line
from ingest.document import Place
from ingest.raw_text.match_form import match_form
from ingest.raw_text.raw_table import leaf_columns
from ingest.standard_forms import Form, read_header

FORM = Form(
    "试",
    "预算99表",
    ("试表",),
    "rows",
    read_header("科目编码 @economy\n合计|总计\n基本支出\n  小计 ?\n  人员经费\n  公用经费（日常）|公用经费\n单位资金 ?\n"),
    (),
    {},
)
PATHS = ["科目编码", "合计", "基本支出/人员经费", "基本支出/公用经费"]


def match(text: str) -> tuple[list[str], int] | None:
    found = match_form(FORM, [Line(line, Place(lines=(number, number))) for number, line in enumerate(text.split("\n"), 1)])
    return (["/".join(column.path) for column in leaf_columns(found[0])], found[1]) if found else None


@pytest.mark.parametrize(
    ("text", "paths", "lines"),
    [
        ("科目编码 合计 基本支出\n人员经费 公用经费\n30101 1.00 1.00", PATHS, 2),
        ("科目编\n码\n合计\n基本支\n出公用经\n费\n人员经\n费\n合计 1.00", PATHS, 8),
        ("科目编码 总计 基本支出\n人员经费 公用经费", [PATHS[0], "总计", *PATHS[2:]], 2),
        ("科目编码 合计 基本支出\n小计 人员经费 公用经费(日常)", [*PATHS[:2], "基本支出/小计", PATHS[2], "基本支出/公用经费（日常）"], 2),
        ("科目编码 合计 基本支出 单位资\n人员经费 公用经费金", [*PATHS, "单位资金"], 2),
    ],
    ids=["plain", "broken and glued", "another name", "optional column and half-width brackets", "pieces out of order"],
)
def test_a_header_is_known_by_its_characters(text: str, paths: list[str], lines: int) -> None:
    assert match(text) == (paths, lines)


@pytest.mark.parametrize(
    "text",
    ["", "科目编码 合计\n30101 1.00", "科目编码 合计 基本支出\n人员经费 公用经费 其他经费"],
    ids=["nothing", "too short", "another column"],
)
def test_another_header_is_no_match(text: str) -> None:
    assert match(text) is None
