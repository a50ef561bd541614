"""Whether a grid begins with a header of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

FIRST_HEADER = re.compile(r"项目(?:名称)?|科目(?:编码|名称)|单位名称|收入|支出|功能分类科目.*")
COLUMN_HEADER = re.compile(r"(?:项目|科目)名称|.*(?:预算|决算|执行)数|金额|合计|总计|小计|.*(?:经费|支出|收入|拨款|基金)")


def is_plain_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a grid begins with a header of its own: 项目 beside the names of amounts."""
    texts = rows[0] if rows else ()
    return len(texts) > 1 and bool(FIRST_HEADER.fullmatch(texts[0])) and all(map(COLUMN_HEADER.fullmatch, texts[1:]))
