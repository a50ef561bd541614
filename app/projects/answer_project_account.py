"""Under which account (科目) a project is spent: the account that the lists of projects print in the project's row."""

from __future__ import annotations

from collections.abc import Iterator

from app.answer import Answer
from app.forms.match_rows import named_project
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.cite import cite_figure, plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found
from ingest import late_re as re
from ingest.document import Document, Figure
from retrieval.evidence import FigureEvidence
from retrieval.spelling.label_key import fold

PROJECTS = re.compile(r"项目(?!绩效)")
ASKED = re.compile(
    r"(?:列|属于|归|用|走|对应|挂)(?:支|入|属)?(?:在|于|到|的|是)*(?:是)?(?:哪|什么|啥)(?:一)?[个项]?(?:支出|功能|预算|项级)*(?:分类)?科目(?:里|下|下面|列支|支出|的)*"
)
OTHER = re.compile(r"多少|几|最|经济(?:分类)?科目|项目支出|公用经费|人员经费")
AMOUNT = re.compile(r"(?:年|预算|安排|支出|花|一共|总共|的|了|是|为|要|~)*(?:多少|几)[^,;?]*")
ACCOUNT = re.compile(r"(?P<code>2\d{6})\s*(?P<name>\D.*)?")


def answer_project_account(asked: TextQuestion) -> Answer | None:
    """The account of the one project that the question, or the one before it, names; None where its rows print none."""
    text = fold(asked.rest)
    if not ASKED.search(text) or OTHER.search(ASKED.sub("", text)):
        return None
    said = [ASKED.sub("项目", text), *(AMOUNT.sub("项目", fold(before)) for before in asked.earlier[-1:])]
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, said))])


def _find(document: Document, said: list[str]) -> Found | None:
    """The accounts of the project named, each with the cell of its row."""
    rows = list(_rows(document))
    projects = dict.fromkeys(name for name, _, _ in rows)
    named = next((one for text in said if (one := named_project(text, projects))), None)
    own = {account: figure for name, account, figure in rows if named and name == named[0]}
    if not named or not own:
        return None
    table = document.tables[next(iter(own.values())).table]
    accounts = "、".join(own)
    text = wording.UNDER_ACCOUNT.format(table=plain(table.title), name=plain(named[0]), account=accounts)
    evidence = (FigureEvidence(document.info, document.tables[one.table], one, 0.0) for one in own.values())
    return Found(document, text, tuple(map(cite_figure, evidence)))


def _rows(document: Document) -> Iterator[tuple[str, str, Figure]]:
    """Each project's name, its account with the name that the document gives the code, and a figure of its row."""
    titles = {table.index for table in document.tables if PROJECTS.search(table.title)}
    names = account_names(document)
    bodies = {document.info.organization, *document.info.units}
    for figure in document.figures:
        found = next((one for label in figure.row if (one := ACCOUNT.fullmatch(label.strip()))), None)
        name = (found["name"] or names.get(found["code"], "")) if found else ""
        others = [label for label in figure.row if not ACCOUNT.fullmatch(label.strip()) and label not in (name or None, *bodies)]
        if figure.table in titles and found and others:
            yield others[-1], f"{found['code']}{plain(name)}", figure


def account_names(document: Document) -> dict[str, str]:
    """The names that the tables give the codes of accounts."""
    return dict(_names(document))


def _names(document: Document) -> Iterator[tuple[str, str]]:
    """The names that the tables give the codes of accounts."""
    for figure in document.figures:
        for label, beside in zip(figure.row, (*figure.row[1:], ""), strict=False):
            if (found := ACCOUNT.fullmatch(label.strip())) and (name := found["name"] or beside):
                yield found["code"], name
