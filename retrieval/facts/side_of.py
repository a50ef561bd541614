"""Which side, budget or final account, a header names."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.spelling.label_key import label_key

FINAL_WORDS = ("决算", "执行数")
COMPARES = re.compile(r"比(?:上年|去年|20\d\d年|年初)[^>]*>.*增|增减[额率%％]?$")  # 2031年预算数比2030年执行数 > 增减额


def side_of(header: tuple[str, ...]) -> str | None:
    """Whether a header path names the budget side, the final-account side or neither."""
    joined = ">".join(label_key(part) for part in header)
    if COMPARES.search(joined):
        return None
    if any(word in joined for word in FINAL_WORDS):
        return "决算"
    return "预算" if re.search(r"(?:^|>)(?:年初预算数?|全年预算数?|预算数|调整预算数?)(?:$|[^执])", joined) else None
