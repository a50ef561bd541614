"""A clause that names something: the task for it, set in relation to what was asked before where the clause says so."""

from __future__ import annotations

from dataclasses import replace

from ingest import late_re as re
from retrieval.clauses.against_budget import against_budget, is_against_budget, two_budgets
from retrieval.clauses.clause import ENDS, MEASURES, SPOKEN_OF, Clause, blanked
from retrieval.clauses.clause_words import are_totalled, content, operations_in, sides_in, top_in
from retrieval.clauses.make_task import is_of_several_measures, make_task, minus_task, target_task
from retrieval.clauses.same_whole import same_whole
from retrieval.clauses.unread_names import unread_names
from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Task, Want
from retrieval.names.coordinate_mentions import named_within
from retrieval.spelling.load_vocabulary import Vocabulary

COMPLETION = re.compile(r"完成.*$")
AND_SHARE = re.compile(r"(?:及|和|、|以及|并|各)(?:其)?(?:所)?占(?:比|的比)|金额.*占比")
OF_THOSE = re.compile(r"[~,又]*(?:它们|三者|两者|二者|合计|一共|总共|共|加起来)?[~,]*占")  # of what was added up just before
TOGETHER_SHARE = re.compile(r"(?:合计|一共|总共|共计|之和|加起来|相加|总和|合起来)[~,一共总]*占")
DIRECTION = re.compile(r"(?:哪|谁).*?(增加|增长|减少|下降|上升|降低)了?$")
LIKEWISE = re.compile(r"[~那其中的又]*■+[~的又]*呢[~]*")
ADDED_TO_THOSE = re.compile(r"~*(?:再|要是|如果)?(?:加上|连上|算上)")
AGAINST_LAST = re.compile(r"[~那]*(?:和|与|跟|同|比|较)~*■")  # “差旅费呢”, “和办公费比哪个多”
LEFT = re.compile(r"[还就]?(?:剩余|剩下?|余下?|结余)了?(?=多少|几)")  # what is asked of a remainder


def ask_named(asked: Clause, tasks: list[Task], index: FactIndex, vocabulary: Vocabulary) -> list[Task]:
    """The tasks with the one of a clause that names something, after those for amounts that it asks for beside it."""
    earlier = spoken_of(asked, tasks)
    if tasks and LIKEWISE.fullmatch(asked.masked) and (repeated := likewise(tasks[-1], asked.mentions)):
        return [*tasks, repeated]
    if asked.measure == "share" and tasks and (again := same_whole(tasks[-1], asked, index)):
        return [*tasks, again]
    if left := remainder(asked, index, vocabulary):
        return [*tasks, left]
    task = own_task(asked, earlier, tasks, index, vocabulary)
    if asked.measure == "share" and AND_SHARE.search(asked.masked):
        tasks = [*tasks, Task("value", task.wants, text=asked.text)]
    if is_against_budget(asked, index):
        task = against_budget(task, asked.text)
    if task.measure == "completion" and (sides := sides_in(COMPLETION.sub("", asked.masked), index)):
        both = tuple(replace(want, side=side) for want in task.wants for side in sides)
        tasks = [*tasks, replace(task, measure="value", wants=both, reducer=None)]
    task, nested = without_nested(with_spoken_of(task, tasks, asked), asked)
    direction = DIRECTION.search(asked.masked)
    return [
        *tasks,
        replace(
            task, reducer="direction" if direction and task.measure.startswith("change") else task.reducer,
            direction=direction[1] if direction else None, text=asked.text,
            top=top_in(asked.text) if task.reducer in (*ENDS, "rank") else None, unknown=(*unread_names(asked, index, vocabulary), *nested),
        ),
    ]  # fmt: skip


def spoken_of(asked: Clause, tasks: list[Task]) -> tuple[Mention, ...]:
    """What was named before the clause and may narrow what it names."""
    earlier = (*(one for task in tasks for want in task.wants for one in want.mentions), *asked.context)
    kept = tuple(one for one in dict.fromkeys(earlier) if not one.is_total and one not in asked.mentions)
    are_columns = all(one.is_column for one in asked.mentions)
    return tuple(one for one in kept if not one.is_column) if are_columns else kept


def likewise(last: Task, mentions: tuple[Mention, ...]) -> Task | None:
    """“人员支出呢？” after a share, a rate or a change: the same of another item; None after a plain amount, which any clause asks anew."""
    if last.measure not in MEASURES or last.measure == "per" or not last.wants or any(one.is_column for one in mentions):
        return None
    return replace(last, wants=(replace(last.wants[0], mentions=mentions),), text=last.text)


def remainder(asked: Clause, index: FactIndex, vocabulary: Vocabulary) -> Task | None:
    """What is left of the first thing named when the others are taken from it; None where the clause takes nothing away."""
    if "minus" not in asked.operations or asked.measure != "value":
        return None
    left = minus_task(asked.text, asked.masked, asked.mentions, asked.context, vocabulary)
    words = LEFT.sub(blanked, dict(vocabulary.operations)["minus"].sub(lambda found: "~" * len(found[0]), asked.masked))
    return replace(left, unknown=content(words, index, vocabulary)) if left else None


def own_task(asked: Clause, earlier: tuple[Mention, ...], tasks: list[Task], index: FactIndex, vocabulary: Vocabulary) -> Task:
    """The task of the clause itself; the share of what was asked for just before, the target and what was reached of it."""
    if both := two_budgets(asked):
        return both
    made = make_task(asked.text, asked.masked, asked.mentions, earlier, asked.context, asked.measure, index)
    task = replace(made, reducer=asked.reducer)
    if asked.measure == "share":
        return shared(task, tasks, asked)
    asks_target = "target_met" in asked.operations or "target_met" in operations_in(asked.text, vocabulary)
    if asked.measure == "value" and asks_target:
        return replace(target_task(asked.mentions, earlier, asked.text), reducer="target")
    return task


def shared(task: Task, tasks: list[Task], asked: Clause) -> Task:
    """A share as that of what was asked for just before, or of several things together, where the clause says so."""
    if tasks and OF_THOSE.match(asked.masked):
        last = tasks[-1]
        if last.reducer == "sum" and len(last.wants) > 1:
            return replace(task, wants=last.wants, reducer="sum")
        if last.measure == "value" and len(last.wants) == 1:
            return replace(task, wants=last.wants)
    return replace(task, reducer="sum") if TOGETHER_SHARE.search(asked.masked) else task


def with_spoken_of(task: Task, tasks: list[Task], asked: Clause) -> Task:
    """A task with what was spoken of before as another operand, where the clause compares with it or adds to it."""
    masked = asked.masked
    if task.measure == "value" and task.reducer is None and len(task.wants) > 1 and are_totalled(masked, are_named=True):
        task = replace(task, reducer="sum")
    speaks_back = SPOKEN_OF.search(masked) or (task.reducer == "difference" and AGAINST_LAST.match(masked))
    if task.reducer in ("difference", "sum") and task.measure == "value" and len(task.wants) == 1 and tasks and speaks_back:
        task = replace(task, wants=(*task.wants, *tasks[-1].wants[-1:]))
    if task.reducer == "sum" and tasks and tasks[-1].measure == "value" and ADDED_TO_THOSE.match(masked):
        task = replace(task, wants=(*tasks[-1].wants, *(replace(want, context=()) for want in task.wants)))
    return task


def without_nested(task: Task, asked: Clause) -> tuple[Task, tuple[str, ...]]:
    """A sum without what stands within another of its addends, and the names that leave it open what is to be added."""
    addends = tuple(one for one in asked.mentions if not all(one in want.mentions for want in task.wants))
    nested = named_within(asked.masked, addends) if task.reducer == "sum" and len(task.wants) > 1 else ()
    if len(nested) == 1 and len(asked.mentions) == 2:  # “甲中归入乙的合计”: all of 乙, no sum of both
        inner = next(one for one in asked.mentions if one.asked == nested[0])
        outer = tuple(one for one in asked.mentions if one is not inner)
        task, nested = replace(task, wants=(Want((inner,), (*outer, *asked.context), text=asked.text),)), ()
    if (task.measure == "per" and len(asked.mentions) > 1) or (task.reducer == "sum" and is_of_several_measures(task)):
        task = replace(task, reducer=None)
    return task, nested
