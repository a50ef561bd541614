"""“退休的呢” after a question how many persons there are: how many retired ones, not what is paid to them."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import late_re as re

COUNTED = re.compile(r"(?:几|多少)(?:个|名|位|号)?人(?!民币|均)|(?:人数|人员|编制|职工)(?:是|有|为)?(?:多少|几)|(?:多少|几)名")
GROUP = re.compile(
    r"(?:那么?|其中|还有|另外)?[,，]?(离退休|退休|离休|在职|在编|编外|临聘|聘用|劳务派遣|遗属)(?:的|人员|职工|干部)*(?:呢|有?(?:几|多少)(?:个|名|位)?(?:人)?)?[?？]?"
)


def count_persons(question: str, history: Sequence[str]) -> str:
    """The question with what is counted put in words, where it only names a group of persons after others were counted."""
    group = GROUP.fullmatch(question.strip()) if history and COUNTED.search(history[-1]) else None
    return f"{group[1]}人员有多少人" if group else question
