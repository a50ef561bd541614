"""A bare “为什么” after a change that the text tells: the reason that stands in the very sentence of that change."""

from __future__ import annotations

from app.answer import Answer
from app.dialogue.change_told import WHY
from app.dialogue.turn import Turn
from app.prose.answer_reason import Stated, read_reasons
from app.prose.find_change import DOWN, UP
from app.telling import wording_text as wording
from app.telling.cite import document_name, plain, within_quotes
from app.telling.passages import cite_passage, last_heading
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.normalize_question import normalize_question

CHANGED_BY = re.compile(r"(?:增加|减少|增长|下降|上升|降低)(?:了|额|为)?(?:约)?(\d[\d,]*(?:\.\d+)?)\s*(?:[万亿]?元|%)")
AMOUNT_CHANGED = re.compile(r"(?:增加|减少|增长|下降|上升|降低)(?:了|额|为)?(?:约)?(\d[\d,]*(?:\.\d+)?)\s*[万亿]?元")


def reason_told(turn: Turn) -> Answer | None:
    """The reason of the change that the answer before tells; None where nothing but why is not asked, or its sentence gives none."""
    asked = normalize_question(turn.question)
    if not turn.history or not WHY.fullmatch(asked):
        return None
    last = turn.ask(turn.history[-1], turn.history[:-1])
    amount = _amount_changed(last)
    if not amount or _is_other_way(asked, amount[0]):
        return None
    cited = last.citations[0]
    document = turn.document_of(cited.document_id)
    stated = [one for one in read_reasons(document) if _is_of_change(one, amount[1]) and plain(one.text) and _is_cited(one, cited.quote)]
    return _tell(document, stated[0]) if len({one.text for one in stated}) == 1 else None


def _amount_changed(last: Answer) -> tuple[str, str] | None:
    """The only change that an answer tells from one sentence of the text, as printed, and its number; None where it tells none or more."""
    if last.status != "answered" or len(last.citations) != 1 or last.citations[0].table:
        return None
    found = list(CHANGED_BY.finditer(plain(last.citations[0].quote)))
    if last.values:
        told = {f"{value.value:f}" for value in last.values}
        changed = [one for one in found if one[1].replace(",", "") in told]
        return (changed[0][0], changed[0][1]) if changed and plain(changed[0][0])[:2] in last.text else None
    amounts = AMOUNT_CHANGED.findall(plain(last.citations[0].quote))
    return (found[0][0], found[0][1]) if len(amounts) == 1 and found[0][1] == amounts[0] else None


def _is_of_change(stated: Stated, number: str) -> bool:
    """Whether the last change told before a reason is that one, its rate aside."""
    amounts = AMOUNT_CHANGED.findall(plain(stated.subject)) or CHANGED_BY.findall(plain(stated.subject))
    return bool(amounts) and amounts[-1] == number


def _is_cited(stated: Stated, quote: str) -> bool:
    """Whether a stretch that gives a reason stands in the sentence that was cited, or ends with it."""
    text, told = plain(stated.text).rstrip("。；"), plain(quote).rstrip("。；")
    return text in told or told in text


def _is_other_way(asked: str, change: str) -> bool:
    """Whether it is asked why something rose that is told to have fallen, or the reverse."""
    return any(one.search(asked) and other.search(change) and not other.search(asked) for one, other in ((UP, DOWN), (DOWN, UP)))


def _tell(document: Document, stated: Stated) -> Answer:
    quotes = wording.QUOTE.format(text=plain(stated.text))
    text = wording.REASON.format(section=within_quotes(last_heading(stated.section)), quotes=quotes)
    cited = cite_passage(document, stated.section, stated.text, stated.paragraph.place)
    labelled = wording.LABELLED.format(document=document_name(document.info), text=text)
    return Answer("answered", labelled, citations=(cited,), answered_by="quote")
