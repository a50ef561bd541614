"""What one document has for a question: its reading, and for each task what was found."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.facts.candidate import Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Reading, Task


@dataclass(frozen=True, slots=True)
class TaskFound:
    """One task with what was found for each of its wants, and for its denominator."""

    task: Task
    found: tuple[Found, ...]
    plain: tuple[Found, ...] = ()  # for shares, rates, completions and averages: the plain amounts of the same wants
    denominator: Found | None = None
    sides: tuple[Found, ...] = ()  # for completions: the budget and the final amount
    before: tuple[Found, ...] = ()  # for changes: the amounts in columns of the year before
    owners: tuple[str, ...] = ()  # the unit of each want where one thing is asked of several units
    lacking: tuple[str, ...] = ()  # units that were asked for too and have no such figure

    @property
    def prints(self) -> tuple[Fact, ...]:
        """All facts that print what was asked for, in whichever scope."""
        return tuple(fact for found in self.found if not found.missing for one in found.candidates for fact in one.facts)


@dataclass(frozen=True, slots=True)
class Finding:
    """One document's reading of a question and what it has for it."""

    index: FactIndex
    reading: Reading
    tasks: tuple[TaskFound, ...]
    choices: tuple[str, ...] = ()  # the names that a part of a name may mean
    is_by_part: bool = False  # found by a part of its name

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions that the tasks want."""
        return tuple(one for found in self.tasks for want in found.task.wants for one in want.mentions)
