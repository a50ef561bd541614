"""Duties as they are told: their items, who has them, where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer, Citation
from app.prose.duty_lists import DutyGroup, DutyItem, chinese_number
from app.prose.match_duties import DutyMatch
from app.telling import wording_text as wording
from app.telling.offer_founds import shorten
from app.telling.passages import cite_passage
from ingest import late_re as re

MOST_SHOWN = 12
LEFT_AT_ENDS = re.compile(r"^(?:[家个局]的|\S) (?=\S)|[,;]\S?$")


def tell_owners(matches: Sequence[DutyMatch], text: str) -> Answer:
    """The answer that tells whose duties match, in these words."""
    return Answer("answered", shorten(text), citations=citations_of(matches), answered_by="quote")


def owner_lines(matches: Sequence[DutyMatch]) -> str:
    """A line for each duty that matches, with whose it is and its number."""
    lines = []
    for match in matches[:MOST_SHOWN]:
        for item in match.items[:3]:
            number = wording.DUTY_NUMBER.format(number=chinese_number(item.number)) if item.number else wording.DUTY_INTRODUCTION
            lines.append(wording.RESPONSIBLE_OWNER.format(owner=match.group.owner, number=number, item=item.text))
    return "\n".join(lines)


def list_items(items: Sequence[DutyItem]) -> str:
    """The items one below the other."""
    return "\n".join(f"- {item.text}" for item in items)


def cite_item(group: DutyGroup, item: DutyItem) -> Citation:
    """Where one item stands."""
    return cite_passage(group.document, group.section, item.text, item.place)


def citations_of(matches: Sequence[DutyMatch]) -> tuple[Citation, ...]:
    """Where the items that match stand, the first few of each list."""
    return tuple(cite_item(match.group, item) for match in matches for item in match.items[:3])[:MOST_SHOWN]


def without_ends(topic: str) -> str:
    """A topic without the single characters that are left at its ends of words that asked."""
    return LEFT_AT_ENDS.sub("", topic)


def shown(topic: str) -> str:
    """The topic in quotation marks, unless it has its own, without single characters left at its ends."""
    topic = without_ends(topic)
    return topic if "“" in topic else f"“{topic}”"
