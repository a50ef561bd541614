"""Terms that a glossary explains within the entry of another (其中，甲指…；乙反映…), where they have no entry of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.prose.read_glossary import Entry
from ingest import late_re as re
from retrieval.spelling.label_key import label_key

SENTENCE = re.compile(r"[^。；;]+[。；;]?")
BRACKETED = re.compile(r"[（(][^（()）]{1,6}[)）]")
INNER = re.compile(r"^(?:其中)?[，,：:]?(?P<term>[^，,。；;：:]{2,30}?)(?:是指|系指|反映|主要反映|，指|指(?![标导定出]))(?=.{6})")


def inner_terms(entries: Sequence[Entry], keys: Sequence[str]) -> list[Entry]:
    """The sentence of each document that explains a term of exactly one of these names within another's entry."""
    inner = [one for entry in entries for one in _inner(entry)]
    key = next((key for key in keys if any(key in one.names for one in inner)), None)
    return list({one.document.info.id: one for one in reversed(inner) if key in one.names}.values())[::-1] if key else []


def _inner(entry: Entry) -> Iterator[Entry]:
    body = entry.text
    for found in SENTENCE.finditer(body):
        sentence = found[0].strip()
        term = INNER.match(sentence)
        if term is not None and found.start() > 0:
            yield Entry(entry.document, entry.section, term["term"], _names(term["term"]), sentence, entry.place, is_part=True)


def _names(term: str) -> tuple[str, ...]:
    """As printed, and without what stands in brackets within it (因公出国（境）费)."""
    return tuple(dict.fromkeys((label_key(term), label_key(BRACKETED.sub("", term)))))
