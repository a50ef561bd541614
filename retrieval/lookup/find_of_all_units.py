"""An item of each of a department's units that a question names all at once, where what they have is all that the department has."""

from __future__ import annotations

from dataclasses import replace

from ingest.document import Figure
from retrieval.bodies.units_asked import UnitsAsked
from retrieval.clauses.clause_words import are_totalled
from retrieval.facts.candidate import Found
from retrieval.facts.fact import FactIndex
from retrieval.facts.finding import Finding, TaskFound
from retrieval.facts.task import Task, Want
from retrieval.lookup.find_task import find_task
from retrieval.lookup.look_up_figures import look_up_figures
from retrieval.lookup.rank_bodies import is_all, size_of
from retrieval.spelling.label_key import label_key
from retrieval.spelling.load_vocabulary import Vocabulary

MEASURES = ("value", "children")


def find_of_all_units(finding: Finding, asked: UnitsAsked, vocabulary: Vocabulary) -> Finding | None:
    """What was read of a question without its units, found for each of them; nothing found where that is not sure.

    None where sums are held against a total: these find their addends themselves.
    """
    if any(one.task.reducer == "balance" for one in finding.tasks):
        return None
    return replace(finding, tasks=tuple(of_units(finding.index, one.task, asked, vocabulary) for one in finding.tasks))


def of_units(index: FactIndex, task: Task, asked: UnitsAsked, vocabulary: Vocabulary) -> TaskFound:
    """What each unit has of what a task wants: one thing related as is asked, or several told one after another."""
    task = replace(task, wants=tuple({tuple(one.keys for one in want.mentions): want for want in reversed(task.wants)}.values())[::-1])
    reducer = task.reducer or ("sum" if are_totalled(task.text) else None)
    if task.measure not in MEASURES or (len(task.wants) > 1 and reducer):
        return TaskFound(task, ())
    each = [of_want(index, replace(task, measure="value", reducer=None, wants=(want,)), want, asked, vocabulary) for want in task.wants]
    if not all(each):
        return TaskFound(task, ())
    told = [(want, unit, found) for want, units in zip(task.wants, each, strict=True) for unit, found in units.items()]
    having = {unit for _, unit, _ in told}
    return TaskFound(
        replace(task, measure="value", reducer=reducer, wants=tuple(want for want, _, _ in told)),
        tuple(found for _, _, found in told), owners=tuple(unit for _, unit, _ in told),
        lacking=tuple(unit for unit in asked.units if unit not in having),
    )  # fmt: skip


def of_want(index: FactIndex, task: Task, want: Want, asked: UnitsAsked, vocabulary: Vocabulary) -> dict[str, Found]:
    """What the units asked for have, where all units have a share of it or those that have it come to the whole; else nothing."""
    each = {unit: find_task(index, task, vocabulary, (unit,)).found for unit in asked.all_units}
    known = {unit: found[0] for unit, found in each.items() if len(found) == 1 and is_known(found[0])}
    chosen = {unit: known[unit] for unit in asked.units if unit in known}
    wholes = [one for candidate in look_up_figures(index, want, "value").candidates if (one := size_of(candidate)) is not None]
    if not chosen or not (is_all(list(known.items()), wholes) or are_of_one_place(known, asked)):
        return {}
    if len(known) == 1 and not all(names_unit(found, unit) for unit, found in known.items()):
        return {}  # what the department has is no unit's
    return chosen if asked.count in (None, len(chosen), len(asked.units)) else {}


def is_known(found: Found) -> bool:
    """Whether an amount or a count was found with all that was asked for."""
    return bool(found.candidates) and not found.missing and size_of(found.candidates[0]) is not None


def names_unit(found: Found, unit: str) -> bool:
    """Whether a cell of a table is a unit's own by the very name of its row or column."""
    fact = found.candidates[0].facts[0]
    return isinstance(fact.source, Figure) and label_key(unit) in {*(key for key, _ in fact.labels), *fact.headers}


def are_of_one_place(known: dict[str, Found], asked: UnitsAsked) -> bool:
    """Whether each unit that is asked for has its own figure in one column of one table: then nothing is left out."""
    if not all(unit in known for unit in asked.units):
        return False
    facts = [known[unit].candidates[0].facts[0] for unit in asked.units]
    places = {(fact.titles, fact.headers) for fact in facts}
    return len(places) == 1 and len({fact.source for fact in facts}) == len(facts)
