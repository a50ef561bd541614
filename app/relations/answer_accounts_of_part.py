"""“哪些项级科目没有基本支出”, “哪个科目有项目支出”: the accounts of one level that have such expenditure, or have none of it."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer, Value
from app.answerer.question_answerer import QuestionAnswerer
from app.checks.check_asked import NO_ANSWER
from app.relations.account_columns import BASIC, FUNCTIONAL, LENGTHS, PROJECT, column_of, rows_of, tables_meant
from app.relations.answer_ranked_accounts import amount, shown
from app.telling.cite import cite_figure, document_name, plain
from app.telling.wording_ranked import NONE_OF_PART, OF_PART, PART_LINE
from ingest import late_re as re
from ingest.document import Document, Figure, Table
from retrieval.evidence import FigureEvidence
from retrieval.spelling.label_key import fold

ASKED = re.compile(
    r"(?:哪[些个]|哪[几一]个|什么)(?:(?P<level>[类款项])级?的?)?(?:支出|功能|分类)*科目[里中都是]*"
    rf"(?P<way>(?:没有?|未)(?:安排|列|发生)?|[只仅](?:有|安排|列)|有|安排了?|列了?)(?P<part>{BASIC}|{PROJECT})[?]?$"
)
DENIED, ONLY = ("没", "未"), ("只", "仅")
OTHER_PART = {BASIC: PROJECT, PROJECT: BASIC}
Accounts = dict[tuple[str, str], dict[str, Figure]]


def answer_accounts_of_part(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """The accounts asked for with what they have, a no where no table tells both kinds of expenditure; None for any other question."""
    choice = answerer.reader.choose(question, history)[0]
    asked = ASKED.search(fold(choice.rest))
    if choice.failed or len(choice.documents) != 1 or not asked:
        return None
    document = answerer.disclosures.document(choice.documents[0])
    if choice.units:
        return NO_ANSWER
    level, text = asked["level"] or "项", fold(choice.rest)
    tables = ((table, accounts_of(document, table, level)) for table in tables_meant(document, text))
    table, accounts = next(((table, accounts) for table, accounts in tables if accounts), (None, {}))
    return tell(document, table, accounts, asked) if table else NO_ANSWER


def accounts_of(document: Document, table: Table, level: str) -> Accounts:
    """A table's accounts of one level, each with its cells of basic and of project expenditure; none where one stands there twice."""
    rows = rows_of(document, table, LENGTHS[level], FUNCTIONAL)
    headers = list(dict.fromkeys(figure.col for _, figure in rows))
    columns = {column_of(headers, part, document.info.year): part for part in OTHER_PART}
    if None in columns or len(columns) < len(OTHER_PART):
        return {}
    accounts: Accounts = {}
    for key, figure in rows:
        cells, part = accounts.setdefault(key, {}), columns.get(figure.col)
        if part in cells:
            return {}  # unit by unit
        if part:
            cells[part] = figure
    return accounts


def tell(document: Document, table: Table, accounts: Accounts, asked: re.Match[str]) -> Answer:
    """The accounts that fit, each with the amount of the kind of expenditure that it has; all of them where none fits."""
    part, way, level = asked["part"], asked["way"], asked["level"] or "项"
    is_denied = way.startswith(DENIED)
    told = OTHER_PART[part] if is_denied else part
    fitting = [key for key, cells in accounts.items() if has(cells, part) != is_denied]
    fitting = [key for key in fitting if not (way.startswith(ONLY) and has(accounts[key], OTHER_PART[part]))]
    lines, values, citations = [], [], []
    for key in fitting or accounts:
        one, name = told if fitting else part, plain(key[1])
        if figure := accounts[key].get(one):
            citations.append(cite_figure(FigureEvidence(document.info, table, figure, 0.0)))
            lines.append(PART_LINE.format(name=name, part=one, amount=shown(amount(figure)), mark=len(citations)))
            values.append(Value(f"{name}·{one}", amount(figure).number, amount(figure).unit))
    head = (OF_PART if fitting else NONE_OF_PART).format(
        document=document_name(document.info), table=plain(table.title), all=len(accounts), level=level,
        asked=f"{way}{part}", count=len(fitting), names="、".join(f"**{plain(name)}**" for _, name in fitting),
    )  # fmt: skip
    return Answer("answered", "\n".join((head, *lines)), tuple(values), citations=tuple(citations), answered_by="rule")


def has(cells: dict[str, Figure], part: str) -> bool:
    """Whether an account has any expenditure of a kind; a blank cell is none."""
    return part in cells and amount(cells[part]).number != 0
