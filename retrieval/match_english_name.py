"""Names of bodies written in English: places by how they sound, functions by a table of words."""

from __future__ import annotations

import re

from ingest.organization_forms import place_forms
from retrieval.catalog import Body, Catalog
from retrieval.load_english import load_english
from retrieval.match_organization import Mention
from retrieval.romanize import romanize

PLACE_KIND = r"(?:Municipal|Municipality|City|County|District|Province|Provincial|Township|Town|Subdistrict|Sub-district|Zone)"
BODY_KIND = (
    r"(?:Administration|Bureau|Department|Commission|Committee|Office|Center|Centre|Government|Court|Authority|Subdistrict|Sub-district)"
)
LOWER = r"(?:and|of|for|the|[&,])"
NAME = re.compile(
    rf"\b[A-Z][a-z]+(?:['-][A-Za-z]+)?(?:\s+{PLACE_KIND}\b)(?:(?:,?\s+(?:[A-Z][\w'-]*|{LOWER}))*?\s+{BODY_KIND}\b)*"
    rf"|\b(?:[A-Z][\w'-]+,?\s+(?:{LOWER}\s+)*)+{BODY_KIND}\b(?:\s+(?:of|in)(?:\s+the)?(?:\s+[A-Z][\w'-]+,?)+)?"
)
QUESTION_WORD = re.compile(
    r"^(?:What|How|Who|Which|When|Where|Why|Is|Are|Was|Were|Did|Does|Do|Tell|Show|Give|List|Compare|Please|The|In|For)\b(?:\s+(?:the|is|much|many|did|of|me))*\s+",
    re.IGNORECASE,
)
LETTERS = re.compile(r"[A-Za-z]+")


def match_english_name(question: str, catalog: Catalog) -> tuple[Mention, ...]:
    """The bodies that English names in the question mean; a name that fits none is told as not loaded."""
    return tuple(_mention(match.group(), match.start(), catalog) for match in find_english_names(question))


def find_english_names(question: str) -> list[re.Match[str]]:
    """The English names of bodies in reading order."""
    return [match for match in NAME.finditer(question) if not QUESTION_WORD.match(match.group())]


def _mention(name: str, start: int, catalog: Catalog) -> Mention:
    functions, places = _read(name)
    fitting = tuple(number for number, body in enumerate(catalog.bodies) if _fits(body, functions, places))
    own = tuple(number for number in fitting if catalog.bodies[number].documents)
    return Mention(own or fitting, name, ((start, start + len(name)),))


def _read(name: str) -> tuple[list[tuple[str, ...]], str]:
    """The functions named, each as its Chinese words, and what is left: the places, their letters run together."""
    rest, functions = name.lower(), []
    for english, chinese in load_english().bodies.items():
        pattern = re.compile(rf"\b{re.escape(english)}\b")
        if pattern.search(rest):
            rest = pattern.sub(" ", rest)
            functions += [chinese] if any(chinese) else []
    return functions, " ".join(LETTERS.findall(rest))


def _fits(body: Body, functions: list[tuple[str, ...]], places: str) -> bool:
    """Every function and every place named belong to the body, and its own place is among them."""
    if not functions or not all(any(word in form for word in words for form in (body.name, *body.forms)) for words in functions):
        return False
    sounds = "".join(romanize(body.name))
    words = places.split()
    if not all(word in sounds for word in words):
        return False
    return not words or _names_own_place(body, "".join(words), functions)


def _names_own_place(body: Body, words: str, functions: list[tuple[str, ...]]) -> bool:
    """The body's innermost place, or the proper part of a street's name, is named: a city's name alone means its own bodies."""
    own = next((form for form in body.forms if form.endswith(("街道", "镇", "乡"))), None)
    last = own.rstrip("街道镇乡") if own else (place_forms(body.places[-1])[-1] if body.places else "")
    return "".join(romanize(last)) in words or any(word in last for words_of in functions for word in words_of)
