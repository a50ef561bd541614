"""A follow-up that names no item of its own (“比去年呢”) after a question of whose item no figure was told: it is of nothing."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.dialogue.refer_back import Ask
from app.question_reader import QuestionReader
from app.telling.wording import NO_ITEM
from app.telling.wording_told import NOT_CALCULATED
from ingest import late_re as re

ITEM_NOT_FOUND = re.compile(re.escape(NO_ITEM).replace(r"\{documents\}", ".+").replace(r"\{asked\}", ".+"))
OF_ALL = re.compile(r"(?:总|全部|所有|整个)(?:的)?(?:支出|收入|预算|决算)|(?:支出|收入)(?:合计|总计|总额)|(?:一共|总共)(?:支出|收入|预算)")
TOGETHER = re.compile(r"(?:那么?)?(?:一共|总共|合计|加起来|合起来|共计)(?:是|有|要|花了?)*(?:多少|几)?(?:钱|个|人|万元)?(?:呢)?[?？。]?")
BARE = re.compile(
    r"(?:那么?)?(?:一共|总共|是|有|要|花了?)*(?:多少钱|多少|几个|几万|多少万元?)(?:呢)?[?？。]?"
    r"|(?:那)?(?:年初)?(?:预算|决算)数?(?:呢|多少)?[?？。]?"
)
POINTS = re.compile(r"[这那该贵本](?:个)?(?:单位|部门|局|委|厅|办|中心)|他们|它们?|你们|咱们?")
BOLD = re.compile(r"\*\*([^*]+)\*\*")
PAIR = 2


def follows_on_nothing(question: str, history: Sequence[str], answer: Answer, ask: Ask, reader: QuestionReader) -> Answer | None:
    """A refusal where an answer would tell a figure of something else; None for any other follow-up."""
    if history and TOGETHER.fullmatch(question.strip()) and answer.status == "answered":
        return _of_none_or_one(history, answer, ask)
    if not history or OF_ALL.search(question) or answer.status != "answered" or not answer.values:
        return None
    last = ask(history[-1], history[:-1])
    if last.status == "not_found" and _is_of_nobody(question, history, reader):
        is_alone = not POINTS.search(history[-1]) and ask(question, ()).values == answer.values
        return None if is_alone else last  # a question of its own is answered as one
    is_unknown = last.status == "not_found" and _tells_nothing(last, question)
    is_quoted = last.status == "answered" and last.answered_by == "quote" and not last.values
    if not (is_unknown or is_quoted) or reader.named_item(question, history) or reader.named_documents(question, history):
        return None
    if is_unknown:
        return last
    return None if is_of(reader.named_item(history[-1], history[:-1]), answer) else Answer("not_found", NOT_CALCULATED)


def _tells_nothing(last: Answer, question: str) -> bool:
    """Whether the turn before was refused for its item, or the question is but “多少钱” after a refusal."""
    return bool(ITEM_NOT_FOUND.search(last.text)) or last.text == NOT_CALCULATED or bool(BARE.fullmatch(question.strip()))


def _of_none_or_one(history: Sequence[str], answer: Answer, ask: Ask) -> Answer | None:
    """“一共呢” after a refusal, or answered with what one of two turns before it told: no sum of them."""
    told = [ask(history[at], history[:at]) for at in range(len(history))]
    if told[-1].status == "not_found":
        return told[-1]
    if answer.calculation:
        return None
    texts, amounts = [one.text for one in told if one.status == "answered"], BOLD.findall(answer.text)
    is_told = bool(amounts) and any(all(amount in BOLD.findall(text) for amount in amounts) for text in texts)
    return Answer("not_found", NOT_CALCULATED) if is_told and len(set(texts)) > 1 else None


def _is_of_nobody(question: str, history: Sequence[str], reader: QuestionReader) -> bool:
    """Whether neither a question nor those before it name a body that is known, though several are loaded."""
    choice = reader.choose(reader.read(question)[0], history)[0]
    bodies = {info.organization for info in reader.catalog.documents}
    return len(bodies) > 1 and not (choice.organizations or choice.units or choice.is_each)


def is_of(item: str, answer: Answer) -> bool:
    """Whether an answer's figures are called by some of the words of an item; true of an item without words."""
    words = re.findall(r"[一-鿿]{2,}", item)
    told = "".join((*(value.label for value in answer.values), *("".join((*one.row, *one.col)) for one in answer.citations)))
    pairs = [word[at : at + PAIR] for word in words for at in range(len(word) - 1)]
    return not pairs or any(pair in told for pair in pairs)
