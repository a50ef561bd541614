"""A clause that asks for rows: those of a list, those that make up an amount, those of a table named alone."""

from __future__ import annotations

from dataclasses import replace

from ingest import late_re as re
from retrieval.clauses.bodies_bound import WHICH_BODIES
from retrieval.clauses.clause import Clause
from retrieval.clauses.clause_words import is_plain_list, kinds_of_rows, top_in
from retrieval.clauses.table_clauses import in_table
from retrieval.facts.fact import FactIndex
from retrieval.facts.fund_rows import fund_in
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Task, Want
from retrieval.spelling.bound import bound_in
from retrieval.spelling.load_vocabulary import Vocabulary

CLASSES, PROJECTS, PURCHASES = ("functions", "income"), "projects", "procurement"
CATALOGUE = re.compile(r"(?:货物|工程|服务)类?(?:采购|$)|采购(?:货物|工程|服务)")
CHILDREN = re.compile(
    r"■(?:~|的)*(?:下面|下边|当中|其中|里面|里|中|之中|明细|各项|构成|下|项下|包含|包括|分为|的各|,)*.{0,20}?(?:哪|各|排|最|列|分别)"
)
OF_BOUND = re.compile(r"■[^,;?]{0,4}(?:里|中|下|内)[^,;?]{0,10}\d[\d.]*[万亿]?元(?:以[上下])?的?(?:科目|项|有|是|支出)")
OF_CLASS = re.compile(r"■(?:~|的|里|下|项下|下面)*(?:是|有|包括)+(?:哪|什么)")


def rows_asked(asked: Clause, tasks: list[Task], index: FactIndex, vocabulary: Vocabulary) -> list[Task] | None:
    """The tasks with the rows that a clause asks for; None where it asks for something else."""
    is_of_value = asked.measure == "value"
    if asked.is_of_one_thing and is_of_value and OF_BOUND.search(asked.masked):
        return [*tasks, parts_of(asked)]
    if name := list_named(asked, tasks, vocabulary):
        return with_list(name, asked, tasks)
    if is_of_value and (looked_up := in_table(asked.text, asked.mentions, asked.context, tasks, index, asks=asked.asks_for_figure)):
        return looked_up
    is_ranked = asked.reducer in ("rank", "maximum", "minimum", "extremes") or "list" in asked.operations
    is_of_rows = bool(CHILDREN.search(asked.masked)) and not WHICH_BODIES.search(asked.masked)
    if asked.is_of_one_thing and is_of_value and is_ranked and is_of_rows:
        return [*tasks, parts_of(asked)]
    if is_of_value and OF_CLASS.search(asked.masked) and any(is_class(one, index) for one in asked.named):
        return [*tasks, Task("children", (Want(asked.named, text=asked.text),), reducer=asked.reducer, text=asked.text)]
    return None


def list_named(asked: Clause, tasks: list[Task], vocabulary: Vocabulary) -> str | None:
    """The list that a clause asks for and nothing besides it."""
    name = next((one.name for one in vocabulary.lists if one.pattern.search(asked.text)), None)
    if name is None or not is_plain_list(asked.masked, asked.mentions, vocabulary):
        return None
    if name in (PROJECTS, PURCHASES) and any(CATALOGUE.search(one.asked) for one in asked.mentions):
        return None  # what is bought of a kind is no list of all projects or of all that is bought
    return None if name in CLASSES and not asked.mentions and is_of_last(tasks) else name


def with_list(name: str, asked: Clause, tasks: list[Task]) -> list[Task]:
    """The tasks with a list; it takes the place of the same list that was asked for just before (“8个项目共92万元，平均每个多少”)."""
    fund = fund_in(asked.text, tasks) if name == PROJECTS else ""
    task = Task("list", kinds_of_rows(asked.mentions), rows=name, bound=bound_in(asked.text), reducer=asked.reducer, fund=fund)
    is_told = tasks and replace(tasks[-1], text="") == replace(task, reducer=None)
    return [*(tasks[:-1] if is_told else tasks), replace(task, text=asked.text, top=top_in(asked.text))]


def parts_of(asked: Clause) -> Task:
    """The task that asks for what makes up the thing named, within the bound that the clause gives."""
    wants, text = (Want(asked.named, text=asked.text),), asked.text
    return Task("children", wants, reducer=asked.reducer, bound=bound_in(text), text=text, top=top_in(text))


def is_of_last(tasks: list[Task]) -> bool:
    """Whether a class that is asked for next is one of those that make up the amount asked for just before (“采购多少，哪类最多”)."""
    return bool(tasks) and tasks[-1].measure == "value" and any(not one.is_total for want in tasks[-1].wants for one in want.mentions)


def is_class(one: Mention, index: FactIndex) -> bool:
    """Whether a code only classifies rows again (政府经济分类) and has none of its own."""
    rows = [index.facts[number] for number in index.codes.get(one.code or "", ())]
    return bool(rows) and all(fact.codes[0] != one.code for fact in rows)
