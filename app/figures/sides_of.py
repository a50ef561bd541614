"""Income or spending: of which side a cell or a sentence is, so that no share sets the one against the other unasked."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import late_re as re
from ingest.document import Figure, Statement
from retrieval.facts.candidate import Candidate, Found
from retrieval.facts.fact import Fact
from retrieval.facts.task import Want
from retrieval.spelling.label_key import label_key

INCOME, SPENDING = "收入", "支出"
FUNCTION = re.compile(r"2\d{6}|2\d{4}|2\d{2}")
BEHIND = r"(?:预算|财政拨款|决算|的)*"


def side_of(fact: Fact) -> str:
    """收入 or 支出 as the innermost header, the row, the sentence's subject or the title says; empty where none says one of them alone."""
    source = fact.source
    if isinstance(source, Figure):
        words = [*reversed([label_key(one) for one in source.col]), *reversed([label_key(one) for one in source.row]), *fact.titles]
    elif isinstance(source, Statement):
        words = [source.subject, *fact.titles]
    else:
        words = []
    said = next((word for word in words if (INCOME in word) != (SPENDING in word)), "")
    if said:
        return INCOME if INCOME in said else SPENDING
    return SPENDING if any(FUNCTION.fullmatch(code) for code in fact.codes) else ""


def side_asked(want: Want | None, text: str) -> str:
    """The side that a question says of what it names; empty where it says none or both."""
    named = [one.asked for one in want.mentions] if want else []
    said = {side for side in (INCOME, SPENDING) for one in named if side in one or re.search(rf"{re.escape(one)}{BEHIND}{side}", text)}
    return said.pop() if len(said) == 1 else ""


def of_side(found: Found | None, chosen: Candidate | None, side: str) -> Candidate | None:
    """The chosen candidate, or where it is of the other side the first that is of this one; None where all are of the other."""
    if chosen is None or not side or is_of_side(chosen.facts, side):
        return chosen
    others: Sequence[Candidate] = found.candidates if found else ()
    return next((one for one in others if side_of(one.facts[0]) == side), None)


def is_of_side(facts: Sequence[Fact], side: str) -> bool:
    """Whether one of the facts is of the side, or of none."""
    return any(side_of(fact) in ("", side) for fact in facts)
