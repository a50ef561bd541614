"""A body that is named without a place."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.bodies.match_generic_name import has_level
from retrieval.bodies.mention import Mention
from retrieval.bodies.mention_words import NOT_A_PLACE
from retrieval.bodies.name_token import LEVEL_CHARACTERS, Token
from retrieval.catalog import Catalog

UNKNOWN_PREFIX = re.compile(r"(?:^|[,、;?!。:“\s]|20\d\d年度?|和|与|跟|比)([\u4e00-\u9fff]{2,3})$")


def bare_mention(question: str, catalog: Catalog, body: Token) -> Mention:
    """A body without a place: all that are called so, of the level said (区大数据局), unless an unknown place stands before it."""
    before = question[body.start - 1] if body.start else ""
    if before and before in LEVEL_CHARACTERS:
        fitting = tuple(number for number in body.bodies if has_level(catalog.bodies[number], before))
        return Mention(fitting, before + body.text, ((body.start - 1, body.end),), understood=body.understood)
    unknown = UNKNOWN_PREFIX.search(question[: body.start])
    if unknown and not NOT_A_PLACE.search(unknown[1]) and unknown[1] not in catalog.body_forms:
        return Mention((), unknown[1] + body.text, ((unknown.start(1), body.end),))
    return Mention(body.bodies, body.text, ((body.start, body.end),), understood=body.understood)
