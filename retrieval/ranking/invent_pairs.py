"""Invented question–passage pairs for training our embedding model, from phrases of our own."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PHRASES = tomllib.loads((Path(__file__).parents[1] / "training_phrases.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Pair:
    """A question, the passage that answers it, the item asked about (others that name it may answer too), and the document's number."""

    question: str
    passage: str
    subject: str
    document: int


@dataclass(frozen=True, slots=True)
class Body:
    """A passage without its document's head, the questions it answers with their subjects, and how many of them to ask."""

    heading: str
    text: str
    questions: list[tuple[str, str]]
    asked: int


@cache
def common_characters() -> tuple[str, ...]:
    """The 3,755 characters of GB 2312, level 1."""
    codes = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    return tuple(character for character in (code.decode("gb2312", "ignore") for code in codes) if character)


def invent_pairs(documents: int, seed: int) -> list[Pair]:
    """Pairs of so many invented documents; the same seed gives the same pairs."""
    chance = random.Random(seed)
    return [pair for document in range(documents) for pair in _document_pairs(document, chance)]


def _document_pairs(document: int, chance: random.Random) -> Iterator[Pair]:
    organization = _region(chance) + chance.choice(PHRASES["offices"])
    year = chance.randint(2018, 2026)
    kind = chance.choice(("预算", "决算"))
    head = f"{organization} {year}年部门{kind}"
    for body in (*_sections(kind, chance), *_terms(chance), *_tables(kind, chance), *_forms(kind, chance)):
        for question, subject in chance.sample(body.questions, min(body.asked, len(body.questions))):
            yield Pair(as_asked(question, organization, year, chance), f"{head} > {body.heading}\n{body.text}", subject, document)


def _region(chance: random.Random) -> str:
    """A place of any name: organisations must be told apart by characters never seen together before."""
    name = "".join(chance.sample(common_characters(), 2))
    return f"{name}{chance.choice(PHRASES['regions'])}"


def _sections(kind: str, chance: random.Random) -> Iterator[Body]:
    for section in PHRASES["sections"]:
        item = chance.choice([item for group in PHRASES["items"].values() for item in group])
        slots = {"item": item, "field": chance.choice(PHRASES["fields"])}
        questions = [(question.format(**slots), item if "{item}" in question else "") for question in section["questions"]]
        heading = f"第三部分 情况说明 > {section['heading'].replace('预算', kind, 1)}"
        yield Body(heading, _filled(section["body"], slots, chance), questions, 2)


def _terms(chance: random.Random) -> Iterator[Body]:
    chosen = chance.sample(list(PHRASES["terms"].items()), 12)
    for group in (chosen[:4], chosen[4:8], chosen[8:]):
        questions = [(question.format(term=term), "") for term, _ in group for question in PHRASES["term_questions"]]
        yield Body("第四部分 名词解释", "\n".join(f"{term}：{definition}" for term, definition in group), questions, 3)


def _tables(kind: str, chance: random.Random) -> Iterator[Body]:
    for table in PHRASES["tables"]:
        title = table["title"].replace("预算", kind, 1)
        names = {item: spoken for group in table["groups"] for item, spoken in PHRASES["items"][group].items()}
        codes = {item: str(chance.randint(20000, 39999)) for item in chance.sample(list(names), max(1, len(names) * 2 // 3))}
        questions = [
            (template.format(asked=asked, title=title, column=chance.choice(table["columns"]), code=code), item)
            for item, code in codes.items()
            for template in PHRASES["item_questions"]
            for asked in (item, item, *names[item])
        ]
        rows = [f"{code} {item}" for item, code in codes.items()]
        yield Body(f"部门{kind}表 > {title}", _table(title, table["columns"], rows), questions, 5)


def _forms(kind: str, chance: random.Random) -> Iterator[Body]:
    for title, columns in chance.sample(list(PHRASES["forms"].items()), 3):
        named = title.replace("预算", kind, 1)
        rows = [f"项目名称：{chance.choice(PHRASES['fields'])}项目", f"实施单位：{chance.choice(PHRASES['fields'])}中心"]
        questions = [(template.format(table=named, column=chance.choice(columns)), "") for template in PHRASES["table_questions"]]
        yield Body(f"部门{kind}表 > {named}", _table(named, columns, rows), questions, 2)


def _table(title: str, columns: list[str], rows: list[str]) -> str:
    return "\n".join((f"表：{title}，金额单位：万元", f"栏目：{'；'.join(columns)}", *rows))


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


def as_asked(question: str, organization: str, year: int | None, chance: random.Random) -> str:
    """The question alone, or with year and organisation before it, as people do."""
    when = f"{year}年" if year else ""
    prefix = chance.choice(("", "", organization, f"{organization}{when}", when, f"{when}{organization}的"))
    return f"{prefix}{question}{chance.choice(('', '？'))}"
