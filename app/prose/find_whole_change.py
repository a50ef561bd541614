"""How 三公经费 as a whole changed, where a sentence says so: its parts may have gone the other way."""

from __future__ import annotations

from app.prose.find_change import AGAINST_BUDGET, DOWN, UP
from app.telling import wording_text as wording
from app.telling.cite import plain, within_quotes
from app.telling.passages import Found, cite_passage, last_heading, narrative
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold

WHOLE = re.compile(r"(?:财政拨款|一般公共预算|部门|本级)*三公(?:经费)?(?:财政拨款)?(?:支出|预算|决算|总额|合计|总数)*")
TOLD = re.compile(
    r"三公[”\"]?经费(?:财政拨款)?(?:支出)?(?:预算|决算)?(?:安排|总额|合计|数)*[为是共]?[\d.,]*\s*[万亿]?元?(?:（[^）]*）)?[。；，]?[^。；\d]{0,6}"
    r"(?:比|较|与|同)(?:上年|去年|上一年|20\d\d年)[^。；，]{0,12}[，,]?(?:总体|共|总计)?(?P<way>增加|增长|上升|减少|下降|降低|持平)"
)
PARTS = re.compile(r"公务接待|公务用车|因公出国|会议费|培训费")


def is_whole(topic: str) -> bool:
    """Whether a topic is 三公经费 as a whole."""
    return bool(WHOLE.fullmatch(re.sub(r"[“”\"\s]", "", fold(topic))))


def is_of_parts(text: str) -> bool:
    """Whether a passage tells of one of its parts alone."""
    head = plain(text.removeprefix("> "))[:40]
    return bool(PARTS.search(head)) and "三公" not in head


def find_other_way(document: Document, asked: str) -> Found | None:
    """The sentence by which the whole went another way than is asked; None where it went so, or no sentence tells it."""
    rises, falls = bool(UP.search(asked)), bool(DOWN.search(asked))
    if rises == falls or AGAINST_BUDGET.search(asked):
        return None
    for section in narrative(document):
        for paragraph in section.paragraphs:
            told = TOLD.search(text := plain(paragraph.text))
            if told and bool(UP.search(told["way"])) != rises:
                sentence = text[told.start() : (text.find("。", told.end()) + 1) or len(text)]
                shown = wording.OTHER_WAY.format(section=within_quotes(last_heading(section)), quotes=wording.QUOTE.format(text=sentence))
                return Found(document, shown, (cite_passage(document, section, sentence, paragraph.place),))
    return None
