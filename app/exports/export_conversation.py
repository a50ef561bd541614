"""A conversation with its citations as text, as Markdown and as a Word document."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import date

from app.exports.exchange import Exchange
from app.exports.source_words import source_words
from app.telling.wording import DISCLAIMER

TITLE = "明账问答记录"
EXPORTED = "{day} 由“明账”导出。"
SOURCES = "出处"
BOLD = "**"
FONT = "宋体"
LIST_ITEM = re.compile(r"^\s*[-•]\s+")
MARKUP = re.compile(r"\s*(?:[-•]|>)\s+")
MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")
ILLEGAL = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_text(exchange: Exchange) -> str:
    """One answer with its sources as plain text, as it is copied."""
    lines = [line.replace(BOLD, "") for line in exchange.lines]
    return "\n".join([exchange.question, *lines, *_sources(exchange)])


def to_markdown(exchanges: Iterable[Exchange], day: date) -> bytes:
    """The conversation as Markdown; only its bold words, lists and quotations are markup."""
    parts = [f"# {TITLE}", f"{EXPORTED.format(day=day.isoformat())}{DISCLAIMER}"]
    for one in exchanges:
        parts += [f"## {_escape(one.question)}", *("  \n".join(map(_markdown, block)) for block in _blocks(one.lines))]
        heading, *lines = _sources(one) or [""]  # the heading keeps the sources apart from a list before them
        parts += [heading, "\n".join(f"{'- ' if line.startswith('[') else '  '}{_escape(line)}  " for line in lines)] if lines else []
    return ("\n\n".join(parts) + "\n").encode()


def to_docx(exchanges: Iterable[Exchange], day: date) -> bytes:
    """The conversation as a Word document."""
    from docx import Document as WordDocument  # 0.2 s: only for this format
    from docx.oxml.ns import qn

    word = WordDocument()
    for name in ("Normal", "Title", "Heading 2"):
        font = word.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia"):
            font.set(qn(script), FONT)
    word.add_heading(TITLE, 0)
    word.add_paragraph(f"{EXPORTED.format(day=day.isoformat())}{DISCLAIMER}")
    for one in exchanges:
        word.add_heading(_legal(one.question), 2)
        for line in one.lines:
            style = "List Bullet" if LIST_ITEM.match(line) else None
            paragraph = word.add_paragraph(style=style)
            for number, part in enumerate(_legal(LIST_ITEM.sub("", line)).split(BOLD)):
                paragraph.add_run(part).bold = bool(number % 2)
        for line in _sources(one):
            word.add_paragraph(_legal(line))
    content = io.BytesIO()
    word.save(content)
    return content.getvalue()


def _sources(exchange: Exchange) -> list[str]:
    lines = [SOURCES] if exchange.answer.citations else []
    for number, citation in enumerate(exchange.answer.citations, 1):
        first, *others = source_words(citation)
        lines += [f"[{number}] {first}", *(f"　　{line}" for line in others)]
    return lines


def _blocks(lines: Iterable[str]) -> list[list[str]]:
    """Consecutive lines of a kind, for a list must stand apart from a paragraph."""
    blocks: list[list[str]] = []
    was_item = None
    for line in lines:
        is_item = bool(LIST_ITEM.match(line))
        if is_item != was_item or not blocks:
            blocks.append([])
        blocks[-1].append(line)
        was_item = is_item
    return blocks


def _markdown(line: str) -> str:
    """A line of an answer; what makes it an item or a quotation, and its bold words, stay markup."""
    start = MARKUP.match(line)
    opening, rest = (start[0], line[start.end() :]) if start else ("", line)
    return opening + BOLD.join(map(_escape, rest.split(BOLD)))


def _escape(text: str) -> str:
    return MARKDOWN.sub(r"\\\1", text)


def _legal(text: str) -> str:
    """Without the control characters that XML forbids."""
    return ILLEGAL.sub("", text)
