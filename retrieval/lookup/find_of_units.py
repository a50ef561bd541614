"""A task asked of several units: one thing of each, each one's own thing, or two things of all of them set in relation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest import late_re as re
from retrieval.clauses.clause_words import is_altogether, is_each_altogether
from retrieval.clauses.reshape_task import pair
from retrieval.facts.candidate import Found
from retrieval.facts.finding import TaskFound
from retrieval.facts.gather_candidates import add_up
from retrieval.facts.task import RELATED, Task
from retrieval.lookup.rank_bodies import ranks_bodies

EACH = re.compile(r"各自?(?:是|为|有|占|得)?[多少高低几差]|分别")


def find_of_units(task: Task, units: Sequence[str], find: Callable[[Task, str], TaskFound]) -> TaskFound:
    """What was found for a task of several units, where `find` tells what one unit has for a task."""
    task = replace(task, measure="value") if ranks_bodies(task) else task
    paired = pair(task, units)  # “甲的A和乙的B”: one want for each unit
    asked = [replace(task, wants=(want,)) for want in paired] or [task] * len(units)
    each = [find(one, unit) for one, unit in zip(asked, units, strict=True)]
    if not paired and task.reducer in RELATED and all(len(one.task.wants) > 1 for one in each):
        return of_units_together(each[0].task, each)
    if not paired and is_each_altogether(task.text, len(each[0].task.wants)) and len({len(one.found) for one in each}) == 1:
        return of_units_together(replace(each[0].task, reducer=None), each)
    wants = tuple(want for found in each for want in found.task.wants)
    return TaskFound(
        replace(task, wants=wants, reducer=task.reducer or ("sum" if is_altogether(task.text) else None)),
        tuple(one for found in each for one in found.found),
        tuple(one for found in each for one in found.plain), each[0].denominator,
        owners=tuple(unit for found, unit in zip(each, units, strict=True) for _ in found.found) if not paired else (),
    )  # fmt: skip


def of_units_together(task: Task, each: Sequence[TaskFound]) -> TaskFound:
    """Two things of several units set in relation: each thing is that of all the units together, none where they are asked one by one."""
    if EACH.search(task.text):
        return TaskFound(task, ())
    found = []
    for place in range(len(task.wants)):
        best = [one.found[place].candidates[:1] for one in each]
        missing = tuple(mention for one in each for mention in one.found[place].missing)
        facts = tuple(fact for one in best for each_one in one for fact in each_one.facts[: None if each_one.is_sum else 1])
        found.append(Found((add_up(facts, 0.0),), ()) if all(best) and not missing else Found((), missing))
    return TaskFound(task, tuple(found))
