"""A task's wants taken another way: one for each unit, for each name, once for each side, for a comparison of documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest import late_re as re
from retrieval.facts.candidate import Found
from retrieval.facts.fact import FactIndex
from retrieval.facts.task import Task, Want
from retrieval.names.coordinate_mentions import TABLE

RATE = re.compile(r"(?:预算|全年)?(?:执行|完成)率")
BLANK = re.compile("~")  # where `choose_documents` took the name of an organisation or a unit out


def lacks_some(found: Sequence[Found]) -> bool:
    """Whether one of the wants was not found, or not with all that it names."""
    return any(one.missing or not one.candidates for one in found)


def as_completion(task: Task, index: FactIndex) -> Task | None:
    """The rate at which a budget was met, where no column of final accounts prints the 执行率 of what is asked for."""
    rates = {one for want in task.wants for one in want.mentions if RATE.fullmatch(one.asked)}
    if task.measure != "value" or not rates or index.document.info.kind != "决算":
        return None
    wants = (replace(want, mentions=tuple(one for one in want.mentions if one not in rates), side=None) for want in task.wants)
    kept = tuple(want for want in wants if want.mentions)
    return replace(task, measure="completion", wants=kept, reducer=None) if len(kept) == len(task.wants) == 1 else None


def for_comparison(task: Task) -> Task:
    """A task as each of several documents is asked it: its own figure, of the document's own side."""
    sides = {want.side for want in task.wants}
    wants = tuple(dict.fromkeys(replace(want, side=None) for want in task.wants)) if len(sides) > 1 else task.wants
    return replace(task, wants=wants, measure="value" if task.measure == "children" else task.measure)


def same_side_once(wants: tuple[Want, ...]) -> tuple[Want, ...]:
    """Of several words for one thing (加油、修车) the first, for each side that is asked for."""
    return tuple({want.side: want for want in reversed(wants)}.values())[::-1]


def pair(task: Task, units: Sequence[str]) -> tuple[Want, ...]:
    """A want for each unit where each is named before an item of its own: the blank that its name left lies before the item."""
    mentions = tuple({one.start: one for want in task.wants for one in want.mentions}.values())
    if not mentions:
        return ()
    starts = [0, *(one.end for one in mentions[:-1])]
    items = ((one, start) for one, start in zip(mentions, starts, strict=True) if one.start >= 0 and not one.asked.endswith(TABLE))
    own = [one for one, start in items if BLANK.search(task.text[start : one.start])]
    if len(own) < len(units) or own[-len(units) :] != list(mentions[-len(units) :]):
        return ()
    shared = mentions[: -len(units)]
    return tuple(replace(task.wants[0], mentions=(*shared, one)) for one in mentions[-len(units) :])


def within(task: Task, inner: str) -> Task:
    """The task with the name that stands in the others alone: “甲中归入乙的合计” is no sum of both."""
    want = task.wants[0]
    return replace(task, wants=(replace(want, mentions=tuple(one for one in want.mentions if one.asked == inner)),))


def apart(want: Want) -> tuple[Want, ...]:
    """A want for each mention of one: no figure bears them all, so they are operands, each in the table that is named."""
    tables = tuple(one for one in want.mentions if one.asked.endswith(TABLE))
    items = [one for one in want.mentions if one not in tables]
    operands = [(*tables, one) for one in items] if items else [(one,) for one in tables]
    return tuple(replace(want, mentions=one) for one in operands)
