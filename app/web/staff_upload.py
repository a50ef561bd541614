"""Upload files, with progress and a line for each on what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from app.commands import cli_wording
from app.commands.outcome_notes import outcome_notes
from app.library.ingest_paths import FileOutcome
from app.library.take_uploads import take_uploads
from app.telling.cite import document_name
from app.web import wording_staff as words
from app.web.library import Library
from app.web.plain_label import plain_label
from ingest.formats.read_file import FORMATS_IN_WORDS, SUFFIXES

ROUND, TOLD = "upload_round", "upload_outcomes"


def show_staff_upload(library: Library) -> None:
    """The field to put files in, and what became of the last ones."""
    st.html(f'<p class="mz-note" lang="zh-CN">{words.UPLOAD_NOTE.format(types=FORMATS_IN_WORDS)}</p>')
    # A new key empties the field: what was taken in is not offered again.
    files = st.file_uploader(
        words.UPLOAD, type=sorted(SUFFIXES), accept_multiple_files=True, key=f"files_{st.session_state.get(ROUND, 0)}"
    )
    if files and st.button(words.TAKE_IN.format(count=len(files)), key="take_in", type="primary"):
        st.session_state[TOLD] = []
        bar = st.progress(0.0, _progress(files[0].name, 0, len(files)))
        place = st.empty()
        for done, outcome in enumerate(take_uploads(library.knowledge_base, [(file.name, file.getvalue) for file in files]), 1):
            st.session_state[TOLD].append(outcome)
            bar.progress(min(1.0, done / len(files)), _progress(outcome.path.name, done, len(files)))
            place.html(outcomes_html(st.session_state[TOLD]))
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
        st.rerun()
    if st.session_state.get(TOLD):
        st.html(outcomes_html(st.session_state[TOLD]))


def _progress(name: str, done: int, total: int) -> str:
    return plain_label(words.TAKING_IN.format(name=name, done=done, total=total))


def outcomes_html(outcomes: Iterable[FileOutcome]) -> str:
    """A line for each file: its name, what became of it, as which document, and what to look at."""
    return f'<ul class="mz-outcomes" lang="zh-CN" role="status">{"".join(map(_line, outcomes))}</ul>'


def _line(outcome: FileOutcome) -> str:
    is_bad = outcome.outcome in ("failed", "skipped")
    told = [outcome.message or cli_wording.OUTCOMES[outcome.outcome]]
    if outcome.document is not None:
        told.append(words.TAKEN_AS.format(document=document_name(outcome.document)))
    told += outcome_notes(outcome)
    sign = "✗" if is_bad else "✓"
    text = "；".join(part.rstrip("。；") for part in told)
    return f'<li class="{"mz-bad" if is_bad else "mz-good"}">{sign} <strong>{escape(outcome.path.name)}</strong>：{escape(text)}。</li>'
