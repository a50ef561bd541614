"""What stands under a class of a detailed table (公用经费 of one unit): each item with its amount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.answer import Answer, Value
from app.forms.form_rows import load_form_words
from app.forms.match_rows import bare
from app.forms.read_row_asks import strip
from app.forms.tell_rows import Line, join_lines
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from ingest import late_re as re
from ingest.document import Document, Figure
from ingest.quantity import Quantity
from retrieval.catalog import own_level_name
from retrieval.spelling.label_key import fold, is_total, label_key

ASKED = re.compile(r"哪|什么|啥|(?:多少|几)(?:个|项|条|样|笔|块)|明细|清单|列(?:出|一?下|举|全)|分别|各")
EXTREME = re.compile(r"最([高多大低少小])")
OTHERWISE = re.compile(r"占|比|合计|加起来|总共|一共多少|增|减|为什么|原因|超过|大于|小于|第[一二三]")
SAYS_NOTHING = re.compile(r"明细|细项|小项|(?:局|机关)*本级|局?机关(?!运行|事业)|分(?:为|成|了)*")
DETAILED = re.compile(r"明细")
PROJECTS = re.compile(r"项目|采购|绩效|目标|自评")
CODE = re.compile(r"[A-Z]?\d[\d\s]*")
CLASS_END = re.compile(r"(?:类|支出)$")
FEWEST, SHORTEST, MOST_ROWS = 2, 3, 60


@dataclass(frozen=True, slots=True)
class _Item:
    """One row below a class: the figure of its amount, its name, and the labels that stand before it."""

    figure: Figure
    name: str
    above: tuple[str, ...]


def answer_class_rows(asked: TextQuestion) -> Answer | None:
    """The items of the class named, of the unit named; None where no table divides it so or words remain unexplained."""
    text = fold(asked.rest)
    if not ASKED.search(text) or OTHERWISE.search(text) or not (asked.choice.units or DETAILED.search(text)):
        return None
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, asked, text))])


def _find(document: Document, asked: TextQuestion, text: str) -> Found | None:
    for table in document.tables:
        items = [] if PROJECTS.search(table.title) else _items(document, table.index)
        of_units = _of_units(items, asked.choice.units, document)
        classes = {label for item in of_units for label in item.above if _is_named(label, text)}
        named = max(classes, key=len, default="")
        rows = [item for item in of_units if named in item.above] if named else []
        if len(rows) >= FEWEST and not _unexplained(text, named, table.title):
            return _tell(document, rows, named, EXTREME.search(text))
    return None


def _items(document: Document, index: int) -> list[_Item]:
    """The rows of a table below at least one label of words, each with its first amount; none where these stand in several columns."""
    first: dict[int, Figure] = {}
    for figure in document.figures:
        if figure.table == index and figure.quantity is not None and figure.quantity.is_money:
            first.setdefault(figure.cell[0], figure)
    items = []
    for figure in first.values():
        words = [plain(label) for label in figure.row if not CODE.fullmatch(plain(label))]
        if len(words) > 1 and not is_total(label_key(words[-1])):
            items.append(_Item(figure, words[-1], tuple(words[:-1])))
    return items if len({item.figure.col for item in items}) == 1 else []


def _of_units(items: Sequence[_Item], units: Sequence[str], document: Document) -> list[_Item]:
    """The items of these units; the department's own name is that of its own level."""
    own_level, department = own_level_name(document.info), label_key(document.info.organization or "")
    names = {label_key(unit) for unit in units} | ({department} if own_level in units else set())
    return [item for item in items if not units or names & set(map(label_key, item.above))]


def _is_named(label: str, text: str) -> bool:
    key = label_key(label)
    return len(key) >= SHORTEST and any(len(name) > 1 and name in text for name in (key, CLASS_END.sub("", key)))


def _unexplained(text: str, named: str, title: str) -> bool:
    """Whether words remain beside the class, the table's name and those that only ask for a list."""
    for start in range(len(key := label_key(title))):
        text = text.replace(key[start:], "~") if len(key) - start >= SHORTEST else text
    text = text.replace(label_key(named), "~").replace(CLASS_END.sub("", label_key(named)), "~")
    text = SAYS_NOTHING.sub("~", EXTREME.sub("~", text))
    words = load_form_words()
    for role in words.roles:
        text = role.asked.sub("~", text) if role.name == "amount" else text
    return len(bare(words.indicators.sub("", strip(words.listed.sub("", words.indicators.sub("~", text)))))) > 1


def _tell(document: Document, rows: Sequence[_Item], named: str, extreme: re.Match[str] | None) -> Found:
    """The items, first those at the end of the order that is asked for."""
    table, is_owned = document.tables[rows[0].figure.table], len({item.above[0] for item in rows}) > 1
    lines = [_line(document, item, is_owned=is_owned) for item in rows[:MOST_ROWS]]
    head = [Line(wording.CLASS_ITEMS.format(table=plain(table.title), heading=named, count=len(rows)))]
    if extreme:
        numbers = [line.values[0].value for line in lines]
        best = max(numbers) if extreme[1] in "高多大" else min(numbers)
        chosen = [line for line, number in zip(lines, numbers, strict=True) if number == best]
        return join_lines(document, [Line(wording.CLASS_END.format(word=extreme[1])), *chosen, *head, *lines])
    return join_lines(document, [*head, *lines])


def _line(document: Document, item: _Item, *, is_owned: bool) -> Line:
    table, quantity = document.tables[item.figure.table], item.figure.quantity or Quantity(Decimal(0), "")
    name = f"{item.above[0]}，{item.name}" if is_owned else item.name
    amount = f"{plain(item.figure.value)}{quantity.unit}"
    cited = cite_table(document, table, f"{item.name}：{amount}", item.figure.place)
    return Line(wording.CLASS_ITEM.format(name=name, amount=amount), (Value(item.name, quantity.number, quantity.unit),), (cited,))
