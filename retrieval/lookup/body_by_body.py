"""A count that sentences tell of a department's own level and of its units apart (在职人员): that of each body, and of all of them."""

from __future__ import annotations

from dataclasses import replace

from ingest import late_re as re
from ingest.document import DocumentInfo
from retrieval.evidence import StatementEvidence
from retrieval.facts.candidate import Candidate, Found
from retrieval.facts.finding import TaskFound
from retrieval.facts.statement_of_unit import plain, spoken_of

OF_OWN_LEVEL = re.compile(r"机关|本级|本部|行政编制")
FEWEST = 2


def body_by_body(found: TaskFound, info: DocumentInfo) -> TaskFound:
    """The count of each body, added up where a sentence speaks of the own level alone; as found where one body alone is counted."""
    told = counts_of_bodies(found.found[0], info) if found.task.measure == "value" and len(found.found) == 1 else {}
    if not told:
        is_of_units = found.task.measure == "value" and len(found.found) == 1 and are_of_units(found.found[0], info)
        return replace(found, found=(Found((), found.task.wants[0].mentions),)) if is_of_units else found
    reducer = found.task.reducer or ("sum" if any(map(is_of_own_level, told.values())) else None)
    task = replace(found.task, wants=found.task.wants * len(told), reducer=reducer)
    return TaskFound(task, tuple(Found((one,), ()) for one in told.values()), owners=tuple(told))


def counts_of_bodies(found: Found, info: DocumentInfo) -> dict[str, Candidate]:
    """What sentences count of each body, where every candidate is of another one and all are counted in one unit; else nothing."""
    bodies = [spoken_of(one, info, "") for one in found.candidates]
    own = plain(info.organization or "")  # the units alone are not the department
    if found.missing or len(bodies) < FEWEST or own not in bodies or None in bodies or len(set(bodies)) < len(bodies):
        return {}
    counters = {one.quantity.unit if one.quantity and not one.facts[0].is_money else None for one in found.candidates}
    is_counted = len(counters) == 1 and None not in counters
    return {body: one for body, one in zip(bodies, found.candidates, strict=True) if body} if is_counted else {}


def are_of_units(found: Found, info: DocumentInfo) -> bool:
    """Whether all that is found are counts of persons of several units, each of another, and none is the whole department's."""
    bodies = [spoken_of(one, info, "") for one in found.candidates]
    counts = [one.quantity.unit if one.quantity else "" for one in found.candidates]
    is_apart = len(bodies) >= FEWEST and None not in bodies and len(set(bodies)) == len(bodies)
    is_apart = is_apart and plain(info.organization or "") not in bodies
    return is_apart and not found.missing and all(unit in ("人", "名") for unit in counts)


def is_of_own_level(told: Candidate) -> bool:
    """Whether a sentence says that it speaks of the department's own level alone."""
    evidence = told.facts[0].evidence
    return isinstance(evidence, StatementEvidence) and bool(OF_OWN_LEVEL.search(evidence.statement.sentence))
