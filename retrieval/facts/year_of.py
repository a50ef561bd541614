"""The year that headers name."""

from __future__ import annotations

from ingest import late_re as re

HEADER_YEAR = re.compile(r"(20\d\d)(?:年|$)")
YEAR_BEFORE = re.compile(r"^(?:上年|上一年|去年)度?(?:预算|决算|执行|完成|支出|数|$)")


def year_of(header: tuple[str, ...], own: int | None) -> int | None:
    """The only year that a header path names; 上年 and 去年 are the year before the document's own."""
    years = {int(found) for part in header for found in HEADER_YEAR.findall(part)}
    if len(years) == 1:
        return years.pop()
    return own - 1 if own and not years and any(YEAR_BEFORE.search(part) for part in header) else None
