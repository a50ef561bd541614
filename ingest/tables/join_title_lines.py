"""Titles of tables that are broken off inside a bracket or before their last character: …明细表（按功能分类科 | 目） is one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest import late_re as re
from ingest.blocks import Block, Line

OPENED = re.compile(r"(?!.*(?:见|附表))[^，,。；;]*表[（(][^（()）。；;，,]{1,30}\s*")
CLOSED = re.compile(r"\s*[^（()）。；;，,]{0,20}[）)].*")

LONG = re.compile(r"(?=.{16})(?=.*(?:预算|决算|支出|收入))[^，,。；;：:、.．]*[一-鿿](?<![表录分])\s*")  # …基本支出分经济科目 | 表
LAST = re.compile(r"\s*[一-鿿]?表\s*")


def join_title_lines(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with each such title in one line, which stands where its first one did."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, Line) and isinstance(last, Line) and _is_broken(last.text, block.text):
            joined[-1] = replace(last, text=last.text.rstrip() + block.text.lstrip())
        else:
            joined.append(block)
    return tuple(joined)


def _is_broken(first: str, second: str) -> bool:
    """Whether two lines are one title."""
    return bool(OPENED.fullmatch(first) and CLOSED.fullmatch(second)) or bool(LONG.fullmatch(first) and LAST.fullmatch(second))
