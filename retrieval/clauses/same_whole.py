"""“人员经费占基本支出的几成？”, “其中公用经费占多少？”: the share of another part of the same whole."""

from __future__ import annotations

from dataclasses import replace

from ingest import late_re as re
from ingest.document import Figure
from retrieval.clauses.clause import Clause
from retrieval.clauses.make_task import OF_ABOVE
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Task
from retrieval.spelling.label_key import label_key

BARE_SHARE = re.compile(r"[^■占]*■+[~的又则]*占[^■]*")


def same_whole(last: Task, asked: Clause, index: FactIndex) -> Task | None:
    """The share of what a clause names in the whole of the share that was asked for just before.

    None where the clause names a whole itself, and where what it names is a part of that earlier part, or with 其中 may be one: then
    that part may be the whole.
    """
    masked, mentions = asked.masked, asked.mentions
    has_whole = last.measure == "share" and (last.denominator is not None or last.is_of_total) and len(last.wants) == 1
    if not has_whole or len(mentions) != 1 or not BARE_SHARE.fullmatch(masked):
        return None
    before = last.wants[0].mentions
    if set(mentions) & {*before, *(last.denominator.mentions if last.denominator else ())}:
        return None
    pairs = [(one, other) for one in facts_of(mentions, index) for other in facts_of(before, index) if table_of(one) == table_of(other)]
    keys = {key for one in before for key in one.keys}
    if any(stands_within(one, other, keys) for one, other in pairs):
        return None
    if OF_ABOVE.search(masked) and not any(is_beside(one, other) for one, other in pairs):
        return None
    return replace(last, wants=(replace(last.wants[0], mentions=mentions),), text=asked.text, unknown=())


def facts_of(mentions: tuple[Mention, ...], index: FactIndex) -> list[Fact]:
    """The cells that bear any of the mentions."""
    numbers = {number for one in mentions for key in one.keys for number in index.postings.get(key, ())}
    numbers |= {number for one in mentions if one.code for number in index.codes.get(one.code, ())}
    return [index.facts[number] for number in sorted(numbers) if isinstance(index.facts[number].source, Figure)]


def table_of(fact: Fact) -> int:
    """The table of a cell."""
    return fact.source.table if isinstance(fact.source, Figure) else -1


def stands_within(inner: Fact, outer: Fact, keys: set[str]) -> bool:
    """Whether a cell stands under a header of these keys, or its code under the code of another row."""
    groups = {label_key(name) for name in inner.source.col[:-1]} if isinstance(inner.source, Figure) else set()
    codes = (*inner.codes[:1], *outer.codes[:1])
    return bool(groups & keys) or (len(codes) > 1 and codes[0] != codes[1] and codes[0].startswith(codes[1]))


def is_beside(one: Fact, other: Fact) -> bool:
    """Whether two cells of a table stand in one column, or in one row."""
    first, second = one.source, other.source
    return isinstance(first, Figure) and isinstance(second, Figure) and (first.col == second.col or first.row == second.row)
