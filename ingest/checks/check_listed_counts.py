"""Counts of cars and of staff that a sentence lists by kind (共有车辆5辆，其中：轿车2辆、越野车3辆): the kinds must come to the count."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from ingest import late_re as re
from ingest.checks.check_arithmetic import BROKEN, HOLDS, PROSE
from ingest.document import Check, Document, Statement, Term
from ingest.quantity import Quantity

SAYS = "“{subject}”＝其中所列各种{counted}之和"
OF_STAFF = re.compile(r"编制|人|在职|在编|退休|实有")
COUNTED = {"辆": ("车辆", re.compile(r"车")), "人": ("人员", OF_STAFF), "名": ("人员", OF_STAFF)}
ALL_KINDS = (("行政", "事业"), ("离休", "退休"))  # kinds of staff that together are all of them; of any others some may be left out
RETIRED = re.compile(r"退休|离休")  # told beside those at work they are no kind of them
SUBTOTAL = re.compile(r"小计|合计|总计")
KIND = r"[^，。；、\d（）()]{{2,14}}\d+{unit}(?:[（(][^（）()]{{0,80}}[）)])?"  # 特种专业技术用车3辆（巡护车1辆、运输车2辆）
BRACKET = re.compile(r"[（(][^（）()]*[）)]")  # what one kind is made of is no kind beside it
LISTED = r"(?P<count>\d+){unit}[，,；;（(]?其中[：:，,]?(?P<kinds>{kind}(?:[、，,{further}和及]{kind})+)(?=[。；;）)（(]|，(?!{kind})|$)"


def check_listed_counts(document: Document) -> Iterator[Check]:
    """Every count of cars or staff whose sentence goes on to list them all by kind."""
    for index, statement in enumerate(document.statements):
        kinds = _those_of(statement, _kinds(document, statement), document) if _is_counted(statement) else []
        total = sum((document.statements[kind].quantity.number for kind in kinds), Decimal(0))
        difference = Quantity(statement.quantity.number - total, statement.quantity.unit)
        if len(kinds) > 1 and (not difference.number or _are_all(statement, [document.statements[kind] for kind in kinds])):
            says = SAYS.format(subject=statement.subject, counted=COUNTED[statement.quantity.unit][0])
            terms = tuple(Term(statement=kind) for kind in kinds)
            yield Check(says, PROSE, (Term(statement=index),), terms, difference, BROKEN if difference.number else HOLDS)


def _is_counted(statement: Statement) -> bool:
    known = COUNTED.get(statement.quantity.unit)
    return statement.measure == "数量" and known is not None and bool(known[1].search(statement.subject))


def _those_of(whole: Statement, kinds: list[int], document: Document) -> list[int]:
    """The kinds; of staff the first that come to the count, for what follows them in the sentence is counted beside it."""
    if whole.quantity.unit == "辆":
        return kinds
    if any(SUBTOTAL.search(document.statements[kind].subject) for kind in kinds):
        return []  # 实有人数小计387人，其中：在职人数小计387人，行政在职人数36人: what is part of what is not said
    sums = accumulate(document.statements[kind].quantity.number for kind in kinds)
    end = next((at for at, total in enumerate(sums, 1) if total == whole.quantity.number and at > 1), len(kinds))
    return kinds[:end]


def _are_all(whole: Statement, kinds: list[Statement]) -> bool:
    """Whether nothing counted is left out by these kinds, and nothing else is among them."""
    names = "".join(one.subject for one in kinds)
    if whole.quantity.unit == "辆":
        return True
    is_other = bool(RETIRED.search(names)) and not RETIRED.search(whole.subject)
    return not is_other and any(all(word in names for word in words) for words in ALL_KINDS)


def _kinds(document: Document, whole: Statement) -> list[int]:
    """The statements of the kinds that are listed after a count; none where not every kind was read."""
    unit = whole.quantity.unit
    kind = KIND.format(unit=unit)
    pattern = re.compile(LISTED.format(unit=unit, kind=kind, further="；;" if unit == "辆" else ""))
    listed = next((one for one in pattern.finditer(whole.sentence) if one["count"] == str(whole.quantity.number)), None)
    if listed is None or whole.subject not in whole.sentence[: listed.start()]:
        return []
    kinds = BRACKET.sub("", listed["kinds"])
    beside = [
        index for index, one in enumerate(document.statements)
        if one is not whole and one.sentence == whole.sentence and one.place == whole.place and one.quantity.unit == unit
        and re.search(rf"{re.escape(one.subject)}\s*{one.quantity.number}{unit}", kinds)
    ]  # fmt: skip
    return beside if len(beside) == len(re.findall(kind, listed["kinds"])) else []
