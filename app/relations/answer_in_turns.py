"""“给公交车补多少钱，补几条线”: a question of several parts that was refused as a whole, answered part by part as a conversation is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.answer import Answer
from app.checks.check_asked import without_less
from app.dialogue.refer_back import Ask
from app.question.read_share_asked import read_share_asked
from app.question.read_told_relation import read_told_relation
from app.question.split_question import split_question
from app.relations.answer_part_by_part import is_of_other_kind, strays
from app.telling.join_answers import follows, goes_beyond, join_answers
from retrieval.spelling.normalize_question import normalize_question

SHARE_OF_SUM = re.compile(r"(?<=合计)(?=占)|(?<=加起来)(?=,?占)|(?<=合起来)(?=,?占)|(?<=总共)(?=占)|(?<=一共)(?=占)")
BARE_AMOUNT = re.compile(r"(?:各|分别)?(?:是|为|有)?多少(?:钱|万元|元)?")
AMOUNT = re.compile(r"\*\*[^*]*\d[^*]*\*\*")
ASKING = re.compile(r"(?:最后|最终|结果|又|各|分别|它|的|是|为|有|了|拿|打|评|多少|什么|啥|几|[?？,。])+")
YEAR_AGAINST = re.compile(r"(?:比|较|与|和|跟)(?:上年|去年|上一年|20\d\d年)")
SHORTEST = 2
IS_MUCH = "是多少,"


def answer_in_turns(question: str, history: Sequence[str], ask: Ask) -> Answer | None:
    """The answers to the parts of a question, each asked after those before it; None where one is refused or is of something else."""
    asked = normalize_question(question)
    parts = split_question(SHARE_OF_SUM.sub(IS_MUCH, asked, count=1))
    if len(parts) == 1:
        return None
    relates = [bool(read_share_asked(part) or read_told_relation(part)) for part in parts]
    answers: list[Answer] = []
    for place, part in enumerate(parts):
        if answers and BARE_AMOUNT.fullmatch(part) and AMOUNT.search(answers[-1].text):
            continue  # “谁最低,是多少”: the answer before tells it
        answer = ask(part, (*history, *parts[:place]))
        if answers and answer.status != "answered" and _is_quoted(part, answers[-1]):
            continue
        if answer.status != "answered" or (answers and not (relates[place] or stays(answer, answers, part))):
            return None
        is_related = relates[place] or YEAR_AGAINST.search(part)  # to what was told before, or to the year before
        if answers and not is_related and goes_beyond(answer, answers[0]):
            return None
        answers.append(answer)
    told = without_less(join_answers(answers), asked)
    return told if told.status == "answered" else None


def _is_quoted(part: str, last: Answer) -> bool:
    """Whether a part asks for a measure (得分, 等级) of which the sentence quoted before gives the number or grade."""
    measure = ASKING.sub("", part)
    quoted = "".join(line for line in last.text.splitlines() if line.startswith("> ")) if last.answered_by == "quote" else ""
    return len(measure) >= SHORTEST and bool(re.search(rf"{re.escape(measure)}[^，。；\d]{{0,4}}(?:\d|[优良中差]|[一二三特]级)", quoted))


def stays(answer: Answer, before: Sequence[Answer], part: str) -> bool:
    """Whether the answer to a later part is of what was told before it."""
    if answer.values and not follows(answer, before, part):
        return False
    return not is_of_other_kind(answer, before[0], part) and not strays(answer, before[0])
