"""Contradictions planted into a document on purpose, each recorded with both prints."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from eval.invented import Contradiction, Fact, InventedDocument, InventedFigure, InventedSection
from eval.invented_ledger import YUAN_PER_UNIT

DIFFERENCES = (Decimal("0.9"), Decimal("9"), Decimal("-0.3"))


def plant_contradictions(document: InventedDocument, count: int, seed: int) -> InventedDocument:
    """The document with so many narrative amounts changed so that they disagree with the table figure they come from."""
    random = Random(f"{seed}/{document.title}/contradictions")
    candidates = [
        (index, fact, place)
        for index, part in enumerate(document.body)
        if isinstance(part, InventedSection)
        for fact in part.facts
        if (place := table_place(document, fact)) and is_stated_once(part, fact)
    ]
    body = list(document.body)
    planted = []
    for index, fact, place in random.sample(candidates, min(count, len(candidates))):
        section = body[index]
        if not isinstance(section, InventedSection):
            continue
        printed = Decimal(fact.value)
        wrong = str((printed + random.choice(DIFFERENCES)).quantize(printed))
        body[index] = restate(section, fact, wrong)
        planted.append(Contradiction(fact.subject, section.heading_path, wrong, (place,), fact.value, fact.unit))
    return replace(document, body=tuple(body), contradictions=tuple(planted))


def is_stated_once(section: InventedSection, fact: Fact) -> bool:
    """Whether the section prints the amount in one place only, so that changing it changes nothing else."""
    return "".join(section.paragraphs).count(f"{fact.value}万元") == 1


def table_place(document: InventedDocument, fact: Fact) -> str:
    """The title of a table that prints the fact's amount under the fact's own name, or nothing."""
    if fact.measure != "金额" or Decimal(fact.value) < 10:
        return ""
    for table in document.tables:
        if any(is_same(figure, fact) and fact.subject in (*figure.row, *figure.col) for figure in table.figures):
            return table.title
    return ""


def is_same(figure: InventedFigure, fact: Fact) -> bool:
    """Whether a printed cell is the fact's amount, which the narrative rounds to its own decimals."""
    if figure.unit not in YUAN_PER_UNIT:
        return False
    stated = Decimal(fact.value)
    printed = Decimal(figure.value.replace(",", "")) * YUAN_PER_UNIT[figure.unit] / YUAN_PER_UNIT[fact.unit]
    return printed.quantize(stated, rounding=ROUND_HALF_UP) == stated


def restate(section: InventedSection, fact: Fact, wrong: str) -> InventedSection:
    """The section that prints the wrong amount instead."""
    paragraphs = tuple(text.replace(f"{fact.value}万元", f"{wrong}万元") for text in section.paragraphs)
    facts = tuple(replace(fact, value=wrong) if other is fact else other for other in section.facts)
    return replace(section, paragraphs=paragraphs, facts=facts)
