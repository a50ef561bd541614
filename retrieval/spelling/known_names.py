"""Bodies and places that are known without being loaded."""

from __future__ import annotations

from functools import lru_cache

from ingest.identity.organization_words import organization_words


@lru_cache(maxsize=1)
def known_bodies() -> frozenset[str]:
    """What public bodies are called, in full and short."""
    words = organization_words()
    return frozenset((*words.bodies, *(form for forms in words.bodies.values() for form in forms)))


@lru_cache(maxsize=1)
def longest_known_body() -> int:
    """How many characters the longest of them has."""
    return max(map(len, known_bodies()))


@lru_cache(maxsize=1)
def known_places() -> frozenset[str]:
    """Provinces and prefectures, bare and with their suffix."""
    words = organization_words()
    bare = words.provinces | words.prefectures
    return bare | {place + "市" for place in bare} | {place + "省" for place in words.provinces}
