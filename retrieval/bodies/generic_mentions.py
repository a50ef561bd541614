"""Bodies called by their type alone, as mentions beside those that names make."""

from __future__ import annotations

import re

from retrieval.bodies.match_generic_name import match_generic_name, match_level_bureau
from retrieval.bodies.mention import Mention
from retrieval.bodies.mention_words import JOINT, NOT_A_PLACE
from retrieval.catalog import Catalog

JOINT_BEFORE = re.compile(r"(?:[、和与跟及比同]|还有|以及|加上?)\s*$")
UNKNOWN_STREET = re.compile(r"(?:^|[,、;?!。:“\s]|20\d\d年度?|和|与|跟|比)([\u4e00-\u9fff]{2,6})$")


def level_mentions(question: str, catalog: Catalog, others: list[Mention]) -> list[Mention]:
    """市局, 县局: the mentions of a level's bureaus, apart from the words that other mentions take."""
    taken = [span for mention in others for span in mention.spans]
    free = (
        one for one in match_level_bureau(question, catalog) if not any(start < one.end and one.start < end for start, end in taken)
    )
    return [Mention(one.bodies, question[one.start : one.end], ((one.start, one.end),)) for one in free]


def with_generic_mentions(question: str, catalog: Catalog, mentions: list[Mention]) -> list[Mention]:
    """The mentions and the body called by its type; one right behind its place is both together."""
    for place in (mention for mention in mentions if not mention.names_body and mention.bodies):
        one = match_generic_name(question, catalog)
        inside = {catalog.bodies[number].places for number in place.bodies}
        fitting = tuple(number for number in one.bodies if catalog.bodies[number].places in inside) if one else ()
        if one and fitting and one.start == place.end:
            spans = ((place.spans[0][0], one.end),)
            return [mention for mention in mentions if mention is not place] + [Mention(fitting, question[slice(*spans[0])], spans)]
    return mentions + _generic(question, catalog, mentions)


def _generic(question: str, catalog: Catalog, others: list[Mention]) -> list[Mention]:
    """A body called by its type, alone or beside another name; a name before it that is no loaded one makes it a stranger."""
    one = match_generic_name(question, catalog)
    if one is None or any(set(one.bodies) & set(other.bodies) for other in others):
        return []
    before = question[: one.start]
    if others:
        is_beside = JOINT_BEFORE.search(before) or JOINT.match(question, one.end)
        return [Mention(one.bodies, question[one.start : one.end], ((one.start, one.end),))] if is_beside else []
    stranger = UNKNOWN_STREET.search(before)
    if stranger and not NOT_A_PLACE.search(stranger[1]):
        return [Mention((), stranger[1] + question[one.start : one.end], ((stranger.start(1), one.end),))]
    return [Mention(one.bodies, question[one.start : one.end], ((one.start, one.end),))]
