"""Collects the lines, values and citations of an answer while it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.answer import Answer, Citation, Value
from app.figures.reduce_results import OF_TARGETS, Named, reduce_results
from app.figures.result import Result
from app.telling.cite import cite_fact, plain, scope
from ingest.document import Statement
from ingest.quantity import Quantity
from retrieval.facts.fact import Fact
from retrieval.facts.task import Task


class Writer:
    """Collects lines, values and citations while an answer is written; a fact that is cited twice keeps its number."""

    def __init__(self) -> None:
        """Start with a blank sheet."""
        self.lines: list[str] = []
        self.values: list[Value] = []
        self.citations: list[Citation] = []
        self.warnings: list[str] = []
        self.formulas: list[str] = []

    def cite(self, facts: Sequence[Fact]) -> str:
        """The marks of the facts' citations, such as [1][2]."""
        marks = []
        for fact in facts:
            citation = cite_fact(fact)
            if citation not in self.citations:
                self.citations.append(citation)
            marks.append(f"[{self.citations.index(citation) + 1}]")
        return "".join(dict.fromkeys(marks))

    def answer(self) -> Answer:
        """The whole answer."""
        return Answer(
            status="answered", text="\n".join(self.lines), values=tuple(self.values), calculation="；".join(self.formulas) or None,
            citations=tuple(self.citations), warnings=tuple(dict.fromkeys(self.warnings)), answered_by="rule",
        )  # fmt: skip


def write_result(writer: Writer, head: str, result: Result) -> None:
    """One line for a result, then its calculation, scope and notes."""
    told = result.facts[: max(1, len(result.facts))]
    writer.lines.append(f"{head}{result.label}：**{result.text}**{writer.cite(told[:1])}。")
    add_details(writer, result)
    writer.lines.append(f"口径：{scope(result.facts[0])}。")
    source = result.facts[0].source
    if isinstance(source, Statement) and source.measure == "数量":
        writer.lines.append(f"原文：“{plain(source.sentence)}”")
    if result.notes:
        writer.lines.append("其他口径：" + "；".join(result.notes) + writer.cite(result.facts[-len(result.notes) :]) + "。")


def add_details(writer: Writer, result: Result) -> None:
    """A result's values, formula, warnings and further citations."""
    if result.quantity is not None:
        writer.values.append(Value(result.label, result.quantity.number, result.quantity.unit))
    writer.values.extend(Value(label or result.label, quantity.number, quantity.unit) for label, quantity in result.extra)
    if result.calculation:
        writer.formulas.append(result.calculation)
        writer.lines.append(f"计算：{result.calculation}{writer.cite(result.facts)}。")
    else:
        writer.cite(result.facts)
    for warning in result.warnings:
        writer.warnings.append(warning)
        writer.lines.append(f"注意：{warning}")


def write_relation(writer: Writer, task: Task, named: Sequence[Named]) -> None:
    """The sentence that sets quantities in relation, with its value and formula."""
    reduced = reduce_results(task.reducer, named) if task.reducer and task.reducer != "direction" else None
    if reduced is None:
        return
    writer.lines.append(reduced.sentence)
    if reduced.quantity is not None:
        computed = ((reduced.label, reduced.quantity), *reduced.beside)
        writer.values.extend(Value(label, quantity.number, quantity.unit) for label, quantity in computed)
    if reduced.formula:
        writer.formulas.append(reduced.formula)
        writer.lines.append(f"计算：{reduced.formula}。")


def name_results(task: Task, results: Sequence[Result]) -> list[Named]:
    """The results that can be set in relation."""
    quantities = ((result, quantity_in(task, result)) for result in results)
    return [Named(result.label, quantity, result.text) for result, quantity in quantities if quantity is not None]


def quantity_in(task: Task, result: Result) -> Quantity | None:
    """A result's quantity as its task compares it, a bare number in what is counted; a target is a text such as “≥95%” and has none."""
    counted = {want.unit for want in task.wants if want.unit and want.unit != "元"}
    if result.quantity and not result.quantity.unit and len(counted) == 1:
        return replace(result.quantity, unit=counted.pop())
    return result.quantity or (Quantity(Decimal(0), "") if task.reducer in OF_TARGETS else None)
