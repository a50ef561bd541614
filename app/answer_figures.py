"""Findings to an answer: one document's figures told with their scope and source, several documents' set side by side or asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.answer import Answer, Choice, Citation, Value
from app.cite import cite_fact, document_name, plain, scope
from app.reduce_results import Named, by_size, reduce_results
from app.resolve_task import Result, resolve_task
from app.wording import WHICH_DOCUMENT, WHICH_KIND
from ingest.document import DocumentInfo, Statement
from ingest.quantity import Quantity, convert_money
from retrieval.find_figures import Finding, TaskFound
from retrieval.index_facts import Fact
from retrieval.parse_question import Task
from retrieval.query import DocumentChoice

UNIT_ASKED = re.compile(r"(?:多少|几|按|以|换算成|折合|用)\s*(亿元|万元|元)")
MOST_CHOICES = 8
MOST_TOLD = 4
RELATING = ("rank", "maximum", "minimum", "extremes", "difference", "times")


@dataclass(frozen=True, slots=True)
class Answered:
    """One document's results, a list for each task."""

    info: DocumentInfo
    tasks: tuple[tuple[Task, tuple[Result, ...]], ...]

    @property
    def results(self) -> tuple[Result, ...]:
        """All results in the order asked."""
        return tuple(result for _, results in self.tasks for result in results)


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


def answer_figures(question: str, choice: DocumentChoice, findings: Sequence[Finding]) -> Answer | None:
    """The answer from figures, a question back where several documents answer it, or None where none does."""
    answered = [one for one in (read_finding(finding, len(findings) > 1) for finding in findings) if one.results]
    if not answered:
        return None
    asked = UNIT_ASKED.search(question)
    unit = asked[1] if asked else None
    reducers = {task.reducer for one in answered for task, _ in one.tasks}
    if len(answered) == 1:
        return answer_one(answered[0], unit)
    is_one_body = len({one.info.organization for one in answered}) == 1 and len(answered) <= MOST_TOLD
    if choice.is_each and not is_one_body and is_of_both_kinds(answered):
        return ask_kind(question)
    if choice.is_each or is_one_body or reducers & {"rank", "maximum", "minimum", "extremes", "direction"}:
        return answer_several(answered, unit)
    return ask_back(question, [one.info for one in answered])


def answer_results(told: Sequence[tuple[DocumentInfo, tuple[Result, ...]]]) -> Answer:
    """Results that were found outside a task, document by document."""
    writer = Writer()
    for info, results in told:
        for result in results:
            write_result(writer, f"据{document_name(info)}，", result)
    return writer.answer()


def read_finding(finding: Finding, is_compared: bool = False) -> Answered:
    """The results of one document; none where a part of the question finds nothing."""
    resolved = ((found, resolve_task(found)) for found in finding.tasks)
    if finding.reading.unhandled:
        return Answered(finding.index.document.info, ())
    whole = tuple((found.task, results) for found, results in resolved if results and not lacks_operand(found, results, is_compared))
    # A part of the question that finds nothing is said as such, not passed over: the parts can be asked one by one.
    return Answered(finding.index.document.info, whole if len(whole) == len(finding.tasks) else ())


def lacks_operand(found: TaskFound, results: Sequence[Result], is_compared: bool) -> bool:
    """Whether a part of what was asked was not found, or a relation has but one operand in the only document."""
    is_alone = len(results) == 1 and found.task.reducer in RELATING and found.task.measure == "value" and not is_compared
    return is_alone or len(results) < len(found.found)


def is_of_both_kinds(answered: Sequence[Answered]) -> bool:
    """Whether one body answers for one year with its budget and its final accounts."""
    bodies = [(one.info.organization, one.info.year) for one in answered]
    return len(set(bodies)) < len(bodies)


def ask_kind(question: str) -> Answer:
    """Whether budgets or final accounts are meant."""
    choices = tuple(Choice(f"{kind}数", f"按部门{kind}，{question}") for kind in ("预算", "决算"))
    return Answer(status="clarify", text=WHICH_KIND, choices=choices)


def ask_back(question: str, infos: Sequence[DocumentInfo]) -> Answer:
    """Which document is meant: a choice for each, its whole question ready to be asked."""
    choices = tuple(Choice(document_name(info), whole_question(question, info)) for info in infos[:MOST_CHOICES])
    text = WHICH_DOCUMENT.format(count=len(infos)) + "\n" + "\n".join(f"- {choice.label}" for choice in choices)
    return Answer(status="clarify", text=text, choices=choices)


def whole_question(question: str, info: DocumentInfo) -> str:
    """The question with the document it is put to before it."""
    return f"{document_name(info)}：{question}"


def in_unit(result: Result, unit: str | None) -> Result:
    """The result told in the unit that was asked for, with the printed amount beside it."""
    quantity = result.quantity
    if unit is None or quantity is None or not quantity.is_money or quantity.unit == unit:
        return result
    converted = convert_money(quantity, unit)
    number = format(converted.number.normalize(), "f")
    if converted.number == converted.number.to_integral_value():
        number = format(converted.number.quantize(1), "f") if abs(converted.number) >= 1 else number
    return replace(result, text=f"{number}{unit}（即{result.text}）", quantity=converted)


def answer_one(answered: Answered, unit: str | None) -> Answer:
    """One document's results, each with its scope; related where the question relates them."""
    writer = Writer()
    for task, results in answered.tasks:
        shown = [in_unit(result, unit) for result in results]
        if task.measure in ("list", "children"):
            write_list(writer, answered.info, task, shown)
            continue
        if len(shown) > 1 or (task.reducer in ("difference", "sum") and len(shown) == 1):
            write_related(writer, answered.info, task, shown)
            continue
        for result in shown:
            write_result(writer, f"{document_name(answered.info)}，", result)
    return writer.answer()


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


def write_related(writer: Writer, info: DocumentInfo, task: Task, results: Sequence[Result]) -> None:
    """Several results of one document: a line each, and their relation where one was asked for."""
    results = told_apart(results)
    named = name_results(task, results)
    reduced = reduce_results(task.reducer, named) if task.reducer and task.reducer != "direction" and len(named) == len(results) else None
    if reduced is None and len(results) == 1:
        write_result(writer, f"{document_name(info)}，", results[0])
        return
    writer.lines.append(f"{document_name(info)}：")
    for result in results:
        writer.lines.append(f"- {result.label}：**{result.text}**{writer.cite(result.facts[:1])}（{scope(result.facts[0])}）")
        add_details(writer, result)
    write_relation(writer, task, named)


def told_apart(results: Sequence[Result]) -> Sequence[Result]:
    """The results, equal labels of two sides told apart by their side."""
    labels = [result.label for result in results]
    sides = [result.facts[0].side for result in results]
    twice = [labels.count(label) > 1 for label in labels]
    return [
        replace(result, label=f"{result.label}（{side}）") if is_twice and side else result
        for result, side, is_twice in zip(results, sides, twice, strict=True)
    ]


def name_results(task: Task, results: Sequence[Result]) -> list[Named]:
    """The results that can be set in relation: those with a number; targets are texts such as “≥95%”."""
    blank = Quantity(Decimal(0), "") if task.reducer == "target" else None
    quantities = ((result, result.quantity or blank) for result in results)
    return [Named(result.label, quantity, result.text) for result, quantity in quantities if quantity is not None]


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
    for result in results:
        writer.lines.append(f"- {result.label}：{result.text}{writer.cite(result.facts[:1])}")
        add_details(writer, result)


def write_relation(writer: Writer, task: Task, named: Sequence[Named]) -> None:
    """The sentence that sets quantities in relation, with its value and formula."""
    reduced = reduce_results(task.reducer, named) if task.reducer and task.reducer != "direction" else None
    if reduced is None:
        return
    writer.lines.append(reduced.sentence)
    if reduced.quantity is not None:
        writer.values.append(Value(reduced.label, reduced.quantity.number, reduced.quantity.unit))
    if reduced.formula:
        writer.formulas.append(reduced.formula)
        writer.lines.append(f"计算：{reduced.formula}。")


def answer_several(answered: Sequence[Answered], unit: str | None) -> Answer:
    """Every document's results under its name, task by task, related across the documents."""
    writer = Writer()
    kept = list(answered)
    for place in range(max(len(one.tasks) for one in kept)):
        rows = [(one.info, one.tasks[place]) for one in kept if place < len(one.tasks)]
        task = rows[0][1][0]
        if task.reducer == "direction":
            kept = [one for one in kept if moves(one, place, task)]
            rows = [(one.info, one.tasks[place]) for one in kept]
        write_rows(writer, task, [(info, in_unit(result, unit)) for info, (_, results) in rows for result in results])
    return writer.answer()


def moves(one: Answered, place: int, task: Task) -> bool:
    """Whether a document's figure moved in the direction that was asked for."""
    words = {"增加": ("增加", "增长", "上升"), "减少": ("减少", "下降", "降低")}
    found = {result.direction for result in one.tasks[place][1]} if place < len(one.tasks) else set()
    return any(task.direction in words.get(direction or "", ()) for direction in found)


def write_rows(writer: Writer, task: Task, rows: Sequence[tuple[DocumentInfo, Result]]) -> None:
    """A relation across documents, then a line for each of them."""
    many = len({result.label for _, result in rows}) > 1 and len({info.id for info, _ in rows}) < len(rows)
    named = [
        Named(f"{short_name(info, rows)}{f'的{result.label}' if many else ''}", result.quantity, result.text)
        for info, result in rows if result.quantity is not None
    ]  # fmt: skip
    write_relation(writer, task, named)
    for info, result in rows:
        writer.lines.append(f"- {document_name(info)}，{result.label}：**{result.text}**{writer.cite(result.facts[:1])}")
        add_details(writer, result)


def short_name(info: DocumentInfo, rows: Sequence[tuple[DocumentInfo, Result]]) -> str:
    """The organisation's name, with the year where one organisation stands there twice."""
    twice = sum(other.organization == info.organization for other, _ in rows) > 1
    return f"{info.organization or info.title}{f'{info.year}年{info.kind or str()}' if twice else ''}"
