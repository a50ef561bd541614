"""Findings to an answer: one document's figures with their scope and source, several documents' side by side or asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.answer import Answer
from app.answer_writer import Writer, add_details, quantity_in, write_relation, write_result
from app.ask_back import ask_back, ask_kind
from app.cite import document_name, fact_label
from app.lesser_body import is_of_lesser_body
from app.reduce_results import Named, reduce_results
from app.resolve_task import resolve_task
from app.result import Result, sentence_of
from app.spell_composition import asks_parts
from app.wording import KEPT_TO_BOUND, LACKING, NONE_KEPT
from app.write_document import write_list, write_related
from ingest import late_re as re
from ingest.document import DocumentInfo
from ingest.quantity import Quantity, convert_money
from retrieval.clause_words import are_totalled
from retrieval.fact import Fact
from retrieval.finding import Finding, TaskFound
from retrieval.is_within import is_within
from retrieval.query import DocumentChoice
from retrieval.task import Task, is_share_of_sum

UNIT_ASKED = re.compile(r"(?:多少|几|按|以|换算?成?|折合?成?|化成|写成|用)\s*(亿元|万元|元)")
COUNT_ASKED = re.compile(r"几个|多少个|几项|多少项")
SEVERAL_BODIES = re.compile(r"[两二三四五六]家(?:单位|部门|机构|政务|大数据|局|委|厅|中心|加|合|汇|一共|总共|谁|哪|的|[,(]|$)")
FEWEST_BODIES = 2
OF_TWO = re.compile(r"[两三四俩仨2-4](?:家|个|处|边|项|笔|部分|个单位)|俩|仨")
ADDED_UP = re.compile(r"加起来|相加|加总|之和|[加凑并](?:在|到)?一(?:块|起)|合起来|合在一起")  # of one thing alone nothing is added
MOST_TOLD = 4
RANKING = {"rank", "maximum", "minimum", "extremes", "spread", "lead", "lag", "multiple", "loosest", "tightest"}
WITHIN_ONE = ("difference", "times", "percent", "minus")
RELATING = (*RANKING, "difference", "times", "percent", "minus")


@dataclass(frozen=True, slots=True)
class Answered:
    """One document's results, a list for each task."""

    info: DocumentInfo
    tasks: tuple[tuple[Task, tuple[Result, ...]], ...]

    @property
    def results(self) -> tuple[Result, ...]:
        """All results in the order asked."""
        return tuple(result for _, results in self.tasks for result in results)


def answer_figures(question: str, choice: DocumentChoice, findings: Sequence[Finding]) -> Answer | None:
    """The answer from figures, a question back where several documents answer it, or None where none does."""
    if len(findings) == 1 and len(choice.units) < FEWEST_BODIES and SEVERAL_BODIES.search(question) and not tells_bodies(findings[0]):
        return None  # one of several bodies that are asked for is not all of them
    read = [(read_finding(finding, len(findings) > 1), finding.is_by_part) for finding in findings]
    told = [(one, is_by_part) for one, is_by_part in read if one.results and is_of_kind(one, choice.kinds)]
    # Where one document has the name itself, others that only have a part of it were not meant.
    named = [one for one, is_by_part in told if not is_by_part]
    answered = named if named and not choice.is_each else [one for one, _ in told]
    if not answered:
        return None
    lacking = [finding.index.document.info for finding in findings if finding.index.document.info not in {one.info for one in answered}]
    reducers = {task.reducer for one in answered for task, _ in one.tasks}
    if choice.is_each and lacking and reducers & {"difference", "times", "percent", "sum", "minus"}:
        return None  # a relation needs both of its operands
    known = [finding.index.document.info for finding in findings if finding.index.document.info in lacking and knows_items(finding)]
    if len(answered) == 1 and known and not choice.organizations and not choice.is_each:
        return ask_back(question, [answered[0].info, *known])  # one answers in full, but the others may have been meant
    if len(answered) == 1 and is_of_lesser_body(answered[0].info, lacking, choice, finding_of(answered[0].info, findings)):
        return ask_back(question, [*lacking, answered[0].info])
    if len(answered) > 1 and not choice.is_each and asks_parts(question):
        return ask_back(question, [one.info for one in answered])  # the parts of two totals make no list
    asked = UNIT_ASKED.search(question)
    unit = asked[1] if asked else None
    if len(answered) == 1 and not (choice.is_each and lacking):
        return answer_one(answered[0], unit)
    is_one_body = len({one.info.organization for one in answered}) == 1 and len(answered) <= MOST_TOLD
    if choice.is_each and not is_one_body and is_of_both_kinds(answered):
        return ask_kind(question)
    if choice.is_each or is_one_body or reducers & {*RANKING, "direction"}:
        return tell_lacking(answer_several(answered, unit), lacking if choice.is_each else [])
    return ask_back(question, [one.info for one in answered])


def finding_of(info: DocumentInfo, findings: Sequence[Finding]) -> Finding:
    """What was found in a document."""
    return next(finding for finding in findings if finding.index.document.info == info)


def tells_bodies(finding: Finding) -> bool:
    """Whether several bodies are named by the codes that their rows bear, or are all rows that are added up."""
    if any(len(found.owners) >= FEWEST_BODIES for found in finding.tasks):
        return True
    if any(found.task.reducer == "balance" and len(found.found) >= FEWEST_BODIES for found in finding.tasks):
        return True
    named = [{one.code for one in want.mentions if one.code} for found in finding.tasks for want in found.task.wants]
    return len(named) >= FEWEST_BODIES and all(named)


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


def read_finding(finding: Finding, is_compared: bool = False) -> Answered:
    """The results of one document; none where a part of the question finds nothing."""
    resolved = ((found, resolve_task(found)) for found in finding.tasks)
    if finding.reading.unhandled:
        return Answered(finding.index.document.info, ())
    whole = tuple((found.task, results) for found, results in resolved if results and not lacks_operand(found, results, is_compared))
    # A part of the question that finds nothing is said as such, not passed over: the parts can be asked one by one.
    return Answered(finding.index.document.info, whole if len(whole) == len(finding.tasks) else ())


def knows_items(finding: Finding) -> bool:
    """Whether a document that does not answer has every name that the question uses, as spelt."""
    mentions = [one for found in finding.tasks for want in found.task.wants for one in want.mentions]
    is_read = not finding.reading.unexplained and not any(found.task.unknown for found in finding.tasks)
    return bool(mentions) and is_read and all((one.keys or one.code) and one.correction is None for one in mentions)


def is_of_kind(answered: Answered, kinds: Sequence[str]) -> bool:
    """Whether amounts are of the kind that the question named: final accounts tell a budget only where they print its column."""
    if tuple(kinds) != ("预算",) or answered.info.kind != "决算":
        return True
    amounts = [result for task, results in answered.tasks if task.measure == "value" for result in results]
    money = [result for result in amounts if result.quantity and result.quantity.is_money]
    return not money or any(says_budget(fact) for result in money for fact in result.facts)


def says_budget(fact: Fact) -> bool:
    """Whether a figure is of the budget side, or its own place says so."""
    return fact.side == "预算" or "预算" in fact_label(fact) or "预算" in sentence_of(fact)


def lacks_operand(found: TaskFound, results: Sequence[Result], is_compared: bool) -> bool:
    """Whether a part of what was asked was not found, or a relation has but one operand in the only document."""
    if found.task.reducer == "balance" or is_share_of_sum(found.task):
        return not results  # one result tells all of it
    if found.task.reducer == "minus" and (found.owners or takes_more(results)):
        return True
    is_related = found.task.reducer in RELATING and found.task.measure == "value"
    is_of_two = OF_TWO.search(found.task.text) or (ADDED_UP.search(found.task.text) and found.task.measure == "value")
    is_sum_of_two = found.task.reducer == "sum" and bool(is_of_two) and not any(one.calculation for one in results)
    is_alone = len(results) == 1 and (is_related or is_sum_of_two) and not is_compared
    kinds = {result.quantity.is_money or result.quantity.unit for result in results if result.quantity}
    return is_alone or len(results) < len(found.found) or (is_related and found.task.reducer != "percent" and len(kinds) > 1)


def takes_more(results: Sequence[Result]) -> bool:
    """Whether more would be taken from an amount than it is: then what is taken is no part of it."""
    named = [Named(result.label, result.quantity, result.text) for result in results if result.quantity]
    return len(named) > 1 and reduce_results("minus", named) is None


def is_of_both_kinds(answered: Sequence[Answered]) -> bool:
    """Whether one body answers for one year with its budget and its final accounts."""
    bodies = [(one.info.organization, one.info.year) for one in answered]
    return len(set(bodies)) < len(bodies)


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
        if task.measure == "list" and COUNT_ASKED.search(task.text):
            write_counts(writer, task, [(info, results) for info, (_, results) in rows])
            continue
        if task.reducer in WITHIN_ONE and any(len({result.label for result in results}) > 1 for _, (_, results) in rows):
            for info, (_, results) in rows:  # things of one document are related with each other, not with those of another
                write_related(writer, info, task, [in_unit(result, unit) for result in results])
            continue
        told = [(info, in_unit(result, unit)) for info, (_, results) in rows for result in results]
        summed = replace(task, reducer="sum") if is_totalled(task) and len(told) == len(rows) > 1 else task
        write_rows(writer, summed, write_bound(writer, task, told) if task.threshold else told)
    return writer.answer()


def is_totalled(task: Task) -> bool:
    """Whether the amounts of several bodies are asked for as one (“甲局和乙局的三公经费合计多少”)."""
    return task.reducer is None and task.measure == "value" and are_totalled(task.text)


def write_bound(writer: Writer, task: Task, rows: Sequence[tuple[DocumentInfo, Result]]) -> list[tuple[DocumentInfo, Result]]:
    """The rows that keep to the bound, after a sentence that says how many these are; amounts of no money keep to none."""
    money = [(info, result) for info, result in rows if result.quantity and result.quantity.is_money]
    kept = [(info, result) for info, result in money if is_within(result.quantity, task.threshold)]
    names = "、".join(dict.fromkeys(short_name(info, kept) for info, _ in kept))
    writer.lines.append(KEPT_TO_BOUND.format(count=len(kept), names=names, all=len(rows)) if kept else NONE_KEPT.format(all=len(rows)))
    return kept or list(rows)


def write_counts(writer: Writer, task: Task, rows: Sequence[tuple[DocumentInfo, Sequence[Result]]]) -> None:
    """How many rows each document lists, and which document has most or fewest."""
    named = [Named(info.organization or info.title, Quantity(Decimal(len(results)), "个"), f"{len(results)}个") for info, results in rows]
    write_relation(writer, task, named)
    for info, results in rows:
        names = "、".join(result.label for result in results)
        facts = [result.facts[0] for result in results]
        writer.lines.append(f"- {document_name(info)}：**{len(results)}个**（{names}）{writer.cite(facts)}")


def tell_lacking(answer: Answer, lacking: Sequence[DocumentInfo]) -> Answer:
    """The answer with the documents named that were asked too and have no such figure."""
    if not lacking:
        return answer
    names = "、".join(document_name(info) for info in lacking[:MOST_TOLD])
    more = f"等{len(lacking)}份文件" if len(lacking) > MOST_TOLD else ""
    return replace(answer, text=f"{answer.text}\n{LACKING.format(documents=names + more)}")


def moves(one: Answered, place: int, task: Task) -> bool:
    """Whether a document's figure moved in the direction that was asked for."""
    words = {"增加": ("增加", "增长", "上升"), "减少": ("减少", "下降", "降低")}
    found = {result.direction for result in one.tasks[place][1]} if place < len(one.tasks) else set()
    return any(task.direction in words.get(direction or "", ()) for direction in found)


def write_rows(writer: Writer, task: Task, rows: Sequence[tuple[DocumentInfo, Result]]) -> None:
    """A relation across documents, then a line for each of them; budgets and final accounts make no sum."""
    if task.reducer == "sum" and len({info.kind for info, _ in rows}) > 1:
        task = replace(task, reducer=None)
    many = len({result.label for _, result in rows}) > 1 and len({info.id for info, _ in rows}) < len(rows)
    named = [
        Named(f"{short_name(info, rows)}{f'的{result.label}' if many else ''}", quantity, result.text)
        for info, result in rows if (quantity := quantity_in(task, result)) is not None
    ]  # fmt: skip
    write_relation(writer, task, named)
    for info, result in rows:
        writer.lines.append(f"- {document_name(info)}，{result.label}：**{result.text}**{writer.cite(result.facts[:1])}")
        add_details(writer, result)


def short_name(info: DocumentInfo, rows: Sequence[tuple[DocumentInfo, Result]]) -> str:
    """The organisation's name, with the year where one organisation stands there twice."""
    twice = sum(other.organization == info.organization for other, _ in rows) > 1
    return f"{info.organization or info.title}{f'{info.year}年{info.kind or str()}' if twice else ''}"
