"""“年初批了多少”: the year's first budget in everyday words, as documents call it."""

from __future__ import annotations

import re

GRANTED = re.compile(
    r"(?:年初|年头|开年)(?:的时候|时)?(?:就|一共|总共|共)?(?:批|打|定|列|编|报|核|安排|给|拨)(?:了|的|下来|下)*(?:多少|几)(?:钱|万元|万|元)?(?:的)?(?:预算)?(?=\s*(?:[,;?]|$))"
)


def spell_budget(question: str) -> str:
    """The normalised question with such words spelt as 年初预算多少."""
    return GRANTED.sub("年初预算多少", question)
