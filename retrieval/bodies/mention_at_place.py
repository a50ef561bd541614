"""A body at the place that is named with it."""

from __future__ import annotations

from ingest.identity.organization_forms import is_zone
from retrieval.bodies.mention import Mention
from retrieval.bodies.name_token import Token
from retrieval.bodies.without_place import without_place
from retrieval.catalog import Catalog


def mention_at_place(catalog: Catalog, place: Token | None, body: Token) -> Mention:
    """The mention of a body at a place; without bodies where the place has none called so."""
    if place is None:
        return Mention(body.bodies, body.text, ((body.start, body.end),))
    body = without_place(catalog, body)
    spans = tuple(sorted({(place.start, place.end), (body.start, body.end)}))
    if place.end == body.start:
        spans = ((place.start, body.end),)
    asked = place.text + body.text
    fitting = tuple(number for number in body.bodies if catalog.bodies[number].places in place.places)
    if fitting:
        return Mention(fitting, asked, spans, understood=place.text + body.understood if body.understood else None)
    zone = _zone_body(catalog, place, body)
    return Mention(zone, asked, spans, understood=catalog.bodies[zone[0]].name if zone else None)


def _zone_body(catalog: Catalog, place: Token, body: Token) -> tuple[int, ...]:
    """A zone's body asked for under its city's name, where the city's own body of that function is loaded and called otherwise."""
    inside = tuple(
        number for number in body.bodies
        if (places := catalog.bodies[number].places)[:-1] in place.places and is_zone(places[-1])
    )
    for number in inside:
        forms = set(catalog.bodies[number].forms)
        own = (catalog.bodies[other] for path in place.places for other in catalog.by_place.get(path, ()))
        if any(forms & set(other.forms) for other in own if other.documents):
            return inside
    return ()
