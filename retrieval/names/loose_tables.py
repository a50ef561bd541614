"""Tables called by a shorter or a looser name than they print (“基本支出明细表”, “整体自评表”, “支出总表” of 部门支出总体情况表)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

FORM = re.compile(r"本级|部门|单位|年度|公开|总体|情况|汇总|明细|一览|财务|(?<!公共)(?<!经营)(?<!基金)预算|决算|总(?=表)|表$|[“”()（）]")
CALLED = re.compile(r"[^\W\d_a-z■]{2,16}?表(?![示明现格达扬决演彰态面])")
NARROWED = re.compile(r"(?:项目|基本|收入|基金|资本|经营|预算|拨款|采购|资产|经费|绩效|分类|债务|三公)$")  # “项目支出表” is no 支出表
SHORTEST = 2


def loose_tables(text: str, titles: Iterable[str], spelt: Iterable[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where a folded question calls a table loosely, and the titles it may mean; a name that is spelt out somewhere is none."""
    known = {title: core_of(title) for title in titles if title}
    names = frozenset(spelt)
    for found in CALLED.finditer(text):
        for start in range(found.start(), found.end() - SHORTEST):
            asked = text[start : found.end()]
            if asked in names or NARROWED.search(text[:start]):
                break
            if keys := meant(core_of(asked), known):
                yield start, found.end(), keys
                break


def core_of(name: str) -> str:
    """What a table's name says besides its form."""
    return FORM.sub("", name).replace("收入支出", "收支")


def meant(core: str, known: dict[str, str]) -> tuple[str, ...]:
    """The titles that say nothing else than what was asked, else those that say least besides it."""
    if len(core) < SHORTEST:
        return ()
    left = {title: len(own) - len(core) for title, own in known.items() if core == own or (len(core) > SHORTEST and core in own)}
    return tuple(sorted(title for title, rest in left.items() if rest == min(left.values())))
