"""“X比上年降了，那上年是多少”: the question without the change that it only presupposes, so that the amount alone is asked."""

from __future__ import annotations

import re

ASKS_YEAR_BEFORE = re.compile(r"(?:上年|去年|上一年|前一年|头一年|20\d\d年)[^,;?]{0,24}多少(?!个?百分)")
CHANGED = re.compile(
    r"(?:不是|不也|明明)?(?:今年|本年|20\d\d年)?(?:(?:比|较|与|和|跟|同)(?:上年|去年|上一年|前一年|头一年|20\d\d年)(?:度)?(?:年初)?(?:预算|决算)?数?(?:相比)?)?"
    r"(?:又|都|往|大幅|猛|突然|一下子|明显|略有|有所|给)*(?:压下来|降下来|压减|下降|降低|下调|减少|增加|增长|上升|提高|上涨|涨|降|少|多|增|减|持平|一样|没变)"
    r"(?:了|掉)?(?:一?大截|很多|不少|[一二三四五六七八九十百千万亿多几两\d.]+(?:余|元)*)*(?:嘛|吗|吧|啊|的)?(?=\s*[,;?])"
)
ASIDE = re.compile(
    r"没[降涨减增变]?(?:少|加)?之?前[、,]?|也就是|原来的?|原先的?|原(?=数)|当时的?|这一?项的?|(?:倒推|反推|推算|倒着?算)(?:一下|出来?)?"
)


def without_premise(question: str) -> str:
    """The question as it is, or with the presupposed change blanked out where a later clause asks for the year before."""
    asked = ASKS_YEAR_BEFORE.search(question)
    changed = CHANGED.search(question) if asked else None
    if asked is None or changed is None or changed.end() > asked.start() or "多少" in question[: changed.end()]:
        return question
    blank = " " * len(changed[0])
    return f"{question[: changed.start()]}{blank}{ASIDE.sub(lambda one: ' ' * len(one[0]), question[changed.end() :])}"
