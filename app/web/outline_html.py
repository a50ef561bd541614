"""A document's headings as a list in which each one can be unfolded to its paragraphs."""

from __future__ import annotations

from html import escape

from app.telling.cite import plain
from app.web import wording_web as words
from ingest.document import Document, Section


def outline_html(document: Document, wanted: str = "") -> str:
    """The headings in order, indented by depth; with wanted words only the sections that have them, open, the words marked."""
    sections = [section for section in document.sections if section.heading_path]
    if not sections:
        return f'<p class="mz-note">{words.NO_OUTLINE}</p>'
    found = [html for section in sections if (html := _section(section, wanted))]
    if not found:
        return f'<p class="mz-note">{words.NO_SUCH_TEXT}</p>'
    return f'<div class="mz-outline" lang="zh-CN">{"".join(found)}</div>'


def _section(section: Section, wanted: str) -> str:
    """One section; empty where the words are wanted and it does not have them."""
    depth = min(len(section.heading_path), 4)
    heading = plain(section.heading_path[-1])
    paragraphs = [plain(paragraph.text) for paragraph in section.paragraphs]
    if wanted:
        paragraphs = [paragraph for paragraph in paragraphs if wanted in paragraph]
        if not paragraphs and wanted not in heading:
            return ""
    if not paragraphs:
        return f'<p class="mz-depth{depth}">{_marked(heading, wanted)}</p>'
    count = words.PARAGRAPHS.format(count=len(paragraphs))
    text = "".join(f"<p>{_marked(paragraph, wanted)}</p>" for paragraph in paragraphs)
    is_open, title = " open" if wanted else "", _marked(heading, wanted)
    return f'<details class="mz-depth{depth}"{is_open}><summary>{title}<small>　{count}</small></summary>{text}</details>'


def _marked(text: str, wanted: str) -> str:
    return f"<mark>{escape(wanted)}</mark>".join(map(escape, text.split(wanted))) if wanted else escape(text)
