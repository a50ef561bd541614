"""The amount of one year does not answer for the year before."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.checks.check_year import is_of_another_year
from ingest.document import DocumentInfo

INFO = DocumentInfo("a", "甲.txt", organization="桐花县粮食局", year=2031, kind="预算", scope="部门")


def told(text: str) -> Answer:
    cited = Citation("甲.txt", "a", "表", "", "9")
    return Answer("answered", text, (Value("支出总计", Decimal(9), "万元"),), citations=(cited,), answered_by="rule")


ASKED = ["2031年支出总计比2030年少了多少,2030年支出总计又是多少?", "今年支出总计多少,那上年是多少?", "粮食局上年支出总计多少,今年砍了多少?"]


@pytest.mark.parametrize("question", ASKED)
def test_the_amount_of_the_year_is_not_that_of_the_year_before(question: str) -> None:
    assert is_of_another_year(told("支出总计与2030年相比:减少3万元。支出总计:9万元"), question, [INFO])
    assert not is_of_another_year(told("支出总计:9万元。2030年支出总计:12万元"), question, [INFO])


COMPARING = ["2031年支出总计比2030年少了多少?", "今年支出总计多少,比上年少多少?", "今年支出总计多少,上年结转多少?"]


@pytest.mark.parametrize("question", COMPARING)
def test_a_comparison_asks_for_no_other_year(question: str) -> None:
    assert not is_of_another_year(told("支出总计:9万元"), question, [INFO])
