"""A document's headings as a list in which each one can be unfolded to its paragraphs."""

from __future__ import annotations

from html import escape

from app.cite import plain
from app.web import wording_web as words
from ingest.document import Document, Section


def outline_html(document: Document) -> str:
    """The headings in order, indented by depth."""
    sections = [section for section in document.sections if section.heading_path]
    if not sections:
        return f'<p class="mz-note">{words.NO_OUTLINE}</p>'
    return f'<div class="mz-outline" lang="zh-CN">{"".join(map(_section, sections))}</div>'


def _section(section: Section) -> str:
    depth = len(section.heading_path)
    heading = escape(plain(section.heading_path[-1]))
    if not section.paragraphs:
        return f'<p class="mz-depth{min(depth, 4)}">{heading}</p>'
    count = words.PARAGRAPHS.format(count=len(section.paragraphs))
    text = "".join(f"<p>{escape(plain(paragraph.text))}</p>" for paragraph in section.paragraphs)
    return f'<details class="mz-depth{min(depth, 4)}"><summary>{heading}<small>　{count}</small></summary>{text}</details>'
