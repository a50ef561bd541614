"""A question that asks several things to its single questions, each with the words that lead up to it."""

from __future__ import annotations

import re

CLAUSE = re.compile(r"(?:[^,;。?!]|,(?=\d{3}(?!\d)))+[,;。?!]*")
LISTED = re.compile(r"((?:多少|几)[^,;。?!、]{0,8})、(?=[^,;。?!、]{2,14}(?:多少|几))")  # “办多少件、接待多少人”
ON_AND_ON = re.compile(  # “培训几次考核几次”, “几支队几个人”
    r"((?:多少|(?<![的这那前后好])几)[个支条台次人场户辆套批项]次?[^,;。?!、多几的是有占比]{0,2})\s*(?=[^,;。?!、多几的是有占比]{0,4}(?:多少|几)[个支条台次人场户辆套批项])"
)
ASKS = re.compile(r"多[少大长久]|(?<![的这那前后好])几(?!乎|年来)|哪|什么|啥|咋|怎[么样]|为何|何时|谁|吗|呢|是否|有没有|是不是|占比|比例是")
MARKED = re.compile(r"[^,;。?!]{2}\?")  # a mark of its own makes a question of a name alone (“满意度目标?”)
LEADS_UP = re.compile(r"(?:请问|你好|您好|在吗|对吧|真的|好吧|可以|方便)?\W*")
MOST_PARTS = 4


def split_question(question: str) -> tuple[str, ...]:
    """The single questions of a normalised question, in order; one alone where it asks one thing.

    A clause that asks nothing leads up to the next that does; what follows the last belongs to it.
    """
    parts: list[str] = []
    lead = ""
    for clause in CLAUSE.findall(ON_AND_ON.sub(r"\1,", LISTED.sub(r"\1,", question))):
        lead += clause
        if ASKS.search(clause) or (MARKED.search(clause) and not LEADS_UP.fullmatch(clause)):
            parts.append(lead)
            lead = ""
    if parts:
        parts[-1] += lead
    parts = [part.strip(" ,;。?") for part in parts]
    return tuple(parts) if 1 < len(parts) <= MOST_PARTS else (question,)
