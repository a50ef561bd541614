"""Where the line runs between a passage that answers and “not found”: set on some invented departments, checked on others.

Run `python -m eval.calibrate_relevance`. Answerable are clauses of a department's own sentences with words left out, turned round and with
words of talk added; unanswerable are half one of its clauses, half one of a department that has nothing to do with it. The lowest
threshold that quotes at most three unanswerable questions in a hundred on the first half is printed with what it does on the second.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.answerer.answer_by_quote import held, pairs
from app.question.topics import Rarity
from eval.invent_documents import PROFILES, invent_documents
from eval.invented import InventedDocument

SEEDS = (11, 12)  # the first to set, the second to check
MOST_FALSE = 0.03
STEPS = tuple(step / 100 for step in range(40, 100, 2))
SHORTEST_CLAUSE, LONGEST_CLAUSE = 6, 24
CLAUSE = re.compile(r"[，。；、：]")
PLAIN = re.compile(r"[^\W\d_]+")
TALK = ("平常", "", "具体", "大家去办", "")
Score = Callable[[Sequence[str], str], float]


@dataclass(frozen=True, slots=True)
class Rate:
    """At one threshold: the share of answerable questions that are quoted, and of unanswerable ones."""

    threshold: float
    recall: float
    false: float


def best_cover(texts: Sequence[str], asked: str) -> float:
    """How far the best of the texts speaks of what is asked, rare words counting more: the measure of duties."""
    rarity = Rarity(texts)
    return max(rarity.cover(asked, text) for text in texts)


def best_held(texts: Sequence[str], asked: str) -> float:
    """The share of the asked words that the best of the texts holds: the measure of quoted sentences."""
    wanted = pairs(asked)
    return max(held(wanted, text) for text in texts) if wanted else 0.0


def duties_of(document: InventedDocument) -> tuple[str, ...]:
    """The document's duties."""
    return document.duties


def sentences_of(document: InventedDocument) -> tuple[str, ...]:
    """The document's narrative sentences."""
    paragraphs = (paragraph for section in document.sections for paragraph in section.paragraphs)
    return tuple(sentence for paragraph in paragraphs for sentence in re.split(r"[。；]", paragraph) if sentence)


def reworded(text: str) -> list[str]:
    """The clauses of a text as somebody may ask for them: without their first word, their halves turned round, with words of talk."""
    return [f"{TALK[len(clause) % len(TALK)]}{clause[len(clause) // 2 :]}{clause[2 : len(clause) // 2]}" for clause in clauses(text)]


def clauses(text: str) -> list[str]:
    """The clauses of a text that are long enough to ask for."""
    return [part for part in CLAUSE.split(text) if PLAIN.fullmatch(part) and SHORTEST_CLAUSE <= len(part) <= LONGEST_CLAUSE]


def measure(documents: Sequence[InventedDocument], texts_of: Callable[[InventedDocument], tuple[str, ...]], score: Score) -> list[Rate]:
    """The rates at every threshold."""
    own = {document.organization: texts_of(document) for document in documents}
    answerable, unanswerable = [], []
    for name, texts in own.items():
        asked = sorted({one for text in texts for one in reworded(text)})
        answerable += [score(texts, one) for one in asked]
        foreign = sorted({one for other, theirs in own.items() if other != name for text in theirs for one in clauses(text)})
        foreign = [one for one in foreign if one[len(one) // 2 :] not in "".join(texts)]
        mine = sorted({one for text in texts for one in clauses(text)})
        unanswerable += [score(texts, mixed(one, foreign[(7 * place) % len(foreign)])) for place, one in enumerate(mine)]
    return [Rate(step, share(answerable, step), share(unanswerable, step)) for step in STEPS]


def mixed(own: str, foreign: str) -> str:
    """A question for something that is half the department's own matter: it has no answer."""
    return own[: len(own) // 2] + foreign[len(foreign) // 2 :]


def share(scores: Sequence[float], threshold: float) -> float:
    """The share of scores that reach the threshold."""
    return sum(score >= threshold for score in scores) / len(scores) if scores else 0.0


def calibrate(texts_of: Callable[[InventedDocument], tuple[str, ...]], score: Score, departments: int) -> tuple[Rate, Rate]:
    """The lowest good threshold as it does where it was set, and where it is checked: other departments of another city."""
    names = sorted(PROFILES)
    halves = [
        invent_documents(seed, departments, (2031,), ("预算",), profiles=names[turn::2]) for turn, seed in enumerate(SEEDS)
    ]  # fmt: skip
    first, second = (measure(half, texts_of, score) for half in halves)
    chosen = next((rate for rate in first if rate.false <= MOST_FALSE), first[-1])
    return chosen, next(rate for rate in second if rate.threshold == chosen.threshold)


def main() -> None:
    """Print what each measure's threshold should be, and what it does."""
    for name, texts_of, score in (("duties", duties_of, best_cover), ("sentences", sentences_of, best_held)):
        for where, rate in zip(("set", "checked"), calibrate(texts_of, score, 6), strict=True):
            print(f"{name:10} {where:8} threshold {rate.threshold:.2f}  quoted {rate.recall:.1%}  quoted wrongly {rate.false:.1%}")


if __name__ == "__main__":
    main()
