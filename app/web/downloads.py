"""Buttons for files that are made only when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st


def show_downloads(key: str, labels: Mapping[str, str], make: Callable[[str], bytes], name: str) -> None:
    """A button for each format, a suffix with its label."""
    with st.container(horizontal=True, key=key, gap="small"):
        for suffix, label in labels.items():
            st.download_button(label, _maker(make, suffix), f"{name}.{suffix}", key=f"{key}_{suffix}", on_click="ignore")


def _maker(make: Callable[[str], bytes], suffix: str) -> Callable[[], bytes]:
    return lambda: make(suffix)
