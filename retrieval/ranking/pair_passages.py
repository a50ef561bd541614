"""Question–passage pairs from documents that were read, for training our embedding model on them: labels, terms, headings, statements."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from functools import cache

from ingest.document import Chunk, Document
from retrieval.ranking.invent_pairs import PHRASES, Pair, as_asked
from retrieval.spelling.label_key import label_key

QUESTIONS_OF_A_PASSAGE = 24
TERM = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)]?[、.．])?\s*([^：:，。]{2,30})[：:]", re.MULTILINE)
Asked = tuple[str, str]  # a question and its subject


def pair_passages(documents: Sequence[Document], most: int, seed: int) -> list[Pair]:
    """At most so many pairs of these documents; the same seed gives the same pairs."""
    chance = random.Random(seed)
    pairs = [pair for number, document in enumerate(documents) for pair in _document_pairs(number, document, chance)]
    return pairs if len(pairs) <= most else chance.sample(pairs, most)


def _document_pairs(number: int, document: Document, chance: random.Random) -> Iterator[Pair]:
    info = document.info
    for chunk in document.chunks:
        found = list(_table_questions(document, chunk, chance) if chunk.table is not None else _text_questions(document, chunk))
        for question, subject in chance.sample(found, min(QUESTIONS_OF_A_PASSAGE, len(found))):
            yield Pair(as_asked(question, info.organization or "", info.year, chance), chunk.text, subject, number)


def _table_questions(document: Document, chunk: Chunk, chance: random.Random) -> Iterator[Asked]:
    title = document.tables[chunk.table or 0].title
    own = [figure for figure in document.figures if figure.table == chunk.table and any(figure.row)]
    columns = ["".join(figure.col[-1:]) for figure in own] or ["合计"]
    for row in dict.fromkeys(figure.row for figure in own):
        name = label_key(row[-1])
        if len(name) < 2 or row[-1] not in chunk.text:
            continue
        for asked in (name, *_spoken().get(name, ())):
            slots = {"asked": asked, "title": title, "column": chance.choice(columns), "code": row[0] if len(row) > 1 else ""}
            yield from ((template.format(**slots), row[-1]) for template in chance.sample(PHRASES["item_questions"], 4))
    yield from ((template.format(table=title, column=chance.choice(columns)), "") for template in PHRASES["table_questions"])


def _text_questions(document: Document, chunk: Chunk) -> Iterator[Asked]:
    heading = label_key(chunk.heading_path[-1]) if chunk.heading_path else ""
    if heading:
        yield from ((template.format(heading=heading), "") for template in PHRASES["heading_questions"])
    for term in TERM.findall(chunk.text.partition("\n")[2]):
        yield from ((template.format(term=label_key(term)), "") for template in PHRASES["term_questions"])
    for statement in document.statements:
        if statement.section == chunk.section and statement.subject and statement.sentence in chunk.text:
            yield from ((template.format(subject=statement.subject), statement.subject) for template in PHRASES["statement_questions"])


@cache
def _spoken() -> dict[str, list[str]]:
    """What people call an item, by its key."""
    return {label_key(item): names for group in PHRASES["items"].values() for item, names in group.items()}
