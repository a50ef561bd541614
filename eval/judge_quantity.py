"""Whether a look-up answer gives the known number to another quantity: a change, an amount for each, another item, no item at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eval.directions import CHANGE_ASKED, DOWN, UP
from eval.fold import fold
from eval.judge_labels import NAMED, SEGMENT
from eval.reading import Reading, is_value, statements_of
from eval.stated_figures import YUAN, Stated

CHANGE_BEFORE = re.compile(rf"(?:{'|'.join((*UP, *DOWN))})了?\s*$")
EACH_BEFORE = re.compile(r"(?:每(?!年)|人均|户均|月均|日均|平均)[^\d、,。;:]{0,4}$")
EACH_AFTER = re.compile(r"\s*(?:/|每)\s*(?:人|月|天|日|次|户|个|辆)")
EACH_ASKED = re.compile(r"每|均|标准|单价|/")
SEPARATED = re.compile(r"[\s、,;。和及与]*")
OWNER = re.compile(r"^.*(?:年度?|局|委员会|厅|中心|院|所|的|中)(?=..)")
LEAST_IN_A_ROW = 3


def wrong_quantity(reading: Reading) -> list[str]:
    """Why known numbers are no answer: everywhere they are said to be a change or an amount for each, which is not asked for."""
    question, expect = " ".join((reading.question.question, *reading.question.history)), reading.question.expect
    is_change = CHANGE_ASKED.search(question) or any({*UP, *DOWN}.intersection(group) for group in expect.any_of)
    found = []
    for value in expect.values:
        stated = [figure for _, figure in statements_of(value, reading)]
        if stated and value.unit in YUAN and not is_change and all(CHANGE_BEFORE.search(figure.before) for figure in stated):
            found.append(f"{value.value}{value.unit} 说成了增减的数")
        if stated and not EACH_ASKED.search(question) and all(map(is_for_each, stated)):
            found.append(f"{value.value}{value.unit} 说成了平均的数")
    return found


def is_for_each(figure: Stated) -> bool:
    """Whether a figure is told of each person, month or the like."""
    return bool(EACH_BEFORE.search(figure.before) or EACH_AFTER.match(figure.after))


def nameless(reading: Reading) -> list[str]:
    """Why known numbers are no answer though they are stated: each only as one of a longer row of amounts without names."""
    rows = [row for row in rows_of(reading) if len(row) >= max(LEAST_IN_A_ROW, len(reading.question.expect.values) + 2)]
    found = []
    for value in reading.question.expect.values:
        stated = [figure for _, figure in statements_of(value, reading)]
        if stated and all(any(figure in row for row in rows) for figure in stated):
            found.append(f"{value.value}{value.unit} 夹在一串没有名称的数里")
    return found


def misnamed(reading: Reading) -> list[str]:
    """Why known numbers are no answer: each stands with an item that is not asked for, and the one asked for with another number."""
    question = fold(" ".join((reading.question.question, *reading.question.history)))
    named = [(figure, item) for figure in reading.figures if figure.is_amount and (item := item_before(figure))]
    found = []
    for value in reading.question.expect.values:
        items = [item_before(figure) for _, figure in statements_of(value, reading)]
        others = [item for figure, item in named if item in question and not is_value(figure, value, reading)]
        if others and items and all(item and item not in question for item in items):
            found.append(f"{value.value}{value.unit} 说成了“{items[0]}”的数")
    return found


def item_before(figure: Stated) -> str:
    """The item that is named directly before a figure, without a year or an organisation before it."""
    item = NAMED.search(SEGMENT.split(figure.before)[-1])
    return OWNER.sub("", item["name"]) if item else ""


def rows_of(reading: Reading) -> Iterator[list[Stated]]:
    """The amounts that follow one another with nothing but punctuation between them."""
    row: list[Stated] = []
    for figure in (one for one in reading.figures if one.is_amount):
        if row and not SEPARATED.fullmatch(reading.told, row[-1].at + row[-1].end - row[-1].offset, figure.at):
            yield row
            row = []
        row.append(figure)
    yield row
