"""Titles of tables that are broken off inside a bracket: …明细表（按功能分类科 | 目） is one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest import late_re as re
from ingest.blocks import Block, Line

OPENED = re.compile(r"(?!.*(?:见|附表))[^，,。；;]*表[（(][^（()）。；;，,]{1,30}\s*")
CLOSED = re.compile(r"\s*[^（()）。；;，,]{0,20}[）)].*")


def join_title_lines(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with each such title in one line, which stands where its first one did."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, Line) and isinstance(last, Line) and OPENED.fullmatch(last.text) and CLOSED.fullmatch(block.text):
            joined[-1] = replace(last, text=last.text.rstrip() + block.text.lstrip())
        else:
            joined.append(block)
    return tuple(joined)
