"""Which duties speak of a topic, list by list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.prose.duty_lists import DutyGroup, DutyItem
from app.question.topics import Rarity, terms
from retrieval.spelling.label_key import fold

COVER = 0.68  # set by eval.calibrate_relevance
FEWEST_CHARACTERS, MANY_CHARACTERS, SHORT_CLAUSE = 4, 8, 40
CLAUSE = re.compile(r"[,;。]")


@dataclass(frozen=True, slots=True)
class DutyMatch:
    """The items of one list of duties that speak of a topic, or its introduction, numbered 0."""

    group: DutyGroup
    items: tuple[DutyItem, ...]


def match_owners(groups: Sequence[DutyGroup], topic: str) -> list[DutyMatch]:
    """The lists that make somebody responsible: in one duty, in one for each thing the topic joins, or in what introduces the duties."""
    return match_duties(groups, topic, COVER, is_list=False) or _match_each_thing(groups, topic) or _match_introductions(groups, topic)


def _match_each_thing(groups: Sequence[DutyGroup], topic: str) -> list[DutyMatch]:
    """The lists in which every one of the things that a topic joins is a duty."""
    wanted = terms(topic)
    holding = [group for group in groups if all(match_duties([group], one, COVER, is_list=False) for one in wanted)]
    return match_duties(holding, topic, COVER, is_list=True) if holding and len(wanted) > 1 else []


def _match_introductions(groups: Sequence[DutyGroup], topic: str) -> list[DutyMatch]:
    """The lists whose introduction names the topic."""
    key = fold(topic)
    naming = [group for group in groups if len(key) >= FEWEST_CHARACTERS and key in fold(group.intro)]
    return [DutyMatch(group, (DutyItem(0, group.intro, group.items[0].place),)) for group in naming]


def match_duties(groups: Sequence[DutyGroup], topic: str, enough: float, *, is_list: bool) -> list[DutyMatch]:
    """The items that hold the topic, best first in each list; a listed topic matches with any of its things."""
    rarity = Rarity(item.text for group in groups for item in group.items)
    wanted = terms(topic) if is_list else (topic,)
    matches = []
    for group in groups:
        scores = [(max(_score(rarity, want, item.text) for want in wanted), item) for item in group.items]
        best = max(score for score, _ in scores)
        floor = enough if is_list else max(enough, best - 0.1)
        if best >= enough:
            matches.append(DutyMatch(group, tuple(item for score, item in scores if score >= floor)))
    return _one_per_owner(matches)


def _score(rarity: Rarity, wanted: str, text: str) -> float:
    """How far an item speaks of a thing: 1 where it names it, if only in other order in one clause (抽检食品: 食品抽样检验)."""
    characters = set(fold(wanted)) - set(" ,;、")
    clauses = CLAUSE.split(fold(text)) if len(characters) >= FEWEST_CHARACTERS else []
    is_reordered = any(_holds(clause, characters) and _keeps_words(clause, fold(wanted)) for clause in clauses)
    return 1.0 if fold(wanted) in fold(text) or is_reordered else rarity.cover(wanted, text)


def _holds(clause: str, characters: set[str]) -> bool:
    """Whether a clause has all these characters; of many a short one may lack one (进驻: 进入)."""
    lacking = len(characters - set(clause))
    return not lacking or (lacking == 1 and len(characters) >= MANY_CHARACTERS and len(clause) <= SHORT_CLAUSE)


def _keeps_words(clause: str, wanted: str) -> bool:
    """Whether what a clause does not print as it is asked stands in it in the same order (抽检: 抽样检验, but 文物: no 物质文化)."""
    printed = {place for at in range(len(wanted) - 1) if wanted[at : at + 2] in clause for place in (at, at + 1)}
    left = "".join(letter if at not in printed and letter in clause else " " for at, letter in enumerate(wanted)).split()
    return all(re.search(".*".join(map(re.escape, run)), clause) for run in left)


def _one_per_owner(matches: list[DutyMatch]) -> list[DutyMatch]:
    """One match for each body: several years' documents repeat the same duties."""
    kept: dict[tuple[str, str], DutyMatch] = {}
    for match in matches:
        kept.setdefault((match.group.owner, "".join(item.text for item in match.items)), match)
    return list(kept.values())
