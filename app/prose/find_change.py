"""A change that a document states without its reason, and whether it is the one that is asked about."""

from __future__ import annotations

from app.question.text_question import topic_keys
from app.telling import wording_text as wording
from app.telling.cite import within_quotes
from app.telling.passages import Found, cite_passage, last_heading, narrative, sentences
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold

CHANGE = re.compile(r"持平|增加|减少|增长|下降|上升|降低|没有增减|无增减|没有变化|无变化")
UP = re.compile(r"增加|增长|上升|提高|上涨|增多|变多|大幅增|涨|多了|超出|大于|高于")
DOWN = re.compile(r"减少|下降|降低|缩减|压减|变少|减少了|降|核减|调减|少了|小于|低于|一成|没花完|只完成|仅完成")
AGAINST_BUDGET = re.compile(r"(?:比|和|与|跟|较|超|低于|高于|小于|大于|完成)(?:了)?(?:年初|全年)预算|(?:小于|大于|低于|高于|超)预算")
STILL = re.compile(r"持平|(?:没有|无)(?:增减|变化)")
PART = re.compile(r"[^；;]+")
LONGEST = 160


def find_change(document: Document, topic: str) -> Found | None:
    """The first statement that names the topic and says how it changed, to be quoted; None where there is none."""
    keys = [key for key in topic_keys(topic) if len(key) >= 2][:4]
    parts = [(section, paragraph, part.strip("。 ")) for section in narrative(document) for paragraph in section.paragraphs
             for sentence in sentences(paragraph.text) for part in PART.findall(sentence)]  # fmt: skip
    told = ((key, *one) for key in keys for one in parts if key in fold(one[-1]) and CHANGE.search(one[-1]))
    for _, section, paragraph, part in told:
        if len(part) <= LONGEST:
            quote = wording.QUOTE.format(text=part)
            text = wording.OTHER_WAY.format(section=within_quotes(last_heading(section)), quotes=quote)
            return Found(document, text, (cite_passage(document, section, part, paragraph.place),))
    return None


def contradicts(stated: str, question: str) -> bool:
    """Whether a stated change goes another way than the change whose reason is asked for, or there was none."""
    rises, falls = bool(UP.search(question)), bool(DOWN.search(question))
    if rises == falls or AGAINST_BUDGET.search(question):
        return False
    is_up, is_down = bool(UP.search(stated)), bool(DOWN.search(stated))
    return is_still(stated) or (is_up != is_down and is_up != rises)


def is_still(stated: str) -> bool:
    """Whether a statement says that nothing changed."""
    return bool(STILL.search(stated))
