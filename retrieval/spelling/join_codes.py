"""Codes of accounts written in pieces (“205-03-02”, “302.26”), as the document's codes are joined."""

from __future__ import annotations

import re
from collections.abc import Container

PIECES = re.compile(r"(?<![\d.\-])(\d{3})[-—－.·/](\d{2})(?:[-—－.·/](\d{2}))?(?![\d%]|[-—－.·/]\d|[万亿]?元)")


def join_codes(question: str, codes: Container[str]) -> str:
    """The question with the pieces of every code that the document bears put together."""
    return PIECES.sub(lambda found: joined if (joined := "".join(filter(None, found.groups()))) in codes else found[0], question)
