"""Whose a project is: the unit that the lists of projects name beside it, each where they name different ones."""

from __future__ import annotations

from rapidfuzz import fuzz

from app.answer import Answer
from app.forms.form_rows import FormRow, read_rows
from app.forms.match_rows import named_project
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold, label_key

PROJECTS, PURCHASES = re.compile(r"项目|专项"), re.compile(r"采购")
BOUGHT = re.compile(r"单位(?:在|来)?(?:采购|购买|买)")
UNIT = r"(?:单位|部门|机构|中心|局)"
ASKED = re.compile(
    rf"(?:是|属于|归|由|算)?(?:哪|什么)(?:一?[个家]|些)?{UNIT}(?:的|来|在)?(?:项目|管|做|实施|承担|负责|用|采购|购买|买)?(?:的)?|(?:项目|实施|承担|责任)单位(?:是|叫)?(?:谁|哪|什么|啥)?|归谁管?|谁的项目|(?:归|属于?)(?:的|属)?(?:是|不是)?(?:同一个|一个)单位(?:吗|么)?"
)
SAME = re.compile(  # “两张表上写的是一回事吗”
    r"(?:在|两张|两个)?(?:[^,;?]{0,10}表(?:里|上|中)?[和与跟、])?[^,;?]{0,12}表(?:里|上|中)?(?:写|列|填)?的?(?:都)?(?:是)?(?:不是)?(?:同)?一(?:回事|样|致|个)(?:吗|么)?|到底|[^,;?]{2,10}表[和与跟、][^,;?]{2,12}表(?:里|上|中)"
)
ALIKE = 85
DUTY = re.compile(r"负责|指导|统筹|协调|推进|推动|落实|牵头|监督|拟订|管理")
THING = re.compile(r"项目|经费|专项|资金|补[助贴]|费|采购|[买购]|工程|平台|系统")
MONEY = re.compile(r"多少|几|最|[高大多]于")


def answer_project_owner(asked: TextQuestion) -> Answer | None:
    """The unit of the one project that the question names; None where none is named or the lists name no unit or several."""
    text = fold(asked.rest)
    if not ASKED.search(text) or MONEY.search(text) or "职责" in text or (DUTY.search(text) and not THING.search(text)):
        return None
    text, lists = ASKED.sub("项目", text), (PURCHASES,) if BOUGHT.search(text) else (PROJECTS, PURCHASES)
    founds = (next((found for one in lists if (found := _find(document, text, one))), None) for document in asked.documents)
    return offer_founds(asked, [found for found in founds if found])


def _find(document: Document, text: str, lists: re.Pattern[str]) -> Found | None:
    rows = [row for row in read_rows(document, lists) if row.owner]
    named = named_project(SAME.sub("", text), dict.fromkeys(row.name for row in rows))
    own = [row for row in rows if named and row.name == named[0]]
    first: dict[str, FormRow] = {}
    tables: dict[str, set[int]] = {}
    for row in own:
        name = next((one for one in first if _is_same(one, row.owner)), row.owner)
        first.setdefault(name, row)
        tables.setdefault(name, set()).add(row.table.index)
    if not first or (len(first) > 1 and set.intersection(*tables.values())):
        return None  # one table gives a part of it to each of them
    told = [wording.OWNED_BY.format(table=plain(row.table.title), name=plain(row.name), owner=plain(row.owner)) for row in first.values()]
    cited = [cite_table(document, row.table, f"{row.name}：{row.owner}", row.cells[0][1].place) for row in first.values()]
    return Found(document, "\n".join((*told, *([wording.OTHER_OWNERS] if len(told) > 1 else []))), tuple(cited))


def _is_same(one: str, other: str) -> bool:
    """Whether two prints of a unit's name are of the same unit, one perhaps shortened or without its second name in brackets."""
    first, second = (label_key(name.partition("（")[0].partition("(")[0]) for name in (one, other))
    return first in second or second in first or fuzz.ratio(first, second) >= ALIKE
