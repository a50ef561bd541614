"""A question that points at the answer before it, made whole: its source, another unit, the second of its list, “its” goal."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.answer import Answer, Value
from app.dialogue.ask_of_row import LOST_ASKED, ask_of_row, row_told
from app.dialogue.other_side import other_side
from app.dialogue.repeats_last import repeats_last
from app.question.read_told_relation import read_told_relation
from app.telling.wording import PICKED, PICKED_VALUE
from ingest.outline.headings import numeral_value
from retrieval.spelling.normalize_question import normalize_question

Ask = Callable[[str, Sequence[str]], Answer]
Related = Callable[[str, Sequence[str]], str | None]

NTH = re.compile(
    r"^(?:那么?|其中)?(?:第([一二三四五六七八九十\d]+)|最后一)(?:个|家|项|名|位|科|笔|类)?(?=$|呢|的|是|叫|有|多少|\?|项目|单位|科室)"
)
BARE = re.compile(r"(?:项目|单位|科室)?(?:呢|是(?:什么|哪个|谁|多少|啥)|叫(?:什么|啥)(?:名字)?|多少(?:钱)?|有多少(?:钱)?)?\??")
ITS = re.compile(r"^(?:那么?)?(?:它|这个项目|该项目|那个项目|这个|这项|该项)的?(?=.{2,})")
OF_GOAL = re.compile(r"绩效目标|年度目标|总体目标|满意度|指标|干什么|做什么|用途|用来")
NAMED = re.compile(r"(?:最[高低多少大小]的是|(?:第[^\s*]{1,3}|最后一)[个项家]是)\*\*(.+?)\*\*")
SHARE_OF = re.compile(r"^(.+?)占这\d+项合计的比重\*\*", re.MULTILINE)
AGAINST_BOOK = re.compile(r"^(?:那么?|它)?(?:比|和|跟|与|较)20\d\d年?度?的?(?:部门|单位)?(?:预算|决算)")  # “比2023年决算多多少”
HIGHEST, LOWEST = re.compile(r"最[高多大]的是\*\*|从高到低："), re.compile(r"最[低少小]的是\*\*|从低到高：")
LISTED = re.compile(r"(?:\d+|[两二三四五六七八九十]+)[个项家类种][^：。，、\n]{0,18}：([^。\n]+?、[^。\n]+)。")
WHICH_ONES = re.compile(r"(?:那么?)?(?:都|具体|分别)*(?:有|是|叫|包括)*(?:哪些|哪几个|什么(?:名字)?)(?:呢)?\??")
NUMBERED_LINE = re.compile(r"^- \d+[.、．](?!\d)\s*([^：:\n]{2,40})$", re.MULTILINE)
RANK_ASKED = re.compile(r"最[多高大贵少低小]|前[二两三四五\d]名|排名|第[二三四五六]?[大多高小少低]")
LEAST = re.compile(r"最[少低小]|第.[小少低]")
COUNT_ASKED = re.compile(r"(?:几|多少)[个项家条类]")
FEWEST = 2
MOST_BACK = 3


def refer_back(
    question: str, history: Sequence[str], ask: Ask, name_of: Callable[[str], str], related: Related = lambda *_: None
) -> tuple[str, tuple[str, ...]]:
    """The question and those before it, each made whole by the answer that it points at.

    `ask` gives the answers, `name_of` the name of a document by its id, `related` what a question that only sets in relation what was
    told before it leaves for those after it: nothing (empty), or the question for the body that it names; None of any other question.
    """
    asked: tuple[str, ...] = ()
    row = ""  # the project whose form was told of last, with its document
    for said in (*history, question):
        is_after_loss = bool(row and LOST_ASKED.search(asked[-1]))
        unit, of_row = _repeats(said, asked, ask), ask_of_row(normalize_question(said), is_after_loss=is_after_loss)
        row = (_row(asked, of_row, ask, name_of) or row) if of_row and asked else row if unit is not None else ""
        if asked and unit is not None:
            asked = _up_to_list(asked, ask) if COUNT_ASKED.search(normalize_question(said)) else _again(asked, unit, ask)
        else:
            asked = (*asked, f"{row}{of_row}" if row else _named(said, asked, ask, name_of))
    picks = {place for place, one in enumerate(asked[:-1]) if _is_pick(one) and pick_listed(one, asked[:place], ask)}
    kept = [(place, one) for place, one in enumerate(asked[:-1]) if place not in picks]  # what was picked of a list asks nothing further
    left = (one if (name := related(one, asked[:place])) is None else name for place, one in kept)
    return asked[-1], tuple(filter(None, left))


def pick_listed(question: str, history: Sequence[str], ask: Ask) -> Answer | None:
    """The n-th of what the answer before lists, where nothing more is asked of it; None where another thing is asked."""
    found = NTH.match(normalize_question(question))
    if not history or found is None or not _is_pick(question):
        return None
    end = max((place for place, one in enumerate(history) if not _is_pick(one) and not _points_back(one)), default=0)
    last = ask(history[end], history[:end])
    values = _ranked(_in_order(last), history[end:])
    names = [one.label for one in values] or _names(last)
    place = _place(found, len(names))
    if place is None:
        return None
    ordinal = found[0].removeprefix("那么").removeprefix("那").removeprefix("其中")
    if not values:
        return replace(last, text=PICKED.format(ordinal=ordinal, name=names[place], last=last.text))
    return tell_picked(last, values[place], ordinal, name_of_body(last, values[place]))


def picks_nth(question: str, answer: Answer) -> bool:
    """Whether only the n-th of a list was asked for and a figure is told instead: what was asked before it, once more."""
    return _is_pick(question) and answer.status == "answered" and bool(answer.values)


def name_of_body(last: Answer, value: Value) -> str:
    """The document of an amount among those of several bodies, whose labels are alike; empty where all are of one."""
    is_of_several = len({one.document_id for one in last.citations}) > 1
    at = last.values.index(value)
    return f"{last.citations[at].title}，" if is_of_several and len(last.citations) == len(last.values) else ""


def tell_picked(last: Answer, value: Value, ordinal: str, body: str = "") -> Answer:
    """The answer to which of those that were listed stands in a place."""
    at = last.values.index(value)
    cited = last.citations[at : at + 1] if len(last.citations) == len(last.values) else last.citations
    text = PICKED_VALUE.format(ordinal=ordinal, name=f"{body}{value.label}", value=f"{value.value:f}", unit=value.unit)
    return replace(last, text=text, values=(value,), citations=cited, calculation=None)


def _is_pick(question: str) -> bool:
    """Whether a question only asks for the n-th of what was listed."""
    found = NTH.match(normalized := normalize_question(question))
    return found is not None and bool(BARE.fullmatch(normalized[found.end() :]))


def _points_back(question: str) -> bool:
    """Whether a question asks more of the one thing that was picked before it, made whole or not."""
    normalized = normalize_question(question)
    return bool(ITS.match(normalized) or OF_GOAL.match(normalized) or ask_of_row(normalized) or WHICH_ONES.fullmatch(normalized)) or (
        repeats_last(question) is not None or read_told_relation(question) is not None
    )


def _repeats(said: str, asked: Sequence[str], ask: Ask) -> str | None:
    """As `repeats_last`; which things there are (“都有哪些”) is asked again too of an answer that counts them by name."""
    if WHICH_ONES.fullmatch(normalize_question(said)) and asked and _names(ask(asked[-1], tuple(asked[:-1]))):
        return ""
    return repeats_last(said)


def _again(asked: Sequence[str], unit: str, ask: Ask) -> tuple[str, ...]:
    """The questions up to the latest that was answered (in figures, where these are wanted in a unit), asked once more."""
    for end in range(len(asked), max(0, len(asked) - MOST_BACK), -1):
        last = ask(asked[end - 1], asked[: end - 1])
        if last.status == "answered" and (last.values or not unit):
            return (*asked[: end - 1], f"{asked[end - 1].rstrip('?？。 ')}，按{unit}" if unit else asked[end - 1])
    return tuple(asked)


def _up_to_list(asked: Sequence[str], ask: Ask) -> tuple[str, ...]:
    """The questions up to the latest whose answer lists several things, for a count of them; as `_again` where none does."""
    for end in range(len(asked), max(0, len(asked) - MOST_BACK), -1):
        last = ask(asked[end - 1], asked[: end - 1])
        if max(len(_names(last)), len(last.values)) >= FEWEST:
            return tuple(asked[:end])
    return _again(asked, "", ask)


def _named(question: str, before: Sequence[str], ask: Ask, name_of: Callable[[str], str]) -> str:
    """The question with the name of the thing that it points at in the answer before; as it is where it points at none."""
    normalized = normalize_question(question)
    nth, its = NTH.match(normalized), ITS.match(normalized)
    if before and (sided := other_side(question, before[-1], ask(before[-1], before[:-1]))) != question:
        return sided
    if before and AGAINST_BOOK.match(normalized):
        last = ask(before[-1], before[:-1])
        document = _document(last, name_of).rstrip(",")
        return f"{document}的{last.values[0].label}{normalized}" if document and len(last.values) == 1 else question
    if not before or not (nth or its or OF_GOAL.match(normalized)):
        return question
    last = pick_listed(before[-1], before[:-1], ask) or ask(before[-1], before[:-1])
    if nth and not BARE.fullmatch(normalized[nth.end() :]):
        names = [one.label for one in _in_order(last)] or _names(last)
        place = _place(nth, len(names))
        return question if place is None else f"{_document(last, name_of)}{names[place]}{normalized[nth.end() :]}"
    named = (NAMED.search(last.text) or SHARE_OF.search(last.text)) if not nth else None
    if named is None:
        return question
    return f"{_document(last, name_of)}{named[1]}的{normalized[its.end() :] if its else normalized}"


def _row(before: Sequence[str], of_row: str, ask: Ask, name_of: Callable[[str], str]) -> str:
    """The row of a form that the latest answer told of and that this is asked of, with its document; empty where it told of none."""
    last = pick_listed(before[-1], before[:-1], ask) or ask(before[-1], before[:-1])
    name = row_told(last, of_row)
    return f"{_document(last, name_of)}{name}" if name else ""


def _document(answer: Answer, name_of: Callable[[str], str]) -> str:
    """The document of an answer, as the beginning of a question; empty where it is of several."""
    documents = {one.document_id for one in answer.citations}
    return f"{name_of(documents.pop())}," if len(documents) == 1 else ""


def _in_order(answer: Answer) -> tuple[Value, ...]:
    """The amounts of a list, ranked where one end of them was asked for; none where the answer gives no list."""
    if answer.status != "answered" or len(answer.values) < FEWEST or answer.calculation:
        return ()
    ranks = [sign for sign, told in ((-1, HIGHEST), (1, LOWEST)) if told.search(answer.text)]
    if not ranks:
        return answer.values
    is_ranked = len(ranks) == 1 and len({one.unit for one in answer.values}) == 1
    return tuple(sorted(answer.values, key=lambda one: ranks[0] * one.value)) if is_ranked else ()


def _ranked(values: Sequence[Value], turns: Sequence[str]) -> tuple[Value, ...]:
    """The amounts of a list by size, where one of the turns from it on asks for an end of it (“最大的呢”, “前三名”); as they are else."""
    ends = [RANK_ASKED.search(normalize_question(one)) for one in turns]
    asked = next((found for found in reversed(ends) if found), None)
    if asked is None or len({one.unit for one in values}) != 1:
        return tuple(values)
    sign = 1 if LEAST.search(asked[0]) else -1
    return tuple(sorted(values, key=lambda one: sign * one.value))


def _names(answer: Answer) -> list[str]:
    """The names that a quoted answer counts."""
    found = LISTED.search(answer.text) if answer.status == "answered" else None
    lines = NUMBERED_LINE.findall(answer.text) if found is None and answer.answered_by == "quote" and not answer.values else []
    return found[1].split("、") if found else [line.strip("。；;") for line in lines]


def _place(found: re.Match[str], count: int) -> int | None:
    """The place of the n-th of so many; None where there are fewer."""
    number = numeral_value(found[1]) if found[1] else count
    return number - 1 if FEWEST <= count >= number >= 1 else None
