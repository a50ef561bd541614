"""A follow-up that asks one more thing of what was just named (“目标是多少”, “年初安排了多少”), where it was refused by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.answer import Answer
from app.telling.wording import FOLLOWS_ON
from ingest import late_re as re

Ask = Callable[[str, Sequence[str]], Answer]

ASKED = re.compile(  # where a question leaves the thing that it names and asks
    r"(?:这个|那个|这一?项|那一?项)?(?:项目)?(?:一年|今年|去年|当年|全年|实际|一共|总共|大概|到底|究竟|都)*"
    r"(?:花|用|要|安排|支出|投入|批|给|拨|执行|是|有|得|打|买|采购)*(?:了|的)?(?:多少|几(?!乎)|什么|啥|哪|谁|怎么|[吗呢?]).*$"
)
OF_A_THING = re.compile(  # what a project or a purchase has besides its amount
    r"目标|指标|得分|[得打扣]了?(?:几|多少)分|自评|年初|调整|实际|执行|完成|哪(?:一)?[个家](?:单位|部门|科室|机构)|归谁|谁的|单价|规格|级别|用途|用来|干什么|做什么"
    r"|(?:几|多少)(?:台|套|批次?|次|户|人次?|场|件|箱|公里|平方米|米)"
)
NEW_ITEM = re.compile(r"(?:那|其中)?[^,;?]{2,12}呢[?]?$")
BARE = re.compile(r"(?:那么?|一共|总共|共|要|花|用|是|了|有)*(?:多少|几)(?:钱|元|万元|台|套|个|件)?呢?[?？。]?")  # of the thing before it
LONGEST = 24
SHORTEST_NAME = 4


def about_same(question: str, history: Sequence[str], ask: Ask, left_of: Callable[[str], str]) -> Answer | None:
    """The answer for the thing that the question before named, said to be of it; None where that names none or is not answered either.

    `left_of` gives what is left of a question without the body, the year and the kind of document.
    """
    is_of_thing = len(question) <= LONGEST and OF_A_THING.search(question) and not NEW_ITEM.fullmatch(question)
    while len(history) > 1 and BARE.fullmatch(history[-1].strip()):
        history = history[:-1]
    subject = ASKED.sub("", history[-1].rstrip("?？。 ")).rstrip("，, 的") if history and is_of_thing else ""
    named = left_of(subject).strip(" ,，的“”") if subject else ""
    if len(re.sub(r"\s", "", named)) < SHORTEST_NAME:
        return None
    answer = ask(f"{subject}{question}", history[:-1])
    told = FOLLOWS_ON.format(topic=re.sub(r"^[那这]个|\s+", "", named))
    return replace(answer, text=f"{answer.text}\n{told}") if answer.status == "answered" else None
