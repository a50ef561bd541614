"""By how many there are more or fewer of a thing than the year before, as the sentence that counts it tells (“车辆8辆，较上年减少1辆”)."""

from __future__ import annotations

from app.answer import Answer
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.cite import within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, narrative, sentences
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.is_talk import is_talk
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import load_vocabulary

BEFORE = r"(?:比|较|与|和|跟)?(?:上年|去年|上一年)(?:度|末|底|同期)?(?:相比|比)?,?"
MORE, FEWER = r"增加|多|增", r"减少|少|减"
COUNTER = r"辆|台|套|人|名|个"
ASKED = re.compile(
    rf"(?:的?(?:数量|总数|数))?{BEFORE}(?:有所)?(?:(?P<more>{MORE})|(?P<fewer>{FEWER}))[了加少]?(?:多少|几)(?P<counter>{COUNTER})"
)
REASON_ASKED = re.compile(r"(?:是)?(?:为什么|为何|因为什么|(?:主要)?原因(?:是|有)?(?:什么|哪些)?|怎么回事)")
CARS = re.compile(r"车辆|汽车|车")
TOLD = re.compile(
    rf"(?P<thing>[^，。；：、\d]{{2,14}})(?:共有|共|有|为)?\d+(?P<counter>{COUNTER})(?:（套）)?，(?:比|较|与)(?:上年|去年|上一年)(?:度|末|底)?(?:相比)?，?"
    rf"(?:(?P<more>增加|多)|(?P<fewer>减少|少))(?:了)?\d+(?:{COUNTER})"
)
SHOWS_REASON = re.compile(r"主要(?:是|为|系|原因)|原因(?:是|为)")


def answer_counted_change(asked: TextQuestion) -> Answer | None:
    """The sentence that tells it, and why where that is asked; None where a word of the question is not accounted for."""
    text = fold(asked.rest)
    found = ASKED.search(text)
    if found is None or asked.choice.units:
        return None
    wants_reason = REASON_ASKED.search(text) is not None
    thing = re.sub(r"[\W_]+", "", REASON_ASKED.sub("", ASKED.sub("~", text, count=1)))
    founds = [told for document in asked.documents if (told := _find(document, thing, found, wants_reason=wants_reason))]
    return offer_founds(asked, founds)


def _find(document: Document, thing: str, asked: re.Match[str], *, wants_reason: bool) -> Found | None:
    told = [
        (section, paragraph, sentence)
        for section in narrative(document) for paragraph in section.paragraphs for sentence in sentences(paragraph.text)
        if any(_is_of(one, thing, asked) for one in TOLD.finditer(sentence)) and (not wants_reason or SHOWS_REASON.search(sentence))
    ]  # fmt: skip
    if len(told) != 1:
        return None
    section, paragraph, sentence = told[0]
    text = wording.STATEMENT.format(section=within_quotes(last_heading(section)), text=sentence)
    return Found(document, text, (cite_passage(document, section, sentence, paragraph.place),))


def _is_of(told: re.Match[str], thing: str, asked: re.Match[str]) -> bool:
    """Whether a count that changed is of the thing asked for, counted alike, and went the way that is asked."""
    if told["counter"] != asked["counter"] or bool(told["more"]) != bool(asked["more"]):
        return False
    name = fold(told["thing"]).removesuffix("共有").removesuffix("共")
    is_cars = CARS.fullmatch(thing) is not None and name.endswith("车辆")
    left = thing.replace(name, "", 1) if name in thing else thing if not is_cars else ""
    return (is_cars or name in thing) and is_talk(left, load_vocabulary().talk)
