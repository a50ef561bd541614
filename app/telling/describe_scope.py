"""Whose figures an answer tells, of which year and kind, and of which funds: what a reader must know beside the number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from app.answer import Citation
from ingest.document import DocumentInfo

MOST_NAMES = 3
FUNDS = (
    (re.compile("一般公共预算"), "一般公共预算"),
    (re.compile("政府性基金"), "政府性基金预算"),
    (re.compile("国有资本经营"), "国有资本经营预算"),
)  # fmt: skip


def describe_scope(citations: Iterable[Citation], info_of: Callable[[str], DocumentInfo | None]) -> tuple[str, ...]:
    """单位, 年度, 预算或决算 and 口径 of what is cited, those that are known."""
    cited = list(citations)
    infos = [info for info in map(info_of, dict.fromkeys(one.document_id for one in cited)) if info is not None]
    organizations = _distinct(info.organization for info in infos)
    shown = "、".join(organizations[:MOST_NAMES]) + (f"等{len(organizations)}个单位" if len(organizations) > MOST_NAMES else "")
    years = "、".join(f"{year}年" for year in sorted({info.year for info in infos if info.year}))
    kinds = "、".join(_distinct(f"{info.scope or ''}{info.kind}" for info in infos if info.kind))
    return tuple(part for part in (shown, years, kinds, _funds(cited)) if part)


def _funds(citations: Iterable[Citation]) -> str:
    """The one kind of funds that all cited tables are of, as their titles say."""
    titles = [one.table for one in citations if one.table]
    named = {next((name for pattern, name in FUNDS if pattern.search(title)), "") for title in titles}
    return named.pop() if len(named) == 1 else ""


def _distinct(texts: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))
