"""What the prose states twice: one amount, or one count of the whole body, that two sections give under one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from ingest import late_re as re
from ingest.check_arithmetic import BROKEN, HOLDS, PROSE, Arithmetic
from ingest.check_lines import Grid
from ingest.check_roles import plain_title
from ingest.document import Check, Document, Statement, Term
from ingest.find_stated_cells import stated_side
from ingest.quantity import YUAN_PER_UNIT, Quantity
from ingest.standard_forms.identities import load_identities
from ingest.table_words import fold_all
from ingest.thing_named import funds_named, is_generic, thing_named

TWICE = "正文两处所说的“{subject}”"
BOTH_SIDES = re.compile(r"收支|收入支出")
ALL_MONEY = "财政拨款"  # a total of all money and one of what the treasury pays are two
LEAST_SHARE = Decimal(2) / 3  # amounts of one name that lie further apart are hardly one thing told twice
COUNTED_ALIKE = {"名": "人", "台": "辆", "家": "个"}
OF_ALL = re.compile(r"(?:我|本|全)(?:部门|单位|系统|局|委|办|院|校)|总(?=编制|人数|数)|编制总|部门总")
OTHER_TIME = re.compile(r"上年|去年|上一年|计划|拟|预计|新增|增加|减少|平均|人均|目标|将|核减|空缺|超")
EMPTY_OF_COUNTS = re.compile(r"^(?:截至|现|共|总|核定|批准|实有|期末|年末|编外)+|(?:人员|人|总|员)$|总")


def check_repeated(grids: Sequence[Grid], arithmetic: Arithmetic) -> Iterator[Check]:
    """Every pair of sections that state one thing: equal, or told as what it is."""
    document = arithmetic.document
    shared = {line.name for grid in grids for line in grid.lines if line.code.startswith("2") or BOTH_SIDES.search(plain_title(grid))}
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, statement in enumerate(document.statements):
        key = _amount_key(statement, document, shared) or _count_key(statement, document)
        if key:
            groups[key].append(index)
    for indexes in groups.values():
        for first, second in combinations(indexes, 2):
            one, other = document.statements[first], document.statements[second]
            if one.section != other.section and _may_be_one(one, other):
                says, sides = TWICE.format(subject=one.subject), ((Term(statement=first),), (Term(statement=second),))
                check = arithmetic.compare(says, PROSE, *sides) if one.quantity.is_money else _counts(says, sides, one, other)
                yield from [check] if check else []


def _counts(says: str, sides: tuple[tuple[Term, ...], tuple[Term, ...]], one: Statement, other: Statement) -> Check:
    """The check of two counts, whose units may be written differently (名, 人)."""
    difference = Quantity(one.quantity.number - other.quantity.number, one.quantity.unit)
    return Check(says, PROSE, *sides, difference, BROKEN if difference.number else HOLDS)


def _amount_key(statement: Statement, document: Document, shared: set[str]) -> tuple[object, ...] | None:
    """What an amount of this year is of, with its side and funds; None where its name says nothing, or is of a class that funds share."""
    thing = thing_named(statement.subject, document.info.organization or "")
    if statement.measure != "金额" or statement.year not in (None, document.info.year) or is_generic(thing) or statement.subject in shared:
        return None
    is_of_treasury = ALL_MONEY in statement.subject
    return thing, stated_side(statement, document), *sorted(funds_named(statement.subject)), is_of_treasury


def _count_key(statement: Statement, document: Document) -> tuple[object, ...] | None:
    """What a count of the whole body is of; None where it may be that of a unit, of another time, or of something done."""
    folded = fold_all(statement.subject)
    year = document.info.year or 0
    own_years = (None, year, year - 1) if document.info.kind == "预算" else (None, year)  # budgets tell of the end of the year before
    if statement.measure != "数量" or statement.year not in own_years or OTHER_TIME.search(folded) or not _is_of_whole(statement, document):
        return None
    thing = EMPTY_OF_COUNTS.sub("", EMPTY_OF_COUNTS.sub("", thing_named(folded, document.info.organization or "")))
    is_known = any(re.fullmatch(rule["counted"], thing) for rule in load_identities()["repeats"])
    return (thing, COUNTED_ALIKE.get(statement.quantity.unit, statement.quantity.unit)) if is_known else None


def _is_of_whole(statement: Statement, document: Document) -> bool:
    """Whether a count is that of the document's body: it says so, or no unit is named where it stands."""
    body = fold_all(document.info.organization or "")
    if OF_ALL.search(statement.subject) or (body and fold_all(statement.subject).startswith(body)):
        return True
    section = document.sections[statement.section]
    near = [paragraph.text for paragraph in section.paragraphs if paragraph.place == statement.place]
    text = fold_all(" ".join((*section.heading_path[-1:], *near, statement.sentence)))
    return not any(unit in text for unit in map(fold_all, document.info.units) if unit != body and unit)


def _may_be_one(one: Statement, other: Statement) -> bool:
    """Whether two statements of one name may be of one year and whole, and are not so far apart that they are of two things."""
    if len({one.year, other.year} - {None}) > 1 or len({one.base, other.base} - {None}) > 1:
        return False
    numbers = sorted(abs(each.quantity.number) * YUAN_PER_UNIT.get(each.quantity.unit, Decimal(1)) for each in (one, other))
    return numbers[0] >= numbers[1] * LEAST_SHARE
