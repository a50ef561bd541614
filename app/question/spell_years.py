"""“近三年的走势”: how an amount moved over several years, asked as its amount."""

from __future__ import annotations

import re

from retrieval.spelling.read_year import LATEST, RANGE, YEAR

MOVED = re.compile(
    r"的?(?:总体|整体|逐年|历年|各年)?的?(?:发展|变化|增减|变动|增长)?(?:走势|趋势|走向|态势|变化|变动|曲线)(?:情况|趋势)?图?"
    r"(?:是|呈现?)?(?:(?:个|一个)?(?:怎么样|怎样|怎么|如何|啥样|什么样|什么)?(?:子|趋势)?的?)(?=\s*[?。]?$)"
    r"|的?(?:总体|整体)?情况(?:是|怎么样|怎样|如何)*(?=\s*[?。]?$)"
    r"|(?:是|都)?(?:怎么样?|如何|怎样)(?:变化|变动|走|发展)的?(?=\s*[?。]?$)"
)
BEFORE_AGAINST = re.compile(  # “2030年收入比2031年少多少”
    r"(?P<before>20\d\d)年度?的?(?P<item>[^,;?比年]{2,20}?)(?:比|较)(?P<after>20\d\d)年度?的?(?P<way>[多少高低]|增加|减少)(?:了|出)?(?P<much>多少|几)"
)
OTHER_WAY = {"多": "少", "少": "多", "高": "低", "低": "高", "增加": "减少", "减少": "增加"}
EACH_YEAR = "是多少"


def spell_years(question: str) -> str:
    """The normalised question with such words spelt as 是多少, where it speaks of more years than two that can be compared.

    A year that is held against the one after it is asked the other way round, as documents tell changes.
    """
    question = BEFORE_AGAINST.sub(later_first, question, count=1)
    if not (LATEST.search(question) or any(RANGE.search(question[: year.start()]) for year in YEAR.finditer(question))):
        return question
    return MOVED.sub(EACH_YEAR, question, count=1)


def later_first(found: re.Match[str]) -> str:
    """The comparison of two years in succession from the later one; any other as it is."""
    if int(found["after"]) - int(found["before"]) != 1:
        return found[0]
    return f"{found['after']}年{found['item']}比{found['before']}年{OTHER_WAY[found['way']]}{found['much']}"
