"""A bureau called by some characters of its name behind its place."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.bodies.name_patterns import TIGHT
from retrieval.bodies.name_token import Token
from retrieval.catalog import Catalog
from retrieval.spelling.abbreviated_name import is_short_form

SHORT_BUREAU = re.compile(rf"(?:{TIGHT}){{2,10}}?[局厅委](?![面部域势限员]|\()")


def called_short(question: str, start: int, catalog: Catalog, place: Token | None, known: Token | None) -> Token | None:
    """A body of this place whose bureau is called by some characters of its name (甲县文广旅局), though other places have one called so."""
    if place is None or place.kind != "place":
        return None
    found = SHORT_BUREAU.match(question, start)
    if found is None or (known and known.end > found.end()):
        return None
    here = [number for path in place.places for number in catalog.by_place.get(path, ()) if catalog.bodies[number].documents]
    meant = tuple(number for number in here if _is_called(found[0], catalog.bodies[number].forms[0], known is not None))
    if len(meant) != 1:
        return None
    return Token("body", start, found.end(), found[0], bodies=meant, understood=catalog.bodies[meant[0]].forms[0])


def _is_called(short: str, name: str, is_known: bool) -> bool:
    """A bureau that is known by itself may be joined to another here (甲县旅游局: 文化和旅游局)."""
    is_cut = short[0] == name[0] and is_short_form(short, name, ending=1)
    return short != name and (is_cut or (is_known and name.endswith(short)))
