"""A question that asks the same of two things or more (“甲项目的乙和丙分别是几次”) to one question for each of them."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import late_re as re

EACH = re.compile(r"(?:分别|各自|各)(?=是|为|有|占|得|要|定|不|最|至|达|多|几|[^,;?。]{0,6}(?:多少|几))")
JOINT = re.compile(r"以及|还有|[和与跟及、]")
LEAD = re.compile(r"^(?:.*(?:[,:;]|的|里面?|中(?!心)|项目|20\d\d年度?(?=.{2})))?")  # up to where the things begin
TAIL = re.compile(
    r",|全年|年初|执行[数率]|一年|每年|目标|指标值?|实际|预算|决算|[是为有要定写](?=[^,]{0,6}(?:多少|几))|多少|几|最[少多高低]|不[少多低高]于|至少|至多"
)
KIND = re.compile(r"(?:基本|项目)支出$")  # 委托业务费基本支出和项目支出: both of that item
SHORTEST, LONGEST = 2, 24
MOST = 4


def opening_of(question: str, rest: str) -> str:
    """The body and year that a question opens with; `rest` is the question with them blanked."""
    return question[: len(rest) - len(rest.lstrip(" ,"))] if len(rest) == len(question) else ""


def distribute_question(question: str, rest: str = "") -> tuple[str, ...]:
    """The single questions, in order; empty where the question does not ask the same of several things one by one."""
    named = opening_of(question, rest)
    return opened(named, distributed(question[len(named) :]))


def opened(named: str, parts: Sequence[str]) -> tuple[str, ...]:
    """The single questions, the first with the body and year that all of them are asked of; the others follow on it."""
    return (f"{named}{parts[0]}", *parts[1:]) if parts else ()


def distributed(question: str) -> tuple[str, ...]:
    """The single questions of one without its body's name."""
    marks = list(EACH.finditer(question))
    if len(marks) != 1:
        return ()
    before, after = question[: marks[0].start()], question[marks[0].end() :]
    joined = JOINT.split(before)
    if not 1 < len(joined) <= MOST:
        return ()
    lead = LEAD.match(joined[0])
    opening = lead[0] if lead else ""
    ending = TAIL.search(joined[-1])
    cut = ending.start() if ending else len(joined[-1])
    things = [joined[0][len(opening) :], *joined[1:-1], joined[-1][:cut]]
    things = [thing.strip(" 的") for thing in things]
    kind = KIND.search(things[0])
    if kind:
        things = [f"{things[0][: kind.start()]}{thing}" if KIND.fullmatch(thing) else thing for thing in things]
    if not all(SHORTEST <= len(thing) <= LONGEST for thing in things):
        return ()
    asked = joined[-1][cut:].lstrip(",")
    return tuple(f"{opening}{thing}{asked}{after}" for thing in things)
