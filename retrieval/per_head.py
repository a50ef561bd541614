"""“按在职人员计算，人均…”: by which count an average is asked for, given in the question or to be looked up."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from ingest.quantity import Quantity
from retrieval.find_mentions import Mention
from retrieval.index_facts import FactIndex
from retrieval.task import Task, Want

AVERAGE = re.compile(r"人均|每一?(?:人|名|户|辆)|平均")
BASIS = re.compile(r"按(?:照)?(?P<what>[^,;?。，；？()（）]{2,14}?)(?:来)?(?:计算|算|计|口径)?(?=[,;?。，；？)）]|$)")
COUNT = re.compile(r"(\d+)\s*(人|名|户|辆|台|家|个)")
PLAIN = re.compile(r"20\d\d年?|年?[末底初]|实有|人数|人员|职工总?数?|总?数|的")
SHORTEST = 2


def set_basis_apart(question: str, index: FactIndex) -> tuple[str, str]:
    """The question without the words that say by which count an average is taken, and those words; as it is where they name none."""
    found = BASIS.search(question) if AVERAGE.search(question) else None
    if found is None or not (COUNT.search(found["what"]) or names_of(found["what"], index)):
        return question, ""
    return f"{question[: found.start()]}{' ' * len(found[0])}{question[found.end() :]}", found["what"]


def names_of(basis: str, index: FactIndex) -> tuple[str, ...]:
    """The labels that hold the core of what is counted (在职 of “2023年末在职人数”)."""
    core = PLAIN.sub("", basis)
    return tuple(sorted(key for key in index.variants if core in key)) if len(core) >= SHORTEST else ()


def with_basis(task: Task, basis: str, index: FactIndex) -> Task:
    """An average taken by the count that the question gives or names; any other task as it is."""
    if task.measure != "per" or not basis:
        return task
    if given := COUNT.search(basis):
        return replace(task, count=Quantity(Decimal(given[1]), given[2]))
    return replace(task, denominator=Want((Mention(-len(basis), 0, basis, names_of(basis, index)),), unit="人"))
