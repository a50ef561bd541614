"""A unit below a place's bureau does not answer for the place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents.lesser_body import is_of_lesser_body
from retrieval.query import DocumentChoice
from tests.figure_documents import BUDGET, find

BUREAU, UNIT = "桐花县粮食局", "桐花县粮库"


def is_asked_back(question: str, *, organizations: tuple[str, ...] = (BUREAU, UNIT), scope: str = "单位") -> bool:
    finding = find(question, text=BUDGET)
    told = replace(finding.index.document.info, organization=UNIT, scope=scope)
    other = replace(told, id="other", organization=BUREAU, scope="部门")
    return is_of_lesser_body(told, [other], DocumentChoice(("a", "b"), question, organizations=organizations), finding)


def test_an_item_that_every_body_may_have_is_asked_back() -> None:
    assert is_asked_back("差旅费是多少")


@pytest.mark.parametrize("question", ["粮仓修缮是多少"])
def test_an_item_of_its_own_tells_which_body_is_meant(question: str) -> None:
    assert not is_asked_back(question)


def test_a_body_that_was_named_and_a_bureau_answer_at_once() -> None:
    assert not is_asked_back("差旅费是多少", organizations=(UNIT,))
    assert not is_asked_back("差旅费是多少", scope="部门")
