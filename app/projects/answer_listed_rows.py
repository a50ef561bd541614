"""Purchases and projects of a list: those of a unit, a catalogue or a name, each with its amount, their sum, share or price a piece."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.answer import Answer
from app.documents.ask_back import ask_back
from app.forms.form_rows import FormRow, load_form_words, owner_key, read_rows
from app.forms.match_rows import bare
from app.forms.read_row_asks import strip
from app.forms.tell_rows import Line, join_lines, tell_computed, tell_row
from app.projects.share_of_project import SHARE_OF_PROJECT, share_of_project
from app.question.text_question import TextQuestion, asks_for
from app.telling import wording_forms as wording
from app.telling.calculation import add, divide, share
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found
from app.telling.wording_text import CUT_SHORT
from ingest.document import Document
from ingest.labels.table_words import GOODS_CODE
from ingest.quantity import Quantity
from retrieval.catalog import own_level_name
from retrieval.spelling.bound import bounds_in
from retrieval.spelling.label_key import fold, label_key

PURCHASES, SERVICES = re.compile(r"采购|购买服务"), re.compile(r"政府购买的?服务|购买服务(?!.{0,4}(?:经费|项目))")
SERVICE_LISTS, PROJECTS = re.compile(r"^(?!.*采购).*购买服务"), re.compile(r"项目支出(?!.*绩效)")
BUYS = re.compile(r"采购|买|购(?!物)|添置|配")
SPEAKS_OF_PROJECTS = re.compile(r"项目")
CATALOGUES = re.compile(
    r"(?:(?:采购)?(?:类[别型]|品目|目录|种类)(?:为|是|属于)+)?(货物|工程|服务)(?:类|采购)*"
    r"(?=”|的|类|$|[,?？]|里|中|一共|总共|合计|有|占|是|都|买|最|什么|哪)"
)
CLASS = re.compile(r"(?:[a-c]|\d+)?(?:货物|工程|服务)(?:类|采购)*", re.IGNORECASE)
CLASS_OF_LETTER = {"A": "货物", "B": "工程", "C": "服务"}  # of the national catalogue of what governments buy
EACH = re.compile(r"(?:一|每)(?:台套|台|套|箱|件|个|张|辆|把|部|批|本|支|架|株|棵|具|副|盏|根|块|组|床|吨|公里|平方米)(?!共|合)|单价")
TOGETHER = re.compile(r"加总|加(?:在)?一(?:块|起)|加起来|合计|总共|一共|总和|之和|合起来|相加|求和|总计|共")
SHARE = re.compile(r"占.{0,14}(?:百分之(?:几|多少)|比例|比重|多少|几成|百分比)")
OF_CLASS = re.compile(r"占(?:了|到)?[^,;?]{0,8}(?:货物|工程|服务)")
OTHER_WHOLE = re.compile(r"占[^,;?采购]{0,10}(?:支出|收入|预算|资金)(?!采购)")  # a share in more than what is bought
NO_PROJECTS = re.compile(  # of all that it has
    r"占(?:了|到)?(?![^,;?]*项目)[^,;?]{0,10}?(?:收入|支出|预算|自己|自身|它|其|本单位|该单位|本[级局中])"
)
OF_UNIT = re.compile(r"占(?:了|到)?(?:自己|自身|其|它|本单位|该单位|中心|站|队|所|院|校|(?:局|机关)?本级)的?(?!全部门)")
OF_DEPARTMENT = re.compile(r"(?:全|整个|所在)(?:部门|局|系统)")
BELONGS = re.compile(r"名下|归|属于|所属|由")
MONEY_BEFORE = re.compile(r"多少(?:钱|万元|万|元)|金额|预算(?:是|为)?多少|安排(?:了)?多少")
EXTREME, LOW = re.compile(r"最(?P<way>花钱|便宜|[多高大贵少低小])的?"), ("少", "低", "小", "便宜")
OWN_LEVEL_ALONE, SHORTEST_UNIT = re.compile(r"(?:[局委厅]|部门)?(?:本级|机关)"), 4
ALL, ROUNDING = re.compile(r"合计|总计"), Decimal("0.01")  # each printed amount may be rounded
MOST_ROWS, LONG_HEADING, SHORTEST_PART = 12, 4, 3


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows that are asked for, of all that the list has, and what is asked of them."""

    rows: tuple[FormRow, ...]
    all_rows: tuple[FormRow, ...]
    text: str
    is_named: bool
    is_of_unit: bool = False


def answer_purchases(asked: TextQuestion) -> Answer | None:
    """What is bought, of an item, a catalogue or a unit; None where a word remains that none of them explains."""
    if asks_for(asked, "reason") or not (BUYS.search(fold(asked.rest)) or EACH.search(fold(asked.rest))):
        return None
    founds = [found for document in asked.documents if (found := _purchases(document, asked))]
    is_of_any = not asked.choice.organizations and bool(CATALOGUES.search(fold(asked.rest)))  # each document tells of its own
    if is_of_any and len(asked.documents) > 1:
        return ask_back(asked.question, [document.info for document in asked.documents])
    return offer_founds(asked, founds)


def answer_unit_projects(asked: TextQuestion) -> Answer | None:
    """The projects of one unit: how much they come to and their share of all; None where no unit is named."""
    if not SPEAKS_OF_PROJECTS.search(fold(asked.rest)) or len(asked.choice.units) != 1 or SERVICES.search(fold(asked.rest)):
        return None
    founds = [found for document in asked.documents if (found := _projects(document, asked))]
    return offer_founds(asked, founds)


def answer_next_project(asked: TextQuestion) -> Answer | None:
    """The amount of another project where a question follows on one for an amount and says but a part of its name (“质保金那个呢”)."""
    words = strip(load_form_words().listed.sub("", fold(asked.rest)))
    if not asked.earlier or not MONEY_BEFORE.search(asked.earlier[-1]) or len(bare(words)) < SHORTEST_PART or PURCHASES.search(asked.rest):
        return None
    founds = []
    for document in asked.documents:
        rows = [row for row in read_rows(document, PROJECTS) if row.cell("amount") and bare(words) in bare(row.name)]
        if len({bare(row.name) for row in rows}) == 1:
            table = Line(wording.IN_TABLE.format(table=plain(rows[0].table.title)))
            founds.append(join_lines(document, [table, tell_row(rows[0], ("amount",))]))
    return offer_founds(asked, founds)


def _purchases(document: Document, asked: TextQuestion) -> Found | None:
    text, units = fold(asked.rest), asked.choice.units
    rows = [row for row in _of_lists(document, is_of_services=SERVICES.search(text) is not None) if row.cell("amount")]
    text = SERVICES.sub("购买", text)
    of_unit = rows_of_units(rows, units, document) if units else rows
    kinds = set(CATALOGUES.findall(text))
    goods = rows_of_goods(of_unit, text)
    named = [row for row in of_unit if bare(row.name) in bare(text) and len(bare(row.name)) > 1] or list(goods)
    longest = max((len(row.name) for row in named), default=0)
    heading = max((one for row in of_unit for one in row.headings if len(one) >= LONG_HEADING and fold(one) in text), key=len, default="")
    if heading and not _is_of_buying(text.replace(fold(heading), "~")):
        return None  # the whole project and not what it buys
    if OF_CLASS.search(text) and (named or heading):
        return None  # a share in what is bought of that class alone
    if OTHER_WHOLE.search(SHARE_OF_PROJECT.sub("占", text) if heading else text):
        return None
    under = [row for row in of_unit if heading in row.headings] if heading else []
    named = under or [row for row in named if len(row.name) == longest]
    if named and not heading and not BUYS.search(text.replace(fold(named[0].name), "~")) and _is_project(document, named[0].name):
        return None
    of_kind = [row for row in of_unit if len(kinds) == 1 and all(kind in _catalogue(row) for kind in kinds)]
    chosen = named or of_kind or (of_unit if units and not kinds and BUYS.search(text) else [])
    words = EXTREME.sub("~", text.replace(fold(heading or named[0].name), "~") if named else CATALOGUES.sub("~", text))
    words = SHARE.sub("~", SHARE_OF_PROJECT.sub("~", words))
    if not chosen or is_unexplained(words) or (units and len(of_unit) == len(rows) and len({row.owner for row in rows}) > 1):
        return None
    listed = tuple(row for row in rows if row.table.index == chosen[0].table.index)  # another list may tell the same purchases again
    return _tell(document, Listed(tuple(chosen), listed, text, bool(named), is_of_unit=bool(units)))


def _of_lists(document: Document, *, is_of_services: bool) -> list[FormRow]:
    """The rows of the lists of services that a government buys from others, or of the lists of its purchases, of any where it has none."""
    if is_of_services:
        return list(read_rows(document, SERVICE_LISTS))
    rows = read_rows(document, PURCHASES)
    return [row for row in rows if not SERVICE_LISTS.search(row.table.title)] or list(rows)


def rows_of_goods(rows: Sequence[FormRow], text: str) -> tuple[FormRow, ...]:
    """The rows of the goods that a text names by their name in the catalogue (A02370000某设备), each called by that."""
    called = [(row, goods_of(row)) for row in rows]
    held = [(row, name) for row, name in called if len(bare(name)) > 1 and bare(name) in bare(text)]
    longest = max((len(name) for _, name in held), default=0)
    return tuple(replace(row, name=name) for row, name in held if len(name) == longest)


def goods_of(row: FormRow) -> str:
    """What is bought by a row, where its code in the catalogue stands before the name; empty where none does."""
    labels = (plain(label) for label in row.cells[0][1].row)
    return next((GOODS_CODE.sub("", label).strip() for label in labels if GOODS_CODE.match(label)), "")


def _is_project(document: Document, name: str) -> bool:
    """Whether a list of projects has one of this name: the whole of it is another amount than what it buys."""
    rows = read_rows(document, PROJECTS)
    return any(bare(row.name) == bare(name) and row.cell("amount") for row in rows)


def _is_of_buying(text: str) -> bool:
    """Whether words speak of what is bought, of its class or of its price a piece."""
    return any(pattern.search(text) for pattern in (BUYS, EACH, CATALOGUES))


def _projects(document: Document, asked: TextQuestion) -> Found | None:
    rows = [row for row in read_rows(document, PROJECTS) if row.cell("amount")]
    rows = [row for row in rows if row.owner and row.table.index == rows[0].table.index]
    text = fold(asked.rest)
    chosen = rows_of_units(rows, asked.choice.units, document)
    is_asked = (TOGETHER.search(text) or SHARE.search(text)) and not NO_PROJECTS.search(text) and not bounds_in(text)
    if not chosen or len(chosen) == len(rows) or not is_asked or is_unexplained(SHARE.sub("~", BELONGS.sub("~", text))):
        return None
    return _tell(document, Listed(tuple(chosen), tuple(rows), text, False))


def rows_of_units(rows: Sequence[FormRow], units: Sequence[str], document: Document) -> list[FormRow]:
    """The rows of these units, those that bear the department's own name for its own level; none where one unit has no row."""
    own_level, department = own_level_name(document.info), label_key(document.info.organization or "")
    printed = {owner_key(row.owner) for row in rows}
    owners = [
        {label_key(unit), *([department] if unit == own_level else []), *_shortened(unit, printed, is_own_level=unit == own_level)}
        for unit in units
    ]
    chosen = [row for row in rows if any(owner_key(row.owner) in names for names in owners)]
    return chosen if all(any(owner_key(row.owner) in names for row in chosen) for names in owners) else []


def _shortened(unit: str, printed: Collection[str], *, is_own_level: bool) -> set[str]:
    """How a table names a unit without its place (某管理中心 for 某市某管理中心), or the department's own level."""
    if is_own_level:
        return {one for one in printed if OWN_LEVEL_ALONE.fullmatch(one)}
    fitting = {one for one in printed if len(one) >= SHORTEST_UNIT and label_key(unit).endswith(one)}
    return fitting if len(fitting) == 1 else set()


def _catalogue(row: FormRow) -> str:
    """What says of which class a row is: the cell that is a class's name and nothing else, its code in the catalogue, or its headings."""
    told = [row.shown("catalogue"), *row.headings]
    named = [one for one in told if CLASS.fullmatch(fold(one))]
    coded = [CLASS_OF_LETTER[label[0]] for label in row.cells[0][1].row if GOODS_CODE.match(plain(label))]
    return "、".join(named or coded or told)


def is_unexplained(text: str) -> bool:
    """Whether words remain that neither a column, an operation nor the listing explains."""
    for role in load_form_words().roles:
        text = role.asked.sub("~", text)
    listed = load_form_words().listed
    return len(bare(listed.sub("", strip(listed.sub("", text))))) > 1


def _tell(document: Document, listed: Listed) -> Found | None:
    """What is computed of the rows, then the rows with their cells."""
    rows, quantities = listed.rows, [quantity for row in listed.rows if (quantity := row.quantity("amount"))]
    if len(quantities) != len(rows) or len({row.table.index for row in rows}) != 1:
        return None
    each = _each(rows) if EACH.search(listed.text) and not rows[0].cell("price") else None
    if EACH.search(listed.text) and not (each or rows[0].cell("price")):
        return None
    total = add(quantities)
    listed = replace(listed, all_rows=tuple(row for row in listed.all_rows if row.table.index == rows[0].table.index))
    head = [each] if each else [tell_computed(wording.TOGETHER, total, wording.SUM)] if len(rows) > 1 else []
    asks_share = SHARE.search(listed.text) or (listed.is_named and SHARE_OF_PROJECT.search(listed.text))
    shared = _share_of(listed, total.result) if asks_share else []
    if asks_share and not shared:
        return None
    head += shared
    if extreme := EXTREME.search(listed.text):
        head, rows = _at_the_end(rows, quantities, is_lowest=extreme["way"] in LOW)
    template = wording.OWNED_ROW if len({row.owner for row in rows}) > 1 else wording.PLAIN_ROW
    table = Line(wording.IN_TABLE.format(table=plain(rows[0].table.title)))
    lines = [tell_row(row, ("quantity", "price", "amount"), template) for row in rows[:MOST_ROWS]]
    return join_lines(document, [*head, table, *lines, *([Line(CUT_SHORT)] if len(rows) > MOST_ROWS else [])])


def _at_the_end(rows: Sequence[FormRow], quantities: Sequence[Quantity], *, is_lowest: bool) -> tuple[list[Line], tuple[FormRow, ...]]:
    """The rows of the greatest amount, or of the least, with a line that says so."""
    end = (min if is_lowest else max)(quantity.number for quantity in quantities)
    line = Line(wording.AT_THE_END.format(way="最低" if is_lowest else "最高", count=len(rows)))
    return [line], tuple(row for row, quantity in zip(rows, quantities, strict=True) if quantity.number == end)


def _share_of(listed: Listed, total: Quantity) -> list[Line]:
    if listed.is_named and SHARE_OF_PROJECT.search(listed.text):
        return share_of_project(listed.rows, total)
    owners = {row.owner for row in listed.rows}
    own = [row for row in listed.all_rows if row.owner in owners]
    # a unit's own purchases are another whole
    is_narrower = listed.is_of_unit and len(owners) == 1 and len(listed.rows) < len(own) < len(listed.all_rows)
    lines = [] if is_narrower and OF_UNIT.search(listed.text) else _share_of_rows(total, listed.all_rows, wording.SHARE, wording.SHARE_OF)
    if not is_narrower or OF_DEPARTMENT.search(listed.text):
        return lines
    return [*_share_of_rows(total, own, wording.SHARE_OF_UNIT, wording.UNIT_SHARE, unit=owners.pop()), *lines]


def _share_of_rows(total: Quantity, rows: Sequence[FormRow], template: str, label: str, **parts: object) -> list[Line]:
    """The share of the amounts of these rows, in a sentence; none where their table prints another total for all of them."""
    if template == wording.SHARE and _is_printed_otherwise(rows):
        return []
    computed = share(total, add([quantity for row in rows if (quantity := row.quantity("amount"))]).result)
    return [tell_computed(template, computed, label.format(**parts), **parts)] if computed else []


def _is_printed_otherwise(rows: Sequence[FormRow]) -> bool:
    """Whether the only total row of the table of these rows does not print what their amounts come to."""
    amounts = [figure for row in rows if (figure := row.cell("amount"))]
    column, table = amounts[0].col, rows[0].table.index
    ends = [one for one in rows[0].document.figures if one.table == table and one.col == column and len(one.row) == 1]
    totals = {one.quantity for one in ends if one.quantity and ALL.fullmatch(label_key(one.row[0]))}
    summed = add([one.quantity for one in amounts if one.quantity]).result
    return len(totals) == 1 and abs(totals.pop().number - summed.number) > ROUNDING * len(amounts)


def _each(rows: Sequence[FormRow]) -> Line | None:
    """The price a piece of the only row."""
    amount, count = rows[0].quantity("amount"), rows[0].quantity("quantity")
    computed = divide(amount, count) if len(rows) == 1 and amount and count and count.unit != "批" else None
    return tell_computed(wording.EACH, computed, wording.PRICE, name=rows[0].name) if computed else None
