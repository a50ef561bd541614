"""“各占比加起来是不是 100%”: the shares of one whole that a section states, added up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from app.answer import Answer, Value
from app.checks.asked_prints import AskedPrints, told_share
from app.telling.calculation import add
from app.telling.cite import cite_statement, document_name, plain, statement_label
from ingest.document import Document, Statement
from retrieval.evidence import StatementEvidence
from retrieval.spelling.label_key import fold

ASKED = re.compile(r"占比|比例|比重|百分比|百分之百|100%")
FEWEST, WHOLE = 2, Decimal(100)
ENOUGH = 0.4
SIDES = (("收入", "支出"), ("支出", "收入"))
COUNT = re.compile(r"([二两三四五六七八九十\d])个?(?:来源|部分|项|类|占比|比例|比重|数)")
DIGITS = dict(zip("二两三四五六七八九", "223456789", strict=True))
TOLD = "{document}，正文“{heading}”所说{names}的占比相加为**{total}%**，{verdict}[1]。"
EXACT = "正好是100%"
ROUNDED = "与100%相差{gap}个百分点，是各数四舍五入的尾差，不是算错"
APART = "与100%不一致，相差{gap}个百分点，不是四舍五入能解释的：前后不一致，或所说的不是全部组成"


def answer_shares(asked: AskedPrints, question: str, documents: Sequence[Document]) -> Answer | None:
    """The sum of the shares of the whole that the question is about, with the verdict; None where it asks no such sum."""
    if not asked.is_sum or not ASKED.search(question):
        return None
    groups = [(document, group) for document in documents for group in groups_of(document)]
    fits = sorted(((fit_of(asked, document, group), place) for place, (document, group) in enumerate(groups)), key=lambda one: -one[0])
    if not fits or fits[0][0] < ENOUGH or (len(fits) > 1 and fits[1][0] == fits[0][0]):
        return None
    return tell(*groups[fits[0][1]])


def groups_of(document: Document) -> list[tuple[Statement, ...]]:
    """The shares that one section states of one whole, each subject once."""
    found: dict[tuple[int, str], dict[str, Statement]] = defaultdict(dict)
    for one in document.statements:
        if one.measure == "占比":
            found[one.section, one.base or ""].setdefault(one.subject, one)
    return [tuple(group.values()) for group in found.values() if len(group) >= FEWEST]


def fit_of(asked: AskedPrints, document: Document, group: Sequence[Statement]) -> float:
    """How well a group answers: its heading and whole of the side asked, as many shares as asked, the question's own words in it."""
    heading = fold(" ".join((*document.sections[group[0].section].heading_path[-1:], group[0].base or "")))
    told = f"{heading} {fold(' '.join(one.subject for one in group))}"
    topic = ASKED.sub(" ", asked.topic)
    is_of_side = any(side in heading and other not in heading and side in topic and other not in topic for side, other in SIDES)
    counted = COUNT.search(topic)
    is_as_many = counted is not None and DIGITS.get(counted[1], counted[1]) == str(len(group))
    return told_share(topic, told) + told_share(topic, heading) / 10 + ENOUGH * is_of_side + is_as_many / 10


def tell(document: Document, group: Sequence[Statement]) -> Answer:
    """The sum with its parts, and whether rounding explains what is missing."""
    total = add([one.quantity for one in group])
    gap = abs(total.result.number - WHOLE)
    slack = sum(Decimal(1).scaleb(int(one.quantity.number.as_tuple().exponent)) / 2 for one in group)
    verdict = (EXACT if not gap else ROUNDED if gap <= slack else APART).format(gap=f"{gap:f}")
    path = document.sections[group[0].section].heading_path
    text = TOLD.format(
        document=document_name(document.info), heading=plain(path[-1]) if path else "", names="、".join(map(statement_label, group)),
        total=f"{total.result.number:f}", verdict=verdict,
    )  # fmt: skip
    cited = (cite_statement(StatementEvidence(document.info, document.sections[one.section], one, 0.0)) for one in group)
    values = (Value("占比相加", total.result.number, "%"), *(Value(statement_label(one), one.quantity.number, "%") for one in group))
    return Answer("answered", text, values=values, calculation=total.formula, citations=tuple(dict.fromkeys(cited)))
