"""A question that points at the answer before it, made whole: its source, another unit, the second of its list, “its” goal."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.answer import Answer, Value
from app.refer_to_two import refer_to_two
from app.wording import PICKED, PICKED_VALUE
from ingest.headings import numeral_value
from retrieval.normalize_question import normalize_question

Ask = Callable[[str, Sequence[str]], Answer]

OF_IT = r"(?:那么?|请问|这|那|该|上面|刚才)?(?:一?个|些|笔|项)?(?:的)?(?:数字?|数据|金额|结果|答案|结论|钱|话)?(?:的)?(?:具体)?"
WHERE = (
    r"(?:出处|来源|依据|原文|原话|原表|页码)(?:呢|是什么|是哪里?|是啥|在哪儿?里?(?:一?页|张表)?|有吗|怎么(?:写|说)的?)?"
    r"|(?:是)?(?:在|从|出自|来自|见)(?:文件的?|原文的?)?(?:哪(?:里|儿)?(?:一?页|张表|个表|看|查|找|得|来|写)*(?:到|出)?的?|第几页|什么表)"
    r"|(?:在)?第几页|哪一?页|哪张表|怎么来的"
)
AGAIN = re.compile(
    rf"(?!.{{0,4}}(?:钱|资金|经费)(?:是|都|主要)*(?:从|打)哪)"
    rf"{OF_IT}(?:{WHERE}|再(?:说|讲|来)一(?:遍|次)|(?:一共|总共|共)有?(?:几|多少)[个项家条类](?:项目|科室|单位|机构)?)\??"
)
IN_UNIT = re.compile(
    rf"{OF_IT}(?:(?:如果|要是)?(?:按|用|以|换算?成|折合?成?|化成|写成|转成)(亿元|万元|元)(?:来|为单位|做单位)?(?:算|计|表示|说|的话)?|(?=[\s\S]{{0,4}}多少元)(?:合|是|等于|有)?多少(元))"
    r"(?:,?(?:是|合|呢|等于|有)*(?:多少|几)?(?:亿元|万元|元|钱)?)?呢?\??"
)
NTH = re.compile(
    r"^(?:那么?|其中)?(?:第([一二三四五六七八九十\d]+)|最后一)(?:个|家|项|名|位|科|笔|类)?(?=$|呢|的|是|叫|有|多少|\?|项目|单位|科室)"
)
BARE = re.compile(r"(?:项目|单位|科室)?(?:呢|是(?:什么|哪个|谁|多少|啥)|叫(?:什么|啥)(?:名字)?|多少(?:钱)?|有多少(?:钱)?)?\??")
ITS = re.compile(r"^(?:那么?)?(?:它|这个项目|该项目|那个项目|这个|这项|该项)的?(?=.{2,})")
OF_GOAL = re.compile(r"绩效目标|年度目标|总体目标|满意度|指标|干什么|做什么|用途|用来")
NAMED = re.compile(r"(?:最[高低多少大小]的是|(?:第[^\s*]{1,3}|最后一)[个项家]是)\*\*(.+?)\*\*")
HIGHEST, LOWEST = re.compile(r"最[高多大]的是\*\*|从高到低："), re.compile(r"最[低少小]的是\*\*|从低到高：")
LISTED = re.compile(r"(?:\d+|[两二三四五六七八九十]+)[个项家类种][^：。，、\n]{0,6}：([^。\n]+?、[^。\n]+)。")
FEWEST = 2
MOST_BACK = 3


def refer_back(question: str, history: Sequence[str], ask: Ask, name_of: Callable[[str], str]) -> tuple[str, tuple[str, ...]]:
    """The question and those before it, each made whole by the answer that it points at.

    `ask` gives the answers, `name_of` the name of a document by its id.
    """
    asked: tuple[str, ...] = ()
    for place, said in enumerate((*history, question)):
        one = refer_to_two(said, history[:place], ask, name_of)
        unit = _repeats(one)
        asked = _again(asked, unit, ask) if asked and unit is not None else (*asked, _named(one, asked, ask, name_of))
    return asked[-1], asked[:-1]


def pick_listed(question: str, history: Sequence[str], ask: Ask) -> Answer | None:
    """The n-th of what the answer before lists, where nothing more is asked of it; None where another thing is asked."""
    found = NTH.match(normalize_question(question))
    if not history or found is None or not _is_pick(question):
        return None
    end = max((place for place, one in enumerate(history) if not _is_pick(one) and not _points_back(one)), default=0)
    last = ask(history[end], history[:end])
    values = _in_order(last)
    names = [one.label for one in values] or _names(last)
    place = _place(found, len(names))
    if place is None:
        return None
    ordinal = found[0].removeprefix("那么").removeprefix("那").removeprefix("其中")
    if not values:
        return replace(last, text=PICKED.format(ordinal=ordinal, name=names[place], last=last.text))
    return tell_picked(last, values[place], ordinal)


def tell_picked(last: Answer, value: Value, ordinal: str) -> Answer:
    """The answer to which of those that were listed stands in a place."""
    at = last.values.index(value)
    cited = last.citations[at : at + 1] if len(last.citations) == len(last.values) else last.citations
    text = PICKED_VALUE.format(ordinal=ordinal, name=value.label, value=f"{value.value:f}", unit=value.unit)
    return replace(last, text=text, values=(value,), citations=cited, calculation=None)


def _is_pick(question: str) -> bool:
    """Whether a question only asks for the n-th of what was listed."""
    found = NTH.match(normalized := normalize_question(question))
    return found is not None and bool(BARE.fullmatch(normalized[found.end() :]))


def _points_back(question: str) -> bool:
    """Whether a question asks more of the one thing that was picked before it, made whole or not."""
    normalized = normalize_question(question)
    return bool(ITS.match(normalized) or OF_GOAL.match(normalized)) or _repeats(question) is not None


def _repeats(question: str) -> str | None:
    """The unit in which a question wants the answer before it, empty where in its own; None where it asks something else."""
    normalized = normalize_question(question)
    unit = IN_UNIT.fullmatch(normalized)
    return (unit[1] or unit[2]) if unit else "" if AGAIN.fullmatch(normalized) else None


def _again(asked: Sequence[str], unit: str, ask: Ask) -> tuple[str, ...]:
    """The questions up to the latest that was answered (in figures, where these are wanted in a unit), asked once more."""
    for end in range(len(asked), max(0, len(asked) - MOST_BACK), -1):
        last = ask(asked[end - 1], asked[: end - 1])
        if last.status == "answered" and (last.values or not unit):
            return (*asked[: end - 1], f"{asked[end - 1].rstrip('?？。 ')}，按{unit}" if unit else asked[end - 1])
    return tuple(asked)


def _named(question: str, before: Sequence[str], ask: Ask, name_of: Callable[[str], str]) -> str:
    """The question with the name of the thing that it points at in the answer before; as it is where it points at none."""
    normalized = normalize_question(question)
    nth, its = NTH.match(normalized), ITS.match(normalized)
    if not before or not (nth or its or OF_GOAL.match(normalized)):
        return question
    last = pick_listed(before[-1], before[:-1], ask) or ask(before[-1], before[:-1])
    if nth and not BARE.fullmatch(normalized[nth.end() :]):
        names = [one.label for one in _in_order(last)] or _names(last)
        place = _place(nth, len(names))
        return question if place is None else f"{_document(last, name_of)}{names[place]}{normalized[nth.end() :]}"
    named = NAMED.search(last.text) if not nth else None
    if named is None:
        return question
    return f"{_document(last, name_of)}{named[1]}的{normalized[its.end() :] if its else normalized}"


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


def _names(answer: Answer) -> list[str]:
    """The names that a quoted answer counts."""
    found = LISTED.search(answer.text) if answer.status == "answered" else None
    return found[1].split("、") if found else []


def _place(found: re.Match[str], count: int) -> int | None:
    """The place of the n-th of so many; None where there are fewer."""
    number = numeral_value(found[1]) if found[1] else count
    return number - 1 if FEWEST <= count >= number >= 1 else None
