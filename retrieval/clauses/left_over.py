"""A clause that asks by how much two figures differ that were asked for just before it (“…多少人，…多少人，还空几个编”)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.facts.task import Task

ASKED = re.compile(r"[~那又]*(?:还|尚|一共|总共)?(?:空|缺|省|剩|余|差|节约|节省|结余|相差)(?:着|下|了|出|额|缺|是|有)*(?:多少|几)")


def left_over(clause: str, masked: str, tasks: Sequence[Task]) -> Task | None:
    """The difference between the last two of the question's own tasks; None where something else is asked or they are no two amounts."""
    if not ASKED.match(masked):
        return None
    plain = [task.wants[0] for task in tasks[-2:] if task.measure == "value" and len(task.wants) == 1 and task.reducer in (None, "sum")]
    different = {one.keys for want in plain for one in want.mentions}
    if len(plain) != 2 or len(different) < 2 or not all(want.mentions for want in plain):
        return None
    return Task("value", tuple(plain), reducer="difference", text=clause)
