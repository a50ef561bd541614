"""What a term means, as the documents' glossaries explain it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer
from app.prose.included_asked import read_included, speaks_of
from app.prose.inner_terms import inner_terms
from app.prose.read_glossary import Entry, read_glossary
from app.question.text_question import TextQuestion, asks_for, asks_for_amount, topic_keys, topic_of
from app.question.topics import Rarity, pairs, terms
from app.telling import wording_text as wording
from app.telling.cite import document_name, plain
from app.telling.offer_founds import shorten
from app.telling.passages import cite_passage, cite_table, names_of
from ingest import late_re as re
from ingest.document import Document, Figure
from ingest.outline.headings import read_numbering
from retrieval.spelling.label_key import fold, label_key

QUOTED = re.compile(r"“([^”]{2,40})”(?!经费)")
COMPARED = re.compile(r"“([^”]{2,40})”(经费)?")
NAME_ASKED = re.compile(r"(?:叫|称|对应)(?:作|做|为)?(?:什么|啥|哪个)")
DESCRIBED = 0.6  # of the words that describe a term
COMPARES = re.compile(r"区分|区别|差别")
NOTE_COLUMN = re.compile(r"说明|解释|内涵|计算公式")
ENOUGH_ALIKE = 0.7
MOST_OTHERS = 4
SHORTEST_NOTE = 9
MOST_NAMES = 30


def answer_definition(asked: TextQuestion) -> Answer | None:
    """The definition asked for, and whether it speaks of what it is asked to include; None where the question asks for something else."""
    rest, thing = read_included(asked.rest)
    answer = _define(replace(asked, rest=rest))
    if answer is None or answer.status != "answered" or not thing or speaks_of(answer.text, thing):
        return answer
    return replace(answer, text=f"{answer.text}\n{wording.NOT_IN_DEFINITION.format(thing=thing)}")


def _define(asked: TextQuestion) -> Answer | None:
    kind = next((one for one in ("definition", "term", "explained") if asks_for(asked, one)), "")
    if not kind or (kind != "definition" and asks_for_amount(asked)):
        return None
    topic = _quoted_term(asked.rest) or topic_of(asked, kind)
    if not topic:
        return None
    entries = [entry for document in asked.documents for entry in read_glossary(document)]
    found = _best_by_document(entries, topic, is_strict=kind != "definition")
    several = ["".join(one) for one in COMPARED.findall(asked.rest)] if COMPARES.search(asked.rest) else []
    parts = [_best_by_document(entries, part, is_strict=True) for part in (several if len(several) > 1 else terms(topic))]
    if len(parts) > 1 and all(parts) and not (found and fold(topic) in found[0].names):
        return _join([_tell(part[:MOST_OTHERS]) for part in parts])
    keys = topic_keys(topic)
    inner = [] if found and set(keys[:2]) & set(found[0].names) else inner_terms(entries, keys)
    if inner or found:
        return _tell(inner or found)
    if NAME_ASKED.search(asked.rest):
        found = _described(entries, topic)
        return _tell(found) if found else _not_found(asked.documents, entries, topic)
    noted = _indicator_note(asked.documents, topic)
    if noted:
        return noted
    return _not_found(asked.documents, entries, topic) if kind == "definition" and not COMPARES.search(asked.rest) else None


def _quoted_term(rest: str) -> str:
    """The only term in quotation marks, or the one that is quoted again (“甲”和“乙”是两条，“甲”怎么说); else empty."""
    quoted = QUOTED.findall(rest)
    again = [term for term in quoted if quoted.count(term) > 1]
    return quoted[0] if len(quoted) == 1 else again[0] if again else ""


def _best_by_document(entries: Sequence[Entry], topic: str, *, is_strict: bool) -> list[Entry]:
    """The best entry of each document, of those that go by a name of the best one anywhere."""
    keys = topic_keys(topic)
    best: dict[str, tuple[float, Entry]] = {}
    for entry in entries:
        score = max((_likeness(key, name) - 0.02 * rank for rank, key in enumerate(keys[:8]) for name in entry.names), default=0)
        if score > best.get(entry.document.info.id, (0.0, entry))[0]:
            best[entry.document.info.id] = (score, entry)
    floor = 0.9 if is_strict else ENOUGH_ALIKE
    top = max((score for score, _ in best.values()), default=0)
    first = next((entry for score, entry in best.values() if score == top and score >= floor), None)
    return [entry for _, entry in best.values() if first and set(entry.names) & set(first.names)]


def _described(entries: Sequence[Entry], topic: str) -> list[Entry]:
    """The entry of each document whose words hold what the question describes without naming it, where one stands out."""
    rarity = Rarity(entry.text for entry in entries)
    rated = [(rarity.cover(topic, entry.text), entry) for entry in entries]
    best = max((score for score, _ in rated), default=0.0)
    names = {entry.names[-1] for score, entry in rated if score == best}
    return [entry for _, entry in rated if entry.names[-1] in names] if best >= DESCRIBED and len(names) == 1 else []


def _likeness(key: str, name: str) -> float:
    if key == name:
        return 1.0
    if len(name) >= 2 and len(key) >= 2 and (key in name or name in key):
        return 0.6 + 0.4 * min(len(key), len(name)) / max(len(key), len(name))
    first, second = pairs(key), pairs(name)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _tell(found: Sequence[Entry]) -> Answer:
    """The first in full; the others that word it alike are named, those that word it otherwise quoted as far as there is room."""
    first, others = found[0], found[1:]
    parts = [wording.DEFINITION.format(document=document_name(first.document.info), entry=first.text)]
    same = [entry for entry in others if _body(entry) == _body(first)]
    differing = [entry for entry in others if _body(entry) != _body(first)]
    if same:
        parts.append(wording.SAME_DEFINITION.format(names=names_of([entry.document for entry in same])))
    shown = differing[:MOST_OTHERS]
    parts += [wording.OTHER_DEFINITION.format(document=document_name(entry.document.info), entry=entry.text) for entry in shown]
    if differing[MOST_OTHERS:]:
        parts.append(wording.MORE_DEFINITIONS.format(names=names_of([entry.document for entry in differing[MOST_OTHERS:]])))
    citations = tuple(cite_passage(entry.document, entry.section, entry.text, entry.place) for entry in found)
    return Answer("answered", shorten("\n\n".join(parts)), citations=citations[:10], answered_by="quote")


def _join(answers: Sequence[Answer]) -> Answer:
    """The definitions of several terms one after the other."""
    citations = tuple(citation for answer in answers for citation in answer.citations)
    return Answer("answered", shorten("\n\n".join(answer.text for answer in answers)), citations=citations[:10], answered_by="quote")


def _body(entry: Entry) -> str:
    numbering = read_numbering(entry.text)
    text = numbering.rest if numbering else entry.text
    return re.sub(r"[,;:、。]|是指|^指", "", fold(text.replace(entry.label, "", 1)))


def _indicator_note(documents: Sequence[Document], topic: str) -> Answer | None:
    """A term that a table of indicators explains in a column of its own."""
    keys = topic_keys(topic)
    noted = ((document, figure) for document in documents for figure in document.figures if _is_note(figure, keys))
    return next((_tell_note(document, figure) for document, figure in noted), None)


def _is_note(figure: Figure, keys: Sequence[str]) -> bool:
    if not figure.row or not figure.col or len(figure.value) < SHORTEST_NOTE:
        return False
    return bool(NOTE_COLUMN.search(figure.col[-1])) and label_key(figure.row[-1]) in keys


def _tell_note(document: Document, figure: Figure) -> Answer:
    table = document.tables[figure.table]
    text = wording.INDICATOR_NOTE.format(
        document=document_name(document.info), table=plain(table.title), label=plain(figure.row[-1]), note=plain(figure.value)
    )
    return Answer("answered", text, citations=(cite_table(document, table, figure.value, figure.place),), answered_by="quote")


def _not_found(documents: Sequence[Document], entries: Sequence[Entry], topic: str) -> Answer:
    names = names_of(documents)
    if not entries:
        return Answer("not_found", wording.NO_GLOSSARY.format(documents=names), answered_by="quote")
    text = wording.NO_DEFINITION.format(documents=names, count=len(entries), topic=topic)
    if len(documents) == 1:
        text += wording.GLOSSARY_HAS.format(names="、".join(plain(entry.label) for entry in entries[:MOST_NAMES]))
    return Answer("not_found", text, answered_by="quote")
