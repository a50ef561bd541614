"""“前后两个百分数怎么不一样”: the rates or shares that the prose states of one thing, each with what it refers to and where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer, Value
from app.telling.cite import cite_statement, document_name, plain, statement_label, within_quotes
from ingest import late_re as re
from ingest.document import Document, Statement
from retrieval.evidence import StatementEvidence
from retrieval.spelling.label_key import fold, label_key

ASKED = re.compile(
    r"(?:两|2|俩|几|多)(?:个|处|次|种)[^,;?]{0,6}(?:百分数|百分比|百分之|比例|比率|完成率|执行率|增幅|降幅|占比)"
    r"|(?:百分数|百分比|比例|比率|完成率|执行率|增幅|降幅|占比)[^?]{0,8}(?:前后|写了|出现了?|有)(?:了)?(?:两|2|俩|几|好几)(?:个|处|次|种)"
    r"|前后[^,;?]{0,6}(?:百分数|百分比|比例|比率|完成率|执行率)"
)
MEASURES = {"完成率": r"完成|执行", "占比": r"占", "增减率": r"增|降|减|幅|上年|去年"}
SHORTEST, FEWEST, MOST = 4, 2, 4
APART = "{document}，正文对{subject}的{measure}写了{count}个，所对的基数不同："
LINE = "- 在“{section}”中{base}为**{value}**[{mark}]：“{sentence}”"
BASE = "对“{base}”"


def answer_two_rates(question: str, documents: Sequence[Document]) -> Answer | None:
    """The differing rates of the only thing that the question names; None where it asks for no two of them or the prose states but one."""
    if len(documents) != 1 or not ASKED.search(question):
        return None
    text, document = label_key(question), documents[0]
    groups: dict[tuple[str, str], dict[str, Statement]] = {}
    for one in document.statements:
        words = MEASURES.get(one.measure)
        subject = label_key(one.subject)
        if words and len(subject) >= SHORTEST and subject in text and re.search(words, fold(question)):
            groups.setdefault((subject, one.measure), {}).setdefault(f"{one.quantity.number.normalize():f}", one)
    longest = max((len(subject) for subject, _ in groups), default=0)
    told = [group for (subject, _), group in groups.items() if len(subject) == longest and FEWEST <= len(group) <= MOST]
    return _tell(document, list(told[0].values())) if len(told) == 1 else None


def _tell(document: Document, statements: Sequence[Statement]) -> Answer:
    first = statements[0]
    head = APART.format(
        document=document_name(document.info), subject=plain(statement_label(first)), measure=first.measure, count=len(statements)
    )
    lines = [_line(document, one, mark) for mark, one in enumerate(statements, 1)]
    citations = tuple(cite_statement(StatementEvidence(document.info, document.sections[one.section], one, 0.0)) for one in statements)
    values = tuple(Value(f"{one.subject}·{one.measure}", one.quantity.number, one.quantity.unit) for one in statements)
    return Answer("answered", "\n".join((head, *lines)), values, citations=citations)


def _line(document: Document, one: Statement, mark: int) -> str:
    heading, value = "".join(document.sections[one.section].heading_path[-1:]), f"{one.quantity.number}{one.quantity.unit}"
    base = BASE.format(base=within_quotes(one.base)) if one.base else ""
    return LINE.format(section=within_quotes(heading), base=base, value=value, mark=mark, sentence=plain(one.sentence))
