"""Names of bodies written in English: places by how they sound, functions by a table of words."""

from __future__ import annotations

from ingest import late_re as re
from ingest.organization_forms import place_forms
from retrieval.catalog import Body, Catalog
from retrieval.load_english import load_english
from retrieval.mention import Mention
from retrieval.romanize import romanize

PLACE_KIND = r"(?:Municipal|Municipality|City|County|District|Province|Provincial|Township|Town|Subdistrict|Sub-district|Zone)"
BODY_KIND = (
    r"(?:Administration|Bureau|Department|Commission|Committee|Office|Center|Centre|Government|Court|Authority|Subdistrict|Sub-district)"
)
LOWER = r"(?:and|of|for|the|[&,])"
TAIL = rf"(?:(?:,|\s+of(?:\s+the)?|\s+in)\s+(?!(?:20|and\b))[A-Z][a-z]+(?:['-][A-Za-z]+)?(?:\s+{PLACE_KIND}\b)?)*"
NAME = re.compile(
    rf"\b[A-Z][a-z]+(?:['-][A-Za-z]+)?(?:\s+{PLACE_KIND}\b)(?:(?:,?\s+(?:[A-Z][\w'-]*|{LOWER}))*?\s+{BODY_KIND}\b)*{TAIL}"
    rf"|\b(?:[A-Z][\w'-]+,?\s+(?:{LOWER}\s+)*)+{BODY_KIND}\b{TAIL}"
)
PLAIN_WORD = r"(?!(?:the|of|is|does|did)\b)[a-z-]+ "
PLAIN_NAME = re.compile(  # the water affairs bureau of Xiaoshi
    rf"(?:^|(?<=\bthe ))(?:{PLAIN_WORD}){{1,6}}(?i:{BODY_KIND})\b(?:\s+(?:of|in)\s+[A-Z][a-z]+(?:\s+(?i:{PLACE_KIND})\b)?)?"
)
QUESTION_WORD = re.compile(
    r"^(?:What|How|Who|Which|When|Where|Why|Is|Are|Was|Were|Did|Does|Do|Tell|Show|Give|List|Compare|Please|The|In|For)\b(?:\s+(?:the|is|much|many|did|of|me))*\s+",
    re.IGNORECASE,
)
WORDS = re.compile(r"[a-z]+(?:[-'][a-z]+)*")
# The A Bureau and the B Office are two bodies; Government Services and Big Data are one body's functions.
JOINT = re.compile(
    r"\b(?:Bureau|Office|Department|Administration|Commission|Committee|Center|Centre|Subdistrict|Sub-district)"
    r"(\s+and\s+(?:the\s+)?)(?=[A-Z])"
)


def match_english_name(question: str, catalog: Catalog) -> tuple[Mention, ...]:
    """The bodies that English names in the question mean; a name that fits none is told as not loaded."""
    return tuple(_mention(question[start:end], start, catalog) for start, end in find_english_names(question))


def find_english_names(question: str) -> list[tuple[int, int]]:
    """The spans of English names of bodies in reading order."""
    spans = []
    for match in NAME.finditer(question):
        lead = QUESTION_WORD.match(match.group())
        start = match.start() + (lead.end() if lead else 0)
        for joint in JOINT.finditer(question, start, match.end()):
            spans.append((start, joint.start(1)))
            start = joint.end()
        spans.append((start, match.end()))
    return spans or [match.span() for match in PLAIN_NAME.finditer(question) if _read(match.group())[0]]


def _mention(name: str, start: int, catalog: Catalog) -> Mention:
    functions, places = _read(name)
    fitting = tuple(number for number, body in enumerate(catalog.bodies) if _fits(body, functions, places))
    own = tuple(number for number in fitting if catalog.bodies[number].documents)
    return Mention(own or fitting, name, ((start, start + len(name)),))


def _read(name: str) -> tuple[list[tuple[str, ...]], str]:
    """The functions named, each as its Chinese words, and what is left: the places, their letters run together."""
    rest, functions = f" {' '.join(WORDS.findall(name.lower()))} ", []
    for english, chinese in load_english().bodies.items():
        if f" {english} " in rest:
            rest = rest.replace(f" {english} ", " ").replace(f" {english} ", " ")
            functions += [chinese] if chinese else []
    return functions, rest.strip()


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
    own = min((form for form in body.forms if form.endswith(("街道", "镇", "乡"))), key=len, default=None)
    last = own.rstrip("街道镇乡") if own else (place_forms(body.places[-1])[-1] if body.places else "")
    return "".join(romanize(last)) in words or any(word in last for words_of in functions for word in words_of)
