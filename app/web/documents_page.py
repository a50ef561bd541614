"""文件: what is loaded, and each document's outline and tables."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from app.web import wording_web as words
from app.web.ask_page import show_empty, show_samples_notice
from app.web.citation_card import link_html, show_download
from app.web.library import DocumentSize, document_size, has_only_samples, open_library
from app.web.outline_html import outline_html
from app.web.table_html import caption_text, table_html
from ingest.document import Document, DocumentInfo, Table
from retrieval.knowledge_base import KnowledgeBase


def show_documents_page() -> None:
    """The list, then one document after the other to be opened."""
    knowledge_base = open_library().knowledge_base
    infos = knowledge_base.documents()
    if not infos:
        show_empty()
        return
    if has_only_samples(infos):
        show_samples_notice()
    shown = _filtered(sorted(infos, key=_order))
    if not shown:
        st.html(f'<p class="mz-note">{words.NOTHING_FITS}</p>')
        return
    with st.spinner(words.COUNTING):
        sizes = [document_size(info.id, knowledge_base) for info in shown]
    st.html(list_html(shown, sizes))
    chosen: DocumentInfo = st.selectbox(words.CHOOSE_DOCUMENT, shown, format_func=document_label, key="document", filter_mode=None)
    _show_document(chosen, knowledge_base)


def list_html(infos: Sequence[DocumentInfo], sizes: Sequence[DocumentSize]) -> str:
    """The documents as a table."""
    head = "".join(f"<th>{name}</th>" for name in words.COLUMNS)
    rows = "".join(_row(info, size) for info, size in zip(infos, sizes, strict=True))
    tables, figures = sum(size.tables for size in sizes), sum(size.figures for size in sizes)
    count = words.LIBRARY_COUNT.format(documents=len(infos), tables=tables, figures=f"{figures:,}")
    return (
        f'<p class="mz-caption" lang="zh-CN">{words.LIBRARY_TITLE}　{count}</p>'
        f'<div class="mz-table mz-list" lang="zh-CN" tabindex="0"><table aria-label="{words.LIBRARY_TITLE}">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def document_label(info: DocumentInfo) -> str:
    """Organisation, year and kind, else the file's name."""
    year = f"{info.year}年" if info.year else ""
    name = f"{info.organization or ''}{year}{info.scope or ''}{info.kind or ''}"
    return name if info.organization else info.title or info.file_name


def about_html(info: DocumentInfo, document: Document) -> str:
    """What is known of the document itself."""
    known = [(name, escape(str(getattr(info, field) or ""))) for field, name in words.FIELDS]
    known += [(words.UNITS, escape("、".join(info.units))), (words.OFFICIAL_PAGE, link_html(info.url))]
    rows = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in known if value)
    doubts = f'<p class="mz-note">{words.PROBLEMS.format(count=len(document.problems))}</p>' if document.problems else ""
    return f'<dl class="mz-facts" lang="zh-CN">{rows}</dl>{doubts}'


def _order(info: DocumentInfo) -> tuple[str, int, str]:
    return info.organization or "\uffff", -(info.year or 0), info.kind or ""


def _filtered(infos: Sequence[DocumentInfo]) -> list[DocumentInfo]:
    years = sorted({info.year for info in infos if info.year}, reverse=True)
    kinds = sorted({info.kind for info in infos if info.kind})
    with st.container(horizontal=True, key="filters"):
        year = st.pills(words.CHOOSE_YEAR, years, key="year") if len(years) > 1 else None
        kind = st.pills(words.CHOOSE_KIND, kinds, key="kind") if len(kinds) > 1 else None
    return [info for info in infos if year in (None, info.year) and kind in (None, info.kind)]


def _row(info: DocumentInfo, size: DocumentSize) -> str:
    kind = f"{info.scope or ''}{info.kind or ''}" or words.UNKNOWN
    texts = (info.organization or words.UNKNOWN, info.year or words.UNKNOWN, kind)
    numbers = (size.tables, f"{size.figures:,}")
    cells = [f"<td>{escape(str(text))}</td>" for text in texts] + [f'<td class="mz-number-cell">{number}</td>' for number in numbers]
    return f"<tr>{''.join(cells)}<td>{escape(info.file_name)}</td></tr>"


def _show_document(info: DocumentInfo, knowledge_base: KnowledgeBase) -> None:
    document = knowledge_base.document(info.id)
    st.html(about_html(info, document))
    show_download(knowledge_base.original(info.id), info.file_name, "download_document")
    st.html(f'<p class="mz-heading">{words.OUTLINE}</p>{outline_html(document)}')
    _show_tables(document)


def _show_tables(document: Document) -> None:
    st.html(f'<p class="mz-heading">{words.TABLES}</p>')
    if not document.tables:
        st.html(f'<p class="mz-note">{words.NO_TABLES}</p>')
        return
    key = f"table_{document.info.id}"
    table: Table = st.selectbox(words.CHOOSE_TABLE, document.tables, format_func=caption_text, key=key, filter_mode=None)
    st.html(table_html(table))
