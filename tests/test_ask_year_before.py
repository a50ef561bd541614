"""Questions for the year before that is to be computed back from a change that the text states."""

from __future__ import annotations

import pytest

from app.question.ask_year_before import ask_year_before
from ingest.document import DocumentInfo
from retrieval.bodies.choose_documents import choose_documents
from retrieval.catalog import build_catalog
from retrieval.query import DocumentChoice

GRAIN = DocumentInfo("grain", "grain.txt", organization="桐花县粮食局", region="桐花县", level="县", year=2031, kind="预算")
CATALOG = build_catalog((GRAIN,))
PLAIN = "桐花县粮食局2030年差旅费是多少?"


def choose(words: str) -> DocumentChoice:
    return choose_documents(words, CATALOG, [])


@pytest.mark.parametrize(
    "question",
    [
        "桐花县粮食局2031年说明里讲了差旅费比上年增减多少,那2030年这一项原来是多少万元?",
        "桐花县粮食局2031年的“差旅费”不是比上年有变动嘛,照这个往回算,上年预算安排的是多少?",
        "桐花县粮食局2031年预算说明提到差旅费跟上年比的变化,反推一下,2030年差旅费该是多少?",
        "差旅费砍掉了2.5万,这是桐花县粮食局2031年的情况,那没砍之前上一年是多少?",
    ],
)
def test_the_amount_of_the_year_before_is_asked_for(question: str) -> None:
    assert ask_year_before(question, choose) == PLAIN


@pytest.mark.parametrize(
    "question",
    [
        "桐花县粮食局2031年差旅费比上年多了多少?",
        "桐花县粮食局2031年差旅费原来是多少?",
        "差旅费比上年少了,原来上年是多少?",
        "桐花县粮食局2031年差旅费多少?上年多少?",
    ],
)
def test_other_questions_stay_as_they_are(question: str) -> None:
    assert ask_year_before(question, choose) == question
