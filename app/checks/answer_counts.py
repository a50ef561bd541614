"""“到底 A 还是 B 分”, “隐患点到底几处”: a number that is no money, as the prose and the rows of tables print it, compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.answer import Answer, Citation, Value
from app.checks.asked_prints import AskedPrints, told_share
from app.telling.cite import cite_figure, document_name, plain
from app.telling.passages import cite_passage, last_heading
from ingest import late_re as re
from ingest.document import Document, Figure
from ingest.outline.headings import GLOSSARY
from ingest.quantity import COUNTERS
from retrieval.evidence import FigureEvidence
from retrieval.spelling.label_key import fold

UNIT = rf"(?:处|分|%|天|年|岁|村|条|{'|'.join(COUNTERS)})"
PLAIN_NUMBER = r"\d[\d,]*(?:\.\d+)?"
EITHER = re.compile(rf"(?<![\d.])({PLAIN_NUMBER})({UNIT})?(?:还是|或是|或者|or)({PLAIN_NUMBER})({UNIT})?(?![万亿元\d])")
ASKED = re.compile(rf"(?:几|多少)个?({UNIT})")
CLAUSE = re.compile(r"[^，。；：;:]+")
TARGET, ACTUAL = re.compile(r"指标值|目标值"), re.compile(r"实际|完成值")
LOWER_GRADE = re.compile(r"良好?|中等?|差|一般|合格|不合格")  # the standard of the best grade is the target
ENOUGH = 0.6
STAFF = re.compile(r"离退休|退休|离休|在职|在编|编制|编外|遗属|聘用|劳务派遣")
WHOLE = re.compile(r"总[分得]|合计|自评得分|综合得分")
FEWEST = 2
APART = "{document}，文件里前后印的不一致：{prints}，相差{gap}{unit}。"
AGREED = "{document}，一致：{prints}。"
PRINT = "{place}为**{number}{unit}**[{mark}]"


@dataclass(frozen=True, slots=True)
class Print:
    """One number where it is printed, with how much of what was asked stands beside it."""

    number: Decimal
    place: str
    citation: Citation
    share: float


def answer_counts(asked: AskedPrints, question: str, documents: Sequence[Document]) -> Answer | None:
    """The prints of the number asked about, with the verdict; None where they are not found in two places."""
    either, counted = EITHER.search(question), ASKED.search(question)
    unit = (either[2] or either[4] or "") if either else counted[1] if counted else ""
    if not unit or len(documents) != 1:
        return None
    named = tuple(Decimal(one.replace(",", "")) for one in (either[1], either[3])) if either else ()
    topic = EITHER.sub(" ", asked.topic) if either else ASKED.sub(" ", asked.topic)
    found = [one for one in prints_of(topic, unit, documents[0]) if one.share >= ENOUGH and (not named or one.number in named)]
    best: dict[Decimal, Print] = {}
    for one in sorted(found, key=lambda one: -one.share):
        best.setdefault(one.number, one)
    if (named and len(best) < FEWEST) or not best:
        return None
    kept = tuple(best.values()) if len(best) >= FEWEST else tuple({one.place: one for one in found}.values())
    return tell(kept, unit, documents[0]) if len(kept) == FEWEST else None


def prints_of(topic: str, unit: str, document: Document) -> Iterator[Print]:
    """Every number of this unit beside the words asked, in clauses of the prose and in rows of tables."""
    number = re.compile(rf"(?<![\d.≥≤><])({PLAIN_NUMBER}){unit}")
    for section in document.sections:
        if any(GLOSSARY.search(heading) for heading in section.heading_path):
            continue
        for paragraph in section.paragraphs:
            for clause in filter(lambda one: not is_of_other_staff(topic, one), CLAUSE.findall(paragraph.text)):
                for printed in number.findall(clause):
                    citation = cite_passage(document, section, clause, paragraph.place)
                    place = f"正文“{plain(last_heading(section))}”"
                    yield Print(Decimal(printed.replace(",", "")), place, citation, told_share(topic, fold(clause)))
    yield from cells_of(topic, unit, document)


def is_of_other_staff(topic: str, clause: str) -> bool:
    """Whether a clause counts staff of another kind (离退休人员) than those asked about (在职人员)."""
    asked, told = STAFF.findall(topic), STAFF.findall(clause)
    return bool(asked and told) and not set(asked) & set(told)


def cells_of(topic: str, unit: str, document: Document) -> Iterator[Print]:
    """The cells that print nothing but such a number, in rows that speak of what was asked; no target where the row tells what was done."""
    rows: dict[tuple[int, int], list[Figure]] = {}
    for figure in document.figures:
        rows.setdefault((figure.table, figure.cell[0]), []).append(figure)
    exact = re.compile(rf"({PLAIN_NUMBER}){unit}{'?' if unit == '分' else ''}")
    for (table_index, _), figures in rows.items():
        table = document.tables[table_index]
        words = fold(" ".join((table.title, table.context or "", *(part for one in figures for part in (*one.row, one.value)))))
        share = told_share(topic, words)
        is_done = any(ACTUAL.search(" ".join(one.col)) for one in figures)
        for one in figures:
            printed = exact.fullmatch(one.value.strip())
            is_other = (is_done and TARGET.search(" ".join(one.col))) or LOWER_GRADE.fullmatch("".join(one.col[-1:]).strip())
            if share < ENOUGH or printed is None or is_other or not is_in_unit(one, unit):
                continue
            place = f"《{plain(table.title)}》“{plain(one.row[-1]) if one.row else ''}”"
            yield Print(Decimal(printed[1].replace(",", "")), place, cite_figure(FigureEvidence(document.info, table, one, 0.0)), share)


def is_in_unit(figure: Figure, unit: str) -> bool:
    """Whether a bare number is the whole score where scores are asked for."""
    return unit != "分" or (bool(WHOLE.search("".join(figure.row[-1:]))) and "得分" in "".join((*figure.row[-1:], *figure.col[-1:])))


def tell(prints: Sequence[Print], unit: str, document: Document) -> Answer:
    """The two prints with their places and whether they agree."""
    words = "，".join(PRINT.format(place=one.place, number=one.number, unit=unit, mark=at) for at, one in enumerate(prints, 1))
    gap = abs(prints[0].number - prints[1].number)
    text = (APART if gap else AGREED).format(document=document_name(document.info), prints=words, gap=gap, unit=unit)
    values = tuple(Value(one.place, one.number, unit) for one in prints)
    return Answer("answered", text, values=values, citations=tuple(one.citation for one in prints))
