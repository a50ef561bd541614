"""What is left at the end of a year held against what there was at its beginning (“年末结转和结余比年初多多少”)."""

from __future__ import annotations

import re
from dataclasses import replace

from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Task

AGAINST = re.compile(r"[比较与和跟同](?:当年|本年|今年|20\d\d年)?(?:年初|期初|上年末|去年末|上年年末|去年年末)(?!预算)")
CLOSING = re.compile(r"^(?:年末|期末)")


def against_opening(task: Task, clause: str, index: FactIndex) -> Task:
    """The change of a closing amount as the difference to the opening amount that the document prints; any other task as it is."""
    if not task.measure.startswith("change") or len(task.wants) != 1 or not AGAINST.search(clause):
        return task
    want = task.wants[0]
    opened = tuple(opening(one, index) for one in want.mentions)
    if sum(one is not None for one in opened) != 1:
        return task
    before = tuple(other or one for one, other in zip(want.mentions, opened, strict=True))
    return replace(task, measure="value", reducer="difference", wants=(want, replace(want, mentions=before)), text=clause)


def opening(one: Mention, index: FactIndex) -> Mention | None:
    """The opening amount of the same name; None where the document has none."""
    pairs = [(key, CLOSING.sub("年初", key)) for key in one.keys if CLOSING.match(key)]
    keys = tuple(before for _, before in pairs if before in index.postings)
    return replace(one, asked=keys[0], keys=keys) if keys else None
