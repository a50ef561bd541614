"""The amounts of one clause as statements: rates and shares, changes, plain amounts, and what stayed as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ingest.document import Statement
from ingest.figures.clean_subject import clean_subject
from ingest.figures.split_aspect import split_aspect
from ingest.figures.stated_amounts import AMOUNT, CHANGE_WORDS, COMPARED, COMPLETION, FROM_COUNT, TO_COUNT
from ingest.figures.statement_context import Context
from ingest.figures.statement_maker import StatementMaker
from ingest.quantity import UNIT_SPELLINGS, Quantity

THRESHOLD = re.compile(r"^\s*(?:（含）|\(含\))?\s*(?:以上|以下|以内)")
CHANGE = re.compile(rf"(?P<head>.*?)(?:各|均|共|分别)?(?P<word>{'|'.join(CHANGE_WORDS)})(?:了|约)*$")
OF_YEAR_BEFORE = re.compile(
    r"(?P<subject>[^，。；：:、\d]*?)(?:比|较|与|同)(?P<base>(?:上年度?|去年|上一年|20\d\d年度?)(?:年初)?(?:预算|决算)?数?)(?:的|为)?"
)
AGAINST_AMOUNT = re.compile(  # “比2024年收支预算总数|5598.24万元|增加……”: what the amount of the year before is called beside it
    r"(?P<subject>[^，。；：:、\d]*?)(?:比|较|与|同)(?P<base>(?:上年度?|去年|上一年|20\d\d年度?)(?:年初)?(?:预算|决算)?数?)[^，。；：:、\d]{0,20}"
)
CHANGED = re.compile(rf"^(?:相比)?[，,]?(?:各|均|共|分别)?(?:{'|'.join(CHANGE_WORDS)})")
SHARE = re.compile(r"占(?P<base>.*?)(?:的)?(?:比重|比例)?(?:为)?$")
MET_AMOUNT = re.compile(r"[，,]?完成(?P<base>(?:全年|年初|当年|调整后?)?预算)数?(?:为|的)?")  # “完成全年预算|46.50万元|的67.27%”
STEADY = re.compile(r"持平|保持一致|与上年相同|没有变化")


def read_clause(clause: str, context: Context, sentence: str) -> Iterator[tuple[Statement | None, Context]]:
    """The statements of one clause, each with the context that holds after it."""
    end = 0
    for found in AMOUNT.finditer(clause):
        after = clause[found.end() :]
        if THRESHOLD.match(after):
            continue
        before = clause[end : found.start()]
        end = found.end()
        statement, context = _read_amount(before, found, after, context, sentence)
        yield statement, context
    if end == 0 and STEADY.search(clause) and context.subject and not context.is_lost:
        yield _steady(clause, context, sentence), context


def _read_amount(before: str, found: re.Match[str], after: str, context: Context, sentence: str) -> tuple[Statement | None, Context]:
    """One amount with the words before it: first a rate or share, then a change, else a plain amount."""
    quantity = Quantity(Decimal(found[1].replace(",", "").replace("−", "-")), _spell_unit(found[2]))
    value = found[0].strip()
    head = before
    make = StatementMaker(value, quantity, sentence.strip(), context)
    if quantity.is_money and (met := MET_AMOUNT.fullmatch(head)) and after.startswith("的") and not context.is_lost:
        return None, replace(context, met=met["base"])
    if quantity.unit == "%" and (rate := _read_rate(head, make)):
        return rate
    if not quantity.is_money and (count := FROM_COUNT.fullmatch(head)) and TO_COUNT.match(after):
        return None, replace(context, counted=clean_subject(count["subject"]) or context.counted)
    earlier = OF_YEAR_BEFORE.fullmatch(head) or (AGAINST_AMOUNT.fullmatch(head) if CHANGED.match(after) else None)
    if quantity.is_money and earlier:
        return None, replace(context, base=earlier["base"], subject=clean_subject(earlier["subject"]) or context.subject)
    change = CHANGE.match(head)
    if change and (quantity.unit == "%" or quantity.is_money):
        statement = make.change(change)
        return statement, replace(context, subject=statement.subject, base=statement.base or context.base) if statement else context
    return make.amount(head, after)


def _read_rate(head: str, make: StatementMaker) -> tuple[Statement | None, Context] | None:
    """A share of a total or the rate at which a budget was met; None where the words before it say neither."""
    context = make.context
    if context.met and head == "的":
        return make.make(context.subject, "完成率", base=context.met), replace(context, met="")
    if match := SHARE.search(head):
        return make.rate("占比", match), context
    if match := COMPLETION.search(head):
        statement = make.rate("完成率", match)
        # “收入完成年初预算的…；支出完成年初预算的…，比年初预算增加…”: the change is of what the rate was told of
        return statement, replace(context, subject=statement.subject) if statement else context
    return None


def _steady(clause: str, context: Context, sentence: str) -> Statement | None:
    """A change of nothing: the sentence says that the subject's amount stayed as it was."""
    maker = StatementMaker("持平", Quantity(Decimal(0), "万元"), sentence.strip(), context)
    own = COMPARED.search(clause.rstrip("，。；、"))
    subject = split_aspect(clean_subject(own["subject"]))[0] if own else ""
    return maker.make(subject or context.subject, "增减额", direction="持平", base=context.base or None)


def _spell_unit(unit: str) -> str:
    """The unit in its standard spelling."""
    return UNIT_SPELLINGS.get(unit, "%" if unit in "%％" else unit)
