"""A conversation as it leaves the page: text, Markdown, Word."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

from docx import Document as WordDocument

from app.answer import Answer, Citation, Value
from app.exports.exchange import Exchange
from app.exports.export_conversation import to_docx, to_markdown, to_text

CITED = Citation(
    "a.pdf", "1", "云岭市灯塔局2031年预算", "表格", "办公费 | 2.50", table="支出表", page=3, row=("办公费",), col=("合计",),
    url="https://example.invalid/a",
)  # fmt: skip
ANSWER = Answer(
    "answered", "办公费：**2.50万元**[1]。\n- 其中 <b>灯油</b>：1万元", values=(Value("办公费", Decimal("2.50"), "万元"),),
    citations=(CITED,), warnings=("有尾差。",), calculation="1 + 1.50 = 2.50万元",
)  # fmt: skip
DAY = date(2031, 5, 1)
ONE = Exchange("办公费*多少*\x0b？", ANSWER)


def test_copied_text_has_answer_calculation_warning_and_source() -> None:
    lines = to_text(ONE).splitlines()
    assert "办公费：2.50万元[1]。" in lines
    assert "计算：1 + 1.50 = 2.50万元" in lines
    assert "注意：有尾差。" in lines
    assert "[1] 《云岭市灯塔局2031年预算》　《支出表》　办公费 × 合计　第 3 页" in lines
    assert lines[-1].strip() == "a.pdf　https://example.invalid/a"


def test_markdown_escapes_what_was_asked_and_keeps_lists_apart() -> None:
    text = to_markdown([ONE], DAY).decode()
    assert "## 办公费\\*多少\\*" in text
    assert "\n\n- 其中" in text
    assert "2031-05-01" in text
    assert "\n\n出处\n\n- \\[1\\] 《云岭市灯塔局2031年预算》" in text


def test_markdown_of_an_answer_has_no_markup_but_its_own() -> None:
    text = to_markdown([replace(ONE, answer=replace(ANSWER, text=f"{ANSWER.text}\n> 原文<i>#1"))], DAY).decode()
    assert "**2.50万元**" in text
    assert "- 其中 \\<b\\>灯油\\</b\\>" in text
    assert "\n> 原文\\<i\\>\\#1" in text


def test_word_document_has_every_line_with_bold_figures_and_no_illegal_sign() -> None:
    word = WordDocument(io.BytesIO(to_docx([ONE], DAY)))
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert "办公费*多少*？" in texts
    assert "注意：有尾差。" in texts
    assert any(text.startswith("[1] 《云岭市灯塔局2031年预算》") for text in texts)
    assert [run.text for paragraph in word.paragraphs for run in paragraph.runs if run.bold] == ["2.50万元"]
