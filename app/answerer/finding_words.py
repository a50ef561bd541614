"""What a finding shows of how its question was understood: bounds, everyday words, the only item, words that nothing accounts for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.facts.finding import Finding
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import Vocabulary


def has_bound(findings: Sequence[Finding]) -> bool:
    """Whether the question gives an amount as the bound of a list that it asks for."""
    return any(found.task.bound for finding in findings for found in finding.tasks)


def is_vague(findings: Sequence[Finding]) -> bool:
    """Whether only everyday words stand for what is asked."""
    named = [one for finding in findings for found in finding.tasks for want in found.task.wants for one in (*want.mentions, *want.context)]
    return bool(named) and all(one.is_weak for one in named)


def only_item(finding: Finding) -> str:
    """The one thing whose plain figure a question asks for; empty where it asks for several or more of it."""
    named = [one for task in finding.tasks for want in task.task.wants for one in (*want.mentions, *want.context)]
    is_plain = all(task.task.measure == "value" and task.task.reducer is None for task in finding.tasks)
    return named[0].asked if len(named) == 1 and is_plain and not finding.reading.unhandled else ""


def is_understood(item: str, finding: Finding, vocabulary: Vocabulary) -> bool:
    """Whether names of the document account for every word of an item, spelt as they are printed or usually called."""
    left = fold(item)
    mentions = [one for found in finding.tasks for want in found.task.wants for one in want.mentions if one.correction is None]
    for one in sorted(mentions, key=lambda one: one.start - one.end):
        left = left.replace(one.asked, "~")
    return not re.sub(r"[\W\d_]", "", vocabulary.fillers.sub("", left))
