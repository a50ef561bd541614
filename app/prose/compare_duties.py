"""Two bodies' duties side by side."""

from __future__ import annotations

import re
from functools import partial

from app.answer import Answer
from app.prose.duty_lists import DutyGroup, duty_groups, own_groups
from app.question.text_question import TextQuestion, asks_for
from app.question.topics import Rarity
from app.telling import wording_text as wording
from app.telling.offer_founds import shorten
from app.telling.passages import cite_passage
from ingest.outline.headings import read_numbering

COMPARES = re.compile(r"相同|共同|不同|区别|差别|异同|一样|对比|比较|重复|重合")
CLAUSES = re.compile(r"[；;。]")
LEVEL_WORDS = re.compile(r"全?[省市县区](?:级|直)?")
ALIKE_COVER = 0.6


def compare_duties(asked: TextQuestion) -> Answer | None:
    """Clause by clause: what is worded alike, then what only one has; None where no comparison of duties is asked for."""
    if not asks_for(asked, "duty") or not COMPARES.search(asked.rest):
        return None
    groups = own_groups([group for document in asked.documents for group in duty_groups(document)])
    groups = list({group.owner: group for group in reversed(groups)}.values())[::-1]
    return _side_by_side(groups[0], groups[1]) if len(groups) > 1 else None


def _side_by_side(first: DutyGroup, second: DutyGroup) -> Answer:
    ours, theirs = _clauses(first), _clauses(second)
    rarity = Rarity([*ours, *theirs])
    nearest = {own: max(theirs, key=partial(_alike, rarity, own)) for own in ours}
    alike = {own: best for own, best in nearest.items() if _alike(rarity, own, best) >= ALIKE_COVER}
    names = {"first": first.owner, "second": second.owner}
    lines = "\n".join(wording.PAIR.format(first=own, second=best) for own, best in alike.items())
    head = wording.COMMON_DUTIES.format(count=len(alike), pairs=lines, **names) if alike else wording.NO_COMMON_DUTIES.format(**names)
    alone = [(first.owner, [own for own in ours if own not in alike]), (second.owner, [own for own in theirs if own not in alike.values()])]
    tails = [wording.ONLY_DUTIES.format(owner=owner, items="\n".join(f"- {text}" for text in texts)) for owner, texts in alone if texts]
    citations = tuple(cite_passage(group.document, group.section, group.items[0].text) for group in (first, second))
    return Answer("answered", shorten("\n\n".join([head, *tails])), citations=citations, answered_by="quote")


def _clauses(group: DutyGroup) -> list[str]:
    """The single things that a list of duties says, without their numbers."""
    texts = [numbering.rest if (numbering := read_numbering(item.text)) else item.text for item in group.items]
    return list(dict.fromkeys(clause.strip() for text in texts for clause in CLAUSES.split(text) if clause.strip()))


def _alike(rarity: Rarity, first: str, second: str) -> float:
    """How far two clauses say the same of a city and of a county, 0 to 1."""
    one, other = LEVEL_WORDS.sub("", first), LEVEL_WORDS.sub("", second)
    return min(rarity.cover(one, other), rarity.cover(other, one))
