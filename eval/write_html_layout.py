"""An invented document as a page of a government site: menus around it, captions in layout tables, merged cells as spans."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from eval.invented import InventedCell, InventedDocument, InventedSection, InventedTable
from eval.invented_pages import title_lines

MENU = "".join(
    f'<li><a href="/{name}/">{title}</a></li>' for name, title in (("a", "首页"), ("b", "政务公开"), ("c", "办事服务"), ("d", "互动交流"))
)
HEAD = (
    '<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>信息公开</title></head><body>'
)
SITE = f'<div class="top"><ul>{MENU}</ul></div><div>您当前的位置：首页 &gt; 政务公开</div>'
FOOT = "<div>版权所有：信息公开网　备案号：某ICP备00000000号</div></body></html>"


def write_html_layout(document: InventedDocument, charset: str = "gb2312") -> bytes:
    """The page in an encoding that holds Chinese, GB18030 under its oldest name unless told otherwise."""
    parts = [HEAD.format(charset=charset), SITE, '<table width="100%"><tr><td>']
    parts += [f'<p align="center">{escape(line)}</p>' for line in title_lines(document) if line]
    for part in document.body:
        if isinstance(part, InventedSection):
            level = min(len(part.heading_path), 3) + 1
            parts += [f"<h{level}>{escape(part.heading_path[-1])}</h{level}>", *(f"<p>　　{escape(text)}</p>" for text in part.paragraphs)]
        else:
            parts += tables_html([part])
    return "\n".join([*parts, "</td></tr></table>", FOOT]).encode("gb18030" if charset == "gb2312" else charset)


def tables_html(tables: Sequence[InventedTable]) -> list[str]:
    """The tables, each below its title and number, its organisation and unit side by side."""
    parts = []
    for table in tables:
        parts += [f'<p align="center"><b>{escape(table.title)}</b></p>', *(f"<p>{escape(one)}</p>" for one in [table.number] if one)]
        organization = f"部门：{escape(table.organization)}" if table.organization else ""
        parts.append(f"<div><span>{organization}</span><span>单位：{table.unit}</span></div>")
        parts += ["<table border=1>", *rows_html(table), "</table>", *(f"<p>{escape(note)}</p>" for note in table.notes)]
    return parts


def rows_html(table: InventedTable) -> list[str]:
    """The rows of a table; a place without a cell is a blank one."""
    covered = {
        (row, column)
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    blanks = [
        InventedCell("", row, column)
        for row in range(table.row_count)
        for column in range(table.column_count)
        if (row, column) not in covered
    ]
    rows: list[list[InventedCell]] = [[] for _ in range(table.row_count)]
    for cell in sorted([*table.cells, *blanks], key=lambda cell: cell.column):
        rows[cell.row].append(cell)
    return [f"<tr>{''.join(map(cell_html, row))}</tr>" for row in rows]


def cell_html(cell: InventedCell) -> str:
    """One cell with its spans."""
    spans = "".join(f' {name}="{count}"' for name, count in (("rowspan", cell.row_span), ("colspan", cell.column_span)) if count > 1)
    return f"<td{spans}>{escape(cell.text) or '&nbsp;'}</td>"
