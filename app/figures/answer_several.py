"""Several documents' results side by side, task by task, related across the documents where the question relates them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.answer import Answer
from app.figures.answer_one import in_unit
from app.figures.answer_writer import Writer, add_details, quantity_in, write_relation
from app.figures.read_finding import Answered
from app.figures.reduce_results import Named
from app.figures.result import Result
from app.figures.write_document import write_related
from app.telling.cite import document_name
from app.telling.wording import KEPT_TO_BOUND, LACKING, NONE_KEPT, NONE_KEPT_OF_THOSE
from ingest import late_re as re
from ingest.document import DocumentInfo
from ingest.quantity import Quantity
from retrieval.clauses.clause_words import are_totalled
from retrieval.facts.task import RELATED, Task
from retrieval.spelling.bound import keeps

COUNT_ASKED = re.compile(r"几个|多少个|几项|多少项")
COUNTED_IN = re.compile(r"[（(]((?:[台辆套个人名])(?:、[台辆套个人名])*)[）)]\s*$")
MOST_TOLD = 4


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
        if task.reducer in RELATED and any(len({result.label for result in results}) > 1 for _, (_, results) in rows):
            for info, (_, results) in rows:  # things of one document are related with each other, not with those of another
                write_related(writer, info, task, [in_unit(result, unit) for result in results])
            continue
        told = [(info, in_unit(result, unit)) for info, (_, results) in rows for result in results]
        infos = [info for info, _ in told]
        is_summed = is_totalled(task, infos) and len(told) == len(rows) > 1 and not holds_another(infos)
        summed = replace(task, reducer="sum") if is_summed else task
        write_rows(writer, summed, write_bound(writer, task, told) if task.bound else told)
    return writer.answer()


def holds_another(infos: Sequence[DocumentInfo]) -> bool:
    """Whether one of the documents is a department's and another that of its own level, whose amounts it holds."""
    scopes = {(info.organization, info.scope) for info in infos}
    return len(scopes) > len({organization for organization, _ in scopes})


def is_totalled(task: Task, infos: Sequence[DocumentInfo]) -> bool:
    """Whether the amounts of several documents are asked for as one (“甲局和乙局的三公经费合计多少”).

    In the name of what is asked of one body (两年的支出合计) the word adds up no years.
    """
    is_of_one = len({info.organization for info in infos}) == 1
    names = [one.asked for want in task.wants for one in want.mentions] if is_of_one else []
    text = re.sub("|".join(map(re.escape, names)), "~", task.text) if names else task.text
    return task.reducer is None and task.measure == "value" and are_totalled(text)


def write_bound(writer: Writer, task: Task, rows: Sequence[tuple[DocumentInfo, Result]]) -> list[tuple[DocumentInfo, Result]]:
    """The rows that keep to the bound, after a sentence that says how many these are; amounts of no money keep to none."""
    kept = [(info, result) for info, result in rows if result.quantity and keeps(task.bound, result.quantity)]
    names = "、".join(dict.fromkeys(short_name(info, kept) for info, _ in kept))
    are_bodies = len({(info.organization, info.scope) for info, _ in rows}) == len(rows)
    each, unit = ("家", "家") if are_bodies else ("个数", "个")
    kept_line = KEPT_TO_BOUND.format(count=len(kept), names=names, all=len(rows), each=each, unit=unit)
    writer.lines.append(kept_line if kept else NONE_KEPT)
    return kept or list(rows)


def write_counts(writer: Writer, task: Task, rows: Sequence[tuple[DocumentInfo, Sequence[Result]]]) -> None:
    """How many rows each document lists, and which document has most or fewest."""
    named = [Named(info.organization or info.title, Quantity(Decimal(len(results)), "个"), f"{len(results)}个") for info, results in rows]
    write_relation(writer, task, named)
    for info, results in rows:
        names = "、".join(result.label for result in results)
        facts = [result.facts[0] for result in results]
        writer.lines.append(f"- {document_name(info)}：**{len(results)}个**（{names}）{writer.cite(facts)}")


def moves(one: Answered, place: int, task: Task) -> bool:
    """Whether a document's figure moved in the direction that was asked for."""
    words = {"增加": ("增加", "增长", "上升"), "减少": ("减少", "下降", "降低")}
    found = {result.direction for result in one.tasks[place][1]} if place < len(one.tasks) else set()
    return any(task.direction in words.get(direction or "", ()) for direction in found)


def write_rows(writer: Writer, task: Task, rows: Sequence[tuple[DocumentInfo, Result]]) -> None:
    """A relation across documents, then a line for each of them; budgets and final accounts make no sum."""
    is_money = any(result.quantity and result.quantity.is_money for _, result in rows)
    if task.reducer == "sum" and is_money and len({info.kind for info, _ in rows}) > 1:
        task = replace(task, reducer=None)
    many = len({result.label for _, result in rows}) > 1 and len({info.id for info, _ in rows}) < len(rows)
    units = {result.quantity.unit for _, result in rows if result.quantity}
    named = [
        Named(f"{short_name(info, rows)}{f'的{result.label}' if many else ''}", in_counter(quantity, result.label, units), result.text)
        for info, result in rows if (quantity := quantity_in(task, result)) is not None
    ]  # fmt: skip
    write_relation(writer, task, named)
    for info, result in rows:
        writer.lines.append(f"- {document_name(info)}，{result.label}：**{result.text}**{writer.cite(result.facts[:1])}")
        add_details(writer, result)


def in_counter(quantity: Quantity, label: str, units: set[str]) -> Quantity:
    """A bare number in the only unit of the others, where its label counts in that too (车辆（台、辆） beside 11辆)."""
    others = units - {""}
    counted = COUNTED_IN.search(label)
    is_counted = not quantity.unit and len(others) == 1 and counted is not None and others <= set(counted[1].split("、"))
    return replace(quantity, unit=others.pop()) if is_counted else quantity


def short_name(info: DocumentInfo, rows: Sequence[tuple[DocumentInfo, Result]]) -> str:
    """The organisation's name, with year and kind where it stands there twice, and as the document is called where these are the same."""
    others = [other for other, _ in rows if other.organization == info.organization]
    if any(other.id != info.id and (other.year, other.kind) == (info.year, info.kind) for other in others):
        return document_name(info)
    return f"{info.organization or info.title}{f'{info.year}年{info.kind or str()}' if len(others) > 1 else ''}"


def tell_lacking(answer: Answer, lacking: Sequence[DocumentInfo]) -> Answer:
    """The answer with the documents named that were asked too and have no such figure."""
    if not lacking:
        return answer
    names = "、".join(document_name(info) for info in lacking[:MOST_TOLD])
    more = f"等{len(lacking)}份文件" if len(lacking) > MOST_TOLD else ""
    answer = replace(answer, text=answer.text.replace(NONE_KEPT, NONE_KEPT_OF_THOSE))
    return replace(answer, text=f"{answer.text}\n{LACKING.format(documents=names + more)}")
