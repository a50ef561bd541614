"""Pages of government sites: the document comes out, the site around it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.blocks import Grid, Line
from ingest.formats.read_html import read_html
from ingest.parse_document import parse_document

MENU = "".join(f'<a href="/{number}">栏目{number}</a>' for number in range(5))
PAGE = f"""<html><head><meta charset="gb2312"><title>公开</title><style>p {{}}</style></head><body>
<div id="top">{MENU}</div><div class="breadcrumb">首页 &gt; 公开</div>
<table><tr><td><h1>溪谷县渡口管理局2031年部门预算</h1><p>发布日期：2031-02-08　来源：渡口管理局</p>
<p>　　管理全县<b>渡口</b>。<br>登记渡船。</p><p style="display:none">草稿</p>
<div><span>部门：溪谷县渡口管理局</span><span>单位：万元</span></div>
<table border="1"><caption>部门收支总表</caption>
<tr><th rowspan="2">项目</th><th colspan="2">支出</th></tr><tr><td>基本支出</td><td>项目支出</td></tr>
<tr><td>渡口</td><td>1.00</td><td><p>2.00</p></td></tr></table>
<p>附件：<a href="a.pdf">预算.pdf</a></p></td></tr></table>
<div>【打印】【关闭】</div><script>var a = "1.00"</script><div>版权所有：溪谷县</div></body></html>"""


def read(folder: Path, text: str, encoding: str = "gb18030") -> list[Line | Grid]:
    path = folder / "a.html"
    path.write_bytes(text.encode(encoding))
    return [block for block in read_html(path).blocks if isinstance(block, Grid) or block.text]


def test_the_document_is_read_without_the_site(tmp_path: Path) -> None:
    found = read(tmp_path, PAGE)
    assert [block.text for block in found if isinstance(block, Line)] == [
        "溪谷县渡口管理局2031年部门预算", "管理全县渡口。", "登记渡船。", "部门：溪谷县渡口管理局", "单位：万元", "部门收支总表",
        "附件：预算.pdf",
    ]  # fmt: skip
    (grid,) = [block for block in found if isinstance(block, Grid)]
    assert [[(cell.text, cell.row_span, cell.column_span) if cell else None for cell in row] for row in grid.rows] == [
        [("项目", 2, 1), ("支出", 1, 2), None],
        [None, ("基本支出", 1, 1), ("项目支出", 1, 1)],
        [("渡口", 1, 1), ("1.00", 1, 1), ("2.00", 1, 1)],
    ]


def test_a_page_becomes_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE.encode("gb18030"))
    document = parse_document(tmp_path / "a.html")
    assert (document.info.organization, document.info.year, document.info.kind) == ("溪谷县渡口管理局", 2031, "预算")
    assert [(figure.row, figure.col, figure.value) for figure in document.figures] == [
        (("渡口",), ("支出", "基本支出"), "1.00"),
        (("渡口",), ("支出", "项目支出"), "2.00"),
    ]


@pytest.mark.parametrize(("declared", "encoding"), [("gb2312", "gb18030"), ("utf-8", "utf-8"), ("utf-8", "gb18030"), ("gb2312", "utf-8")])
def test_a_page_is_read_in_the_encoding_it_has(declared: str, encoding: str, tmp_path: Path) -> None:
    found = read(
        tmp_path, f'<html><meta http-equiv="Content-Type" content="text/html; charset={declared}"><p>朱镕渡口管理局公开</p>', encoding
    )
    assert [block.text for block in found if isinstance(block, Line)] == ["朱镕渡口管理局公开"]


def test_spans_without_bounds_cost_nothing(tmp_path: Path) -> None:
    (grid,) = read(tmp_path, '<table><tr><td colspan="999999" rowspan="999999">合计</td></tr><tr><td>1.00</td></tr></table>')
    assert isinstance(grid, Grid)
    assert len(grid.rows) <= 2


@pytest.mark.parametrize(
    ("head", "line", "published"),
    [
        ("", "发布时间：2031-02-18　来源：渡口管理局", "2031-02-18"),
        ('<meta name="PubDate" content="2031-3-8 09:30">', "发布日期：2031年02月18日", "2031-03-08"),
        ("", "发布时间：2031-02-31", None),
        ("", "2031年2月18日起施行。", None),
    ],
)
def test_the_day_on_which_the_site_published_the_page_is_taken(tmp_path: Path, head: str, line: str, published: str | None) -> None:
    path = tmp_path / "公开.html"
    path.write_text(f"<html><head>{head}</head><body><p>{line}</p><p>渡口管理局2031年部门预算</p></body></html>", "utf-8")
    assert read_html(path).published == published
    assert parse_document(path).info.published == published
