"""Words that only narrow the account that is meant (一般公共预算, 财政拨款, 基本支出): where no label has them, a table's title may."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

NAMES = re.compile(r"一般公共预算|财政拨款|政府性基金|国有资本经营|基本支出|项目支出")
SCOPE = re.compile(rf"(?:(?:{NAMES.pattern})(?:预算|资金|安排|支出|的)*)+")


def scopes_in(text: str, titles: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where a text narrows the account by words that some title has."""
    known = tuple(titles)
    for found in SCOPE.finditer(text):
        if any(is_within(found[0], title) for title in known):
            yield found.span()


def is_within(asked: str, title: str) -> bool:
    """Whether words that do nothing but narrow the account all stand in a title."""
    return bool(SCOPE.fullmatch(asked)) and all(name in title for name in NAMES.findall(asked))
