"""What may name a body or a place at a place of the question though no such name is known."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from ingest import late_re as re
from retrieval.bodies.bureaus_of import bureaus_of
from retrieval.bodies.closest_form import closest_form
from retrieval.bodies.find_listed_bodies import LONGEST_STEM, body_stems
from retrieval.bodies.foreign_place import foreign_place
from retrieval.bodies.match_token import match_token
from retrieval.bodies.name_patterns import BUREAU, FOREIGN_BODY, FOREIGN_PLACE, JOINED_BODY
from retrieval.bodies.name_token import Token
from retrieval.catalog import Catalog
from retrieval.spelling.abbreviated_name import abbreviated_name

MINIMUM_MISSPELT_LENGTH = 4
TWO_BODIES = re.compile(r"[局厅委办院处所站](?:里|机关|本级)?[和与跟同及、]")  # 甲市局和大数据中心 is no slip of one name
STEM_ENDS = re.compile(r"$|[,?]|20\d\d|今年|去年|三公|“三公”")
COUNTED = re.compile(r"[一二两三四五六七八九十几\d]+[个家]|各|这|那|里|本级")
CLAUSE_STARTERS = "和与跟及比的是把那对问让请在于年度、"


def unlisted_token(question: str, start: int, catalog: Catalog, before: Token | None) -> Token | None:
    """A body or a place that begins here and is called by no name that is known."""
    if before is not None:
        if bureau := _bureau_of_place(question, start, catalog, before):
            return bureau
        if COUNTED.match(question, start):
            return None
        return (
            _stem_after_place(question, start, catalog, before)
            or _misspelt(question, start, catalog, before)
            or _abbreviated(question, start, catalog, before)
            or foreign_place(question, start, catalog)
            or match_token(JOINED_BODY, "foreign_body", question, start)
            or match_token(FOREIGN_BODY, "foreign_body", question, start)
        )
    if start and "\u4e00" <= question[start - 1] <= "\u9fff" and question[start - 1] not in CLAUSE_STARTERS:
        return None
    return foreign_place(question, start, catalog)


def _bureau_of_place(question: str, start: int, catalog: Catalog, place: Token) -> Token | None:
    """甲市局, 甲市、乙县两局: the loaded bureaus of the places; none where the places have none."""
    found = BUREAU.match(question, start)
    if found is None:
        return None
    if place.kind == "foreign_place":
        return Token("foreign_body", start, found.end(), found[0])
    bureaus = tuple(number for number in bureaus_of(catalog) if found[1] or catalog.bodies[number].places in place.places)
    return Token("body", start, found.end(), found[0], bodies=bureaus) if bureaus else None


def _stem_after_place(question: str, start: int, catalog: Catalog, place: Token) -> Token | None:
    """甲市水务2024年: a body of this place without its suffix."""
    for end in range(min(len(question), start + LONGEST_STEM), start + 1, -1):
        stem = question[start:end]
        numbers = tuple(number for number in body_stems(catalog).get(stem, ()) if catalog.bodies[number].places in place.places)
        if numbers and STEM_ENDS.match(question, end):
            return Token("body", start, end, stem, bodies=numbers)
    return None


def _misspelt(question: str, start: int, catalog: Catalog, place: Token) -> Token | None:
    """A body of this place whose name stands here with one or two characters wrong or missing."""
    numbers = [number for path in place.places for number in catalog.by_place.get(path, ())]
    forms = {form: number for number in numbers for form in catalog.bodies[number].forms if len(form) >= MINIMUM_MISSPELT_LENGTH}
    found = closest_form(question[start:], list(forms))
    if found is None:
        return None
    form, length = found
    if TWO_BODIES.search(question, start, start + length) or _is_of_another_place(question, start, form):
        return None
    bodies = tuple(number for number in numbers if form in catalog.bodies[number].forms)
    return Token("body", start, start + length, question[start : start + length], bodies=bodies, understood=form)


def _is_of_another_place(question: str, start: int, form: str) -> bool:
    """Whether a name begins with a place (丙区) that is no slip of the one (丁戊区) with which a form begins."""
    own, said = FOREIGN_PLACE.match(form), FOREIGN_PLACE.match(question, start)
    return bool(own and said) and Levenshtein.distance(own["stem"], said["stem"]) > 1  # type: ignore[index]


def _abbreviated(question: str, start: int, catalog: Catalog, place: Token) -> Token | None:
    """A body of this place whose name stands here cut short in its middle."""
    numbers = [number for path in place.places for number in catalog.by_place.get(path, ()) if catalog.bodies[number].documents]
    found = abbreviated_name(question[start:], {form for number in numbers for form in catalog.bodies[number].forms})
    if found is None:
        return None
    form, length = found
    bodies = tuple(number for number in numbers if form in catalog.bodies[number].forms)
    return Token("body", start, start + length, question[start : start + length], bodies=bodies, understood=form)
