"""Several results of one document: set in relation, told apart, or listed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.figures.answer_writer import Writer, add_details, name_results, write_relation, write_result
from app.figures.reduce_results import Named, by_size, reduce_results
from app.figures.result import Result
from app.telling.calculation import Calculation, is_rounding, subtract
from app.telling.cite import document_name, plain, scope
from ingest.document import DocumentInfo, Figure
from retrieval.evidence import FigureEvidence
from retrieval.facts.task import Task

ALIKE_ASKED = re.compile(r"一样|一致|对得上|对不上|相符|相等|吻合|同一个数")
TABLE_NAMED = re.compile(r"（《[^（）]*》）")
ROUNDED = "两处所印不同，差额是四舍五入的尾差。"
UNEQUAL = "两处所印不一致，不是四舍五入能解释的：或口径不同，或前后有误，请以原文为准。"
TWO_THINGS = "两者不相等：所问的是名称不同的两个数，不相等不等于文件有误。"
FEWEST = 2
ENDS = ("maximum", "minimum", "rank")
MOST_BEFORE = 2  # of more results than these their relation is told first


def told_apart(results: Sequence[Result]) -> Sequence[Result]:
    """The results, equal labels told apart by their side, else by their table, else by what only one row says."""
    labels = [result.label for result in results]
    sides = [result.facts[0].side for result in results]
    twice = [labels.count(label) > 1 for label in labels]
    places = [table_of(result) for result in results]
    is_by_side = len(set(sides)) > 1 and None not in sides
    is_by_table = None not in places and len(set(places)) == len(places)
    marks = sides if is_by_side else places if is_by_table else [own_part(result, results) for result in results]
    return [
        replace(result, label=f"{result.label}（{mark}）") if is_twice and mark else result
        for result, mark, is_twice in zip(results, marks, twice, strict=True)
    ]


def table_of(result: Result) -> str | None:
    """The title of the table where a result stands."""
    evidence = result.facts[0].evidence
    return f"《{plain(evidence.table.title)}》" if isinstance(evidence, FigureEvidence) else None


def own_part(result: Result, results: Sequence[Result]) -> str | None:
    """The last part of a result's row that no other result's row has."""
    rows = [one.facts[0].source.row for one in results if one is not result and isinstance(one.facts[0].source, Figure)]
    source = result.facts[0].source
    own = [part for part in source.row if not any(part in row for row in rows)] if isinstance(source, Figure) else []
    return own[-1] if own else None


def write_related(writer: Writer, info: DocumentInfo, task: Task, results: Sequence[Result]) -> None:
    """Several results of one document: a line each, and their relation where one was asked for."""
    results = told_apart(results)
    named = name_results(task, results)
    if task.top and task.reducer in ENDS and len(named) == len(results) > task.top:
        chosen = by_size(named)[:: -1 if task.reducer == "minimum" else 1][: task.top]
        results = [result for result, one in zip(results, named, strict=True) if one in chosen]
        named, task = name_results(task, results), replace(task, reducer="rank")
    reduced = reduce_results(task.reducer, named) if task.reducer and task.reducer != "direction" and len(named) == len(results) else None
    if reduced is None and len(results) == 1:
        write_result(writer, f"{document_name(info)}，", results[0])
        return
    writer.lines.append(f"{document_name(info)}：")
    is_long = len(results) > MOST_BEFORE
    if is_long:
        write_relation(writer, task, named)
    for result in results:
        writer.lines.append(f"- {result.label}：**{result.text}**{writer.cite(result.facts[:1])}（{scope(result.facts[0])}）")
        add_details(writer, result)
    if not is_long:
        write_relation(writer, task, named)
    if len(results) == FEWEST and ALIKE_ASKED.search(task.text) and (gap := gap_of(results)) is not None and gap.result.number:
        writer.lines.append(verdict_of(results, gap))


def verdict_of(results: Sequence[Result], gap: Calculation) -> str:
    """What it says that two results differ: money may be rounded, counts never are; two things need not be equal."""
    quantities = [result.quantity for result in results if result.quantity]
    if all(one.is_money for one in quantities) and is_rounding(gap.result, quantities):
        return ROUNDED
    return UNEQUAL if is_one_name(results) else TWO_THINGS


def is_one_name(results: Sequence[Result]) -> bool:
    """Whether results bear one name but for the table named in brackets: only then are they two prints of one thing."""
    return len({TABLE_NAMED.sub("", result.label) for result in results}) == 1


def gap_of(results: Sequence[Result]) -> Calculation | None:
    """How far two results are apart; None where they are not of one kind."""
    first, second = (result.quantity for result in results)
    return subtract(first, second) if first and second and first.is_money == second.is_money else None


def write_list(writer: Writer, info: DocumentInfo, task: Task, results: Sequence[Result]) -> None:
    """The rows that were asked for, counted, a line each; their relation first where one was asked for."""
    named = [Named(result.label, result.quantity, result.text) for result in results if result.quantity is not None]
    counted = f"共{len(results)}项"
    if task.top and task.reducer in ENDS:
        chosen = {one.name for one in (by_size(named) if task.reducer != "minimum" else by_size(named)[::-1])[: task.top]}
        everything, results = results, [result for result in results if result.label in chosen]
        named = [one for one in named if one.name in chosen]
        counted = f"{len(everything)}项中最{'低' if task.reducer == 'minimum' else '高'}的{len(results)}项"
        task = replace(task, reducer="rank")
    whole = "·".join(one.correction or one.asked for one in task.wants[0].mentions) if task.measure == "children" else ""
    writer.lines.append(f"{document_name(info)}，{whole}{counted}（{scope(results[0].facts[0]).split('“')[0]}）：")
    write_relation(writer, task, named)
    if task.is_added:
        write_relation(writer, replace(task, reducer="sum"), named)
    for result in results:
        writer.lines.append(f"- {result.label}：{result.text}{writer.cite(result.facts[:1])}")
        add_details(writer, result)
