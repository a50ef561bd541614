"""文件: what is loaded, and each document's outline and tables."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from app.web import wording_web as words
from app.web.ask_page import show_empty, show_samples_notice
from app.web.document_view import show_document
from app.web.library import DocumentSize, document_size, has_only_samples, open_library
from app.web.plain_label import plain_label
from ingest.document import DocumentInfo
from retrieval.spelling.label_key import fold

MOST_SHOWN, FEW = 50, 5
FILTERS = (("region", words.CHOOSE_REGION), ("year", words.CHOOSE_YEAR), ("kind", words.CHOOSE_KIND))


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
    if len(shown) > MOST_SHOWN:
        st.html(f'<p class="mz-note">{words.ONLY_FIRST.format(count=len(shown), shown=MOST_SHOWN)}</p>')
        shown = shown[:MOST_SHOWN]
    with st.spinner(words.COUNTING):
        sizes = [document_size(info.id, knowledge_base) for info in shown]
    st.html(list_html(shown, sizes))
    chosen: DocumentInfo = st.selectbox(words.CHOOSE_DOCUMENT, shown, format_func=document_label, key="document", filter_mode=None)
    show_document(chosen, knowledge_base)


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


def _order(info: DocumentInfo) -> tuple[str, int, str]:
    return info.organization or "\uffff", -(info.year or 0), info.kind or ""


def _filtered(infos: Sequence[DocumentInfo]) -> list[DocumentInfo]:
    """The documents that fit what is chosen; nothing is offered to choose where all are the same."""
    with st.container(horizontal=True, key="filters"):
        chosen = {name: _choose(name, label, infos) for name, label in FILTERS}
    words_wanted = fold(st.text_input(words.FIND_DOCUMENT, key="find_document") if len(infos) > FEW else "")
    fitting = [info for info in infos if all(value in (None, getattr(info, name)) for name, value in chosen.items())]
    return [info for info in fitting if words_wanted in fold(f"{document_label(info)}{info.title}{info.file_name}")]


def _choose(name: str, label: str, infos: Sequence[DocumentInfo]) -> object:
    values = sorted({value for info in infos if (value := getattr(info, name))}, reverse=name == "year")
    return st.pills(label, values, format_func=lambda value: plain_label(str(value)), key=name) if len(values) > 1 else None


def _row(info: DocumentInfo, size: DocumentSize) -> str:
    kind = f"{info.scope or ''}{info.kind or ''}" or words.UNKNOWN
    texts = (info.organization or words.UNKNOWN, info.year or words.UNKNOWN, kind)
    numbers = (size.tables, f"{size.figures:,}")
    cells = [f"<td>{escape(str(text))}</td>" for text in texts] + [f'<td class="mz-number-cell">{number}</td>' for number in numbers]
    return f"<tr>{''.join(cells)}<td>{escape(info.file_name)}</td></tr>"
