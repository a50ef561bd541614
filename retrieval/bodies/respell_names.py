"""Names that stand in a question with a wrong character, spelt as the loaded bodies and places spell them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ingest.identity.organization_words import organization_words
from retrieval.bodies.name_patterns import TELLING
from retrieval.catalog import Catalog, is_everyday_word
from retrieval.spelling.known_names import known_bodies
from retrieval.spelling.likeness import look_of
from retrieval.spelling.romanize import sound_of

SHORTEST_BODY = 3
SHORTEST_PLACE_STEM = 2
LONGEST_NAME = 16
# One wrong character of a stem this long leaves enough to know the place by, whatever the character sounds like.
LONG_STEM = 3
LEVEL_CHARACTERS = "省市县区州旗盟"


@dataclass(frozen=True, slots=True)
class Respelling:
    """A span of the question and how the loaded name that is meant spells it; both have the same length."""

    start: int
    asked: str
    meant: str

    @property
    def end(self) -> int:
        """Where the span ends."""
        return self.start + len(self.asked)


@dataclass(frozen=True, slots=True)
class _Index:
    """Loaded forms by how they sound, and long place names by all their characters but one."""

    sounds: Mapping[tuple[str, ...], tuple[str, ...]]
    gaps: Mapping[str, str]
    gap_lengths: frozenset[int]


def respell_names(question: str, catalog: Catalog) -> tuple[Respelling, ...]:
    """The slips of the pen in names, in reading order; a name that some other body or place bears is no slip."""
    index = _index(catalog)
    sounds = [sound_of(character) for character in question]
    looks = [_sound_or_look(character) for character in question]
    found: list[Respelling] = []
    start = 0
    while start < len(question):
        slip = _slip_at(question, start, (sounds, looks), index, catalog)
        found += [slip] if slip else []
        start = slip.end if slip else start + 1
    return tuple(found)


def respell(question: str, respellings: Iterable[Respelling]) -> str:
    """The question with the names as they are meant."""
    for one in respellings:
        question = question[: one.start] + one.meant + question[one.end :]
    return question


def _slip_at(question: str, start: int, heard: tuple[list[str], list[str]], index: _Index, catalog: Catalog) -> Respelling | None:
    for end in range(min(len(question), start + LONGEST_NAME), start + 1, -1):
        text = question[start:end]
        if _is_known(text, catalog):
            return None
        alike = (form for characters in heard for form in index.sounds.get(tuple(characters[start:end]), ()))
        for form in (*alike, *_by_gap(text, index)):
            if _is_meant(text, form, question[end:], catalog):
                return Respelling(start, text, form)
    return None


def _by_gap(text: str, index: _Index) -> tuple[str, ...]:
    if len(text) not in index.gap_lengths or TELLING & set(text):
        return ()
    keys = (text[:place] + "?" + text[place + 1 :] for place in range(len(text)))
    return tuple(index.gaps[key] for key in keys if key in index.gaps)


def _is_known(text: str, catalog: Catalog) -> bool:
    if text in catalog.body_forms or text in catalog.place_forms or text in catalog.names or text in known_bodies():
        return True
    words = organization_words()
    stem = text[:-1] if text[-1] in "省市州" else text
    return stem in words.prefectures or stem in words.provinces


def _is_meant(text: str, form: str, after: str, catalog: Catalog) -> bool:
    wrong = sum(one != other for one, other in zip(text, form, strict=True))
    if wrong > max(1, len(form) // 3) or (len(form) <= SHORTEST_BODY and text[-1] != form[-1] and form[-1] in LEVEL_CHARACTERS + "局委办"):
        return False
    if form not in catalog.place_forms or form[-1] in LEVEL_CHARACTERS:
        return True
    # 焦做 alone may be anything; before a body of that place it is the place.
    owners = [body for places in catalog.place_forms[form] for body in catalog.by_place.get(places, ())]
    forms = {name for number in owners for name in catalog.bodies[number].forms}
    return any(after[:length] in forms for length in range(2, LONGEST_NAME))


def _sound_or_look(character: str) -> str:
    """What a character sounds like, characters that look alike taken for one."""
    return sound_of(look_of(character))


@lru_cache(maxsize=2)
def _index(catalog: Catalog) -> _Index:
    sounds: dict[tuple[str, ...], list[str]] = {}
    bodies = (form for form in catalog.body_forms if len(form) >= SHORTEST_BODY and not is_everyday_word(form))
    places = [form for form in catalog.place_forms if len(form) >= SHORTEST_PLACE_STEM]
    for form in (*bodies, *places):
        for heard in dict.fromkeys((tuple(map(sound_of, form)), tuple(map(_sound_or_look, form)))):
            sounds.setdefault(heard, []).append(form)
    gaps = {
        form[:gap] + "?" + form[gap + 1 :]: form
        for form in places
        for stem in [form[:-1] if form[-1] in LEVEL_CHARACTERS else form]
        if len(stem) >= LONG_STEM and not TELLING & set(stem) and form[-1] != "区"
        for gap in range(len(stem))
    }
    return _Index({sound: tuple(forms) for sound, forms in sounds.items()}, gaps, frozenset(map(len, gaps)))
