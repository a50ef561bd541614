"""A task to figures: the candidates for each of its wants, or for every row of the list that it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retrieval.clauses.other_rows import rows_left
from retrieval.clauses.per_head import cars_kept, is_of_persons, with_visits, without_cars
from retrieval.clauses.reshape_task import same_side_once
from retrieval.facts.fact import FactIndex
from retrieval.facts.finding import TaskFound
from retrieval.facts.task import Task
from retrieval.lookup.body_by_body import body_by_body
from retrieval.lookup.both_sides import of_one_place
from retrieval.lookup.find_balance import find_balance
from retrieval.lookup.find_of_units import find_of_units
from retrieval.lookup.find_rows import find_children, find_listed
from retrieval.lookup.find_share import find_share, of_whole
from retrieval.lookup.general_budget import is_of_budget, lacks_budget, of_general_budget
from retrieval.lookup.look_up_figures import look_up_figures, look_up_year_before
from retrieval.lookup.rank_bodies import of_bodies, of_each_body, ranks_bodies
from retrieval.lookup.read_otherwise import read_otherwise
from retrieval.lookup.whole_of_share import beside_parts, same_of_unit
from retrieval.spelling.load_vocabulary import Vocabulary


def find_task(index: FactIndex, task: Task, vocabulary: Vocabulary, units: Sequence[str], *, is_compared: bool = False) -> TaskFound:
    """What a document has for a task of these units; `is_compared` says that several documents are asked the same."""
    if task.measure == "list":
        return TaskFound(task, rows_left(find_listed(index, task, vocabulary, units), task.set_aside))
    if task.reducer == "balance":
        held, parts, whole = find_balance(index, task, units)
        return TaskFound(held, parts, denominator=whole)
    if len(units) > 1:
        return find_of_units(task, units, lambda one, unit: find_task(index, one, vocabulary, (unit,)))
    if len({(want.unit, *((one.keys, one.code) for one in want.mentions)) for want in task.wants}) == 1:
        task = replace(task, wants=same_side_once(task.wants))
    if not units and not is_compared and len(index.document.info.units) > 1 and ranks_bodies(task):
        amounts, bodies = of_each_body(index, task)
        return TaskFound(of_bodies(task, len(amounts)) if amounts else task, amounts, owners=bodies)
    if task.measure == "children":
        children = find_children(index, task, units)
        if children or task.bound:
            return TaskFound(task, children)
        return find_task(index, replace(task, measure="value"), vocabulary, units, is_compared=is_compared)
    if task.measure == "per":
        return find_average(index, task, units)
    found = find_wants(index, task, units)
    if not isinstance(found, TaskFound):
        return find_task(index, found, vocabulary, units, is_compared=is_compared)
    return found if units or is_compared else body_by_body(found, index.document.info)


def find_average(index: FactIndex, task: Task, units: Sequence[str]) -> TaskFound:
    """What was found for an average: its wants as they are counted, the amounts, and the count by which these are divided."""
    kept = cars_kept(task, index)
    task = with_visits(without_cars(task) if kept else task, index)
    unit = "人" if is_of_persons(task) else "元"
    amounts = tuple(look_up_figures(index, replace(want, unit=unit), "value", units) for want in task.wants)
    divisor = kept or task.denominator
    counts = look_up_figures(index, divisor, "value", units) if divisor else None
    printed = tuple(look_up_figures(index, want, "value", units) for want in task.wants)
    return TaskFound(replace(task, denominator=divisor), printed, amounts, counts)


def find_wants(index: FactIndex, task: Task, units: Sequence[str]) -> TaskFound | Task:
    """What was found for the wants of a task, and from what it follows; the task that was meant instead where they are not there."""
    is_of_all = bool(units) and same_of_unit(task) != task
    task = of_whole(task, units)
    found = tuple(look_up_figures(index, want, task.measure, units) for want in task.wants)
    if other := read_otherwise(index, task, found, units):
        return other
    found = of_one_place(task, found)
    found = beside_parts(index, task, found) if task.reducer == "minus" and len(found) > 1 else found
    plain = tuple(look_up_figures(index, want, "value", units) for want in task.wants) if task.measure != "value" else ()
    parts = find_share(index, TaskFound(task, found, plain), units, is_of_all=is_of_all)
    is_met = task.measure == "completion" and bool(task.wants) and index.document.info.kind != "预算"  # a budget tells of nothing met
    both = [replace(task.wants[0], side=side) for side in ("预算", "决算")] if is_met else []
    sides = tuple(look_up_figures(index, want, "value", units) for want in both)
    sides = of_one_place(replace(task, wants=tuple(both), reducer="percent"), sides)
    if is_of_budget(task) and lacks_budget(parts.found, sides) and (narrower := of_general_budget(task, index)):
        return narrower
    before = tuple(look_up_year_before(index, want, units) for want in task.wants) if task.measure.startswith("change") else ()
    return replace(parts, sides=sides, before=before)
