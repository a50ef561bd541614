"""Text for Streamlit's labels, which read Markdown."""

from __future__ import annotations

import re

MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:^=&])")


def plain_label(text: str) -> str:
    """The text so that Markdown shows it letter by letter, on one line."""
    return MARKDOWN.sub(r"\\\1", " ".join(text.split()))
