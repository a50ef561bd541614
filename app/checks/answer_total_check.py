"""“这张表的合计加对了吗”: whether a total that a table prints is the sum of what stands below or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.answer import Answer
from app.checks.answer_contradiction import Fit, tell
from app.checks.asked_prints import load_agreement_words
from app.checks.is_placed import is_short_for
from app.checks.tell_checks import Library
from app.question.text_question import load_text_words
from app.telling.cite import document_name
from ingest.checks.check_arithmetic import BROKEN, HOLDS, ROUNDING, WITHIN
from ingest.document import Check, Document, Figure
from retrieval.spelling.label_key import fold, is_neutral_header, is_total, label_key

TOTAL = r"(?:合计|总计|小计|总数)[数额行栏列]*"
DONE = r"(?:是|都|究竟|到底|有没有|有无|加|算|填|写|得|的|结果|数字?)*"
RIGHT = (
    r"(?:对不对|对了?(?:吗|么|没有?)|正确吗|正不正确|是否(?:正确|有误)|有没有(?:加|算|填|写)?错|没?[加算填写]错了?(?:没有?|吗|吧)|有误吗)"
)
PARTS = r"(?:各|每|下面|以下|明细|分项|逐)[^,;?]{0,6}?[行项目细数](?:的|数|金额)*"
ADDED = r"(?:相加|加起来|之和|加总|加在一起|累加|逐项相加|求和)(?:的|后|起来|得出|是|结果|总数|数)*"
DIFFERS = (
    r"(?:有没有|有无|是否|是不是|有|是|能|能不能)*(?:完全)?(?:出入|差异|一致|不一致|不一样|一样|相符|不符|相等|对得上|对不上|对上|等于合计|等于总计|差)[^,;?]{0,4}"
)
ASKS = re.compile(
    rf"{TOTAL}{DONE}{RIGHT}|{TOTAL}[^,;?]{{0,4}}?[和与跟同及、]?{PARTS}{ADDED}{DONE}{DIFFERS}|{PARTS}{ADDED}[^,;?]{{0,4}}?{TOTAL}{DONE}{DIFFERS}"
)
SCOPE = re.compile(r"^(?:[那这该]|[张份]|部门|单位|预算|决算)+")
SHORTEST = 2  # “表” with a character before it
QUOTES = re.compile(r"[“”《》「」]")
EMPTY = re.compile(r"请|帮忙?|麻烦|核[对查实]?一?下?|检查|看看?|那|一?[列栏行]|金额|数字?|里面?|中|上|的|在|是|~|\W")
UNCHECKED = "{document}中《{table}》的这个合计与所列各行对不到一起（例如栏目或行的层次读不准），无法核对，因此不作判断。"


@dataclass(frozen=True, slots=True)
class Asked:
    """The table whose total is asked about, by its folded name, and the row or column (or none: the total of all)."""

    table: str
    topic: str


def answer_total_check(question: str, rest: str, documents: Sequence[Document], library: Library) -> Answer | None:
    """What the checks say of the total of one table; None where the question asks no such thing or names no table.

    `rest` is the question without the words that chose the documents.
    """
    if not ASKS.search(fold(question)):
        return None
    asked = read_asked(rest, [fold(table.title) for document in documents for table in document.tables if table.title])
    if asked is None or len(documents) != 1:
        return None
    named = replace(asked, topic=name_in(asked, documents[0]))
    fits = sorted(fits_of(named, documents[0]), key=rank)
    return tell(fits[0], library) if fits else unchecked(asked, documents[0])


def read_asked(rest: str, titles: Sequence[str]) -> Asked | None:
    """The table, and what else the question says; None where it names none or several of these (folded) titles."""
    text = QUOTES.sub("", fold(rest))
    named = [name for found in load_agreement_words().table_name.findall(text) if (name := title_in(found, titles))]
    if len(set(named)) != 1:
        return None
    head = ASKS.sub("~", text.replace(named[0], "~"))
    return Asked(named[0], EMPTY.sub("", load_text_words().fillers.sub("~", head)))


def title_in(words: str, titles: Sequence[str]) -> str:
    """The longest ending of the words that is short for a title; empty where there is none."""
    endings = (words[start:] for start in range(len(words) - SHORTEST))
    return next((one for one in endings if any(is_short_for(one, title) for title in titles)), "")


def name_in(asked: Asked, document: Document) -> str:
    """The longest name of a row or a column of the table that the question holds, else what else it says."""
    figures = (figure for figure in document.figures if figure.table in tables_of(asked, document))
    names = {key for figure in figures for part in (*figure.row, *figure.col) if not is_total(key := label_key(part))}
    said = SCOPE.sub("", asked.topic)
    return max((name for name in names if name and name in said), key=len, default=said)


def tables_of(asked: Asked, document: Document) -> dict[int, str]:
    """The tables of this very title, else those that it is short for, with their titles."""
    titles = {table.index: table.title for table in document.tables if table.title}
    exact = {index: title for index, title in titles.items() if label_key(title) == asked.table}
    return exact or {index: title for index, title in titles.items() if is_short_for(asked.table, fold(title))}


def fits_of(asked: Asked, document: Document) -> Iterator[Fit]:
    """The sums of the table whose total is the one that is asked about."""
    tables = tables_of(asked, document)
    for check in document.checks:
        total = total_of(check, document)
        if total is not None and total.table in tables and is_meant(asked.topic, total):
            yield Fit(document, check, 1.0, True, 1.0)


def total_of(check: Check, document: Document) -> Figure | None:
    """The cell that a check of one table holds against a sum, or None."""
    is_sum = check.kind == WITHIN and len(check.left) == 1 and check.left[0].figure is not None
    return document.figures[check.left[0].figure or 0] if is_sum else None


def is_meant(topic: str, total: Figure) -> bool:
    """Whether a cell is the total of the row or the column of this name; without a name, of the whole table."""
    rows, columns = [label_key(part) for part in total.row], [label_key(part) for part in total.col]
    is_row, is_column = any(map(is_total, rows)), any(map(is_total, columns)) or all(map(is_neutral_header, columns))
    return (is_row and topic in columns) or (is_column and topic in rows) or (not topic and is_row and is_column)


def rank(fit: Fit) -> tuple[int, int]:
    """What does not add up first, then the sum of most parts."""
    return [BROKEN, ROUNDING, HOLDS].index(fit.check.verdict), -len(fit.check.right)


def unchecked(asked: Asked, document: Document) -> Answer | None:
    """An honest no where the table is there but its total could not be held against its parts."""
    titles = tables_of(asked, document).values()
    return Answer("not_found", UNCHECKED.format(document=document_name(document.info), table=min(titles, key=len))) if titles else None
