"""A section as HTML with the quoted words highlighted, long sections cut to the paragraphs around the quote."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from app.telling.cite import plain
from app.web import wording_web as words
from ingest.document import Section

PARAGRAPHS_AROUND = 2
PARAGRAPHS_SHOWN_WHOLE = 8


def section_html(sections: Sequence[Section], quote: str) -> str:
    """The paragraphs with the quote marked; the quote alone where it is not found in them."""
    wanted = plain(quote)
    paragraphs = [plain(paragraph.text) for section in sections for paragraph in section.paragraphs]
    marked = [mark_quote(paragraph, wanted) for paragraph in paragraphs]
    hits = [number for number, html in enumerate(marked) if "<mark" in html]
    if not hits:
        return f'<blockquote class="mz-section"><p><mark>{escape(quote.strip())}</mark></p></blockquote>'
    first, last = 0, len(marked)
    if last > PARAGRAPHS_SHOWN_WHOLE:
        first, last = max(0, hits[0] - PARAGRAPHS_AROUND), min(last, hits[-1] + PARAGRAPHS_AROUND + 1)
    shown = "".join(f"<p>{html}</p>" for html in marked[first:last])
    return f'<blockquote class="mz-section" lang="zh-CN">{_gap(first > 0)}{shown}{_gap(last < len(marked))}</blockquote>'


def mark_quote(paragraph: str, quote: str) -> str:
    """The paragraph as HTML, marked where it holds the quote or is a part of it."""
    if quote and quote in paragraph:
        start = paragraph.index(quote)
        end = start + len(quote)
        return f"{escape(paragraph[:start])}<mark>{escape(paragraph[start:end])}</mark>{escape(paragraph[end:])}"
    return f"<mark>{escape(paragraph)}</mark>" if len(paragraph) > 1 and paragraph in quote else escape(paragraph)


def _gap(is_cut: bool) -> str:
    return f'<p class="mz-omitted">{words.OMITTED_PARAGRAPHS}</p>' if is_cut else ""
