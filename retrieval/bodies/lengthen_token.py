"""A body's name with what follows it, where both are the name of another body."""

from __future__ import annotations

from dataclasses import replace

from ingest import late_re as re
from retrieval.bodies.name_patterns import NOT_A_BODY, TIGHT
from retrieval.bodies.name_token import Token
from retrieval.catalog import Catalog

LONGER_BODY = re.compile(rf"(?:{TIGHT}){{1,10}}?(?:中心|支队|大队|分局|监督所|服务所|管理站|服务站|学校|医院){NOT_A_BODY}")


def lengthen_token(question: str, token: Token, catalog: Catalog) -> Token:
    """大数据局信息中心 is another body than 大数据局, its own unit where one is loaded."""
    if token.is_place or not (match := LONGER_BODY.match(question, token.end)):
        return token
    parents = {document.id for number in token.bodies for document in catalog.bodies[number].documents}
    own = [number for number, body in enumerate(catalog.bodies) if any(one.id in parents for one, _ in body.parents)]
    units = tuple(number for number in own if catalog.bodies[number].forms[0] == match.group())
    short = question[token.end : match.end()]
    called = tuple(number for number in own if short in catalog.bodies[number].forms and catalog.bodies[number].name.endswith(short))
    units = units or (called if len(called) == 1 else ())  # 甲市水务局闸站中心: its 甲市水利闸站中心
    if units:
        return replace(token, end=match.end(), text=question[token.start : match.end()], bodies=units, understood=None)
    return Token("foreign_body", token.start, match.end(), question[token.start : match.end()])
