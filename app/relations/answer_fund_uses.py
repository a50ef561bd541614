"""“政府性基金用于哪些方面”, “彩票公益金用在哪些项目”: all that the prose on a fund says of its uses, or the projects that it pays for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer
from app.answerer.question_answerer import QuestionAnswerer
from app.checks.check_asked import NO_ANSWER
from app.telling import wording_text as wording
from app.telling.cite import document_name, plain
from app.telling.offer_founds import LEADING
from app.telling.passages import cite_passage, last_heading, narrative, sentences
from ingest import late_re as re
from ingest.document import Document, Section
from retrieval.spelling.label_key import fold

FUND, LOTTERY = "政府性基金", "彩票公益金"
ASKED = re.compile(
    rf"(?:20\d\d年度?的?)?(?:部门|单位)?(?:预算|决算)?[里中的]*(?P<fund>{FUND}|(?:福利|体育)?{LOTTERY})(?:预算)?(?:财政)?(?:拨款)?(?:安排)?(?:的?支出|的?资金|的?钱)?"
    r"(?:都|主要|具体|分别|全部|是|,)*(?:用[于在到]了?|花[在到]了?|投[向到]了?)(?:哪一?些?|哪几个?|什么|何处)(?P<kind>[个方面地领域用途项目工作里儿]*)[?。]?"
)
USE, MONEY = re.compile(r"用于|用在"), re.compile(r"\d\s*(?:万|亿)?元")
ALL_OF_LOTTERY = re.compile(rf"全部(?:都)?(?:为|是|用于|系)[^，。；;]*{LOTTERY}")
PROJECT, ELSE = "项目", re.compile(r"三公|绩效")
LONGEST = 1_500


def answer_fund_uses(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """The uses that the prose gives, or the projects; a no where projects are asked for and only something else is told; else None."""
    choice = answerer.reader.choose(question, history)[0]
    asked = ASKED.fullmatch(LEADING.sub("", fold(choice.rest)).strip("~ "))
    if asked is None or choice.failed or choice.units or len(choice.documents) != 1:
        return None
    document = answerer.disclosures.document(choice.documents[0])
    told = [one for one in _sections(document) if USE.search(one.text) or ALL_OF_LOTTERY.search(one.text)]
    if PROJECT in asked["kind"]:
        projects = _projects(question, history, answerer, asked["fund"], told)
        if projects or asked["fund"] != FUND:
            return projects
    if asked["fund"] != FUND:
        told = [one for one in told if asked["fund"] in one.text]
    if not told or sum(len(one.text) for one in told) > LONGEST:
        return NO_ANSWER if PROJECT in asked["kind"] else None
    return _tell(document, told)


def _sections(document: Document) -> list[Section]:
    """The sections under a heading that names the fund, if one of them tells amounts."""
    found = [one for one in narrative(document) if any(FUND in plain(part) and not ELSE.search(part) for part in one.heading_path[-2:])]
    return found if any(MONEY.search(one.text) for one in found) else []


def _projects(question: str, history: Sequence[str], answerer: QuestionAnswerer, fund: str, told: Sequence[Section]) -> Answer | None:
    """The projects that the fund pays for by the table of projects; those of all funds for lottery money only where it is all there is."""
    is_all = fund == FUND or any(ALL_OF_LOTTERY.search(one.text) and fund in one.text for one in told)
    answer = answerer.answer(question.replace(fund, FUND), history) if is_all else None
    is_of_table = (
        answer and answer.status == "answered" and answer.citations and all(PROJECT in (one.table or "") for one in answer.citations)
    )
    if answer is None or not is_of_table or fund == FUND:
        return answer if is_of_table else None
    said = next(text for one in told for text in sentences(one.text) if ALL_OF_LOTTERY.search(text))
    section = next(one for one in told if ALL_OF_LOTTERY.search(one.text))
    document = answerer.disclosures.document(answer.citations[0].document_id)
    text = f"{answer.text}\n{wording.STATEMENT.format(section=plain(last_heading(section)), text=said)}"
    return replace(answer, text=text, citations=(*answer.citations, cite_passage(document, section, said)))


def _tell(document: Document, told: Sequence[Section]) -> Answer:
    """The sections, quoted whole."""
    parts = [
        wording.STATEMENT.format(section=plain(last_heading(one)), text="\n> ".join(plain(part.text) for part in one.paragraphs))
        for one in told
    ]
    text = wording.LABELLED.format(document=document_name(document.info), text="\n".join(parts))
    citations = tuple(cite_passage(document, one, one.text) for one in told)
    return Answer("answered", text, citations=citations, answered_by="quote")
