"""What a clause asks, typed: the figures wanted, in which measure, and what is done with them."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.quantity import Quantity
from retrieval.facts.label_mention import Mention
from retrieval.spelling.bound import Bound

RELATED = ("difference", "times", "percent", "minus")  # the reducers that set one thing in relation to another


@dataclass(frozen=True, slots=True)
class Want:
    """A figure that is wanted: mentions it must bear, those it may bear, side (预算 / 决算), the unit it is counted in, its clause."""

    mentions: tuple[Mention, ...]
    context: tuple[Mention, ...] = ()
    side: str | None = None
    unit: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """What one clause asks: wants in a measure (value, share, completion, change, per), set in relation by a reducer (or none).

    `rows` names a list of rows that is asked for instead (projects, functions, procurement), `bound` the amount they must exceed or
    stay below. `text` is the clause itself, `unknown` its content words that nothing accounts for.
    `is_of_total` says that the share is asked of the total of the figure's own column. `count` is the number that the question itself
    gives for an average. `is_added` says that the rows chosen from a list are wanted together too; `set_aside` names rows left out of it.
    `fund` is the fund that must pay for the rows of a list.
    """

    measure: str
    wants: tuple[Want, ...]
    denominator: Want | None = None
    reducer: str | None = None
    direction: str | None = None
    rows: str | None = None
    bound: Bound | None = None
    text: str = ""
    unknown: tuple[str, ...] = ()
    top: int | None = None
    is_of_total: bool = False
    count: Quantity | None = None
    is_added: bool = False
    set_aside: tuple[str, ...] = ()
    fund: str = ""


def is_share_of_sum(task: Task) -> bool:
    """Whether a task asks for the share of several things together."""
    return task.measure == "share" and task.reducer == "sum" and len(task.wants) > 1


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole question as one document's labels let it be understood.

    `unexplained` are content words that nothing accounts for, `unhandled` the clauses that ask for something no task answers.
    """

    tasks: tuple[Task, ...]
    unexplained: tuple[str, ...]
    corrections: tuple[tuple[str, str], ...]
    unhandled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """What has been read so far."""

    tasks: tuple[Task, ...] = ()
    context: tuple[Mention, ...] = ()
    unknown: tuple[str, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()
    unhandled: tuple[str, ...] = ()
