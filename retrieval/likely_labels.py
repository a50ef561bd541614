"""A name in the questioner's own words (“河堤维修养护”): the one label of the document that most of its characters make."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.document import Figure
from retrieval.find_mentions import find_mentions, is_opposite
from retrieval.index_facts import Fact, FactIndex
from retrieval.label_key import fold, is_neutral_label, is_total
from retrieval.load_vocabulary import Vocabulary

SHORTEST = 4  # characters of a label, and of what is asked
ASKED_HELD, LABEL_HELD = 0.8, 0.45
CLEAR = 0.12  # by how much the likeliest label must lead
JOINED = re.compile(r"[及和与、]")  # a label of two things is not meant by the name of one
CHINESE = re.compile(r"[一-鿿A-Za-z]")


@dataclass(frozen=True, slots=True)
class Likely:
    """The label that is meant, how the question says it, and the question with the label in its place."""

    label: str
    asked: str
    question: str


def likely_label(question: str, index: FactIndex, vocabulary: Vocabulary) -> Likely | None:
    """The label that a folded question means without naming it; None where none or several fit."""
    content = content_of(question, index, vocabulary)
    if len(content) < 3:
        return None
    labels = labels_of(index.facts)
    weights = weights_of(labels)
    rated = sorted((rate(question, content, label, weights) for label in labels), reverse=True)
    best = rated[0] if rated else None
    if best is None or best[0] <= 0:
        return None
    others = [one for one in rated[1:] if one[1] != best[1]]
    if others and best[0] - others[0][0] < CLEAR:
        return None
    covered = held(question, best[1])
    return Likely(best[1], "".join(question[at] for at in covered if at in content), reworded(question, covered, best[1]))


def content_of(question: str, index: FactIndex, vocabulary: Vocabulary) -> frozenset[int]:
    """The places of the characters that neither a filler, an operation nor the name of a column or table accounts for."""
    spent: set[int] = set()
    for pattern in (vocabulary.fillers, *(pattern for _, pattern in vocabulary.operations)):
        for found in pattern.finditer(question):
            spent.update(range(*found.span()))
    for one in find_mentions(question, index, vocabulary):
        if one.keys and (one.is_column or not any(key in {name for fact in index.facts for name, _ in fact.labels} for key in one.keys)):
            spent.update(range(one.start, one.end))
    return frozenset(at for at, letter in enumerate(question) if at not in spent and CHINESE.fullmatch(letter))


def labels_of(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The innermost names of rows and statements that are long enough to be known by a part."""
    names = (fact.labels[-1][0] if isinstance(fact.source, Figure) else fact.labels[0][0] for fact in facts if fact.labels)
    return tuple(dict.fromkeys(name for name in names if len(name) >= SHORTEST and not is_neutral_label(name) and not is_total(name)))


def weights_of(labels: Sequence[str]) -> dict[str, float]:
    """How much each character says: the rarer among the labels, the more; an unknown one most."""
    counts = Counter(letter for label in labels for letter in set(label))
    return {letter: math.log((len(labels) + 1) / count) for letter, count in counts.items()} | {"": math.log(len(labels) + 1)}


def held(question: str, label: str) -> tuple[int, ...]:
    """The places of the question's characters that stand with a neighbour as they do in the label."""
    pairs = {label[at : at + 2] for at in range(len(label) - 1)}
    starts = [at for at in range(len(question) - 1) if question[at : at + 2] in pairs]
    return tuple(sorted({*starts, *(at + 1 for at in starts)}))


def rate(question: str, content: frozenset[int], label: str, weights: dict[str, float]) -> tuple[float, str]:
    """How likely a label is meant (0: not at all): the weight of the content that it holds and of itself that the question holds."""
    covered = held(question, label)
    if not covered or is_opposite(label, question) or any(one not in question for one in JOINED.findall(label)):
        return 0.0, label

    def weigh(letters: Iterable[str]) -> float:
        return sum(weights.get(letter, weights[""]) for letter in letters)

    of_asked = weigh(question[at] for at in covered if at in content) / (weigh(question[at] for at in content) or 1.0)
    of_label = weigh(letter for letter in label if letter in {question[at] for at in covered}) / (weigh(label) or 1.0)
    if of_asked < ASKED_HELD or of_label < LABEL_HELD:
        return 0.0, label
    return of_asked + of_label, label


def reworded(question: str, covered: Sequence[int], label: str) -> str:
    """The question with the label in place of the first of the characters that mean it, the others blanked."""
    letters = list(question)
    for at in covered:
        letters[at] = "~"
    letters[covered[0]] = label
    return fold("".join(letters))
