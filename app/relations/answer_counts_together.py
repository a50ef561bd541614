"""“新增学位一共多少个” of a sentence that counts them kind by kind (新增高中学位…个，新增学位…个): what all of them come to."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer, Value
from app.answerer.question_answerer import QuestionAnswerer
from app.telling.calculation import add
from app.telling.cite import cite_statement, document_name, within_quotes
from app.telling.wording_posts import TOGETHER
from ingest import late_re as re
from ingest.document import Document, Statement
from ingest.quantity import COUNTERS
from retrieval.evidence import StatementEvidence
from retrieval.spelling.label_key import fold

ASKED = re.compile(
    rf"(?:的)?(?P<thing>[一-鿿]{{3,10}}?)的?(?:数量)?(?:一共|总共|合计|总计|共计|加起来|共)(?:有|是|为)?(?:多少|几)(?P<unit>{'|'.join(COUNTERS)})?"
)
PARTS_SAID = re.compile(r"其中|包括|含")
ENDS = re.compile(r"[\s,;?。呢吗的]+$|^[\s,;的]+")
HEAD = 2  # characters that say what was done with the thing (新增)


def answer_counts_together(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """What the kinds of a thing come to that one sentence counts one after the other; None for any other question."""
    choice = answerer.reader.choose(question, history)[0]
    asked = ASKED.fullmatch(ENDS.sub("", fold(choice.rest)))
    if not asked or choice.failed or choice.units:
        return None
    documents = [answerer.disclosures.document(one) for one in choice.documents]
    told = [(document, counts) for document in documents if (counts := counts_of(document, asked["thing"], asked["unit"]))]
    return written(asked["thing"], *told[0]) if len(told) == 1 else None


def counts_of(document: Document, thing: str, unit: str | None) -> list[Statement]:
    """The counts of a thing and of its kinds in the one sentence that names both; none where it says that one is part of another."""
    kinds = re.compile(rf"{re.escape(thing[:HEAD])}[一-鿿]{{0,6}}{re.escape(thing[HEAD:])}")
    named = [one for one in document.statements if one.measure == "数量" and kinds.fullmatch(fold(one.subject))]
    bare = [one for one in named if fold(one.subject) == thing]
    units = {one.quantity.unit for one in named}
    is_apart = len(named) > 1 and len(bare) == 1 and len({one.sentence for one in named}) == 1 and not PARTS_SAID.search(named[0].sentence)
    return named if is_apart and len(units) == 1 and (unit is None or unit in units) else []


def written(thing: str, document: Document, counts: Sequence[Statement]) -> Answer:
    """The sum, with what it is the sum of and the sentence."""
    total = add([one.quantity for one in counts])
    citation = cite_statement(StatementEvidence(document.info, document.sections[counts[0].section], counts[0], 0.0))
    said = {"document": document_name(document.info), "thing": thing, "formula": total.formula, "quote": within_quotes(citation.quote)}
    text = TOGETHER.format(total=total.result.number, unit=total.result.unit, **said)
    value = Value(thing, total.result.number, total.result.unit)
    return Answer("answered", text, (value,), total.formula, (citation,), answered_by="rule")
