"""All bodies of a place that is named alone."""

from __future__ import annotations

from ingest.identity.organization_forms import is_zone
from retrieval.bodies.mention import Mention
from retrieval.bodies.name_token import Token
from retrieval.catalog import Catalog


def mention_of_region(catalog: Catalog, place: Token) -> Mention:
    """All bodies of the place, and of the zones inside it: these are no places of their own."""
    zones = (path for path in catalog.by_place if path[:-1] in place.places and is_zone(path[-1]))
    numbers = (number for path in sorted({*place.places, *zones}) for number in catalog.by_place.get(path, ()))
    loaded = tuple(number for number in numbers if catalog.bodies[number].documents)
    return Mention(loaded, place.text, ((place.start, place.end),), names_body=False)
