"""The ledger of checks (勾稽) of one document: what closes, what does not, and both sides of it in their tables."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from app.answer import Citation
from app.checks.check_ledger import Ledger, check_ledger
from app.checks.cite_checks import cite_term
from app.checks.tell_checks import check_words, source_of
from app.web import wording_web as words
from app.web.citation_card import place_of, show_citation
from ingest.checks.check_arithmetic import BROKEN, ROUNDING
from ingest.document import Check, Document
from retrieval.knowledge_base import KnowledgeBase

MOST_SHOWN = 40
MOST_TERMS = 12


def show_ledger(document: Document, knowledge_base: KnowledgeBase) -> None:
    """Counts by table, then each check that does not close with both of its sides, then what could not be read."""
    ledger = check_ledger(document, knowledge_base.document)
    st.html(ledger_html(ledger))
    for verdict, heading in ((BROKEN, words.BROKEN), (ROUNDING, words.ROUNDING)):
        told: dict[str, Check] = {}
        for check in document.checks:
            if check.verdict == verdict:
                told.setdefault(check_words(check, document, knowledge_base.document), check)
        if told:
            st.html(f'<p class="mz-heading">{heading.format(count=len(told))}</p>')
        for number, (sentence, check) in enumerate(list(told.items())[:MOST_SHOWN]):
            _show_check(f"{document.info.id}_{verdict}_{number}", sentence, check, document, knowledge_base)
        if len(told) > MOST_SHOWN:
            st.html(f'<p class="mz-note">{words.MORE_CHECKS.format(count=len(told) - MOST_SHOWN)}</p>')
    st.html(problems_html(ledger))


def ledger_html(ledger: Ledger) -> str:
    """The counts as a table."""
    head = "".join(f"<th>{name}</th>" for name in words.LEDGER_COLUMNS)
    rows = ""
    for row in ledger.rows:
        counts = (row.cells, row.holds, row.rounding, row.broken, row.uncertain)
        numbers = "".join(f'<td class="mz-number-cell">{"" if count is None else count}</td>' for count in counts)
        rows += f"<tr><td>{escape(row.name)}</td>{numbers}</tr>"
    return (
        f'<p class="mz-note" lang="zh-CN">{words.LEDGER_NOTE}</p><div class="mz-table mz-ledger" lang="zh-CN" tabindex="0">'
        f'<table aria-label="{words.LEDGER}"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def problems_html(ledger: Ledger) -> str:
    """What could not be read, or was read with doubt."""
    if not ledger.problems:
        return f'<p class="mz-note" lang="zh-CN">{words.ALL_READ}</p>'
    items = "".join(f"<li>{escape(place_of(problem.place))}　{escape(problem.message)}</li>" for problem in ledger.problems)
    return f'<p class="mz-heading" lang="zh-CN">{words.UNREAD}</p><ul lang="zh-CN">{items}</ul>'


@st.fragment
def _show_check(key: str, sentence: str, check: Check, document: Document, knowledge_base: KnowledgeBase) -> None:
    source = source_of(document, knowledge_base.document)
    with st.container(border=True, key=f"check_{key}", gap="xsmall"):
        st.html(f'<p lang="zh-CN">{escape(sentence)}</p>')
        if not st.toggle(words.SHOW_SIDES, key=f"sides_{key}"):
            return
        before = 0
        for side, terms in ((words.LEFT, check.left), (words.RIGHT, check.right)):
            cited = [(number, cite_term(term, source(term))) for number, term in enumerate(terms, before + 1)]
            _show_side(key, side, cited, knowledge_base)
            before += len(cited)


def _show_side(key: str, side: str, cited: Sequence[tuple[int, Citation]], knowledge_base: KnowledgeBase) -> None:
    """The numbers of one side as cards; those of a long sum stand together under a heading of their own."""
    if cited:
        st.html(f'<p class="mz-note" lang="zh-CN">{side}</p>')
    for number, citation in cited[:MOST_TERMS]:
        show_citation(f"{key}_{number}", number, citation, knowledge_base)
    if rest := cited[MOST_TERMS:]:
        with st.expander(words.MORE_SOURCES.format(count=len(rest)), key=f"more_{key}_{rest[0][0]}"):
            for number, citation in rest:
                show_citation(f"{key}_{number}", number, citation, knowledge_base)
