"""What documents, bodies and figures are called in English."""

from __future__ import annotations

import re

from app.telling.cite import document_name
from ingest.document import DocumentInfo
from ingest.identity.organization_forms import fold_name, split_brackets, split_name
from retrieval.english.load_english import load_english
from retrieval.spelling.romanize import romanize

MARKED = re.compile(r"^(.+?)(街道|镇|乡)")
CHINESE = re.compile(r"[\u3400-\u9fff]")
KINDS = {"预算": "budget", "决算": "final accounts"}
SCOPES = {"部门": "departmental ", "单位": "unit "}


def name_document(info: DocumentInfo) -> str:
    """“Jia City Audit Bureau, 2031 departmental budget”; by its Chinese name where it is of no body or kind."""
    if not (info.organization and info.year and info.kind in KINDS):
        return document_name(info)
    kind = f"{SCOPES.get(info.scope or '', '')}{KINDS[info.kind]}"
    return f"{name_body(info.organization, info.region)}, {info.year} {kind}"


def name_body(name: str, region: str | None) -> str:
    """A body's name, its places by their sound; the Chinese name stands behind it where not all of its words are known."""
    places, body = split_name(split_brackets(fold_name(name))[0], region)
    told = [_place(place) for place in places]
    words, is_whole = _words(body)
    return f"{' '.join(told + words)}" if is_whole else f"{' '.join(told)} ({name})".strip()


def name_item(label: str) -> str:
    """What a figure is called: a known term in English, several joined, else the Chinese words in quotation marks."""
    english = load_english()
    if label in english.names or not CHINESE.search(label):
        return english.names.get(label, label)
    for pattern, says in english.labels.items():
        if match := re.fullmatch(pattern, label):
            return says.format(*(name_item(part) for part in match.groups()))
    return f"“{label.strip('“”')}”"


def _place(place: str) -> str:
    english = load_english()
    for ending, word in english.endings.items():
        if place.endswith(ending):
            return f"{_sound(place.removesuffix(ending))} {word}".strip()
    return _sound(place)


def _sound(chinese: str) -> str:
    return "".join(romanize(chinese)).replace("v", "ü").capitalize()


def _words(body: str) -> tuple[list[str], bool]:
    """The words of a body's own name, and whether all of it is known."""
    english, words, rest = load_english(), [], body
    if street := MARKED.match(rest.removeprefix("人民政府")):
        words, rest = [_sound(street[1]), english.endings[street[2]]], rest.removeprefix("人民政府")[street.end() :]
    while rest:
        part = next((part for part in english.parts if rest.startswith(part)), None)
        if part is None:
            return words, False
        words += [english.parts[part]] if english.parts[part] else []
        rest = rest[len(part) :]
    return words, bool(words)
