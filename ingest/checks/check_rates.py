"""Rates that the prose states, computed again from the amounts beside them: shares, rates of change, rates of completion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.checks.check_arithmetic import Arithmetic
from ingest.checks.check_lines import plain_name
from ingest.document import Check, Document, Statement, Term

SHARE = "“{subject}”占“{base}”的比重"
CHANGE = "“{subject}”比{base}的增减率＝增减额÷上年数"
CHANGE_OF_TWO = "“{subject}”比{base}的增减率"
COMPLETION = "“{subject}”完成率＝决算÷预算"
BUDGET = re.compile(r"预算(?!执行)")
FINAL = re.compile(r"决算|执行数")
OWN_BUDGET = re.compile(r"(?:年初|全年|当年)?预算数?")


def check_rates(arithmetic: Arithmetic) -> Iterator[Check]:
    """Every stated rate whose operands the same section states, each only once."""
    document = arithmetic.document
    for index, statement in enumerate(document.statements):
        check = None
        if statement.measure == "占比":
            check = _check_share(index, statement, arithmetic)
        elif statement.measure == "增减率" and statement.direction in ("增加", "减少"):
            check = _check_change(index, statement, arithmetic) or _check_change_of_two(index, statement, arithmetic)
        elif statement.measure == "完成率":
            check = _check_completion(index, statement, arithmetic)
        if check is not None:
            yield check


def _amount(document: Document, of: Statement, subject: str, *, before: int | None = None) -> Term | None:
    """The one amount of this year that the section states of a subject; None where it states several that differ."""
    other_side = BUDGET if document.info.kind == "决算" else FINAL
    found = [
        index for index in _stated(document, of.section, subject)
        if (one := document.statements[index]).year in (None, of.year, document.info.year)
        and not other_side.search(one.aspect) and (before is None or index < before)
    ]  # fmt: skip
    values = {document.statements[index].quantity for index in found}
    return Term(statement=found[-1]) if len(values) == 1 else None


def _stated(document: Document, section: int, subject: str, measure: str = "金额") -> list[int]:
    """The statements of one measure that a section makes of a subject."""
    place = section, subject, measure
    return [index for index, one in enumerate(document.statements) if (one.section, one.subject, one.measure) == place]


def _check_share(index: int, statement: Statement, arithmetic: Arithmetic) -> Check | None:
    document = arithmetic.document
    part = _amount(document, statement, statement.subject)
    whole = _amount(document, statement, statement.base or "")
    if part is None or whole is None or part == whole:
        return None
    if arithmetic.is_larger(part, whole) or arithmetic.quantity(part) == arithmetic.quantity(whole):  # the sentence means another total
        return None
    says = SHARE.format(subject=plain_name(statement.subject), base=statement.base)
    return arithmetic.compare_rate(says, Term(statement=index), [part], [whole])


def _check_change(index: int, statement: Statement, arithmetic: Arithmetic) -> Check | None:
    """The change stated just before, over what it leaves for the year before."""
    document = arithmetic.document
    moves = _stated(document, statement.section, statement.subject, "增减额")
    changes = [at for at in moves if at < index and document.statements[at].sentence == statement.sentence]
    if not changes:
        return None
    change = document.statements[changes[-1]]
    if change.direction != statement.direction or (statement.base and change.base and statement.base != change.base):
        return None
    names = (statement.subject, f"{statement.subject}总计", f"{statement.subject}合计")
    now = next((found for name in names if (found := _amount(document, statement, name, before=index))), None)
    if now is None:
        return None
    moved = Term(statement=changes[-1])
    if change.direction == "增加" and arithmetic.is_larger(moved, now):  # then the change is of something else
        return None
    sign = -1 if change.direction == "增加" else 1
    says = CHANGE.format(subject=plain_name(statement.subject), base=change.base or "上年")
    return arithmetic.compare_rate(says, Term(statement=index), [moved], [now, Term(statement=changes[-1], sign=sign)])


def _check_change_of_two(index: int, statement: Statement, arithmetic: Arithmetic) -> Check | None:
    """The amount of this year and that of the year before, where both are stated (“2023年预算执行数为 A，2024年预算为 B”)."""
    document = arithmetic.document
    year = document.info.year
    amounts = _stated(document, statement.section, statement.subject)
    stated = [(at, one) for at in amounts if (one := document.statements[at]).place == statement.place]
    now = [at for at, one in stated if one.year == year and not FINAL.search(one.aspect)]
    then = [at for at, one in stated if year is not None and one.year == year - 1 and FINAL.search(one.aspect)]
    if len(now) != 1 or len(then) != 1:
        return None
    before = Term(statement=then[0])
    over = [Term(statement=now[0]), Term(statement=then[0], sign=-1)]
    says = CHANGE_OF_TWO.format(subject=plain_name(statement.subject), base=statement.base or "上年")
    return arithmetic.compare_rate(says, Term(statement=index), over, [before], -1 if statement.direction == "减少" else 1)


def _check_completion(index: int, statement: Statement, arithmetic: Arithmetic) -> Check | None:
    document = arithmetic.document
    if statement.base is not None and not OWN_BUDGET.fullmatch(statement.base):
        return None
    amounts = _stated(document, statement.section, statement.subject)
    stated = [(at, one) for at in amounts if at < index and (one := document.statements[at]).sentence == statement.sentence]
    budget = [at for at, one in stated if BUDGET.search(one.aspect) and not FINAL.search(one.aspect)]
    final = [at for at, one in stated if FINAL.search(one.aspect)]
    if len(budget) != 1 or len(final) != 1:
        return None
    says = COMPLETION.format(subject=plain_name(statement.subject))
    return arithmetic.compare_rate(says, Term(statement=index), [Term(statement=final[0])], [Term(statement=budget[0])])
