"""Invented documents as the readers would hand them over, for the tests of the knowledge base."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Any

from ingest.document import Cell, Chunk, Document, DocumentInfo, Figure, Paragraph, Place, Problem, Section, Statement, Table
from ingest.quantity import Quantity

ITEMS = ("公务接待费", "办公费", "差旅费", "基本工资", "住房公积金", "会议费")
PROSE = {
    "主要职能": "负责全县灯塔的修建、看护和统计，组织灯塔开放日。",
    "“三公”经费支出情况说明": "公务接待费3.20万元，比上年减少0.80万元，主要原因是厉行节约。",
    "政府采购支出情况说明": "政府采购支出总额52.10万元，其中货物支出31.00万元。",
    "名词解释": "行政运行：反映行政单位的基本支出。",
}


def invented_document(
    organization: str = "云岭市灯塔局", year: int = 2031, kind: str = "预算", path: str = "", tables: int = 1, unknown: tuple[str, ...] = ()
) -> Document:
    """A small whole document in which every field that can be filled is filled."""
    name = path.rpartition("/")[2] or f"{organization}{year}{kind}.pdf"
    document_id = hashlib.sha256(f"{organization}{year}{kind}{path}{tables}{unknown}".encode()).hexdigest()[:16]
    identity: dict[str, Any] = {"organization": organization, "year": year, "kind": kind, "scope": "部门", "level": "市"}
    identity |= dict.fromkeys(unknown)
    head = f"{organization} {year}年{kind}"
    sections = _sections()
    chunks = [_section_chunk(document_id, head, index, section) for index, section in enumerate(sections)]
    chunks += [_table_chunk(document_id, head, index) for index in range(tables)]
    return Document(
        info=DocumentInfo(document_id, name, path, title=head, aliases=("灯塔局",), units=("灯塔看护中心",), **identity),
        sections=sections,
        tables=tuple(_table(index) for index in range(tables)),
        figures=tuple(figure for index in range(tables) for figure in _figures(index)),
        statements=(_statement(),),
        chunks=tuple(chunks),
        problems=(Problem("第3页的表格缺一列", Place(page=3)),),
        corrections={"灯塔管里局": "灯塔管理局"},
    )


def _sections() -> tuple[Section, ...]:
    return tuple(
        Section(("第二部分 情况说明", heading), (Paragraph(text, Place(2, (1.5, 2.25, 3.1, 4.7), (8, 9))),), Place(2, None, (8, 9)))
        for heading, text in PROSE.items()
    )


def _section_chunk(document_id: str, head: str, index: int, section: Section) -> Chunk:
    text = f"{head} > {' > '.join(section.heading_path)}\n{section.text}"
    return Chunk(f"{document_id}-s{index}", section.heading_path, text, section.place, section=index)


def _table_chunk(document_id: str, head: str, index: int) -> Chunk:
    text = f"{head} > 支出表{index}\n单位：万元\n科目 合计 基本支出\n" + "\n".join(ITEMS)
    return Chunk(f"{document_id}-t{index}", ("第三部分 表格",), text, Place(page=3), table=index)


def _table(index: int) -> Table:
    cells = [Cell("合计", 0, 2, 1, 2, Place(3, (0.1, 0.2, 0.3, 0.4)), is_header=True)]
    cells += [Cell(f"{row}.50", row, 2, is_uncertain=row == 2) for row in range(1, len(ITEMS) + 1)]
    rest: dict[str, Any] = {"context": "一个项目", "notes": ("注：四舍五入",), "place": Place(3), "parts": (Place(3), Place(4))}
    return Table(index, f"支出表{index}", "公开05表", "万元", ("第三部分 表格",), tuple(cells), **rest)


def _figures(table: int) -> list[Figure]:
    printed = Figure(table, ("30299", "其 他"), ("合计",), "—", None, Place(3), (9, 2))
    return [printed, *(_figure(table, row, item) for row, item in enumerate(ITEMS, start=1))]


def _figure(table: int, row: int, item: str) -> Figure:
    quantity = Quantity(Decimal(f"{row}.50"), "万元")
    return Figure(table, ("302", item), ("本年支出", "合计"), f"{row}.50", quantity, Place(3, None, (row, row)), (row, 2), row == 2)


def _statement() -> Statement:
    quantity = Quantity(Decimal("3.20"), "万元")
    return Statement(1, "公务接待费", "金额", "3.20", quantity, "公务接待费3.20万元。", Place(2), base="上年", direction="减少", year=2031)
