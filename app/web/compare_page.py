"""比较: departments and years side by side, as a table, as charts, and to take away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence, Set
from html import escape
from itertools import groupby
from operator import attrgetter

import streamlit as st

from app.answer import Answer
from app.exports.compare_items import COLUMNS, ITEMS, Compared, compare_item, compared_chart, compared_records
from app.exports.export_figures import to_csv, to_xlsx
from app.telling.cite import document_name
from app.web import wording_web as words
from app.web.answer_html import mark_html
from app.web.ask_page import show_empty, show_samples_notice
from app.web.chart_html import chart_html
from app.web.citation_card import show_citation
from app.web.downloads import show_downloads
from app.web.library import Library, has_only_samples, open_library
from ingest.document import DocumentInfo

MOST_DOCUMENTS, MOST_ITEMS = 12, 8
CHOSEN_AT_FIRST = 3
ALIKE_IN = (attrgetter("region", "year", "kind"), attrgetter("year", "kind"))
FORMATS = {"xlsx": to_xlsx, "csv": to_csv}


def show_compare_page() -> None:
    """What to compare, then the table, the charts and the sources."""
    library = open_library()
    infos = library.knowledge_base.documents()
    known = sorted((info for info in infos if info.organization and info.year and info.kind), key=_order)
    if not infos:
        show_empty()
        return
    if has_only_samples(infos):
        show_samples_notice(is_short=True)
    chosen = _choose_documents(known)
    items = st.multiselect(
        words.COMPARE_ITEMS, ITEMS, default=ITEMS[4:5], key="compare_items", max_selections=MOST_ITEMS, accept_new_options=True,
        placeholder=words.CHOOSE_OR_WRITE, filter_mode="contains",
    )  # fmt: skip
    if not chosen or not items:
        st.html(f'<p class="mz-note" lang="zh-CN">{words.COMPARE_HINT}</p>')
        return
    compared = _compare(chosen, items, library)
    st.html(compared_html(chosen, items, compared))
    show_downloads("compared", words.THIS_TABLE, lambda suffix: _export(suffix, compared), words.COMPARE_PAGE)
    for _, row in groupby(compared, key=lambda one: one.item):
        chart = compared_chart(same := list(row), [document_name(one.document) for one in same])
        if chart is not None:
            st.html(chart_html(chart))
    _show_sources(compared, library)


def compared_html(infos: Sequence[DocumentInfo], items: Sequence[str], compared: Sequence[Compared]) -> str:
    """A row for each document, a column for each item; what a document does not tell is said to be missing."""
    found = {(one.document.id, one.item): (number, one) for number, one in enumerate(compared, 1)}
    head = f"<th>{words.COMPARED_DOCUMENT}</th>" + "".join(f"<th>{escape(item)}</th>" for item in items)
    rows = ""
    for info in infos:
        cells = "".join(_cell(*found[info.id, item]) for item in items)
        rows += f'<tr><th scope="row">{escape(document_name(info))}</th>{cells}</tr>'
    return (
        f'<div class="mz-table mz-compared" lang="zh-CN" tabindex="0"><table aria-label="{words.COMPARE_PAGE}">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div><p class='mz-note' lang='zh-CN'>{words.COMPARE_NOTE}</p>"
    )


def _order(info: DocumentInfo) -> tuple[str, str, int, str]:
    return info.region or "", info.organization or "", info.year or 0, info.kind or ""


def _choose_documents(known: Sequence[DocumentInfo]) -> list[DocumentInfo]:
    """The documents of the chosen organisations, years and kinds; whose none of them fits is said."""
    first = comparable(known)
    names = list(dict.fromkeys(info.organization or "" for info in known))
    organizations = st.multiselect(
        words.COMPARE_ORGANIZATIONS, names, default=_names(first), key="compare_organizations", placeholder=words.CHOOSE,
        filter_mode="contains",
    )  # fmt: skip
    with st.container(horizontal=True, key="compare_filters"):
        fitting = [info for info in known if info.organization in organizations]
        years = _choose(words.CHOOSE_YEAR, "compare_years", {info.year for info in fitting}, {info.year for info in first})
        kinds = _choose(words.CHOOSE_KIND, "compare_kinds", {info.kind for info in fitting}, {info.kind for info in first})
    chosen = [info for info in fitting if (not years or info.year in years) and (not kinds or info.kind in kinds)]
    if left_out := [name for name in organizations if name not in _names(chosen)]:
        st.html(f'<p class="mz-note" lang="zh-CN">{escape(words.NOT_OF_YEAR_AND_KIND.format(names="、".join(left_out)))}</p>')
    if len(chosen) > MOST_DOCUMENTS:
        st.html(f'<p class="mz-note" lang="zh-CN">{words.ONLY_FIRST.format(count=len(chosen), shown=MOST_DOCUMENTS)}</p>')
    return chosen[:MOST_DOCUMENTS]


def comparable(known: Sequence[DocumentInfo]) -> list[DocumentInfo]:
    """A few documents to begin with: the latest of one kind that several bodies of one region have, else of any region."""
    alike: list[DocumentInfo] = []
    for fields in ALIKE_IN:
        groups = Counter(map(fields, known))
        several = [group for group, count in groups.items() if count > 1] or list(groups)
        latest = max(several, key=lambda group: (group[-2], groups[group]), default=None)
        alike = [info for info in known if fields(info) == latest]
        if len(alike) > 1:
            break
    return alike[:CHOSEN_AT_FIRST]


def _names(infos: Sequence[DocumentInfo]) -> list[str]:
    return list(dict.fromkeys(info.organization or "" for info in infos))


def _choose(label: str, key: str, values: set[int | None] | set[str | None], first: Set[object]) -> Sequence[object]:
    """Which of the values to take, at first those of the documents to begin with."""
    options = sorted(value for value in values if value is not None)
    at_first = [option for option in options if option in first]
    return st.pills(label, options, selection_mode="multi", key=key, default=at_first) if len(options) > 1 else ()


def _compare(infos: Sequence[DocumentInfo], items: Sequence[str], library: Library) -> list[Compared]:
    """Item by item, so that equal items stand together."""
    pairs = [(info, item) for item in items for info in infos]
    with st.spinner(words.COMPARING):
        return [_compared_once(info, item, library.assistant.ask) for info, item in pairs]


@st.cache_data(show_spinner=False, max_entries=4096)
def _compared_once(info: DocumentInfo, item: str, _ask: Callable[[str], Answer]) -> Compared:
    return compare_item(info, item, _ask)


def _cell(number: int, one: Compared) -> str:
    if one.value is None:
        return f'<td class="mz-missing">{words.NOT_TOLD}</td>'
    sign = f' <span role="img" aria-label="{words.HAS_WARNING}">⚠</span>' if one.warnings else ""
    mark = mark_html("compare", number)
    label = f"<small>{escape(one.value.label)}</small>"
    return f'<td class="mz-number-cell">{one.value.value:,f} {escape(one.value.unit)}<sup>{mark}</sup>{sign}{label}</td>'


def _export(suffix: str, compared: Sequence[Compared]) -> bytes:
    return b"".join(FORMATS[suffix](compared_records(compared), COLUMNS))


def _show_sources(compared: Sequence[Compared], library: Library) -> None:
    cited = [(number, one) for number, one in enumerate(compared, 1) if one.citation is not None]
    if not cited:
        return
    with st.container(key="cards_compare", gap="xsmall"), st.expander(words.SOURCES_OF_ALL.format(count=len(cited)), key="compare_sources"):
        for number, one in cited:
            if one.citation is not None:
                show_citation(f"compare_{number}", number, one.citation, library.knowledge_base)
                for warning in one.warnings:
                    st.html(f'<p class="mz-warning" lang="zh-CN">⚠ {escape(warning)}</p>')
