"""Which projects a fund pays for (“财政专户的钱拿去做哪个项目”, “哪个项目的钱不是财政拨款”): the rows with money in its column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.answer import Answer, Value
from app.forms.form_rows import FormRow, read_rows
from app.forms.tell_rows import Line, join_lines, tell_computed
from app.projects.carried_over import APART, carried_over
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.calculation import add
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from app.telling.tell_left_open import without_further
from ingest import late_re as re
from ingest.document import Document, Figure
from ingest.quantity import convert_money, parse_quantity
from retrieval.spelling.label_key import fold, is_total, label_key

PROJECTS = re.compile(r"项目支出|支出项目|项目.{0,6}预算|项目.{0,6}明细")
ASKED = re.compile(
    r"(?:哪|什么|啥)(?:一|几)?(?:些|个)?(?:的)?项目|(?:几|多少)个项目"
    r"|项目(?:一共|总共|共|都|分别)?(?:有|是|包括)?(?:哪些|哪几个|什么|几个|多少个)"
)
TOGETHER = re.compile(r"几个|多少个|合计|一共|总共|总计|加起来|共计|共(?=多少)")
RANKED = re.compile(r"最|第[一二三]|占|比|超过|以[上下]|平均|为(?:什么|何|啥)|原因|目标|指标|自评|采购")
NOT_FISCAL = re.compile(
    r"(?:不是|不属于|不靠|不算|非)(?:由|用|走)?(?:本级|本年|当年|县|区|市)?财政(?:拨款|拨付|资金|给|出|安排|的钱)*(?:来的|给的|出的|安排的|的)?"
)
NOT_FISCAL_COLUMNS = re.compile(r"财政专户|事业收入|经营收入|单位资金|其他(?:资金|收入)|捐赠|上级补助|附属单位|自筹")
FUND_COLUMN = re.compile(NOT_FISCAL_COLUMNS.pattern + r"|基金|一般公共预算|国有资本|结转|专项债|拨款")
# How a fund is asked for, and the headers of the columns that give its money; the first that fits counts.
FUNDS = tuple(
    (re.compile(asked), re.compile(header))
    for asked, header in (
        (NOT_FISCAL.pattern, NOT_FISCAL_COLUMNS.pattern),
        (r"一般公共预算(?:拨款|财政拨款)?", r"一般公共预算"),
        (r"政府性基金(?:预算)?(?:拨款|收入|财政拨款)?", r"政府性基金"),
        (r"国有资本(?:经营)?(?:预算)?(?:拨款|收入)?", r"国有资本"),
        (r"财政专户(?:管理)?(?:资金|拨款|收入)?", r"财政专户"),
        (r"(?:上年|以前年度|去年)?(?:的)?结转(?:和)?(?:结余)?(?:资金|下来|过来)?", r"结转"),
        (r"事业(?:收入|资金)(?:资金)?", r"事业收入"),
        (r"单位(?:自有)?资金", r"单位资金"),
        (r"其他(?:资金|收入)", r"其他(?:资金|收入)"),
    )
)
GRANTED = re.compile(r"拨款|收入|本年|当年")
AMOUNT = re.compile(r"\d[\d,.]*(?:万元|亿元|元|万)")
TALK = re.compile(
    r"预算|决算|支出表?|部门|单位|年初|全年|今年|本年|里面?|中|那|这|笔|块|部分|的|了|都|又|是|被|把|只|给|钱|资金|款|经费|拿去?|来|去|到|用[于来在到]?|花[在到]?|做|干|搞|投|"
    r"安排|分别|各|有|多少|几|万?元|一共|总共|呢|吗|啊|属于|归|哪一?[个家]?单位|哪一?个|什么|哪些|项目|上|身上|所在|表"
)


@dataclass(frozen=True, slots=True)
class _Paid:
    """A project's row with the cell that tells what the fund pays for it."""

    row: FormRow
    figure: Figure


def answer_fund_projects(asked: TextQuestion) -> Answer | None:
    """The projects with what the fund pays for each; None where none is asked for or no list gives its money project by project."""
    text = fold(without_further(asked.rest))
    fund = next(((said, header) for said, header in FUNDS if said.search(text)), None)
    if fund is None or not ASKED.search(text) or RANKED.search(text):
        return None
    amounts, asks_sum = AMOUNT.findall(text), TOGETHER.search(text) is not None
    if re.sub(r"[\W_]", "", TALK.sub("", AMOUNT.sub("", fund[0].sub("", TOGETHER.sub("", ASKED.sub("", text)))))):
        return None  # something else is named
    apart = None if GRANTED.search(text) else APART.search(text)
    carried = apart[0] if apart and not asked.choice.units else ""
    found = (_find(document, fund[1], amounts, asked.choice.units, carried, asks_sum=asks_sum) for document in asked.documents)
    return offer_founds(asked, [one for one in found if one])


def _find(
    document: Document, header: re.Pattern[str], amounts: Sequence[str], units: Sequence[str], carried: str, *, asks_sum: bool
) -> Found | None:
    paid = _paid(document, header)
    paid = _with_carried(document, carried, paid) if carried and paid else paid
    paid = [one for one in paid if not units or label_key(one.row.owner) in map(label_key, units)]
    if not paid or not _come_to(paid, amounts):
        return None
    money = [one.figure.quantity for one in paid if one.figure.quantity and one.figure.quantity.is_money]
    if asks_sum and len(money) != len(paid):
        return None
    total = [tell_computed(wording.SO_MANY_TOGETHER, add(money), wording.SUM, count=len(paid))] if asks_sum and len(paid) > 1 else []
    return join_lines(document, [*total, *(tell_paid(one.row, one.figure) for one in paid)])


def _paid(document: Document, header: re.Pattern[str]) -> list[_Paid]:
    """The projects of the first list that has a column of the fund."""
    cells: dict[tuple[int, int], Figure] = {}
    for figure in document.figures:
        if figure.col and header.search(label_key(" ".join(figure.col))) and figure.quantity and figure.quantity.number:
            cells.setdefault((figure.table, figure.cell[0]), figure)
    rows = [row for row in read_rows(document, PROJECTS) if row.cells]
    paid = [_Paid(row, cell) for row in rows if (cell := cells.get((row.table.index, row.cells[0][1].cell[0])))]
    return [one for one in paid if one.row.table is paid[0].row.table]


def _with_carried(document: Document, fund: str, paid: list[_Paid]) -> list[_Paid]:
    """The projects with those that spend what the fund carried over."""
    table = paid[0].row.table.index
    cells = {one.cell[0]: one for one in carried_over(document, table, fund, [one.figure for one in paid])}
    rows = [row for row in read_rows(document, PROJECTS) if row.cells and row.table.index == table]
    return [*paid, *(_Paid(row, cells[place]) for row in rows if (place := row.cells[0][1].cell[0]) in cells)]


def _come_to(paid: Sequence[_Paid], amounts: Sequence[str]) -> bool:
    """Whether the amounts that the question gives are those of the projects, or what they come to."""
    own = [convert_money(one.figure.quantity, "元").number for one in paid if one.figure.quantity and one.figure.quantity.is_money]
    given = [parse_quantity(re.sub(r"(?<=[万亿])$", "元", amount)) for amount in amounts]
    return all(one is not None and convert_money(one, "元").number in {*own, sum(own)} for one in given)


def funds_of(row: FormRow) -> list[Figure]:
    """The cells of a project's row that give money of one fund each; its amount where its whole table is of one fund."""
    place = row.table.index, row.cells[0][1].cell[0]
    cells = [one for one in row.document.figures if (one.table, one.cell[0]) == place and one.quantity and one.quantity.number]
    funds = [one for one in cells if one.col and FUND_COLUMN.search(label_key(" ".join(one.col))) and not is_total(label_key(one.col[-1]))]
    return funds or [one for one in cells[:1] if FUND_COLUMN.search(label_key(row.table.title))]


def tell_paid(row: FormRow, figure: Figure) -> Line:
    """A project with what one fund pays for it."""
    quantity = figure.quantity
    header = "·".join(plain(part) for part in figure.col)
    unit = quantity.unit if quantity else ""
    cell = wording.CELL.format(column=header, value=f"{plain(figure.value)}{unit}")
    text = wording.OWNED_TABLE_ROW.format(table=plain(row.table.title), owner=plain(row.owner), name=plain(row.name), cells=cell)
    values = (Value(f"{plain(row.name)}·{header}", quantity.number, quantity.unit),) if quantity else ()
    return Line(text, values, (cite_table(row.document, row.table, f"{row.name}：{figure.value}", figure.place),))
