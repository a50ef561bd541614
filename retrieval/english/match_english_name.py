"""Names of bodies written in English: places by how they sound, functions and sorts of bodies by tables of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.identity.organization_forms import fold_name, place_forms, split_brackets
from retrieval.catalog import Body, Catalog
from retrieval.english.load_english import English, load_english
from retrieval.english.sound_places import sound_places
from retrieval.english.split_english import Word

LONGEST = 7
STREETS = ("街道", "镇", "乡")


@dataclass(slots=True)
class _Name:
    """The parts of a name being read: the places as their Chinese names, the functions, the sorts of bodies."""

    start: int
    end: int = 0
    places: list[tuple[str, ...]] = field(default_factory=list)
    functions: list[tuple[str, ...]] = field(default_factory=list)
    nouns: list[tuple[str, ...]] = field(default_factory=list)
    last: str = ""
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class EnglishName:
    """A name in words start to end: the Chinese one, empty where no loaded body fits; group: any body (“the bureau”)."""

    start: int
    end: int
    chinese: str
    is_group: bool = False


def match_english_names(words: Sequence[Word], catalog: Catalog) -> tuple[EnglishName, ...]:
    """The names of bodies among the words in reading order; a place alone borrows the function of a full name beside it."""
    found: list[_Name] = []
    at = 0
    while at < len(words):
        name = _read(words, at, catalog)
        found += [name] if name else []
        at = name.end if name else at + 1
    full = next((one for one in reversed(found) if one.places and (one.functions or one.nouns)), None)
    return tuple(_understood(one, full, catalog) for one in found)


def _understood(name: _Name, full: _Name | None, catalog: Catalog) -> EnglishName:
    if not name.places and not name.functions:
        return EnglishName(name.start, name.end, next((noun[0] for noun in name.nouns if noun), "单位"), is_group=True)
    chinese = ""
    if full and name.places and not (name.functions or name.nouns):
        lent = _Name(name.start, name.end, name.places, full.functions, full.nouns)
        chinese = _chinese(lent, catalog) if len(_fitting(lent, catalog)) == 1 else ""
    return EnglishName(name.start, name.end, chinese or _chinese(name, catalog))


def _chinese(name: _Name, catalog: Catalog) -> str:
    """The Chinese name of the one body that fits, the words that several share, or the place where only that is named."""
    if name.places and not (name.functions or name.nouns):
        return max(name.places, key=lambda one: len(one[-1]))[-1]
    bodies = _fitting(name, catalog)
    if len(bodies) == 1:
        return split_brackets(fold_name(bodies[0].name))[0]
    if not bodies:
        return ""
    place = name.places[-1][-1] if name.places else ""
    shared = [next((word for word in words if all(word in body.name for body in bodies)), "") for words in name.functions]
    return f"{place}{''.join(shared)}{next((noun[0] for noun in name.nouns if noun), '局')}"


def _fitting(name: _Name, catalog: Catalog) -> list[Body]:
    """The bodies that a name may mean, those with documents of their own before units within others'."""
    fitting = [body for body in catalog.bodies if _fits(body, name)]
    return [body for body in fitting if body.documents] or fitting


def _fits(body: Body, name: _Name) -> bool:
    """Every part of the name belongs to the body, and where places are named the body's innermost one is among them."""
    forms = (fold_name(body.name), *body.forms)
    if not all(any(word in form for word in words for form in forms) for words in (*name.functions, *filter(None, name.nouns))):
        return False
    where = (*body.places, forms[0])
    if not all(any(place in one for place in places for one in where) for places in name.places):
        return False
    named = {place for places in name.places for place in places}
    return not named or any(place in named for place in _own_places(body))


def _own_places(body: Body) -> Sequence[str]:
    """What the street, else the innermost place, of a body is called."""
    street = next((form for form in sorted(body.forms, key=len) if form.endswith(STREETS)), "")
    stems = [street.removesuffix(ending) for ending in STREETS if street.endswith(ending)]
    return stems or (place_forms(body.places[-1]) if body.places else ())


def _read(words: Sequence[Word], start: int, catalog: Catalog) -> _Name | None:
    """The longest name that begins here."""
    name, at, kept = _Name(start), start, None
    while at < len(words):
        length = _glue(words, at, name, catalog) if name.last else 0
        step = _take(words, at + length, name, catalog)
        if not step:
            break
        at += length + step
        name.end = at
        if (name.places or name.nouns) and name.is_whole:
            kept = replace(name, places=[*name.places], functions=[*name.functions], nouns=[*name.nouns])
    return kept


def _take(words: Sequence[Word], at: int, name: _Name, catalog: Catalog) -> int:
    """Adds the part of a name that begins here; how many words it has, none where no part does."""
    english = load_english()
    for length in range(min(LONGEST, len(words) - at), 0, -1):
        phrase = _phrase(words, at, length)
        if places := _places(phrase, catalog, english):
            name.places.append(places)
            name.last = "place"
        elif _is_of_item(words, at, length):
            return 0
        elif phrase in english.functions:
            name.functions.append(english.functions[phrase])
            name.last = "function"
        elif phrase in english.nouns:
            name.nouns.append(english.nouns[phrase])
            name.last = "noun"
        elif phrase in english.fillers:
            if name.last == "place":
                name.places[-1] = _of_kind(name.places[-1], phrase, catalog)
            name.last = name.last or "filler"
        else:
            continue
        name.is_whole = english.fillers.get(phrase, True)
        return length
    return 0


def _of_kind(places: tuple[str, ...], kind: tuple[str, ...], catalog: Catalog) -> tuple[str, ...]:
    """The places of this name that are such a place: Jia County is 甲县, not whatever else sounds so."""
    endings = load_english().kinds.get(" ".join(kind), "")
    return tuple(form for place in places for ending in endings if (form := f"{place}{ending}") in catalog.place_forms) or places


def _is_of_item(words: Sequence[Word], at: int, length: int) -> bool:
    """Whether a longer phrase for an item begins here, or one from which no name goes on (“education”, not “education bureau”)."""
    english = load_english()
    found = [size for size in range(length, LONGEST + 1) if _phrase(words, at, size) in english.phrases and at + size <= len(words)]
    follows = any(_phrase(words, at + length, 1) in table for table in (english.nouns, english.fillers, {("and",): ""}))
    return bool(found) and (found[-1] > length or not follows)


def _phrase(words: Sequence[Word], at: int, length: int) -> tuple[str, ...]:
    return tuple(word.text for word in words[at : at + length])


def _places(phrase: tuple[str, ...], catalog: Catalog, english: English) -> tuple[str, ...]:
    if phrase in english.zones:
        place = english.zones[phrase]
        return tuple(form for form in catalog.place_forms if form.endswith(place) and len(form) == len(place))
    return sound_places(catalog).get("".join(phrase), ()) if len(phrase) <= 4 else ()


def _glue(words: Sequence[Word], at: int, name: _Name, catalog: Catalog) -> int:
    """How many words between two parts of one name: “bureau of finance”, “bureau in Jia County”, “culture and tourism”."""
    text, after = words[at].text, [word.text for word in words[at + 1 : at + 2]]
    skipped = 2 if text in ("of", "in") and after == ["the"] else 1
    ahead = _Name(0)
    if text not in ("of", "in", "and", ",") or not _take(words, at + skipped, ahead, catalog):
        return 0
    if text == "and":
        return 1 if (name.last, ahead.last) in (("function", "function"), ("filler", "function")) else 0
    if text == ",":
        named = {place for places in (*name.places, *ahead.places) for place in places}
        within = any(all(any(one in path for one in places) for places in (*name.places, *ahead.places)) for path in _paths(catalog))
        return 1 if named and ahead.last == "place" and name.last == "noun" and within else 0
    if ahead.last == "place":  # “bureau of Jia County”, but two bodies in “department of the Jia County bureau”
        other = _read(words, at + skipped, catalog)
        return skipped if name.nouns and not (other and other.nouns) else 0
    return skipped if text == "of" and (name.last, ahead.last) == ("noun", "function") else 0


def _paths(catalog: Catalog) -> list[str]:
    return [f"{''.join(body.places)}{body.name}" for body in catalog.bodies]
