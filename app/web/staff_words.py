"""Add a synonym, another name of a body or a fixed answer, and take one away again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

import streamlit as st

from app.library.staff_entries import ALIAS, FIXED_ANSWER, SYNONYM, EntryKind, add_entry, read_entries, remove_entry
from app.web import wording_staff as words
from app.web.library import Library
from app.web.plain_label import plain_label

KINDS: Mapping[str, EntryKind] = {words.SYNONYM: SYNONYM, words.ALIAS: ALIAS, words.FIXED_ANSWER: FIXED_ANSWER}
SEPARATORS = re.compile(r"[、，,；;\n]+")
DONE = "words_done"


def show_staff_words(library: Library) -> None:
    """The entries of one kind and a form for another."""
    if told := st.session_state.pop(DONE, None):
        st.success(plain_label(told))
    name = st.pills(words.STAFF_WORDS, list(KINDS), default=words.SYNONYM, required=True, key="word_kind", label_visibility="collapsed")
    home, kind = library.knowledge_base.home, KINDS[name]
    try:
        entries = read_entries(home, kind)
    except ValueError:
        st.error(plain_label(words.BAD_FILE.format(path=home / kind.file_name)))
        return
    _add(library, kind)
    for number, entry in enumerate(entries):
        with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"word_{kind.table}_{number}"):
            st.html(entry_html(kind, entry))
            if st.button(words.DELETE, key=f"delete_{kind.table}_{number}"):
                remove_entry(home, kind, number)
                st.rerun()


def entry_html(kind: EntryKind, entry: Mapping[str, object]) -> str:
    """An entry's fields in Chinese."""
    names = words.WORD_FIELDS[kind.table]
    shown = ((names[name], value) for name, value in entry.items() if name in names)
    told = "".join(f"<div><dt>{label}</dt><dd>{escape(_text(value))}</dd></div>" for label, value in shown)
    return f'<dl class="mz-facts" lang="zh-CN">{told}</dl>'


def _text(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def _add(library: Library, kind: EntryKind) -> None:
    with st.form(f"add_{kind.table}", clear_on_submit=True):
        st.html(f'<p class="mz-note" lang="zh-CN">{words.WORD_NOTES[kind.table]}</p>')
        written = {name: st.text_input(label, key=f"{kind.table}_{name}") for name, label in words.WORD_FIELDS[kind.table].items()}
        if not st.form_submit_button(words.ADD, type="primary"):
            return
    entry = {name: [part for part in map(str.strip, SEPARATORS.split(text)) if part] if name in kind.lists else text.strip()
             for name, text in written.items()}  # fmt: skip
    years = {name: int(str(entry[name])) for name in ("from", "until") if str(entry.get(name, "")).isdigit()}
    if any(entry.get(name) and name not in years for name in ("from", "until")):
        st.error(words.YEAR_WANTED)
        return
    if missing := [words.WORD_FIELDS[kind.table][name] for name in words.WORDS_NEEDED[kind.table] if not entry[name]]:
        st.error(words.FIELDS_MISSING.format(names="、".join(missing)))
        return
    add_entry(library.knowledge_base.home, kind, {**entry, **years})
    st.session_state[DONE] = words.ADDED + _doubt(str(entry.get("organization") or ""), library)
    st.rerun()


def _doubt(organization: str, library: Library) -> str:
    """What to look at where an entry is for a body that no document is of: it would never be used."""
    known = {name for info in library.knowledge_base.documents() for name in (info.organization, *info.units, *info.aliases)}
    return "" if organization in ("", *known) else words.UNKNOWN_BODY.format(name=organization)
