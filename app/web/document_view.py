"""One document: what it is, its outline, its tables, its ledger, and all of it to take away."""

from __future__ import annotations

from html import escape

import streamlit as st

from app.exports.export_figures import FORMATS, figure_records
from app.exports.export_table import TABLE_FORMATS
from app.telling.cite import document_name, plain
from app.web import wording_web as words
from app.web.citation_card import link_html, place_of, show_download
from app.web.downloads import show_downloads
from app.web.ledger_view import show_ledger
from app.web.outline_html import outline_html
from app.web.table_html import caption_text, table_html
from ingest.document import Document, DocumentInfo, Table
from retrieval.knowledge_base import KnowledgeBase
from retrieval.spelling.label_key import fold


def show_document(info: DocumentInfo, knowledge_base: KnowledgeBase) -> None:
    """The document with the chosen one of its sides."""
    document = knowledge_base.document(info.id)
    st.html(about_html(info, document))
    show_download(knowledge_base.original(info.id), info.file_name, f"download_{info.id}")
    side = st.segmented_control(words.LOOK_AT, words.SIDES, default=words.SIDES[0], required=True, key="side", label_visibility="collapsed")
    if side == words.OUTLINE:
        wanted = st.text_input(words.SEARCH_OUTLINE, key=f"find_{info.id}")
        st.html(outline_html(document, wanted.strip()))
    elif side == words.TABLES:
        _show_tables(document)
    else:
        show_ledger(document, knowledge_base)


def about_html(info: DocumentInfo, document: Document) -> str:
    """What is known of the document itself."""
    known = [(name, escape(str(getattr(info, field) or ""))) for field, name in words.FIELDS]
    known += [(words.UNITS, escape("、".join(info.units))), (words.OFFICIAL_PAGE, link_html(info.url))]
    rows = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in known if value)
    return f'<dl class="mz-facts" lang="zh-CN">{rows}</dl>{_doubts(document)}'


def _doubts(document: Document) -> str:
    """What could not be read, told when it is unfolded."""
    if not document.problems:
        return ""
    told = ((escape(plain(problem.message)), escape(place_of(problem.place))) for problem in document.problems)
    items = "".join(f"<li>{message}{words.DOUBT_AT.format(place=place) if place else ''}</li>" for message, place in told)
    name = words.PROBLEMS.format(count=len(document.problems))
    return f'<details class="mz-doubts" lang="zh-CN"><summary>{name}</summary><ul>{items}</ul></details>'


def _show_tables(document: Document) -> None:
    if not document.tables:
        st.html(f'<p class="mz-note">{words.NO_TABLES}</p>')
        return
    key, name = f"figures_{document.info.id}", document_name(document.info)
    show_downloads(key, words.ALL_FIGURES, lambda suffix: b"".join(FORMATS[suffix](figure_records(document))), name)
    wanted = st.text_input(words.SEARCH_TABLES, key=f"table_with_{document.info.id}")
    found = [table for table in document.tables if _has(table, fold(wanted))]
    if not found:
        st.html(f'<p class="mz-note">{words.NO_SUCH_TABLE}</p>')
        return
    chosen: Table = st.selectbox(words.CHOOSE_TABLE, found, format_func=caption_text, key=f"table_{document.info.id}", filter_mode=None)
    st.html(table_html(chosen))
    show_downloads(f"grid_{document.info.id}_{chosen.index}", words.THIS_TABLE, lambda suffix: TABLE_FORMATS[suffix](chosen), chosen.title)


def _has(table: Table, wanted: str) -> bool:
    """Whether the words stand in the table's title or in one of its cells."""
    return wanted in fold(caption_text(table)) or any(wanted in fold(cell.text) for cell in table.cells)
