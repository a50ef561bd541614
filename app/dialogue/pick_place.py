"""“第二大的是哪个”: a place in the ranking that the question for the largest gives, asked for alone or after that question."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.answer import Answer
from app.dialogue.refer_back import tell_picked
from ingest import late_re as re
from ingest.outline.headings import numeral_value
from ingest.quantity import YUAN_PER_UNIT
from retrieval.spelling.normalize_question import normalize_question

Ask = Callable[[str, Sequence[str]], Answer]

PLACED = re.compile(r"(?<!比)第([二三四五六七八九十])([大多高贵小少低])(?!类|功能|部分|板块|项|学|队|组|级|中|等|职)")
WHETHER = re.compile(r"(最[大多高贵小少低]的?(?:一?[个项笔]|项目)?)(?:就)?是([^,;?，；？哪什谁多几]{2,24})(?:吗|吧|么)[?？。]?$")
RANKED = re.compile(r"最[高低多少大小]的是\*\*")
CHATTER = re.compile(r"[\W]|那么?|其中|的|呢|是|哪一?[个项]|什么|叫|多少|几|钱|项目|金额|安排|分别|又|各|有")


def as_which(question: str) -> str:
    """“最大的是甲吗” as the question which it is; any other as it is."""
    return WHETHER.sub(r"\1是哪个？", question)


def pick_place(question: str, history: Sequence[str], ask: Ask) -> Answer | None:
    """The thing in the place asked for; None where no place is, or no ranking was found that reaches so far."""
    asked = normalize_question(question)
    found = PLACED.search(asked)
    if found is None:
        return None
    is_bare = bool(history) and not CHATTER.sub("", PLACED.sub("", asked))
    end = f"最{found[2]}"
    base = as_which(history[-1]) if is_bare else PLACED.sub(end, asked)
    before = history[:-1] if is_bare else history
    last = ask(re.sub("最[大多高贵小少低]", end, base), before)
    is_of_one = len({one.document_id for one in last.citations}) == 1  # else its values do not name the bodies
    if last.status != "answered" or last.calculation or not is_of_one or not RANKED.search(last.text):
        return None
    ranked = [one for one in last.values if one.unit]
    place = (numeral_value(found[1]) or 0) - 1
    if not 0 < place < len(ranked) or len({one.unit in YUAN_PER_UNIT or one.unit for one in ranked}) > 1:
        return None
    ranked.sort(key=lambda one: one.value * YUAN_PER_UNIT.get(one.unit, 1), reverse=found[2] in "大多高贵")
    return tell_picked(last, ranked[place], found[0])
