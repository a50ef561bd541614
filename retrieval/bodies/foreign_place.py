"""A place that is not loaded, by its ending and by what follows it."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.bodies.known_token import known_token
from retrieval.bodies.match_token import match_token
from retrieval.bodies.name_patterns import ENDING, FOREIGN_PLACE, JOINED_BODY, NOT_A_BODY, TIGHT
from retrieval.bodies.name_token import Token
from retrieval.catalog import Catalog

AFTER_PLACE = re.compile(
    rf"局(?![面部域势限])|的|呢|和|与|、|今年|去年|20\d\d|[,?。;!]|$|(?:{TIGHT}){{1,14}}?{ENDING}{NOT_A_BODY}|"
    + JOINED_BODY.pattern
)
NOT_A_STEM = re.compile(
    r"[把对被受由让请问那全各本该我你他哪几多个两三四五六七八九十和与跟及比同的是在有为较社园辖地街校景灾片里某年度想帮查]|[上超下]$|提供|统计|了解|咨询|列出|列举|汇总|介绍|分析|开发|示范|高新|经开|^[新城]$"
)


def foreign_place(question: str, start: int, catalog: Catalog) -> Token | None:
    """A place that is not loaded, where one begins here and what follows fits a place."""
    token = match_token(FOREIGN_PLACE, "foreign_place", question, start)
    if token is None or NOT_A_STEM.search(token.text[:-1]):
        return None
    if any(token.text[inner:] in catalog.place_forms for inner in range(1, len(token.text))):
        return None
    # 下市 + 场监管局: a body that begins inside and ends behind is what is meant.
    inside = (known_token(question, inner, catalog, None) for inner in range(start + 1, token.end))
    if any(one and one.end > token.end for one in inside):
        return None
    is_followed = AFTER_PLACE.match(question, token.end) or known_token(question, token.end, catalog, token)
    return token if is_followed else None
