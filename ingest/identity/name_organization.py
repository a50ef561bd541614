"""The short forms under which people ask for a public body, made by rule from its official name."""

from __future__ import annotations

from ingest.identity.organization_forms import body_forms, fold_name, region_forms, split_brackets, split_name

MAXIMUM_ALIASES = 120


def name_aliases(organization: str, region: str | None) -> tuple[str, ...]:
    """Usual names of an organisation besides its official one, the closest to the official first."""
    official = fold_name(organization)
    name, inner = split_brackets(official)
    forms = [name]
    for part in (name, *inner):
        forms += _forms(part, region)
    unique = dict.fromkeys(form for form in forms if form != official)
    return tuple(unique)[:MAXIMUM_ALIASES]


def _forms(name: str, region: str | None) -> list[str]:
    places, body = split_name(name, region)
    bodies = body_forms(body)
    levelled = [places[-1][-1] + form for form in bodies if places and form in ("政府", "委员会", "委组织部")]
    regions = region_forms(places)
    return [*bodies, *levelled, *(region + form for form in bodies for region in regions[:4])]
