"""A place or a name inside the place said just before it."""

from __future__ import annotations

from dataclasses import replace

from ingest.identity.organization_forms import is_zone
from ingest.identity.organization_words import organization_words
from retrieval.bodies.name_token import LEVEL_CHARACTERS, Token
from retrieval.catalog import Catalog


def nest_token(before: Token, token: Token, catalog: Catalog) -> Token | None:
    """The token inside the place just before it, None where it does not lie in one."""
    if token.is_place and not _stands_beside(before, token):
        return _nest(before, token)
    return _nest_name(before, token, catalog) if token.kind == "name" else None


def _stands_beside(first: Token, second: Token) -> bool:
    """Whether two loaded places are said one after the other (甲地乙地) and neither lies in the other: a list without a mark."""
    is_bare = first.kind == second.kind == "place" and first.text[-1] not in LEVEL_CHARACTERS and second.text[-1] not in LEVEL_CHARACTERS
    return is_bare and not any(path[: len(top)] == top for path in second.places for top in first.places)


def _nest(outer: Token, inner: Token) -> Token:
    """丁省 + 甲市: an outer place that is not loaded is believed unless the inner one is a zone or known to lie elsewhere."""
    if outer.kind == "place":
        places = frozenset(path for path in inner.places if any(path[: len(top)] == top for top in outer.places))
    else:
        stem = outer.text.rstrip("省市")
        alone = (path for path in inner.places if len(path) == 1 and not is_zone(path[0]))
        places = frozenset((*alone, *(path for path in inner.places if any(part.startswith(stem) for part in path))))
        places |= inner.places if stem in organization_words().provinces else frozenset()
    kind = "place" if places else "foreign_place"
    return replace(inner, kind=kind, start=outer.start, text=outer.text + inner.text, places=places)


def _nest_name(outer: Token, name: Token, catalog: Catalog) -> Token:
    """丁市 + 示范区甲局: the name counts only where its place may lie in the outer one."""
    inside = _nest(outer, replace(name, places=frozenset(catalog.bodies[number].places for number in name.bodies)))
    bodies = tuple(number for number in name.bodies if catalog.bodies[number].places in inside.places)
    return replace(inside, kind="name" if bodies else "foreign_body", places=frozenset(), bodies=bodies)
