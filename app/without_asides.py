"""A question without what it says is expressly not meant."""

from __future__ import annotations

import re

NOT_MEANT = re.compile(r"(?<=[^,(]{2}),而?不是(?:指|问|说)?[^,;?()]{2,20}(?=[,)?])")  # what is meant stands right before it

AS_PERCENT = re.compile(r"[,;(]?(?:请|结果)?用百分(?:数|比)(?:来)?表示\)?")  # a share is told in per cent anyhow
BOTH_KINDS = re.compile(r"\((?:含|包括|包含)([^()]{1,6}、[^()]{1,6})\)")  # “(含行政、事业)”: no kind is left out


def without_asides(question: str) -> str:
    """The question with what is meant alone (“…(局机关,不是下属中心)…”)."""
    return BOTH_KINDS.sub(r"(\1都算)", AS_PERCENT.sub("", NOT_MEANT.sub("", question)))
