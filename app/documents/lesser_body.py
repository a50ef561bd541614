"""“某市的水费多少”: a place was named, and only a unit below its bureau prints an item that every body may have."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import DocumentInfo
from retrieval.facts.finding import Finding
from retrieval.query import DocumentChoice
from retrieval.spelling.load_vocabulary import load_vocabulary


def is_of_lesser_body(told: DocumentInfo, others: Sequence[DocumentInfo], choice: DocumentChoice, finding: Finding) -> bool:
    """Whether one unit answers for an everyday item of a place whose department has documents too, and none of them was named."""
    if choice.is_each or len(set(choice.organizations)) < 2 or told.scope != "单位":
        return False
    is_below = any(info.scope == "部门" and info.organization != told.organization for info in others)
    mentions = [one for found in finding.tasks for want in found.task.wants for one in want.mentions]
    return is_below and bool(mentions) and all(is_of_everybody(one.asked, one.keys) for one in mentions)


def is_of_everybody(asked: str, keys: Sequence[str]) -> bool:
    """Whether a name is that of an account, or an everyday word for one."""
    vocabulary = load_vocabulary()
    names = {*vocabulary.standard_names, *(word for synonym in vocabulary.synonyms for word in (*synonym.asked, *synonym.names))}
    return not {asked, *keys}.isdisjoint(names)
