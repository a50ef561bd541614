"""Question to figures within one document: what the clauses ask, and for each want the candidates (composer)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest import late_re as re
from retrieval.clauses.parse_question import bare_word, parse_question
from retrieval.clauses.reshape_task import for_comparison
from retrieval.facts.fact import FactIndex
from retrieval.facts.finding import Finding, TaskFound
from retrieval.facts.task import Reading, Task
from retrieval.lookup.find_of_units import EACH
from retrieval.lookup.find_task import find_task
from retrieval.lookup.within_row import within_row
from retrieval.names.join_parts import join_parts
from retrieval.names.named_by_part import asks_nothing_more, named_by_part, names_by_part, understood
from retrieval.spelling.load_vocabulary import Vocabulary

WHOLE_BUDGET = "预算总额"  # what a question asks for that names a body, a year and a kind and nothing else
NOT_BY_PART = re.compile(r"有没有|是否|是不是|有无|为什么|为何|怎么|如何|什么(?!时)")  # asks for words, or whether there is something
ASKS_FOR_ALL = re.compile(r"(?<!公共)(?<!基金)(?<!经营)预算|决算|多少钱|规模|[比和与跟]\W*(?:多|少|高|低|相?差)(?:出|了)?多少")


def find_figures(
    index: FactIndex, parts: Sequence[str], vocabulary: Vocabulary, units: Sequence[str] = (), *, is_compared: bool = False
) -> Finding:
    """What a document has for the last of `parts` (earlier ones are the dialogue before it, as `choose_documents` left them).

    `is_compared` says that several documents are asked: “最高的是哪家” then ranks the documents, not the rows of each.
    """
    reading = parse_question(parts, index, vocabulary)
    is_read = not reading.unexplained and not bare_word(parts[-1], vocabulary)
    if not reading.tasks and is_read and (units or ASKS_FOR_ALL.search(parts[-1])):
        reading = parse_question((*parts[:-1], f"{WHOLE_BUDGET}{parts[-1].strip()}"), index, vocabulary)
    finding = find_tasks(index, reading, vocabulary, units, is_compared=is_compared)
    if not is_open(finding) or NOT_BY_PART.search(parts[-1]):
        return finding
    reading = parse_question(parts, index, vocabulary, by_part=True)
    by_part = find_tasks(index, reading, vocabulary, units, is_compared=is_compared)
    if is_open(by_part):
        by_part = find_tasks(index, join_parts(reading), vocabulary, units, is_compared=is_compared)
    is_one_of_several = bool(EACH.search(parts[-1])) and sum(len(found.found) for found in by_part.tasks) == 1 and not is_compared
    is_lacking = bool(by_part.reading.unexplained) and any(found.task.reducer == "sum" for found in by_part.tasks)  # of unread addends
    if not names_by_part(by_part, parts[-1]) or is_open(by_part) or is_one_of_several or is_lacking:
        return finding
    choices = named_by_part(by_part)
    if choices and not asks_nothing_more(parts[-1], by_part, vocabulary):
        return finding
    return replace(finding, choices=choices) if choices else understood(by_part)


def find_tasks(index: FactIndex, reading: Reading, vocabulary: Vocabulary, units: Sequence[str], *, is_compared: bool) -> Finding:
    """What a document has for one reading of a question."""
    tasks = tuple(for_comparison(task) for task in reading.tasks) if is_compared else reading.tasks
    found = within_row(index, [find_task(index, task, vocabulary, units, is_compared=is_compared) for task in tasks])
    return Finding(index, reading, tuple(one for place, one in enumerate(found) if not is_told_before(one, tasks[place], found[:place])))


def is_told_before(found: TaskFound, asked: Task, before: Sequence[TaskFound]) -> bool:
    """Whether the parts of an amount were asked for just after it and there are none: the amount itself is told already."""
    return asked.measure == "children" != found.task.measure and bool(before) and before[-1].task.wants == found.task.wants


def is_open(finding: Finding) -> bool:
    """Whether a reading leaves something that was asked unread or not found."""
    if not finding.tasks or finding.reading.unhandled:
        return True
    return any(
        found.task.unknown or not found.found or any(one.missing or not one.candidates for one in found.found) for found in finding.tasks
    )
