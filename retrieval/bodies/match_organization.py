"""Which bodies a question names: in full, short, place and body apart, in lists, by level, misspelt, or not loaded."""

from __future__ import annotations

from dataclasses import replace

from retrieval.bodies.find_tokens import find_tokens
from retrieval.bodies.generic_mentions import level_mentions, with_generic_mentions
from retrieval.bodies.group_tokens import group_tokens
from retrieval.bodies.is_spoken_of import is_spoken_of
from retrieval.bodies.join_apart import join_apart
from retrieval.bodies.listed_unknown import listed_unknown
from retrieval.bodies.match_misspelt_name import match_misspelt_name
from retrieval.bodies.match_unlisted_name import match_unlisted_name
from retrieval.bodies.mention import Mention
from retrieval.bodies.mention_at_place import mention_at_place
from retrieval.bodies.mentions_by_level import mentions_by_level
from retrieval.bodies.merge_brackets import merge_brackets
from retrieval.bodies.name_token import Token
from retrieval.catalog import Catalog


def match_organization(question: str, catalog: Catalog) -> tuple[Mention, ...]:
    """The mentions of bodies in reading order; one without `bodies` is not loaded."""
    tokens = [one for one in find_tokens(question, catalog) if one.is_place or not _is_only_spoken_of(question, one, catalog)]
    groups = group_tokens(question, tokens)
    mentions = [mention_at_place(catalog, place, body) for places, body in groups.placed for place in places or (None,)]
    mentions += join_apart(question, catalog, groups, bool(mentions))
    mentions += level_mentions(question, catalog, mentions)
    if not mentions:
        mentions = mentions_by_level(question, catalog) or match_misspelt_name(question, catalog)
    mentions = with_generic_mentions(question, catalog, mentions) or _unlisted(question)
    mentions += listed_unknown(question, mentions)
    return tuple(_settle(merge_brackets(question, sorted(mentions, key=lambda mention: mention.spans)), catalog))


def _is_only_spoken_of(question: str, token: Token, catalog: Catalog) -> bool:
    is_loaded = any(catalog.bodies[number].documents for number in token.bodies)
    return not is_loaded and is_spoken_of(question, token.start, token.end)


def _unlisted(question: str) -> list[Mention]:
    return [Mention((), question[start:end], ((start, end),)) for start, end in match_unlisted_name(question)]


def _settle(mentions: list[Mention], catalog: Catalog) -> list[Mention]:
    """A name that bodies of several places bear means the one of the place that is named beside it."""
    settled = []
    for mention in mentions:
        others = (other for other in mentions if other is not mention and other.bodies)
        named = {places.pop() for other in others if len(places := {catalog.bodies[number].places for number in other.bodies}) == 1}
        near = tuple(number for number in mention.bodies if catalog.bodies[number].places in named)
        settled.append(replace(mention, bodies=near) if near and len(mention.bodies) > 1 else mention)
    return settled
