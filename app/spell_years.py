"""“近三年的走势”: how an amount moved over several years, asked as its amount."""

from __future__ import annotations

import re

from retrieval.read_year import LATEST, RANGE, YEAR

MOVED = re.compile(
    r"的?(?:总体|整体|逐年|历年|各年)?的?(?:发展|变化|增减|变动|增长)?(?:走势|趋势|走向|态势|变化|变动|曲线)(?:情况|趋势)?图?"
    r"(?:是|呈现?)?(?:(?:个|一个)?(?:怎么样|怎样|怎么|如何|啥样|什么样|什么)?(?:子|趋势)?的?)(?=\s*[?。]?$)"
    r"|的?(?:总体|整体)?情况(?:是|怎么样|怎样|如何)*(?=\s*[?。]?$)"
    r"|(?:是|都)?(?:怎么样?|如何|怎样)(?:变化|变动|走|发展)的?(?=\s*[?。]?$)"
)
EACH_YEAR = "是多少"


def spell_years(question: str) -> str:
    """The normalised question with such words spelt as 是多少, where it speaks of more years than two that can be compared."""
    if not (LATEST.search(question) or any(RANGE.search(question[: year.start()]) for year in YEAR.finditer(question))):
        return question
    return MOVED.sub(EACH_YEAR, question, count=1)
