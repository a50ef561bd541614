"""“再把奖金算进去,三样合计多少”, “乙局的也报一下,两家差多少”: a turn of a dialogue that asks two things of what was told before it."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.dialogue.refer_back import Ask
from app.question.split_question import split_question
from app.question_reader import QuestionReader
from app.telling.join_answers import join_answers
from ingest import late_re as re
from retrieval.spelling.normalize_question import normalize_question

COUNT = r"(?P<count>[这那]?[两三四五六2-6][样项个笔者块家]|[这那]几[样项个笔])"
TOGETHER = r"(?P<sum>(?:加起来|合起来|一共|总共|共计|合计|总计|加总)[^,;?]{0,6}?(?:多少|几)[^,;?]{0,3}|(?:加起来|合起来|合计|总计)呢?)"
TAKEN_IN = re.compile(
    rf"(?:那么?|请|那)?(?:再|如果|要是)*(?:把|将|连|连同|加上?|算上)(?P<item>[^,;?]{{2,14}}?)(?:也|都|一起|一并)*(?:算|加|计|包括|合|并)?(?:进去|进来|上去?|在内|一起)?[,的]*"
    rf"{COUNT}(?:的)?{TOGETHER}[?。]?"
)
SHOW = r"(?:报|说|查|看|列|讲|找|给|写|算)(?:一?[下报查看说算]|出来|一?个)?"
PAIR = r"(?:[这那它他]们?)?(?:[两俩二]个?(?:家|局|单位|部门|中心|机构|学校|者|边|方)?|二者)(?:之间)?(?:的|加)?"
THEN = rf"(?P<then>{PAIR}(?:相?差|谁|哪|加|合|一共|总共|共计|总计).*|(?:加起来|合起来|相?差|差额)[^,;?]*(?:多少|几).*)"
SHOWN_TOO = re.compile(
    rf"(?:那么?|请|再|还有|顺便|把)*(?:(?P<item>[^,;?]{{2,40}}?)的?(?:也|一并|同样|一起)(?:给我?|帮我?)?{SHOW}"
    rf"|也(?:给我?|帮我?)?{SHOW}(?P<other>[^,;?]{{2,40}}?))的?,{THEN}"
)
LIKEWISE = "{item}呢"
SUM = "{count}{sum}"
FEWEST = 2


def taken_in(question: str, history: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The question for the sum or the gap alone, after one for the thing that is taken in or shown too; as they are where none is."""
    said = normalize_question(question).strip() if history else ""
    if shown := SHOWN_TOO.fullmatch(said):
        return shown["then"], (*history, LIKEWISE.format(item=shown["item"] or shown["other"]))
    found = TAKEN_IN.fullmatch(said)
    if found is None:
        return question, history
    return SUM.format(count=found["count"], sum=found["sum"]), (*history, LIKEWISE.format(item=found["item"]))


def answer_both_asked(question: str, history: Sequence[str], ask: Ask, reader: QuestionReader) -> Answer | None:
    """The answers to the parts of a turn, each asked of what was told before it; None where one names a thing or is not known."""
    parts = split_question(normalize_question(question)) if history else ()
    if len(parts) < FEWEST or not all(reader.is_bare(part, history) for part in parts):
        return None
    answers = [ask(part, history) for part in parts]
    is_told = all(one.status == "answered" and one.answered_by == "rule" and one.values for one in answers)
    return join_answers(answers) if is_told and len({_documents(one) for one in answers}) == 1 else None


def _documents(answer: Answer) -> frozenset[str]:
    """The documents that an answer cites."""
    return frozenset(one.document_id for one in answer.citations)
