"""What is bought for one project that is named or was just asked of (“其中采购多少”, “政府购买服务中…是多少”), of the table asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import LCSseq

from app.answer import Answer
from app.forms.form_rows import FormRow, read_rows
from app.forms.match_rows import bare, named_project
from app.forms.tell_rows import Line, join_lines, tell_computed, tell_row
from app.projects.answer_listed_rows import SERVICE_LISTS, goods_of, rows_of_units
from app.projects.share_of_project import PROJECTS, SHARE_OF_PROJECT, share_of_project
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.calculation import add
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from app.telling.wording_text import CUT_SHORT
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold

SERVICES = re.compile(r"(?:政府)?(?:向社会)?购买的?服务")
BUYS = re.compile(r"(?:政府)?采购|(?<!购)买")
OF_PURCHASES = re.compile(r"采购")
WITHIN = re.compile(r"其中|里面|当中|(?:这|该|此)(?:个|项)?(?:项目|专项)?|它")
OF_GOVERNMENT = re.compile(r"政府")
AMOUNT_ASKED, THING_ASKED = re.compile(r"多少|几(?:万|元)|金额|合计|总共|一共"), re.compile(r"什么|啥|哪些|哪几")
OTHERWISE = re.compile(
    r"最|货物类?|工程类|服务类|中小|小微|授予|预留|单价|数量|每|平均|增[加长减幅]|减[少幅]|上年|去年|比(?!例|重)|为什么|原因|单位|科目|目标|指标|自评|全部门|全局|[几多少]个|几项"
)
TALK = re.compile(
    r"20\d\d年度?|预算|决算|支出|金额|资金|经费|费用|总额|总共|一共|合计|多少|几|万?元|钱|项目|专项|用于|用来|部分|服务|东西|内容|什么|啥|哪些|哪几(?:项|样|个)?|那么?"
    r"|安排了?|是|有|为|花|要|的|了|吗|呢|里面?|中|当中|其中|这个?|该|此|它|都|又|具体|分别|说|表"
)
MOST_OF, SHORTEST, MOST_ROWS = 0.6, 4, 12


@dataclass(frozen=True, slots=True)
class _Demand:
    """What is asked: the words without those of asking, those asked before, of which tables, and what to tell."""

    text: str
    earlier: tuple[str, ...]
    tables: re.Pattern[str]
    kind: str
    units: tuple[str, ...]
    asks_share: bool


def answer_bought_of_project(asked: TextQuestion) -> Answer | None:
    """What the project's purchases come to, each of them, and their share of the project; None where a word names something else."""
    text = fold(asked.rest)
    asks_share = SHARE_OF_PROJECT.search(text) is not None
    said = SHARE_OF_PROJECT.sub("", text)
    services, buys = SERVICES.search(said), BUYS.search(said)
    if not (services or buys) or not (asks_share or AMOUNT_ASKED.search(text) or THING_ASKED.search(text)):
        return None
    tables, kind = (SERVICE_LISTS, wording.SERVICES) if services else (OF_PURCHASES, wording.PURCHASES)
    demand = _Demand(said, tuple(map(fold, asked.earlier)), tables, kind, asked.choice.units, asks_share)
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, demand))])


def _find(document: Document, demand: _Demand) -> Found | None:
    rows = [row for row in read_rows(document, demand.tables) if row.cell("amount")]
    projects = [row.project or row.name for row in read_rows(document, PROJECTS) if row.cell("amount")]
    called = dict.fromkeys([*projects, *(name for row in rows for name in _names(row))])
    project = _named(demand.text, list(called)) or _told_before(demand, projects)
    if not rows or project is None:
        return None
    own = [row for row in rows if bare(project) in map(bare, _names(row))]
    own = [row for row in own if row.table.index == own[0].table.index]
    if own and demand.units and any(row.owner for row in own):
        of_units = rows_of_units(own, demand.units, document)
        if not of_units or (demand.asks_share and len(of_units) < len(own)):
            return None  # other units buy it too
        own = of_units
    if own:
        return _tell(document, own, project, asks_share=demand.asks_share)
    if project not in projects:
        return None
    table, name = rows[0].table, plain(project)
    text = wording.NOT_BOUGHT.format(table=plain(table.title), name=name, kind=demand.kind)
    return Found(document, text, (cite_table(document, table, plain(table.title), rows[0].cells[0][1].place),))


def _names(row: FormRow) -> tuple[str, ...]:
    """What a purchase may be called by: the project that it is for, or what is bought."""
    return tuple(one for one in (row.project, row.name, *row.headings) if len(bare(one)) >= SHORTEST)


def _named(text: str, names: Sequence[str]) -> str | None:
    """The name that a text holds, or the only one that what it names is drawn from, where it says nothing else."""
    held = max((name for name in names if bare(name) in bare(text)), key=len, default="")
    left = text.replace(fold(held), "~", 1) if held and fold(held) in text else text
    if OTHERWISE.search(left):
        return None
    left = _left(left)
    if held:
        return held if not left or left in bare(held) else None
    alike = {bare(name): name for name in names if left[:1] == bare(name)[:1] and LCSseq.similarity(left, bare(name)) == len(left)}
    drawn = [name for key, name in alike.items() if len(left) >= max(SHORTEST, MOST_OF * len(key))]
    return drawn[0] if len(drawn) == 1 else None


def _told_before(demand: _Demand, projects: Sequence[str]) -> str | None:
    """The project that was asked of just before, where the question names nothing and means a part of that."""
    if OTHERWISE.search(demand.text) or not _is_bare(demand.text):
        return None
    if OF_GOVERNMENT.search(demand.text) and not (demand.asks_share or WITHIN.search(demand.text)):
        return None  # all that the body buys
    before = [one for one in demand.earlier if not _is_bare(one)]
    named = named_project(bare(before[-1]), projects) if before else None
    return named[0] if named else None


def _is_bare(text: str) -> bool:
    """Whether a question asks what is bought and names nothing."""
    is_bought = BUYS.search(text) or SERVICES.search(text)
    return bool(is_bought) and not _left(WITHIN.sub("", text))


def _left(text: str) -> str:
    """The words of a question that neither ask nor say that something is bought."""
    return bare(TALK.sub("", BUYS.sub("", SERVICES.sub("", text))))


def _tell(document: Document, rows: Sequence[FormRow], project: str, *, asks_share: bool) -> Found | None:
    """What the rows come to, their share of the project, then each."""
    quantities = [quantity for row in rows if (quantity := row.quantity("amount"))]
    if len(quantities) != len(rows):
        return None
    total = add(quantities)
    head = [tell_computed(wording.TOGETHER, total, wording.SUM)] if len(rows) > 1 else []
    shared = share_of_project([replace(row, project=project) for row in rows], total.result) if asks_share else []
    if asks_share and not shared:
        return None
    table = Line(wording.IN_TABLE.format(table=plain(rows[0].table.title)))
    lines = [tell_row(_with_goods(row, rows), ("quantity", "price", "amount")) for row in rows[:MOST_ROWS]]
    return join_lines(document, [*head, *shared, table, *lines, *([Line(CUT_SHORT)] if len(rows) > MOST_ROWS else [])])


def _with_goods(row: FormRow, rows: Sequence[FormRow]) -> FormRow:
    """The row called by what is bought besides its name: the goods' name, else the class that tells it from others of its name."""
    is_alike = sum(one.name == row.name for one in rows) > 1
    goods = goods_of(row) or (row.headings[-1] if is_alike and row.headings else "")
    return replace(row, name=wording.NAMED_GOODS.format(name=row.name, goods=goods)) if goods and goods != row.name else row
