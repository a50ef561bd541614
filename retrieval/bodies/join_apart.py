"""Places and bodies that stand apart in a question, put together."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.bodies.bare_mention import bare_mention
from retrieval.bodies.group_tokens import Groups
from retrieval.bodies.mention import Mention
from retrieval.bodies.mention_at_place import mention_at_place
from retrieval.bodies.mention_of_region import mention_of_region
from retrieval.bodies.mention_words import JOINT
from retrieval.bodies.name_patterns import TIGHT
from retrieval.bodies.name_token import Token
from retrieval.bodies.without_place import without_place
from retrieval.catalog import Catalog

JOINT_BEHIND_YEAR = re.compile(rf"(?:20\d\d年(?:度)?)?{JOINT.pattern}")
# “甲局的X比乙市多多少”
AFTER_LISTED = re.compile(r"的|呢|$|[,?和与、]|[多少高低大小](?!数据)|差|相[差比]|比|谁|哪|一样|[要还]?更|贵|便宜|超")


def join_apart(question: str, catalog: Catalog, groups: Groups, is_named: bool) -> list[Mention]:
    """Places and bodies that stand apart: a body takes the places of the question, a listed place the body named before it."""
    mentions: list[Mention] = []
    if len(groups.places) == len(groups.bodies) == 1 and _are_two(question, catalog, groups.places[0], groups.bodies[0]):
        return [mention_of_region(catalog, groups.places[0]), bare_mention(question, catalog, groups.bodies[0])]
    if groups.places and groups.bodies:
        return [_across(question, catalog, place, body) for place in groups.places for body in groups.bodies]
    for place in groups.places:
        last = [body for places, body in groups.placed if body.end <= place.start]
        if not is_named:
            mentions.append(mention_of_region(catalog, place))
        elif last and AFTER_LISTED.match(question, place.end) and _is_listed(question, place):
            mentions.append(mention_at_place(catalog, place, without_place(catalog, last[-1])))
    for body in groups.bodies:
        if body.bodies:
            mentions.append(bare_mention(question, catalog, body))
        elif body.kind == "body" or (not is_named and not any(other.bodies for other in groups.bodies)) or _is_listed(question, body):
            mentions.append(Mention((), body.text, ((body.start, body.end),)))
    return mentions


def _are_two(question: str, catalog: Catalog, place: Token, body: Token) -> bool:
    """Whether a place and a body of another place are joined (“丙区和甲中心”): each stands for itself."""
    is_joined = bool(body.bodies) and bool(JOINT_BEHIND_YEAR.fullmatch(question, place.end, body.start))
    fits = any(catalog.bodies[number].places in place.places for number in body.bodies)
    return is_joined and not fits and bool(mention_of_region(catalog, place).bodies)


def _across(question: str, catalog: Catalog, place: Token, body: Token) -> Mention:
    """A place and a body apart; words that join them into one longer name (甲市东区某局) make it a body that is not loaded."""
    if re.fullmatch(rf"(?:{TIGHT}){{1,6}}", question[place.end : body.start]):
        return Mention((), question[place.start : body.end], ((place.start, body.end),))
    return mention_at_place(catalog, place, body)


def _is_listed(question: str, token: Token) -> bool:
    return bool(re.search(r"(?:[、和与跟比同及,]|还有|以及)$", question[: token.start]))
