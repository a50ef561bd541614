"""A clause that names nothing but the table in which the thing spoken of is to be looked up."""

from __future__ import annotations

from dataclasses import replace

from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Task, Want
from retrieval.names.coordinate_mentions import coordinate, is_title


def in_table(
    clause: str, mentions: tuple[Mention, ...], context: tuple[Mention, ...], tasks: list[Task], index: FactIndex, *, asks: bool
) -> list[Task] | None:
    """The tasks where the clause asks what a table has for the scene before it, or says in which table to look; None else."""
    if not mentions or not all(is_title(one, index) for one in mentions) or coordinate(clause, mentions)[0]:
        return None
    if context:
        group = context[-1].group
        members = tuple(one for one in context if group and one.group == group)
        shared = tuple(one for one in context if one not in members)
        operands = [(*shared, one, *mentions) for one in members] or [(*shared, *mentions)]
        return [*tasks, Task("value", tuple(Want(operand, text=clause) for operand in operands), text=clause)]
    if tasks and tasks[-1].wants and not asks:
        last = tasks[-1]
        return [*tasks[:-1], replace(last, wants=tuple(replace(want, mentions=(*want.mentions, *mentions)) for want in last.wants))]
    return None
