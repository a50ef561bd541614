import pytest

from ingest.blocks import Grid, Line
from ingest.document import Place
from ingest.outline.drop_debris import drop_debris
from tests.block_texts import blocks_of


def lines(*texts: str, page: int | None = None) -> list[Line]:
    return [Line(text, Place(page=page, lines=None if page else (number, number))) for number, text in enumerate(texts, 1)]


def printed(blocks: list[Line]) -> list[str]:
    return [block.text for block in drop_debris(blocks) if isinstance(block, Line)]


@pytest.mark.parametrize("number", ["- 2 -", "—3—", "-33-", "第 3 页 共 20 页", "第3页/共20页", "\f"])
def test_page_numbers_are_dropped(number: str) -> None:
    assert printed(lines("前文", number, "后文")) == ["前文", "后文"]


@pytest.mark.parametrize(
    ("text", "left"),
    [("调整除外）。- 33 -", "调整除外）。"), ("\f一、概况", "一、概况"), ("增长-3-5%", "增长-3-5%"), ("301", "301")],
)
def test_only_debris_is_cut_from_a_line(text: str, left: str) -> None:
    assert printed(lines(text)) == [left]


def test_contents_end_where_the_first_part_is_printed_again() -> None:
    contents = ["目 录", "第一部分 甲局部门概况", "一、部门职责", "第二部分 预算表", "附件：", "第一部分", "甲局概况", "一、部门职责"]
    assert printed(lines("封面", *contents)) == ["封面", "第一部分", "甲局概况", "一、部门职责"]


def test_contents_with_leaders_end_with_the_last_leader() -> None:
    contents = ["目录", "一、主要职能……………3", "二、名词解释 ........ 5"]
    assert printed(lines(*contents, "甲局主要职能", "甲局负责…。")) == ["甲局主要职能", "甲局负责…。"]


def test_contents_without_parts_end_where_an_entry_is_repeated() -> None:
    contents = ["目录", "一、部门概况", "二、收支说明"]
    assert printed(lines(*contents, "一、部门概况", "甲局是政府部门。")) == ["一、部门概况", "甲局是政府部门。"]


def test_running_heads_and_bare_numbers_go_only_from_the_edges_of_pages() -> None:
    pages = [lines("甲局2024年部门预算公开", f"第{page}段文字。", "单位：万元", str(page), page=page) for page in (1, 2, 3)]
    blocks = [line for page in pages for line in page]
    assert printed(blocks) == ["第1段文字。", "单位：万元", "第2段文字。", "单位：万元", "第3段文字。", "单位：万元"]


def test_contents_with_tabs_are_no_table() -> None:
    text = "甲市乙局2024年部门预算\n目 录\n一、部门概况\t1\n二、收支总表\t3\n三、支出总表\t12\n第一部分 部门概况\n甲市乙局负责某项工作。"
    kept = drop_debris(blocks_of(text))
    assert not [block for block in kept if isinstance(block, Grid)]
