"""A name as the body that another place can take."""

from __future__ import annotations

from dataclasses import replace

from retrieval.bodies.bureaus_of import bureaus_of
from retrieval.bodies.name_patterns import BUREAU
from retrieval.bodies.name_token import Token
from retrieval.catalog import Catalog


def without_place(catalog: Catalog, token: Token) -> Token:
    """A full name, or the bureau of a place (甲市局), as the body it names, so that another place can take it."""
    if token.kind == "body" and BUREAU.fullmatch(token.text):
        return replace(token, bodies=bureaus_of(catalog))
    if token.kind != "name":
        return token
    forms = (form for number in token.bodies for form in catalog.bodies[number].forms if token.text.endswith(form))
    form = max(forms, key=len, default=token.text)
    return replace(token, kind="body", text=form, bodies=catalog.body_forms.get(form, ()))
