"""Invented answers and their citations, for the tests of the page."""

from __future__ import annotations

from decimal import Decimal
from html.parser import HTMLParser

from knowledge_documents import invented_document

from app.answer import Answer, Choice, Citation, Value

SCRIPT = "<script>alert(1)</script>"
DOCUMENT = invented_document()
IN_TABLE = Citation(
    DOCUMENT.info.file_name, DOCUMENT.info.id, "云岭市灯塔局2031年部门预算", "第三部分 表格", "合计 | 2.50", table="支出表0", page=3,
    row=("302", "办公费"), col=("合计",), table_index=0, cell=(2, 2),
)  # fmt: skip
IN_PROSE = Citation(
    DOCUMENT.info.file_name, DOCUMENT.info.id, "云岭市灯塔局2031年部门预算", "第二部分 情况说明 > 主要职能",
    "组织灯塔开放日", lines=(8, 9),
)  # fmt: skip
FIGURE = Answer(
    "answered", "云岭市灯塔局，办公费：**2.50万元**[1]。\n口径：《支出表0》。", values=(Value("办公费", Decimal("2.50"), "万元"),),
    citations=(IN_TABLE, IN_PROSE), warnings=("有尾差。",),
)  # fmt: skip
BACK = Answer("clarify", "请问哪一年？\n- 2031年预算", choices=(Choice("2031年预算", "2031年办公费预算"),))


def text_of(html: str) -> str:
    """What a reader sees of the HTML."""
    parser = HTMLParser()
    texts: list[str] = []
    parser.handle_data = texts.append  # type: ignore[method-assign]
    parser.feed(html)
    return "".join(texts)
