"""Whether a clause asks for something that none of the tasks it led to answers."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.clauses.clause import FIGURE_ASKED, LISTS
from retrieval.clauses.clause_words import operations_in
from retrieval.facts.task import Task
from retrieval.spelling.is_talk import is_talk
from retrieval.spelling.load_vocabulary import Vocabulary

CONSISTENT = re.compile(r"对得上|对不上|一致(?:吗|不|么)|是否一致|一样吗|相等吗|是否相等|等于.*(?:吗|么|不)$|等不等于|矛盾|相符")
ADDED_UP = re.compile(r"■加|加起来|相加|加总|之和|加在一起|合起来")
YEAR_BEFORE_ASKED = re.compile(r"^~*(?:那|其中)?(?:上年|去年|上一年|前一年)(?:度)?(?:的|预算|决算|是|为|有|又)*多少")
SELECTING = re.compile(r"\d(?:\.\d+)?(?:万|亿)?元?(?:左右|上下|出头|以外|之间|的(?:科目|项目|是|有))")
KIND_OF_STAFF = re.compile(r"(?:行政|事业)(?:编制)?的?(?:人员|职工|干部)的■")  # no row was found of that kind alone
DIFFERING = re.compile(r"(?:差|差距|差额|出入|变化|变动|增加|增长|减少|下降|涨|降)[^,;?最]{0,6}最|最[多大少小]的?(?:差|变化|变动)")
CHANGED_BY = re.compile(r"[比较](?:~|上年|去年|20\d\d年?)(?:度)?.{0,8}(?:增|减|多|少|涨|降)")


def is_told(operations: tuple[str, ...], tasks: tuple[Task, ...]) -> bool:
    """Whether the last task already tells what a further clause asks (“哪个多，多多少”, “增加还是减少，变化多少”)."""
    if not tasks:
        return False
    told = {tasks[-1].measure, tasks[-1].reducer}
    if tasks[-1].measure.startswith("change"):
        told |= {"change", "change_rate"}
    if tasks[-1].reducer in ("difference", "minus"):
        told |= {"against_budget"}
    return not told.isdisjoint(operations)


def is_unhandled(masked: str, tasks: tuple[Task, ...], before: tuple[Task, ...], vocabulary: Vocabulary) -> bool:
    """Whether a clause asks for more than the tasks it led to: a question that changed nothing, or more figures than wants."""
    asked = len(FIGURE_ASKED.findall(masked))
    if KIND_OF_STAFF.search(masked):
        return True
    if YEAR_BEFORE_ASKED.search(masked) and tasks == before:
        return True
    if CONSISTENT.search(masked) and (ADDED_UP.search(masked) or not any(len(task.wants) > 1 for task in tasks if task not in before)):
        return True
    listed = [task for task in tasks if task.measure in LISTS]
    if listed and DIFFERING.search(masked):
        return True
    if listed and (CHANGED_BY.search(masked) or any(task.reducer == "difference" and "最" not in task.text + masked for task in listed)):
        return True  # rows are listed by their amounts, not by how much these changed, and two of them are not all of them
    if any(not task.bound for task in listed if task not in before) and SELECTING.search(masked):
        return True  # an amount that picks rows out and was not read as a bound
    if tasks == before:
        return bool(asked) and not is_talk(masked, vocabulary.talk) and not is_told(operations_in(masked, vocabulary), tasks)
    wants = sum(len(task.wants) or asked for task in tasks if task not in before)
    told = 2 if any(task.measure.startswith("change") for task in tasks if task not in before) else wants
    reduced = sum(1 for task in tasks if task not in before and task.reducer)
    return asked > 1 and asked > told + reduced
