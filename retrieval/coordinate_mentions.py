"""Which of the mentions of a clause stand side by side (“A、B和C各多少”): each of them is asked for with all the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from retrieval.find_mentions import Mention

BETWEEN = re.compile(
    r"(?:和|与|及|以及|、|跟|同|比|还是|或|或者|的|项目|~|两个|两项|,|/|各|加|加上|减去|减|多久"
    r"|(?:几|多少)(?:次|人|个|天|件|家|名|台|辆|项|场|条|元|万元)?|是|定)+"
)


def marked_group(clause: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions of a clause that only sets the scene, those that it coordinates marked as one group."""
    group, _ = coordinate(clause, mentions)
    return tuple(replace(one, group=clause) if one in group else one for one in mentions)


def coordinate(clause: str, mentions: tuple[Mention, ...]) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The longest run of mentions joined by conjunctions alone, and the other mentions, which all of them share."""
    columns = tuple(one for one in mentions if one.is_column)
    best: tuple[Mention, ...] = columns if len(columns) > 1 else ()
    for run in runs(clause, mentions):
        if len(run) > max(1, len(best)):
            best = run
    return best, tuple(one for one in mentions if one not in best)


def runs(clause: str, mentions: tuple[Mention, ...]) -> Iterator[tuple[Mention, ...]]:
    """The maximal runs of mentions with nothing but conjunctions between them."""
    run: list[Mention] = []
    for one in mentions:
        if run and not joins(clause[run[-1].end : one.start]):
            yield tuple(run)
            run = []
        run.append(one)
    if run:
        yield tuple(run)


def joins(between: str) -> bool:
    """Whether the words between two mentions coordinate them; a bare 的 does not."""
    return bool(BETWEEN.fullmatch(between)) and not re.fullmatch(r"[的~各是]+|项目的?", between)
