"""A label that begins with words that also chose the document (“乙县服务大厅面积”) is given back whole to what is left."""

from __future__ import annotations

from retrieval.facts.fact import FactIndex
from retrieval.spelling.label_key import fold, label_key

SHORTEST, LONGEST = 5, 40


def restore_labels(question: str, rest: str, index: FactIndex) -> str:
    """`rest` (the question with its document words blanked, of equal length) with every label put back that a blank cut through."""
    if len(question) != len(rest):
        return rest
    restored = rest
    info = index.document.info
    bodies = {label_key(name) for name in (info.organization or "", *info.aliases, *info.units)}
    for start in range(len(question)):
        for end in range(min(len(question), start + LONGEST), start + SHORTEST - 1, -1):
            label = fold(question[start:end])
            if is_cut(question, rest, start, end) and not index.variants.get(label, bodies) <= bodies:
                restored = restored[:start] + question[start:end] + restored[end:]
                break
    return restored


def is_cut(question: str, rest: str, start: int, end: int) -> bool:
    """Whether a stretch begins in blanked words and ends in words that stand."""
    return rest[start] == " " != question[start] and rest[end - 1] == question[end - 1] and question[end - 1].isalnum()
