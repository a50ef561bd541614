"""The same items of several documents side by side, each as the assistant answers it and with its citation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.answer import Answer, Citation, Value
from app.exports.chart_values import UNIT, Bar, Chart
from app.telling.cite import document_name
from ingest.document import DocumentInfo
from ingest.quantity import Quantity, convert_money

QUESTION = "{document}的{item}是多少？"
ITEMS = (
    "收入总计", "支出总计", "基本支出", "项目支出", "“三公”经费", "因公出国（境）费", "公务用车购置及运行费", "公务接待费",
    "机关运行经费", "政府采购支出",
)  # fmt: skip
COLUMNS = {
    "organization": "单位", "year": "年度", "kind": "种类", "item": "项目", "label": "文件中的名称", "number": "数值", "unit": "计量单位",
    "table": "表或章节", "row": "行", "col": "列", "page": "页", "document": "文件",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compared:
    """An item of a document: its value and citation, or neither where the document does not tell it."""

    document: DocumentInfo
    item: str
    value: Value | None = None
    citation: Citation | None = None
    warnings: tuple[str, ...] = ()


def compare_item(document: DocumentInfo, item: str, ask: Callable[[str], Answer]) -> Compared:
    """What one document tells of an item; an answer from another document or with several values is none."""
    answer = ask(QUESTION.format(document=document_name(document), item=item))
    cited = answer.citations[0] if answer.citations else None
    if answer.status != "answered" or not answer.values or cited is None or cited.document_id != document.id:
        return Compared(document, item)
    return Compared(document, item, answer.values[0], cited, answer.warnings)


def compared_chart(compared: Sequence[Compared], names: Sequence[str]) -> Chart | None:
    """One item's amounts in 万元 under these names; None where fewer than two are known or one is no amount of money."""
    known = [(name, one.value, Quantity(one.value.value, one.value.unit)) for one, name in zip(compared, names, strict=True) if one.value]
    bars = [
        Bar(name, convert_money(quantity, UNIT).number, f"{value.value:,f}{value.unit}")
        for name, value, quantity in known
        if quantity.is_money and value.value >= 0
    ]
    return Chart(compared[0].item, UNIT, tuple(bars)) if len(bars) > 1 and any(bar.value for bar in bars) else None


def compared_records(compared: Iterable[Compared]) -> Iterator[dict[str, Any]]:
    """A record for each pair of document and item, for a spreadsheet."""
    for one in compared:
        info, value, cited = one.document, one.value, one.citation
        yield {
            "organization": info.organization, "year": info.year, "kind": f"{info.scope or ''}{info.kind or ''}", "item": one.item,
            "label": value.label if value else None, "number": format(value.value, "f") if value else None,
            "unit": value.unit if value else None, "table": (cited.table or cited.section) if cited else None,
            "row": list(cited.row) if cited else [], "col": list(cited.col) if cited else [], "page": cited.page if cited else None,
            "document": info.file_name,
        }  # fmt: skip
