"""What the writers of invented questions share: a document with its file name, a drafted question, and small readings of printed words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from random import Random

from eval.gold import Expectation, GoldSource
from eval.invented import Fact, InventedDocument, InventedFigure, InventedSection, InventedTable
from eval.invented_ledger import ROUNDED_YUAN, YUAN_PER_UNIT

NUMBERING = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])")
EMPTY_PARTS = {"小计", "合计", "金额", "总计", "决算数", "收入", "支出", "人员经费", "公用经费"}
MARKED_ITEM = re.compile(r"（[类款项]）")
AMOUNT, CHANGES = "金额", ("增减额", "增减率")
TOTAL_COLUMNS = {"金额", "合计", "总计", "本年收入合计", "本年支出合计"}
FUNCTION_PATH = re.compile(r".*（款）(?P<item>.+（项）)")


@dataclass(frozen=True, slots=True)
class Filed:
    """An invented document, the file that holds it, and the same department's document of the year before where there is one."""

    document: InventedDocument
    file_name: str
    before: Filed | None = None

    @property
    def contradicted(self) -> frozenset[str]:
        """The subjects of planted contradictions in the narrative, of which nothing else is asked."""
        return frozenset(planted.subject for planted in self.document.contradictions if not planted.column)

    @property
    def doubtful_amounts(self) -> frozenset[Decimal]:
        """Both prints of every total that disagrees with its rows, in yuan: no other question asks for such an amount."""
        totals = (planted for planted in self.document.contradictions if planted.column)
        return frozenset(yuan(printed, one.unit) for one in totals for printed in (one.printed, one.other_printed))

    @property
    def doubtful_subjects(self) -> frozenset[str]:
        """What the narrative states in such an amount or, by a planted contradiction, otherwise than a table."""
        facts = (fact for _, fact in sections_with_facts(self.document))
        return self.contradicted | {fact.subject for fact in facts if fact.measure == AMOUNT and self.is_doubtful(fact)}

    def is_doubtful(self, one: Fact | InventedFigure) -> bool:
        """Whether a fact or a cell is such an amount; the narrative may have rounded it."""
        if one.unit not in YUAN_PER_UNIT:
            return False
        rounding = ROUNDED_YUAN if isinstance(one, Fact) else 0
        return any(abs(yuan(one.value, one.unit) - amount) <= rounding for amount in self.doubtful_amounts)


@dataclass(frozen=True, slots=True)
class Draft:
    """A question that has no id yet; `style` is the way of speaking, for those who look for a pattern among failures."""

    type: str
    style: str
    question: str
    expect: Expectation
    sources: tuple[GoldSource, ...] = ()
    history: tuple[str, ...] = ()
    note: str = ""


def yuan(printed: str, unit: str) -> Decimal:
    """A printed amount in yuan."""
    return Decimal(printed.replace(",", "")) * YUAN_PER_UNIT[unit]


Templates = Mapping[str, Sequence[str]]


def worded(random: Random, templates: Templates, **slots: object) -> tuple[str, str]:
    """A style and the question in it."""
    style = random.choice(sorted(templates))
    return style, random.choice(templates[style]).format(**slots)


def asker(random: Random, document: InventedDocument) -> str:
    """The words for a document at the head of a question; 预算 or 决算 is always said, for both may be loaded."""
    year, kind = document.year, document.kind
    forms = (
        f"{document.organization}{year}年{document.scope}{kind}中",
        f"{year}年{document.organization}{document.scope}{kind}里",
        f"{document.organization}{year}年{kind}",
        f"{year}年度{document.organization}{kind}",
    )
    return random.choice(forms)


@lru_cache(maxsize=10_000)
def plain_label(label: str) -> str:
    """A label as one says it: without its number and without （类）（款）（项）."""
    return MARKED_ITEM.sub("", NUMBERING.sub("", label)).strip()


def said_subject(fact: Fact) -> str:
    """A fact's subject as one says it; of a functional path only the 项."""
    path = FUNCTION_PATH.match(fact.subject)
    return path["item"] if path else plain_label(fact.subject).replace("支出支出", "支出")


def sections_with_facts(document: InventedDocument) -> Iterable[tuple[InventedSection, Fact]]:
    """Every stated fact with its section."""
    return ((section, fact) for section in document.sections for fact in section.facts)


def single_facts(filed: Filed) -> list[tuple[InventedSection, Fact]]:
    """The facts whose subject and measure have one value in the whole document, so that a question for them has one answer."""
    values: dict[tuple[str, str], set[str]] = {}
    for _, fact in sections_with_facts(filed.document):
        values.setdefault((said_subject(fact), fact.measure), set()).add(f"{fact.value}{fact.unit}{fact.base}")
    seen: set[tuple[str, str]] = set()
    doubtful = filed.doubtful_subjects
    found = []
    for section, fact in sections_with_facts(filed.document):
        key = said_subject(fact), fact.measure
        names = {fact.subject, fact.base, f"{fact.subject}{fact.base}"}  # 年初预算 is a base by itself, an amount behind its subject
        is_sound = not names & doubtful and not was_doubtful(filed, fact) and not is_wider_elsewhere(filed.document, fact)
        if len(values[key]) == 1 and key not in seen and is_sound:
            seen.add(key)
            found.append((section, fact))
    return found


def is_wider_elsewhere(document: InventedDocument, fact: Fact) -> bool:
    """Whether a table prints another total under the stated amount's name: money of more sources, which an answer may tell as well."""
    if fact.measure != AMOUNT:
        return False
    name, amount = bare_name(said_subject(fact)), yuan(fact.value, fact.unit)
    totals = (one for table in document.tables for one in table.figures if one.unit in YUAN_PER_UNIT and one.col[-1] in TOTAL_COLUMNS)
    return any(bare_name(row_label(one)) == name and abs(yuan(one.value, one.unit) - amount) > ROUNDED_YUAN for one in totals)


@lru_cache(maxsize=10_000)
def bare_name(label: str) -> str:
    """A label without its number, its level and 支出, which some tables print behind a name and others do not."""
    return plain_label(label).removesuffix("支出")


def was_doubtful(filed: Filed, fact: Fact) -> bool:
    """Whether a change is one against an amount that the year before prints in two ways."""
    return filed.before is not None and fact.measure in CHANGES and fact.subject in filed.before.doubtful_subjects


def sources_of_fact(filed: Filed, fact: Fact, part: str = "") -> tuple[GoldSource, ...]:
    """Every place that states the fact, as places of a part of the question; of a change those of the year before as well."""
    places = [(filed.file_name, place) for place in (*places_of_subject(filed.document, fact), *tables_printing(filed.document, fact))]
    if filed.before and fact.measure in CHANGES:
        places += [(filed.before.file_name, place) for place in places_of_subject(filed.before.document, fact)]
    return tuple(GoldSource(*place, part=part) for place in dict.fromkeys(places))


def places_of_subject(document: InventedDocument, fact: Fact) -> list[str]:
    """Every section that speaks of the fact's subject, and every table that prints it as a label."""
    headings = [section.heading_path[-1] for section, other in sections_with_facts(document) if other.subject == fact.subject]
    subject = plain_label(said_subject(fact))
    tables = [table.title for table in document.tables if any(subject in map(plain_label, (*one.row, *one.col)) for one in table.figures)]
    return [*headings, *tables]


def tables_printing(document: InventedDocument, fact: Fact) -> list[str]:
    """Every table that prints the fact's amount, under whatever name: amounts of money are seldom equal by chance."""
    if fact.measure != AMOUNT or not Decimal(fact.value):
        return []
    amount = yuan(fact.value, fact.unit)
    return [
        table.title
        for table in document.tables
        if any(one.unit in YUAN_PER_UNIT and abs(yuan(one.value, one.unit) - amount) <= ROUNDED_YUAN for one in table.figures)
    ]


def exact_yuan(document: InventedDocument, fact: Fact) -> Decimal:
    """A stated amount as a table prints it before rounding, in yuan; as it is stated where no table prints it."""
    stated = yuan(fact.value, fact.unit)
    cells = (yuan(one.value, one.unit) for table in document.tables for one in table.figures if one.unit in YUAN_PER_UNIT)
    return min((cell for cell in cells if abs(cell - stated) <= ROUNDED_YUAN), key=lambda cell: abs(cell - stated), default=stated)


def short_title(title: str) -> str:
    """A table's title without the year, as one says it after naming the year."""
    return title.split("年", 1)[-1] if title[:4].isdigit() else title


def column_words(path: Sequence[str]) -> str:
    """A header path as one says it: its last part that says something, or nothing."""
    parts = [part for part in path if part not in EMPTY_PARTS]
    return parts[-1] if parts else ""


def is_plain_cell(table: InventedTable, figure: InventedFigure) -> bool:
    """Whether a cell is an amount whose row label and column words name it alone in its table."""
    if not figure.unit or any(part.startswith("其中") for part in (*figure.row, *figure.col)):
        return False
    label, words = cell_name(figure)
    rivals = [other for other in table.figures if column_words(other.col) == words and label in map(plain_label, other.row or ("",))]
    return len(rivals) == 1


def row_label(figure: InventedFigure) -> str:
    """The label that names a row: the last one, but the department's own subject where the government's stands behind it."""
    return plain_label(figure.row[1] if len(figure.row) == 4 else figure.row[-1]) if figure.row else ""


def cell_name(figure: InventedFigure) -> tuple[str, str]:
    """The row label and the column words of a cell."""
    return row_label(figure), column_words(figure.col)


def cell_source(filed: Filed, table: InventedTable, figure: InventedFigure) -> GoldSource:
    """The cell as a source."""
    return GoldSource(filed.file_name, table.title, row_label(figure), figure.col[-1])


def cell_places(filed: Filed, table: InventedTable, figure: InventedFigure, part: str = "") -> tuple[GoldSource, ...]:
    """The cell, and every cell of the document that prints the same, as places of a part of the question."""
    twins = (
        (other_table, other) for other_table in filed.document.tables for other in other_table.figures if is_twin(other, figure)
    )  # fmt: skip
    return tuple(dict.fromkeys(replace(cell_source(filed, *one), part=part) for one in ((table, figure), *twins)))


def is_twin(one: InventedFigure, other: InventedFigure) -> bool:
    """Whether two cells print the same value under the same name, or the same amount of money: such are seldom equal by chance."""
    if (one.value, one.unit) != (other.value, other.unit):
        return False
    return cell_name(one) == cell_name(other) or (one.unit in YUAN_PER_UNIT and yuan(one.value, one.unit) > 0)
