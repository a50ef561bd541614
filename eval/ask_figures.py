"""Questions for cells of tables: one amount, sums and differences of two, which of two is larger."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from random import Random

from eval.gold import Expectation, GoldValue
from eval.invented import InventedFigure, InventedTable
from eval.question_draft import Draft, Filed, Templates, asker, cell_name, cell_places, is_plain_cell, short_title, worded

CELL: Templates = {
    "正式": ("请说明{who}《{table}》所列“{row}”{of}为多少？", "{who}，《{table}》中“{row}”{of}的金额是多少？"),
    "口语": ("{who}那张{table}上，{row}{of}写的是多少", "帮我看下{who}的{table}，{row}{of}多少钱"),
    "客气": ("您好，麻烦查一下{who}《{table}》里{row}{of}是多少，谢谢！", "劳驾，{who}{table}中{row}{of}有多少？"),
    "简短": ("{who} {table} {row}{of}", "{who}《{table}》{row}{of}？"),
}
TOTAL: Templates = {
    "正式": ("{who}《{table}》中{column}的合计数是多少？", "{who}，按《{table}》，{column}共计多少？"),
    "口语": ("{who}的{table}，{column}那列加起来是多少钱",),
    "简短": ("{who} {table} {column}合计",),
}
SUM: Templates = {
    "正式": ("{who}，《{table}》中“{a}”与“{b}”{of}两项之和是多少？",),
    "口语": ("{who}{table}里{a}跟{b}{of}加一块是多少？", "{who}{table}上{a}和{b}{of}总共多少钱"),
    "客气": ("请帮忙算算{who}《{table}》里，{a}加上{b}{of}一共是多少。",),
}
DIFFERENCE: Templates = {
    "正式": ("{who}，《{table}》中“{a}”{of}与“{b}”{of}哪一项金额较大？相差多少？",),
    "口语": ("{who}{table}里，{a}和{b}{of}谁花得多，多多少？", "{who}的{table}，{a}{of}比{b}多还是少，差多少"),
    "简短": ("{who}{table}：{a}、{b}{of}哪个大，大多少",),
}
SHARE: Templates = {
    "正式": ("{who}，《{table}》中“{a}”{of}占合计的比重是多少？",),
    "口语": ("{who}{table}里{a}{of}占了总数的百分之几？",),
}
# rows that are no item: nobody adds them to one, for they hold it or are no income or spending
NO_ITEM = re.compile(r"合计|总计|小计|结转|结余|^本年(?:收入|支出)$")


def ask_figures(random: Random, filed: Filed) -> list[Draft]:
    """One question of each kind for every table that has cells for it."""
    drafts: list[Draft] = []
    for table in filed.document.tables:
        cells = [figure for figure in table.figures if is_plain_cell(table, figure) and cell_name(figure) != ("", "")]
        cells = [one for one in cells if not set(cell_name(one)) & filed.contradicted and not filed.is_doubtful(one)]
        rows = telling(table, [figure for figure in cells if figure.row and cell_name(figure)[0] not in ("合计", "总计")])
        drafts += [ask_cell(random, filed, table, figure) for figure in random.sample(rows, min(2, len(rows)))]
        totals = telling(table, [figure for figure in cells if cell_name(figure)[0] == "合计" and cell_name(figure)[1]])
        drafts += [ask_total(random, filed, table, figure) for figure in random.sample(totals, min(1, len(totals)))]
        drafts += ask_pairs(random, filed, table, [one for one in rows if is_item(filed, one)])
    return drafts


def is_item(filed: Filed, figure: InventedFigure) -> bool:
    """Whether a row is one item among others: no total, nothing carried over, not the whole department."""
    label = cell_name(figure)[0]
    return not NO_ITEM.search(label) and label != filed.document.organization


def is_apart(one: InventedFigure, other: InventedFigure) -> bool:
    """Whether neither of two rows is a part of the other: no code continues the other's."""
    first, second = sorted((re.sub(r"\D", "", figure.row[0]) for figure in (one, other)), key=len)
    return not first or len(first) == len(second) or not second.startswith(first)


def telling(table: InventedTable, cells: list[InventedFigure]) -> list[InventedFigure]:
    """The cells that differ from both their neighbours in the row, so that only the right column answers; all where none does."""
    values = {figure.cell: figure.value for figure in table.figures}
    kept = [one for one in cells if one.value not in (values.get((one.cell[0], one.cell[1] + step)) for step in (-1, 1))]
    return kept or cells


def of_column(figure: InventedFigure) -> str:
    """“的…” for the column, or nothing where the column says nothing."""
    words = cell_name(figure)[1]
    return f"的{words}" if words and words != cell_name(figure)[0] else ""


def number(figure: InventedFigure) -> Decimal:
    """The printed amount as a number."""
    return Decimal(figure.value.replace(",", ""))


def plain(amount: Decimal) -> str:
    """A number as known answers write it."""
    return format(amount, "f")


def ask_cell(random: Random, filed: Filed, table: InventedTable, figure: InventedFigure) -> Draft:
    """A question for one cell by table, row and column."""
    document = filed.document
    who = asker(random, document)
    style, question = worded(random, CELL, who=who, table=short_title(table.title), row=cell_name(figure)[0], of=of_column(figure))
    expect = Expectation("answered", (GoldValue(plain(number(figure)), figure.unit),), year=document.year)
    return Draft("lookup_table", style, question, expect, cell_places(filed, table, figure))


def ask_total(random: Random, filed: Filed, table: InventedTable, figure: InventedFigure) -> Draft:
    """A question for a column's 合计."""
    style, question = worded(random, TOTAL, who=asker(random, filed.document), table=short_title(table.title), column=cell_name(figure)[1])
    expect = Expectation("answered", (GoldValue(plain(number(figure)), figure.unit),), year=filed.document.year)
    return Draft("lookup_table", style, question, expect, cell_places(filed, table, figure))


def ask_pairs(random: Random, filed: Filed, table: InventedTable, rows: list[InventedFigure]) -> list[Draft]:
    """Sum, difference and share of two cells of one column."""
    columns: dict[tuple[str, ...], list[InventedFigure]] = {}
    for figure in rows:
        if number(figure):
            columns.setdefault(figure.col, []).append(figure)
    wide = [pairs for figures in columns.values() if (pairs := [pair for pair in combinations(figures, 2) if is_apart(*pair)])]
    if not wide:
        return []
    pair = random.choice(random.choice(wide))
    first, second = random.sample(pair, 2)
    drafts = [ask_sum(random, filed, table, first, second)]
    if number(first) != number(second):
        drafts.append(ask_difference(random, filed, table, first, second))
    totals = [one for one in table.figures if one.col == first.col and cell_name(one)[0] == "合计" and one.unit]
    if len(totals) == 1 and not filed.is_doubtful(totals[0]):
        drafts.append(ask_share(random, filed, table, first, totals[0]))
    return drafts


def ask_sum(random: Random, filed: Filed, table: InventedTable, first: InventedFigure, second: InventedFigure) -> Draft:
    """Two cells added."""
    slots = {"a": cell_name(first)[0], "b": cell_name(second)[0], "of": of_column(first)}
    style, question = worded(random, SUM, who=asker(random, filed.document), table=short_title(table.title), **slots)
    value = GoldValue(plain(number(first) + number(second)), first.unit)
    sources = (*cell_places(filed, table, first, "甲"), *cell_places(filed, table, second, "乙"))
    return Draft("derived", style, question, Expectation("answered", (value,), year=filed.document.year), sources)


def ask_difference(random: Random, filed: Filed, table: InventedTable, first: InventedFigure, second: InventedFigure) -> Draft:
    """Which of two cells is larger, and by how much."""
    larger, smaller = sorted((first, second), key=number, reverse=True)
    slots = {"a": cell_name(first)[0], "b": cell_name(second)[0], "of": of_column(first)}
    style, question = worded(random, DIFFERENCE, who=asker(random, filed.document), table=short_title(table.title), **slots)
    expect = Expectation(
        "answered",
        (GoldValue(plain(number(larger) - number(smaller)), first.unit),),
        larger=equal_labels(table, larger),
        smaller=equal_labels(table, smaller),
        year=filed.document.year,
    )
    sources = (*cell_places(filed, table, first, "甲"), *cell_places(filed, table, second, "乙"))
    return Draft("compare", style, question, expect, sources)


def equal_labels(table: InventedTable, figure: InventedFigure) -> tuple[str, ...]:
    """The cell's row label, and those of other rows with the same amount in its column: either may be told."""
    twins = [cell_name(other)[0] for other in table.figures if (other.col, other.value) == (figure.col, figure.value)]
    return tuple(dict.fromkeys((cell_name(figure)[0], *twins)))


def ask_share(random: Random, filed: Filed, table: InventedTable, figure: InventedFigure, total: InventedFigure) -> Draft:
    """A cell's share in the total of its column, two decimals."""
    share = (number(figure) * 100 / number(total)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    slots = {"a": cell_name(figure)[0], "of": of_column(figure)}
    style, question = worded(random, SHARE, who=asker(random, filed.document), table=short_title(table.title), **slots)
    sources = (*cell_places(filed, table, figure, "部分"), *cell_places(filed, table, total, "合计"))
    return Draft("derived", style, question, Expectation("answered", (GoldValue(plain(share), "%"),), year=filed.document.year), sources)
