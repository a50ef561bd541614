"""Indicators told in words: until when something is due, how many of something are planned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.answer import Answer
from app.question.asked_words import asked_measures, asked_pairs, covered
from app.question.text_question import TextQuestion
from app.question.topics import pairs
from app.telling import wording_text as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from ingest import late_re as re
from ingest.document import Document, Figure
from retrieval.spelling.label_key import fold, label_key

TABLE = re.compile(r"绩效|目标|自评|评价")
WHEN = re.compile(r"什么时[候间]|啥时候?|何时|哪[天日]|几月|几号|(?:时间|时限|期限)(?:是|为|要求)|截止")
WHEN_SAID = re.compile(r"\d\s*(?:月|日|号|季度|个?工作日|天|小时|分钟)|[年月]底|[上下]半年|年内")
DUE = re.compile(r"时间|时限|期限|及时|时效|日期|进度|周期")
WHEN_WORDS = re.compile(
    r"要求|必须|应当?|需要?|计划|打算|规定|之?前?完成|之前|发给|发(?!放)|做完|的|在|于|是|时间|项目|截止|什么|每[月年天]|要|得"
)
GENERIC = re.compile(r"(?:工作|参与|在岗|总|派出|派驻)*(?:队员|人员|人数|数量|个数|人次|职工|员工|成员|名额|台数|次数|户数|场次|数|量)+$")
ACTION = re.compile(r"签订|验收|支付|付款|拨付|开工|竣工|交付|发放|上线|启动|招标|采购|公示|报送|培训")
COUNT_WORDS = re.compile(r"下?派(?:了|出|去)*|(?:下|去|到|往)+(?:去|乡|村里|基层)?(?=驻)|下去|安排|选派|雇|聘用?|请|招|设|建|买|购|配")
STAFF = re.compile(r"人员|队员|职工|员工")
PEOPLE = re.compile(r"(?:多少|几)(?:个|名|位)?(?=[^,;，；?？]{0,12}(?:人员|队员|员工|职工))")
SAME_MEASURE = {"人": "人名", "名": "人名"}
OWN_STAFF = re.compile(r"在职|在编|退休|离休|实有|编制")
AIMED = re.compile(r"目标|指标|计划|要求|至少|不少于")
LONGEST_TIME = 24
ENOUGH, LABEL_ENOUGH = 0.65, 0.5


def answer_indicator(asked: TextQuestion) -> Answer | None:
    """The due day or the planned count; None where no row tells exactly that."""
    counts_one = len(_measures(asked.rest)) == 1
    find = _due if WHEN.search(asked.rest) else _count if counts_one else None
    if find is None:
        return None
    return offer_founds(asked, [found for document in asked.documents if (found := find(document, asked))])


def _rows(document: Document) -> Iterator[Figure]:
    tables = {table.index for table in document.tables if TABLE.search(table.title)}
    return (figure for figure in document.figures if figure.table in tables and figure.row)


def _due(document: Document, asked: TextQuestion) -> Found | None:
    """The row on time whose project and label hold what the question names."""
    words = WHEN_WORDS.sub("、", WHEN.sub("、", asked.rest))
    return _due_of(document, words, asked.rest) or _due_of(document, STAFF.sub("、", words), asked.rest)


def _due_of(document: Document, words: str, rest: str) -> Found | None:
    wanted = frozenset(pairs(words))
    fitting = [figure for figure in _rows(document) if _is_due(document, figure, wanted, rest)]
    rated = [(covered(wanted, _labels(document, figure)), figure) for figure in fitting]
    best = max((score for score, _ in rated), default=0.0)
    chosen = [figure for score, figure in rated if score == best]
    return _tell(document, chosen) if wanted and best >= ENOUGH else None


def _is_due(document: Document, figure: Figure, wanted: frozenset[str], rest: str) -> bool:
    """Whether a row tells a time, and its own label what the question asks of the project."""
    if not WHEN_SAID.search(figure.value) or len(figure.value) > LONGEST_TIME or not DUE.search("".join(figure.row)):
        return False
    action = ACTION.search(rest)
    if action and action.group() not in figure.row[-1]:
        return False
    projects = " ".join(fold(part) for part in (*figure.row[:-1], document.tables[figure.table].context or ""))
    own = wanted - pairs(projects)
    return not own or covered(own, fold(figure.row[-1])) >= LABEL_ENOUGH


def _count(document: Document, asked: TextQuestion) -> Found | None:
    """The row that counts exactly the thing asked for: its label says nothing more but 人数 or 数量."""
    (measure,) = _measures(asked.rest)
    if (own := OWN_STAFF.search(asked.rest)) and not AIMED.search(asked.rest) and _states_staff(document, own[0]):
        return None  # how many there are, and not how many are aimed at
    wanted = asked_pairs(PEOPLE.sub("、", COUNT_WORDS.sub("、", asked.rest)))
    chosen = []
    for figure in _rows(document):
        name = GENERIC.sub("", label_key(figure.row[-1]))
        is_counted = re.fullmatch(rf"[≥≤＞＜><=]?\s*\d+\s*[{SAME_MEASURE.get(measure, measure)}]", figure.value.strip())
        is_named = len(name) >= 2 and pairs(name) and pairs(name) <= {*wanted, *pairs(fold(asked.rest))}
        if is_counted and is_named and wanted and covered(wanted, _labels(document, figure)) == 1:
            chosen.append(figure)
    return _tell(document, chosen)


def _states_staff(document: Document, word: str) -> bool:
    """Whether the prose tells how many of the body's own staff there are."""
    return any(word in one.subject and one.quantity.unit in SAME_MEASURE for one in document.statements if one.quantity)


def _measures(rest: str) -> tuple[str, ...]:
    """The measures asked in; people where 多少 stands before a kind of them (多少派遣人员)."""
    return asked_measures(rest) or (("人",) if PEOPLE.search(rest) else ())


def _labels(document: Document, figure: Figure) -> str:
    return "；".join(fold(part) for part in (*figure.row, document.tables[figure.table].context or ""))


def _tell(document: Document, figures: Sequence[Figure]) -> Found | None:
    """One indicator's value; None where there is none or where several rows say different things."""
    if len({(figure.row, figure.value) for figure in figures}) != 1:
        return None
    figure, table = figures[0], document.tables[figures[0].table]
    names = "，".join(plain(part) for part in figure.row if not part.strip().isdigit())
    text = wording.INDICATOR.format(table=plain(table.title), name=names, value=plain(figure.value))
    return Found(document, text, (cite_table(document, table, figure.value, figure.place),))
