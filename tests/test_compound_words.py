"""Everyday words for several accounts at once, and names of accounts that stand within longer ones."""

from __future__ import annotations

import pytest

from app.figures.resolve_task import resolve_task
from tests.figure_documents import FINAL, find

POWER = FINAL.replace("30211\t差旅费", "30207\t邮电费").replace("30208\t取暖费\t", "30205\t水费\t3.00").replace(
    "\t\t\t30207\t邮电费\t9.00", "\t\t\t30206\t电费\t4.00\n\t\t\t30207\t邮电费\t9.00"
)  # fmt: skip
POST = POWER.replace("\t\t\t30206\t电费\t4.00\n", "")


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (POWER, "水电费分别是多少?", ["3.00万元", "4.00万元"]),
        (POWER, "水电费一共多少?", ["3.00万元", "4.00万元"]),
        (POWER, "电费是多少?", ["4.00万元"]),
        (POST, "电费是多少?", []),  # 邮电费 is another account
        (POST, "水电费一共多少?", []),
    ],
)
def test_an_account_is_its_own_name_and_one_word_may_ask_for_two(text: str, question: str, told: list[str]) -> None:
    finding = find(question, text=text)
    results = [result.text for found in finding.tasks for result in resolve_task(found)]
    complete = all(one.candidates and not one.missing for found in finding.tasks for one in found.found)
    assert (results if complete else []) == told
