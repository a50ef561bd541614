"""The words of a question that may name a place or a body, in reading order."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.bodies.called_short import called_short
from retrieval.bodies.find_listed_bodies import find_listed_bodies
from retrieval.bodies.known_token import known_token
from retrieval.bodies.lengthen_token import lengthen_token
from retrieval.bodies.name_token import Token
from retrieval.bodies.nest_token import nest_token
from retrieval.bodies.unlisted_token import unlisted_token
from retrieval.catalog import Catalog

BUREAU_ENDS = re.compile(r"[局厅委办]$")


def find_tokens(question: str, catalog: Catalog) -> list[Token]:
    """The longest token at each position, none overlapping; adjoining places are one."""
    tokens: list[Token] = []
    listed = find_listed_bodies(question, catalog)
    position = 0
    while position < len(question):
        if position in listed:
            tokens.append(_listed_token(question, position, *listed[position]))
        elif (token := _token_at(question, position, catalog, tokens)) is not None:
            tokens.append(token)
        else:
            position += 1
            continue
        position = tokens[-1].end
    return tokens


def _token_at(question: str, position: int, catalog: Catalog, tokens: list[Token]) -> Token | None:
    """The token that begins here; what it adjoins and makes one name with is taken from the tokens before it."""
    before = tokens[-1] if tokens and tokens[-1].end == position and tokens[-1].is_place else None
    token = known_token(question, position, catalog, before)
    if token is None or token.kind == "foreign_body":
        called = called_short(question, position, catalog, before, token)
        token = called or token or unlisted_token(question, position, catalog, before)
    if token is None:
        return None
    token = lengthen_token(question, token, catalog)
    if before and (nested := nest_token(before, token, catalog)):
        tokens.pop()
        token = nested
    if tokens and tokens[-1].end == position and _is_unit_of_another(tokens[-1], token, catalog):
        bureau = tokens.pop()
        return Token("foreign_body", bureau.start, token.end, question[bureau.start : token.end])
    return token


def _is_unit_of_another(bureau: Token, unit: Token, catalog: Catalog) -> bool:
    """Whether a bureau is named and right after it a unit that is known, but of other bureaus alone."""
    if bureau.is_place or unit.kind != "body" or not BUREAU_ENDS.search(bureau.text):
        return False
    own = {document.id for number in bureau.bodies for document in catalog.bodies[number].documents}
    parents = {document.id for number in unit.bodies for document, _ in catalog.bodies[number].parents}
    return bool(parents) and not parents & own


def _listed_token(question: str, start: int, end: int, bodies: tuple[int, ...]) -> Token:
    return Token("body", start, end, question[start:end], bodies=bodies)
