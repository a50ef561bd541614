"""Invented question–passage pairs for training our embedding model, from phrases of our own."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PHRASES = tomllib.loads((Path(__file__).parent / "training_phrases.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Pair:
    """A question, the passage that answers it, and the number of the invented document it stands in."""

    question: str
    passage: str
    document: int


def invent_pairs(documents: int, seed: int) -> list[Pair]:
    """Pairs of so many invented documents; the same seed gives the same pairs."""
    chance = random.Random(seed)
    return [pair for document in range(documents) for pair in _document_pairs(document, chance)]


def _document_pairs(document: int, chance: random.Random) -> Iterator[Pair]:
    organization = chance.choice(PHRASES["regions"]) + chance.choice(PHRASES["offices"])
    year = chance.randint(2018, 2026)
    kind = chance.choice(("预算", "决算"))
    head = f"{organization} {year}年度部门{kind}"
    bodies = (*_sections(kind, chance), *_terms(chance), *_tables(kind, chance))
    for heading, body, questions in bodies:
        passage = f"{head} > {heading}\n{body}"
        for question in chance.sample(questions, min(2, len(questions))):
            yield Pair(_asked(question, organization, year, chance), passage, document)


def _sections(kind: str, chance: random.Random) -> Iterator[tuple[str, str, list[str]]]:
    for section in PHRASES["sections"]:
        slots = {"item": chance.choice(list(PHRASES["items"])), "field": chance.choice(PHRASES["fields"])}
        asked = [question.format(**slots) for question in section["questions"]]
        yield section["heading"].replace("预算", kind, 1), _filled(section["body"], slots, chance), asked


def _terms(chance: random.Random) -> Iterator[tuple[str, str, list[str]]]:
    for term, definition in chance.sample(list(PHRASES["terms"].items()), 8):
        yield "名词解释", f"{term}：{definition}", [question.format(term=term) for question in PHRASES["term_questions"]]


def _tables(kind: str, chance: random.Random) -> Iterator[tuple[str, str, list[str]]]:
    items = list(PHRASES["items"])
    tables = list(PHRASES["tables"].items())
    for title, columns in chance.sample(tables, 5):
        named = title.replace("预算", kind) if kind == "决算" else title
        about = [question.format(table=named, column=chance.choice(columns.split())) for question in PHRASES["table_questions"]]
        yield f"部门{kind}表 > {named}", _table(columns, chance.sample(items, 4)), about
    for item in chance.sample(items, 12):
        names = (item, *PHRASES["items"][item])
        questions = [template.format(asked=asked) for template in PHRASES["item_questions"] for asked in names]
        title, columns = chance.choice(tables)
        yield f"部门{kind}表 > {title}", _table(columns, [item, *chance.sample(items, 2)]), questions


def _table(columns: str, items: list[str]) -> str:
    return "\n".join(("单位：万元", columns, *items))


def _filled(body: str, slots: dict[str, str], chance: random.Random) -> str:
    while "{" in body:
        fresh = {
            "{number}": f"{chance.uniform(1, 900):.2f}",
            "{percent}": f"{chance.uniform(1, 99):.2f}",
            "{change}": chance.choice(("增加", "减少")),
            "{reason}": chance.choice(PHRASES["reasons"]),
        }
        for slot, value in (fresh | {f"{{{name}}}": value for name, value in slots.items()}).items():
            body = body.replace(slot, value, 1)
    return body


def _asked(question: str, organization: str, year: int, chance: random.Random) -> str:
    """The question alone, or with year and organisation before it, as people do."""
    prefix = chance.choice(("", "", f"{organization}", f"{organization}{year}年", f"{year}年", f"{year}年{organization}的"))
    return f"{prefix}{question}{chance.choice(('', '？'))}"
