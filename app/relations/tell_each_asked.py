"""“…多少？满意度目标？”: questions that stand one after the other under marks of their own, of which the answer tells but the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.answer import Answer
from app.checks.check_asked import without_less
from app.dialogue.refer_back import Ask
from app.relations.answer_in_turns import stays
from app.telling.cite import within_quotes
from app.telling.join_answers import goes_beyond, join_answers
from app.telling.wording_text import NOT_TOLD
from ingest import late_re as re
from retrieval.spelling.normalize_question import normalize_question

MARKED = re.compile(r"[^?]+\?|[^?]+$")
ASKS_NOTHING = re.compile(r"(?:请问|你好|您好|在吗|对[吧吗]|是[吧吗]|真的|好吧|可以吗?|谢谢|麻烦)?\W*")
ALSO_ASKED = re.compile(  # of its own: no answer to another question tells it
    r"满意|存在(?:哪些|什么|的)?问题|由(?:什么|哪些)(?:组成|构成)|^主要是什么$|^[和与比较跟](?:上年|去年)(?:相?比|对比)?(?:呢)?$|^同比$|^是(?:今年|去年|上年)的(?:钱|资金)吗?$"
    r"|^是哪个单位的?$|^多少钱$|目标$"
)
FILLERS = re.compile(r"多少|什么|啥|哪[些个家]?|几|[的是有了吗呢各,]|主要|存在|具体|如何|怎样|怎么")
NOT_SAID = "没有写明"
NAMED, MOST = 2, 3
SHARE = "%"


def tell_each_asked(question: str, history: Sequence[str], answer: Answer, ask: Ask) -> Answer | None:
    """The answer with those to the other questions, or the word that one is not answered; None where it tells no less than they ask."""
    parts = [one.strip(" ?,;。") for one in MARKED.findall(normalize_question(question))]
    parts = [one for one in parts if not ASKS_NOTHING.fullmatch(one)]
    if answer.status != "answered" or not 1 < len(parts) <= MOST:
        return None
    told = [without_less(ask(part, (*history, *parts[:place])), part) for place, part in enumerate(parts)]
    if not figures(answer) <= set().union(*map(figures, told)) or len(answer.text) > sum(len(one.text) for one in told):
        return None  # it tells more than the questions by themselves
    is_told = [one.status == "answered" and tells_all(answer, one) for one in told]
    if not any(is_told):
        return None
    first = is_told.index(True)
    added = [not done and belongs(one, answer, part) for one, part, done in zip(told, parts, is_told, strict=True)]
    is_open = [
        is_left_open(part, answer, told[first]) and not more and (not done or (place > first and says_again(told[place], told[first])))
        for place, (part, done, more) in enumerate(zip(parts, is_told, added, strict=True))
    ]
    if not any(added) and not any(is_open):
        return None
    answers = [answer if place == first else one for place, one in enumerate(told) if place == first or added[place]]
    joined = join_answers(answers) if len(answers) > 1 else answer
    notes = [NOT_TOLD.format(part=within_quotes(part)) for part, left in zip(parts, is_open, strict=True) if left]
    return replace(joined, text="\n".join((joined.text, *notes)))


def is_left_open(part: str, answer: Answer, told: Answer) -> bool:
    """Whether a question can be left open by an answer: this tells no more than that to another of them, and not with it what is asked."""
    is_alone = len(answer.values) <= len(told.values) and len(answer.text) <= len(told.text)
    return bool(ALSO_ASKED.search(part)) and is_alone and NOT_SAID not in answer.text


def figures(answer: Answer) -> set[tuple[Decimal, str]]:
    """The figures of an answer, whatever they are called; one share is as good as another, printed or reckoned."""
    return {(Decimal(0) if one.unit == SHARE else one.value, one.unit) for one in answer.values}


def tells_all(whole: Answer, part: Answer) -> bool:
    """Whether an answer tells all that another does: its figures, or where it has none the words it quotes."""
    if part.values:
        return figures(part) <= figures(whole)
    quotes = [one.quote.rstrip("；。") for one in part.citations]
    return bool(quotes) and all(any(quote in one.quote for one in whole.citations) for quote in quotes)


def says_again(told: Answer, before: Answer) -> bool:
    """Whether the answer to one of the questions only repeats the one before it, under the same name."""
    return tells_all(before, told) and {*told.values} <= {*before.values}


def belongs(told: Answer, answer: Answer, part: str) -> bool:
    """Whether the answer to one of the questions can stand beside that to the others: it is found, and of the same, a quotation by name."""
    is_named = bool(told.values) or all(name[:NAMED] in told.text for name in FILLERS.split(part) if len(name) >= NAMED)
    return told.status == "answered" and is_named and stays(told, [answer], part) and not goes_beyond(told, answer)
