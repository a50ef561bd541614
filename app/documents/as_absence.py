"""“某局国有资本经营预算”, of which no table has an amount: the sentence in which the document says that there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.answer import Answer
from ingest import late_re as re

FUND = r"国有资本(?:经营)?|政府性基金"
ASKED = re.compile(
    rf"(?P<item>(?:{FUND})(?:预算)?(?:财政拨款)?(?:收入|支出|收支)?(?:预算|决算)?)(?:一共|总共)?(?:是|有|安排了?|花了?|支出了?|用了?)?"
    r"(?:多少|几)?(?:钱|万元|元|万)?(?:呢)?(?:[,，?？]?(?:都)?(?:用|花)(?:在|到|于)了?(?:哪|什么)[里儿]?(?:地方)?)?[?？。]?$"
)
BARE = re.compile(r"国有资本(?!经营)")
NONE = re.compile(rf"(?:无|没有|未)[^。；]{{0,24}}(?:{FUND})")


def as_absence(question: str, history: Sequence[str], before: Answer, answer: Callable[[str, Sequence[str]], Answer]) -> Answer | None:
    """What the document says of there being none, after a refusal; None where it says no such thing or another item is asked for."""
    asked = ASKED.search(question) if before.status == "not_found" else None
    if asked is None:
        return None
    told = answer(f"{question[: asked.start()]}有没有{BARE.sub('国有资本经营预算', asked['item'])}", history)
    return told if told.status == "answered" and NONE.search(told.text) else None
