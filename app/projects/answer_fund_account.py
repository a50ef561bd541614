"""What a fund of the government began the year with, took in, spent and has left, from the one table that is of nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.answer import Answer, Value
from app.forms.tell_rows import Line, join_lines
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from ingest import late_re as re
from ingest.document import Document, Figure
from ingest.labels.row_codes import CODE
from retrieval.spelling.label_key import fold, is_total, label_key

FUND = re.compile(r"(政府性基金|国有资本经营)(?:预算)?(?:财政拨款)?(?:预算)?")
LEFT = r"(?:财政拨款)?(?:结转和结余|结转结余|结转|结余|结存)(?:资金)?"
# What is asked for, and the column of the table that prints it, in the table's order; the first words that fit count.
COLUMNS = tuple(
    (re.compile(asked), re.compile(header))
    for asked, header in (
        (rf"(?:年初|期初|上年|上一年)的?(?:有|还)?{LEFT}(?:下来|过来)?", r"年初"),
        (r"(?:本年|当年|全年)?(?:的)?(?:收入|收(?=支)|收到|收了|收上来|进账)", r"本年收入"),
        (r"(?:本年|当年|全年)?的?(?:支出|支(?=各|分别|情况|是|多少)|花[了掉]?|用[了掉]|开支)", r"本年支出.*(?:小计|合计)$|本年支出$"),
        (rf"(?:年底|年末|期末|最后|到头)的?(?:还|又)?(?:有)?(?:{LEFT}|剩下?|余)|还?剩下?|没花完|没用完|{LEFT}", r"年末"),
    )
)
CLOSING = len(COLUMNS) - 1
WHICH = re.compile(r"是?(?:哪|什么)[一几]?[个些项]?(?:功能)?(?:分类)?(?:支出)?科目[上里]?(?:结转|剩|结余|留)?(?:下来)?的?")
TALK = re.compile(r"多少|万?元|资金|决算|分别|[一总]共|合计|以及|部门|单位|全?年度?|请问|[几钱款各是有为的了都和与及跟还又里中下到呢吗]")
TITLE = re.compile(r"决算")


def answer_fund_account(asked: TextQuestion) -> Answer | None:
    """The cells of the table's total row that are asked for, and which accounts hold what is left; None where anything else is named."""
    text = fold(asked.rest)
    fund = FUND.search(text)
    if fund is None or asked.choice.units:
        return None
    left, is_which = WHICH.subn("", FUND.sub("", text))
    columns = []
    for said, header in COLUMNS:
        columns += [header] if said.search(left) else []
        left = said.sub("", left)
    is_other = bool(re.sub(r"[\W_\d]", "", TALK.sub("", left)))
    if not columns or is_other or (is_which and columns != [COLUMNS[CLOSING][1]]):
        return None
    return offer_founds(asked, [found for one in asked.documents if (found := _find(one, fund[1], columns, bool(is_which)))])


def _find(document: Document, fund: str, columns: Sequence[re.Pattern[str]], is_which: bool) -> Found | None:
    cells = [one for one in document.figures if fund in (title := fold(document.tables[one.table].title)) and TITLE.search(title)]
    totals = [one for one in cells if one.row and is_total(label_key(one.row[-1])) and one.quantity]
    chosen = [[one for one in totals if header.search(label_key(" ".join(one.col)))] for header in columns]
    if any(len(found) != 1 for found in chosen):
        return None
    table = document.tables[totals[0].table]
    lines = [Line(wording.IN_TABLE.format(table=plain(table.title))), *(_line(document, fund, found[0]) for found in chosen)]
    if is_which:
        accounts = _accounts(cells, columns[0])
        none = Line(wording.NONE_LEFT, (Value(wording.ACCOUNTS_LEFT, Decimal(0), "个"),))
        lines += [_line(document, fund, one) for one in accounts] or [none]
    return join_lines(document, lines)


def _accounts(cells: Sequence[Figure], header: re.Pattern[str]) -> list[Figure]:
    """The cells of a column that hold money, in the rows of accounts that have none below them."""
    held = [one for one in cells if one.row and one.quantity and one.quantity.number and header.search(label_key(" ".join(one.col)))]
    coded = [one for one in held if CODE.fullmatch(one.row[0].strip())]
    codes = {one.row[0].strip() for one in cells if one.row}
    return [one for one in coded if sum(code.startswith(one.row[0].strip()) for code in codes) == 1]


def _line(document: Document, fund: str, figure: Figure) -> Line:
    """One cell with its row and its column."""
    quantity, table = figure.quantity, document.tables[figure.table]
    row = plain(" ".join(figure.row)) if CODE.fullmatch(figure.row[0].strip()) else fund
    column = plain("·".join(figure.col))
    unit = quantity.unit if quantity else ""
    shown = wording.CELL.format(column=column, value=f"{plain(figure.value)}{unit}")
    values = (Value(f"{row}·{column}", quantity.number, unit),) if quantity else ()
    quote = f"{' '.join(figure.row)}：{column} {figure.value}"
    return Line(wording.PLAIN_ROW.format(name=row, cells=shown), values, (cite_table(document, table, quote, figure.place),))
