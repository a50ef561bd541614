"""Texts made comparable: what carries no meaning is dropped."""

from __future__ import annotations

import re

from eval.fold import fold


def squeeze(text: str) -> str:
    """The text folded, without thousands marks, spaces and punctuation that carries no meaning."""
    folded = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", fold(text).lower())
    folded = folded.replace(">=", "≥").replace("<=", "≤").replace("≧", "≥").replace("≦", "≤")
    return re.sub(r"[\s\"'“”‘’《》〈〉()\[\]{}【】、,。;:!?·…—_*#|/\\`~^]+", "", folded)
