"""“支出比上年多多少” where only the change of all money, income and expenditure alike, is stated: that change, named as what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer
from app.figures.answer_other_years import answer_results
from app.figures.resolve_task import resolve_task
from app.telling.wording import OF_ALL_MONEY
from ingest import late_re as re
from ingest.document import Statement
from retrieval.facts.finding import Finding

WHOLE = re.compile(r"(?:部门|单位|本年|年度|总|预算|决算|预决算|的)*(?:支出|收入)(?:部门|单位|本年|年度|总|预算|决算|数|的)*")
ALL_MONEY = re.compile(r"(?:收入|支出|收支|收入支出)总[计额]|预算收支|收支(?:总?预算)?")


def answer_whole_change(findings: Sequence[Finding]) -> Answer | None:
    """The change of all money that one document states, where that of its whole income or expenditure is asked; None of any other."""
    tasks = findings[0].tasks if len(findings) == 1 and not findings[0].reading.unhandled else ()
    if len(tasks) != 1 or not tasks[0].task.measure.startswith("change") or len(tasks[0].task.wants) != 1:
        return None
    mentions = tasks[0].task.wants[0].mentions
    is_whole = len(mentions) == 1 and mentions[0].is_total and (mentions[0].is_weak or WHOLE.fullmatch(mentions[0].asked))
    results = resolve_task(tasks[0]) if is_whole and not tasks[0].task.fund else ()
    if len(results) != 1 or not isinstance(results[0].facts[0].source, Statement):
        return None
    if not ALL_MONEY.fullmatch(results[0].facts[0].source.subject):
        return None
    told = answer_results([(findings[0].index.document.info, results)])
    side = "收入" if "收" in mentions[0].asked else "支出"
    return replace(told, text=f"{told.text}\n{OF_ALL_MONEY.format(side=side)}")
