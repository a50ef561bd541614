"""Cars that a sentence counts and then lists by kind (共有车辆5辆，其中：轿车2辆、越野车3辆): the kinds must come to the count."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ingest import late_re as re
from ingest.check_arithmetic import BROKEN, HOLDS, PROSE
from ingest.document import Check, Document, Statement, Term
from ingest.quantity import Quantity

SAYS = "“{subject}”＝其中所列各种车辆之和"
KIND = r"[^，。；、\d（）()]{2,14}\d+辆"
LISTED = re.compile(rf"(?P<count>\d+)辆[，,；;（(]?其中[：:，,]?(?P<kinds>{KIND}(?:[、，,；;和及]{KIND})+)(?=[。；;）)]|，(?!{KIND})|$)")
CAR = re.compile(r"车")


def check_listed_counts(document: Document) -> Iterator[Check]:
    """Every count of cars whose sentence goes on to list them all by kind."""
    for index, statement in enumerate(document.statements):
        kinds = _kinds(document, statement) if _counts_cars(statement) else []
        if len(kinds) > 1:
            total = sum((document.statements[kind].quantity.number for kind in kinds), Decimal(0))
            difference = Quantity(statement.quantity.number - total, statement.quantity.unit)
            terms = tuple(Term(statement=kind) for kind in kinds)
            verdict = BROKEN if difference.number else HOLDS
            yield Check(SAYS.format(subject=statement.subject), PROSE, (Term(statement=index),), terms, difference, verdict)


def _counts_cars(statement: Statement) -> bool:
    return statement.measure == "数量" and statement.quantity.unit == "辆" and bool(CAR.search(statement.subject))


def _kinds(document: Document, whole: Statement) -> list[int]:
    """The statements of the kinds that are listed after a count; none where not every kind was read."""
    listed = next((one for one in LISTED.finditer(whole.sentence) if one["count"] == str(whole.quantity.number)), None)
    if listed is None or whole.subject not in whole.sentence[: listed.start()]:
        return []
    beside = [
        index for index, one in enumerate(document.statements)
        if one is not whole and one.sentence == whole.sentence and one.place == whole.place and _counts_cars(one)
        and re.search(rf"{re.escape(one.subject)}\s*{one.quantity.number}辆", listed["kinds"])
    ]  # fmt: skip
    return beside if len(beside) == len(re.findall(KIND, listed["kinds"])) else []
