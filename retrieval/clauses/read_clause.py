"""One more clause of a question: a new task, or more about the task before it."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.clauses.ask_named import ask_named
from retrieval.clauses.clause import read_words
from retrieval.clauses.continue_tasks import continue_tasks
from retrieval.clauses.rows_asked import rows_asked
from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Task
from retrieval.spelling.load_vocabulary import Vocabulary

OF_WHICH_PROJECT = re.compile(r"(?:在|属于|归|归入|列在|挂在)(?:哪|什么)(?:一)?个?项目")


def add_clause(
    clause: str, mentions: tuple[Mention, ...], context: tuple[Mention, ...], tasks: list[Task], index: FactIndex, vocabulary: Vocabulary
) -> list[Task]:
    """The tasks with what one more clause asks; `context` are the names of the clauses before it that only set the scene."""
    asked = read_words(clause, mentions, context, vocabulary)
    if tasks and not mentions and OF_WHICH_PROJECT.search(asked.masked):
        return tasks  # the place of the figure names the project
    if with_rows := rows_asked(asked, tasks, index, vocabulary):
        return with_rows
    if not mentions:
        return continue_tasks(asked, tasks, index, vocabulary)
    if tasks and asked.asks_for_words:
        return tasks
    return ask_named(asked, tasks, index, vocabulary)
