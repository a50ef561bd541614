"""Questions for a year that another year's document tells of: the year before, as it states it or as its changes let it be computed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.answer import Answer
from app.documents.answer_nothing import answer_no_document
from app.documents.ask_back import ask_back
from app.figures.answer_figures import answer_figures
from app.figures.answer_writer import Writer, write_result
from app.figures.compare_years import compare_years
from app.figures.find_previous import amounts_of, find_previous
from app.figures.result import Result
from app.figures.write_document import write_related
from app.question_reader import QuestionReader
from app.telling.cite import document_name
from app.telling.wording import NO_PREVIOUS
from ingest.document import DocumentInfo
from retrieval.facts.finding import Finding
from retrieval.facts.task import Task
from retrieval.query import DocumentChoice

CHANGE_COLUMN = re.compile(r"比.{2,4}数增减")  # “预算数比执行数增减额”: a printed column
LAST_YEAR = re.compile(r"(?<![比较和跟同与])(?:上一年|上年度?|去年)(?!.{0,6}(?:相比|比较|末)|的?结转|的?结余)")
CHANGE_ASKED = re.compile(r"[增减涨降]|变化|变动|相比|差")
YEAR = re.compile(r"20\d\d(?!\d)")


def previous(question: str, choice: DocumentChoice, findings: Sequence[Finding], infos: Sequence[DocumentInfo]) -> Answer:
    """The year that was asked is not loaded, but the next year's document may tell of it."""
    if choice.failed == "year" and choice.years:
        asked = findings if CHANGE_ASKED.search(question) else [amounts_of(finding) for finding in findings]
        tried = [(finding.index.document.info, find_previous(finding, choice.years[0], choice.units)) for finding in asked]
        handled = [(one, finding) for one, finding in zip(tried, findings, strict=True) if not finding.reading.unhandled]
        # A final account tells of last year's final account, never of last year's budget.
        told = [(info, results) for (info, results), _ in handled if results and (not choice.kinds or info.kind in choice.kinds)]
        if len(told) > 1 and not choice.is_each:
            return ask_back(question, [info for info, _ in told])
        if told:
            return together(told, handled[0][1]) if len(handled) == 1 else answer_results(told)
    return answer_no_document(choice, infos)


def together(told: Sequence[tuple[DocumentInfo, tuple[Result, ...]]], finding: Finding) -> Answer:
    """One document's results for the year before, added up where their sum is asked for and all of them are known."""
    (info, results), tasks = told[0], [found.task for found in finding.tasks]
    is_sum = len(tasks) == 1 and tasks[0].reducer == "sum" and len(tasks[0].wants) == len(results) > 1
    return answer_added(info, tasks[0], results) if is_sum else answer_results(told)


def answer_results(told: Sequence[tuple[DocumentInfo, tuple[Result, ...]]]) -> Answer:
    """Results that were found outside a task, document by document."""
    writer = Writer()
    for info, results in told:
        for result in results:
            write_result(writer, f"据{document_name(info)}，", result)
    return writer.answer()


def answer_added(info: DocumentInfo, task: Task, results: Sequence[Result]) -> Answer:
    """Results that were found outside a task, and what they come to."""
    writer = Writer()
    write_related(writer, info, task, results)
    return writer.answer()


def between_years(
    reader: QuestionReader, infos: Sequence[DocumentInfo], question: str, parts: Sequence[str], choice: DocumentChoice,
    findings: Sequence[Finding],
) -> Answer | None:  # fmt: skip
    """A change that the text does not state, where the same body's document of the year before is loaded."""
    now = findings[0].index.document.info
    same = documents_before(now, infos)
    ids = {finding.index.document.info.id for finding in findings}
    if len(same) != 1 or ids - {now.id, same[0].id} or findings[0].reading.unhandled:
        return None
    results = compare_years(findings[0], reader.find(same[0].id, question, parts, choice))
    return answer_results([(now, results)]) if results else None


def year_before(
    reader: QuestionReader, infos: Sequence[DocumentInfo], question: str, parts: Sequence[str], choice: DocumentChoice,
    findings: Sequence[Finding],
) -> Answer | None:  # fmt: skip
    """The answer to “推算上一年的…”: one document, the year before it named, and an amount (no change) asked for.

    It is that year's own document that tells it, where one is loaded.
    """
    if len(findings) != 1 or not is_of_year_before(question, choice, findings[0]):
        return None
    info = findings[0].index.document.info
    loaded = documents_before(info, infos)
    if len(loaded) == 1 and (told := answer_figures(question, choice, [reader.find(loaded[0].id, question, parts, choice)])):
        return told
    results = find_previous(findings[0], (info.year or 0) - 1, choice.units)
    wanted = sum(len(found.task.wants) for found in findings[0].tasks)
    if len(results) < wanted or findings[0].reading.unhandled:
        return Answer(status="not_found", text=NO_PREVIOUS.format(document=document_name(info)))
    return together([(info, results)], findings[0])


def documents_before(now: DocumentInfo, infos: Sequence[DocumentInfo]) -> list[DocumentInfo]:
    """The same body's documents of the same kind for the year before."""
    own = (now.organization, now.kind, now.scope, (now.year or 0) - 1)
    return [info for info in infos if (info.organization, info.kind, info.scope, info.year) == own]


def is_of_year_before(question: str, choice: DocumentChoice, finding: Finding) -> bool:
    """Whether a question to one document asks for an amount of the year before it."""
    year = finding.index.document.info.year
    asks_amount = all(found.task.measure == "value" and found.task.reducer in (None, "sum") for found in finding.tasks)
    if any(CHANGE_COLUMN.search(one.asked) for found in finding.tasks for want in found.task.wants for one in want.mentions):
        return False
    is_named = year is not None and year - 1 in choice.years
    # “去年” alone has already chosen the document of that year: then it is not of the year before it.
    is_before = LAST_YEAR.search(choice.rest) or (LAST_YEAR.search(question) and YEAR.search(question))
    return (is_named or bool(is_before)) and asks_amount and bool(finding.tasks)
