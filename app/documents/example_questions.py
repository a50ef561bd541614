"""Questions to begin with, drawn from the loaded documents; only those that are really answered are offered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, islice

from app.answer import Answer
from ingest.document import DocumentInfo

MOST_EXAMPLES = 5
MOST_TRIED = 16
ABOUT_ONE = (
    "{organization}{year}年{scope}{kind}的收入总计是多少？",
    "{organization}{year}年“三公”经费{kind}是多少？",
    "{organization}的主要职责有哪些？",
    "{organization}{year}年{scope}{kind}的支出总计是多少？",
    "{organization}{year}年公务接待费{kind}是多少？",
)
ABOUT_TWO = "{first}和{second}{year}年“三公”经费{kind}哪个多？"


def example_questions(infos: Sequence[DocumentInfo], ask: Callable[[str], Answer]) -> Iterator[str]:
    """A few questions over different organisations, each offered as soon as it is tried."""
    candidates = dict.fromkeys(question for question, _ in zip(questions_about(infos), range(MOST_TRIED), strict=False))
    return islice((question for question in candidates if ask(question).status == "answered"), MOST_EXAMPLES)


def questions_about(infos: Sequence[DocumentInfo]) -> Iterator[str]:
    """The questions that fit these documents, a comparison first."""
    known = sorted((info for info in infos if info.organization and info.year and info.kind), key=lambda info: -(info.year or 0))
    yield from _comparisons(known)
    spread = list(_one_each(known))
    for number, template in enumerate(ABOUT_ONE):
        for info in spread[number % len(spread) :] + spread[: number % len(spread)] if spread else ():
            yield template.format(organization=info.organization, year=info.year, kind=info.kind, scope=info.scope or "")
            break


def _comparisons(infos: Sequence[DocumentInfo]) -> Iterator[str]:
    pairs = ((a, b) for a, b in combinations(infos, 2) if (a.year, a.kind) == (b.year, b.kind) and a.organization != b.organization)
    for first, second in pairs:
        yield ABOUT_TWO.format(first=first.organization, second=second.organization, year=first.year, kind=first.kind)
        return


def _one_each(infos: Iterable[DocumentInfo]) -> Iterator[DocumentInfo]:
    """The newest document of each organisation."""
    seen: set[str | None] = set()
    for info in infos:
        if info.organization not in seen:
            seen.add(info.organization)
            yield info
