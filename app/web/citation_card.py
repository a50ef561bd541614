"""A citation as a card that opens: what is cited, the table or section with the place marked, the page, the file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from app.answer import Citation
from app.telling.cite import plain, within_quotes
from app.web import wording_web as words
from app.web.page_image import PagePicture, page_image
from app.web.plain_label import plain_label
from app.web.section_html import section_html
from app.web.table_html import table_html
from ingest.document import Document, Place
from retrieval.errors import KnowledgeBaseError
from retrieval.knowledge_base import KnowledgeBase

LONGEST_LABEL = 64
PATH_SEPARATOR = " > "


@st.fragment
def show_citation(key: str, number: int, citation: Citation, knowledge_base: KnowledgeBase) -> None:
    """The card, closed at first; what it holds is made when it is opened."""
    card = st.expander(plain_label(f"[{number}] {card_title(citation)}"), key=f"card_{key}", on_change="rerun")
    if not card.open:
        return
    with card:
        st.html(facts_html(citation))
        try:
            document = knowledge_base.document(citation.document_id)
            original = knowledge_base.original(citation.document_id)
        except KnowledgeBaseError:
            st.html(f"{section_html((), citation.quote)}<p class='mz-note'>{words.DOCUMENT_GONE}</p>")
            return
        st.html(source_html(citation, document))
        _show_page(key, citation, document, original)
        show_download(original, citation.document, f"download_{key}")


def card_title(citation: Citation) -> str:
    """Document, and table or section: enough to tell the cards apart."""
    where = citation.table or citation.section.split(PATH_SEPARATOR)[-1]
    title = f"《{plain(citation.title) or citation.document}》{plain(where)}"
    cell = " × ".join(labels[-1] for labels in (citation.row, citation.col) if labels)
    title = f"{title} · {cell}" if cell else title
    return title if len(title) <= LONGEST_LABEL else f"{title[:LONGEST_LABEL]}…"


def facts_html(citation: Citation) -> str:
    """The citation's particulars, a line each."""
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in _facts(citation) if value)
    return f'<dl class="mz-facts" lang="zh-CN">{rows}</dl>'


def source_html(citation: Citation, document: Document) -> str:
    """The table with the cell marked, or the section with the quote marked."""
    table = next((one for one in document.tables if one.index == citation.table_index), None)
    if table is not None:
        legend = f'<p class="mz-note">{words.TABLE_LEGEND}</p>' if citation.cell else ""
        return table_html(table, citation.cell) + legend
    sections = [one for one in document.sections if PATH_SEPARATOR.join(one.heading_path) == citation.section]
    return section_html(sections, citation.quote)


def place_words(citation: Citation) -> str:
    """Page or lines of a citation."""
    return place_of(Place(citation.page, citation.bbox, citation.lines))


def place_of(place: Place) -> str:
    """Page or lines; a sheet of a workbook and its row."""
    if place.page is not None and place.lines is not None:
        return words.SHEET_AND_ROW.format(sheet=place.page, row=place.lines[0])
    if place.page is not None:
        return words.PAGE.format(page=place.page)
    if place.lines is None:
        return ""
    first, last = place.lines
    return (words.ONE_LINE if first == last else words.LINES).format(first=first, last=last)


def show_download(original: Path, file_name: str, key: str) -> None:
    """A button for the file as it was added; it is read when the button is pressed."""
    st.download_button(words.DOWNLOAD, original.read_bytes, file_name=file_name, key=key, on_click="ignore")


def link_html(url: str | None) -> str:
    """A link where the address is one of the web, else the bare text."""
    text = escape(url or "")
    if url is None or urlsplit(url).scheme not in ("http", "https"):
        return text
    return f'<a href="{text}" target="_blank" rel="noopener noreferrer">{text}</a>'


def _facts(citation: Citation) -> Iterator[tuple[str, str]]:
    yield words.CITED_SECTION, escape(plain(citation.section))
    yield words.CITED_TABLE, escape("　".join(plain(part) for part in (citation.table, citation.context) if part))
    yield words.CITED_CELL, escape(_cell_words(citation))
    yield words.CITED_PLACE, "　".join(part for part in (escape(citation.document), place_words(citation)) if part)
    published = words.PUBLISHED.format(date=escape(citation.published)) if citation.published else ""
    yield words.CITED_SOURCE, "　".join(part for part in (published, link_html(citation.url)) if part)


def _cell_words(citation: Citation) -> str:
    row, column = (within_quotes(text) for text in (" / ".join(citation.row), PATH_SEPARATOR.join(citation.col)))
    if row and column:
        return words.ROW_AND_COLUMN.format(row=row, column=column)
    return words.ONLY_ROW.format(row=row) if row else words.ONLY_COLUMN.format(column=column) if column else ""


def pages_of(citation: Citation, document: Document) -> list[int]:
    """The pages that the cited table or the cited words stand on, the cited one among them."""
    table = next((one for one in document.tables if one.index == citation.table_index), None)
    parts = [part.page for part in table.parts] if table else []
    return sorted({page for page in (citation.page, *parts) if page is not None})


def _show_page(key: str, citation: Citation, document: Document, original: Path) -> None:
    if citation.page is None or original.suffix.lower() != ".pdf":
        return
    pages, page = pages_of(citation, document), citation.page
    if len(pages) > 1:
        page = st.segmented_control(
            words.TABLE_RUNS_ON, pages, default=citation.page, required=True, format_func=words.PAGE_NUMBER.format, key=f"page_{key}"
        )
    is_cited = page == citation.page
    picture = _cached_page(str(original), page, citation.bbox if is_cited else None)
    if picture is None:
        st.html(f'<p class="mz-note">{words.NO_PAGE_IMAGE}</p>')
        return
    st.html(page_html(picture, (words.PAGE_IMAGE if is_cited else words.OTHER_PAGE_IMAGE).format(page=page)))


def page_html(picture: PagePicture, caption: str) -> str:
    """The page; where it is wider than the window, it is first shown with the cited place in sight."""
    data = b64encode(picture.png).decode("ascii")
    here = "" if picture.across is None else f'<i style="left:{picture.across:.1%}"></i>'
    image = f'<div tabindex="0"><div class="mz-sheet"><img alt="{caption}" src="data:image/png;base64,{data}">{here}</div></div>'
    return f'<figure class="mz-page" lang="zh-CN">{image}<figcaption>{caption}</figcaption></figure>'


@st.cache_data(show_spinner=False, max_entries=64)
def _cached_page(original: str, page: int, bbox: tuple[float, float, float, float] | None) -> PagePicture | None:
    return page_image(Path(original), page, bbox)
