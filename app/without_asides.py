"""A question without what it says is expressly not meant."""

from __future__ import annotations

import re

NOT_MEANT = re.compile(r"(?<=[^,(]{2}),而?不是(?:指|问|说)?[^,;?()]{2,20}(?=[,)?])")  # what is meant stands right before it


def without_asides(question: str) -> str:
    """The question with what is meant alone (“…(局机关,不是下属中心)…”)."""
    return NOT_MEANT.sub("", question)
