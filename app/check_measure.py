"""Whether an answer tells what was asked for: a question for visits or persons is not answered by an amount of money."""

from __future__ import annotations

import re

from app.answer import Answer
from ingest.quantity import YUAN_PER_UNIT

COUNTS_ASKED = re.compile(r"批次|批数|几批|多少批|人次|人数|几人|多少(?:个)?人(?!民币|员经费)|团组|次数")
MONEY_TOO = re.compile(r"钱|元|费|金额|经费|预算|决算|支出|收入|资金|人均|平均|每人|除以|计算|占|按")


def is_of_another_measure(answer: Answer, question: str) -> bool:
    """Whether a count of visits or persons, and nothing of money, was asked for and only money is told."""
    units = {value.unit for value in answer.values}
    return bool(units) and units <= YUAN_PER_UNIT.keys() and bool(COUNTS_ASKED.search(question)) and not MONEY_TOO.search(question)
