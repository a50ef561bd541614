"""“正文写的某项目多少万，表里多少，一致吗”: an amount of one thing as a sentence and a table print it, or two tables, held together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.answer import Answer
from app.checks.answer_counts import ASKED as COUNTED
from app.checks.answer_counts import Print, tell
from app.checks.asked_prints import AskedPrints
from app.checks.is_placed import NUMBER, is_short_for
from app.forms.match_rows import bare, named_project
from app.telling.cite import cite_figure, plain, within_quotes
from app.telling.passages import cite_passage, last_heading, narrative
from ingest import late_re as re
from ingest.document import Document, Figure, Table
from ingest.quantity import YUAN_PER_UNIT, Quantity
from retrieval.evidence import FigureEvidence
from retrieval.spelling.label_key import fold, is_neutral_header, is_total, label_key

AMOUNT = r"(?P<between>[^。；;\d]{0,24}?)(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>亿元|万元|元)"
SIDE_NEXT = re.compile(
    r"[，,]?(?P<between>(?:支出|收入)?(?:年初|全年|调整)?(?:预算|决算|执行)数?(?:安排|为|是)?)\s*(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>亿元|万元|元)"
)
AFTER_NAME = r"(?:[（(][类款项][）)]|项目|经费|支出|。|，|：|”|\s)*"
TABLE_ASKED, SAID = re.compile(r"表"), re.compile(r"[说写讲提]")
FINAL, BUDGET, CHANGED = re.compile(r"决算|执行|实际"), re.compile(r"预算"), re.compile(r"增|减|比上年|占|其中")
TARGETS = re.compile(r"绩效|目标|自评")
PROJECTS = re.compile(r"项目支出")
YEAR = re.compile(r"(20\d\d)年")
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class _Amount:
    """One print of the thing: its amount, what is said of it, where it stands."""

    quantity: Quantity
    aspect: str
    shown: Print


def compare_places(asked: AskedPrints | None, rest: str, documents: Sequence[Document]) -> Answer | None:
    """The prints of the thing in the places named; None where it or one of them is not clear, or a doubt of no place finds them alike."""
    if asked is None or asked.is_sum or asked.is_of_names or len(documents) != 1 or COUNTED.search(rest):
        return None
    text, document = fold(rest), documents[0]
    is_of_two_tables = len(asked.tables) > 1
    is_against_prose = bool(TABLE_ASKED.search(text) and (asked.wants_prose or SAID.search(text)))
    if not (is_of_two_tables or is_against_prose or asked.is_doubt):
        return None
    rows = [one for one in document.figures if one.quantity and one.quantity.is_money]
    named = named_project(re.sub(r"[、,]", "", fold(asked.topic)), {name for one in rows for name in _names(one)})
    if named is None or len(bare(named[0])) < SHORTEST:
        return None
    prints = _of_tables(asked, document, [one for one in rows if bare(named[0]) in map(bare, _names(one))], named[0])
    if not is_of_two_tables:
        prints = [*_only(list(_of_prose(document, named[0])), asked.topic, document), *prints[:1]]
    if len(prints) != 2 or prints[0].quantity.unit not in YUAN_PER_UNIT:
        return None
    return _compare(prints, document, is_only_told_apart=not (is_of_two_tables or is_against_prose))


def _names(figure: Figure) -> list[str]:
    """The labels that may name a thing: words of the row that are no total, of the column where the row has none."""
    words = [plain(label) for label in figure.row if re.search(r"[^\W\d_]{2,}", label) and not is_total(label_key(label))]
    return words or [plain(label) for label in figure.col if not is_total(label_key(label))]


def _of_tables(asked: AskedPrints, document: Document, rows: Sequence[Figure], name: str) -> list[_Amount]:
    """One amount of each table named, else of all that print the thing alike; none where a table prints several."""
    told: dict[int, list[_Amount]] = {}
    for figure in sorted(rows, key=lambda one: not is_total(label_key("".join(one.col[-1:])))):
        table = document.tables[figure.table]
        is_beside = figure.table in told and not is_total(label_key("".join(figure.col[-1:])))
        is_other = _is_of_other_year(figure, document) or bool(TARGETS.search(table.title)) or is_beside
        if is_other or figure.quantity is None or not _is_column(figure, name, asked.topic, document):
            continue
        place = f"《{plain(table.title)}》“{within_quotes(name)}”"
        shown = Print(figure.quantity.number, place, cite_figure(FigureEvidence(document.info, table, figure, 0.0)), 1.0)
        told.setdefault(figure.table, []).append(_Amount(figure.quantity, "".join(figure.col), shown))
    named = {index for index in told if _is_named(document.tables[index], asked)}
    if not named and len({one.quantity for found in told.values() for one in found}) > 1:
        named = {index for index in told if PROJECTS.search(document.tables[index].title)}
    chosen = [told[index][:1] if len({one.quantity for one in told[index]}) == 1 else [] for index in sorted(named or told)]
    amounts = [one for found in chosen for one in found]
    is_clear = named or len({one.quantity for one in amounts}) == 1
    return amounts if is_clear and len(amounts) == len(chosen) else []


def _is_of_other_year(figure: Figure, document: Document) -> bool:
    """Whether a row or column is of another year than the document."""
    years = YEAR.findall("".join((*figure.row, *figure.col)))
    return bool(years) and str(document.info.year) not in years


def _is_named(table: Table, asked: AskedPrints) -> bool:
    """Whether a table is one that the question names by its title or its number."""
    is_numbered = any(int(found) in asked.numbers for found in NUMBER.findall(fold(table.number or ""))[:1])
    return is_numbered or any(is_short_for(one, fold(table.title)) for one in asked.tables)


def _is_column(figure: Figure, name: str, topic: str, document: Document) -> bool:
    """Whether a column says nothing of its own, and is of the side of the amount that is asked for where it is of one."""
    last, words = label_key("".join(figure.col[-1:])), "".join(figure.col)
    is_plain = not last or is_total(last) or is_neutral_header(last) or bare(last) == bare(name)
    is_plain = is_plain or bool(BUDGET.search(last) or FINAL.search(last))
    is_of_side = bool(FINAL.search(words)) == _is_final(topic, document) or not (FINAL.search(words) or BUDGET.search(words))
    return is_plain and is_of_side


def _is_final(topic: str, document: Document) -> bool:
    """Whether what was spent is asked for, as in the accounts of a year where nothing else is said."""
    return bool(FINAL.search(topic)) or (document.info.kind == "决算" and not BUDGET.search(topic))


def _of_prose(document: Document, name: str) -> Iterator[_Amount]:
    """Every amount that a sentence of the prose gives right after the name."""
    said = re.compile(r"\s*".join(map(re.escape, plain(name))) + AFTER_NAME + AMOUNT)
    for section in narrative(document):
        for paragraph in section.paragraphs:
            for found in _said(said, plain(paragraph.text)):
                quantity = Quantity(Decimal(found["number"].replace(",", "")), found["unit"])
                place = f"正文“{within_quotes(last_heading(section))}”"
                shown = Print(quantity.number, place, cite_passage(document, section, found[0], paragraph.place), 1.0)
                yield _Amount(quantity, found["between"], shown)


def _said(name_and_amount: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The amount after the name and those of its other sides that follow at once (年初预算…，支出决算…); no changes and shares."""
    for found in name_and_amount.finditer(text):
        if CHANGED.search(found["between"]):
            continue
        yield found
        following = SIDE_NEXT.match(text, found.end())
        if following:
            yield following


def _only(amounts: Sequence[_Amount], topic: str, document: Document) -> list[_Amount]:
    """The one amount of the side that is asked for; none where the prose gives several."""
    fitting = [one for one in amounts if bool(FINAL.search(one.aspect)) == _is_final(topic, document)]
    return fitting[:1] if len({one.quantity for one in fitting}) == 1 else []


def _compare(prints: Sequence[_Amount], document: Document, *, is_only_told_apart: bool) -> Answer | None:
    """The two prints in the unit of the first with their difference."""
    first, second = prints
    if second.quantity.unit not in YUAN_PER_UNIT:
        return None
    number = second.quantity.number * YUAN_PER_UNIT[second.quantity.unit] / YUAN_PER_UNIT[first.quantity.unit]
    if is_only_told_apart and number == first.quantity.number:
        return None
    other = Print(number, second.shown.place, second.shown.citation, 1.0)
    return tell((first.shown, other), first.quantity.unit, document)
