"""Several results of one document: set in relation, told apart, or listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.answer_writer import Writer, add_details, name_results, write_relation, write_result
from app.cite import document_name, scope
from app.reduce_results import Named, by_size, reduce_results
from app.result import Result
from ingest.document import DocumentInfo, Figure
from retrieval.task import Task

MOST_BEFORE = 2  # of more results than these their relation is told first


def told_apart(results: Sequence[Result]) -> Sequence[Result]:
    """The results, equal labels of two sides told apart by their side, those of two rows by what only one of them says."""
    labels = [result.label for result in results]
    sides = [result.facts[0].side for result in results]
    twice = [labels.count(label) > 1 for label in labels]
    marks = sides if len(set(sides)) > 1 else [own_part(result, results) for result in results]
    return [
        replace(result, label=f"{result.label}（{mark}）") if is_twice and mark else result
        for result, mark, is_twice in zip(results, marks, twice, strict=True)
    ]


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


def write_list(writer: Writer, info: DocumentInfo, task: Task, results: Sequence[Result]) -> None:
    """The rows that were asked for, counted, a line each; their relation first where one was asked for."""
    named = [Named(result.label, result.quantity, result.text) for result in results if result.quantity is not None]
    if task.top and task.reducer in ("maximum", "minimum", "rank"):
        chosen = {one.name for one in (by_size(named) if task.reducer != "minimum" else by_size(named)[::-1])[: task.top]}
        results = [result for result in results if result.label in chosen]
        named = [one for one in named if one.name in chosen]
        task = replace(task, reducer="rank")
    writer.lines.append(f"{document_name(info)}，共{len(results)}项（{scope(results[0].facts[0]).split('“')[0]}）：")
    write_relation(writer, task, named)
    if task.is_added:
        write_relation(writer, replace(task, reducer="sum"), named)
    for result in results:
        writer.lines.append(f"- {result.label}：{result.text}{writer.cite(result.facts[:1])}")
        add_details(writer, result)
