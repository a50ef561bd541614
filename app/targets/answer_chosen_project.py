"""Which project was chosen for an evaluation, as the paragraph on its result tells."""

from __future__ import annotations

from collections.abc import Iterator

from app.answer import Answer
from app.question.asked_words import covered
from app.question.text_question import TextQuestion, load_text_words
from app.question.topics import pairs
from app.telling import wording_text as wording
from app.telling.cite import within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, narrative, sentences
from ingest import late_re as re
from ingest.document import Document, Paragraph, Section
from retrieval.spelling.label_key import fold

ASKED = re.compile(
    r"(?:选|选取|选择|选定|挑选?|抽选?)(?:取|择)?(?:了|的)?(?:是)?(?:哪|什么).{0,4}?项目|(?:选|挑|抽)(?:的|中的?|了)?是?(?:哪|什么)"
    r"|哪(?:个|几个|些)项目被?(?:选|抽)|哪(?:个|几个|些|一个)项目来?(?:做|开展|进行|搞)[了的]*(?=(?:部门|重点|财政)[^,;?]{0,4}评价)"
)
LEAD_IN = re.compile(r"^[^,;?？]{2,12}[:：]")
CHOSEN = re.compile(r"(?:选取|选择|选定|抽取|抽选)了?(?!.{0,3}(?:部门|单位)项目).{2,60}?项目")
NOT_CHOSEN = re.compile(r"未|没有")
WORDS = re.compile(
    r"(?:多少|几)分|(?:什么|哪[个种一]*)?(?:等级|等次)|有没有|拿|项目|什么|得了?|自评|做了?|开展了?|进行了?|实施了?|作为?|是|的|了|实际|分别|多少|结果"
)
CLAUSES = re.compile(r"[,;?？、]|和|以及")
ENOUGH = 0.7


def answer_chosen_project(asked: TextQuestion) -> Answer | None:
    """The paragraph that names the chosen project and tells all else that is asked of it; None where none does."""
    rest = LEAD_IN.sub("", fold(asked.rest))
    if not ASKED.search(rest):
        return None
    clauses = [load_text_words().fillers.sub("~", WORDS.sub("~", ASKED.sub("~", clause))) for clause in CLAUSES.split(rest)]
    wanted = [frozenset(pair for word in clause.split("~") for pair in pairs(word)) for clause in clauses]
    wanted = [clause for clause in wanted if clause]
    founds = [found for document in asked.documents if wanted and (found := _find(document, wanted))]
    return offer_founds(asked, founds)


def _find(document: Document, wanted: list[frozenset[str]]) -> Found | None:
    fitting = [one for one in _choices(document) if all(covered(clause, last_heading(one[0]) + one[2]) >= ENOUGH for clause in wanted)]
    if len(fitting) != 1:
        return None
    section, paragraph, text = fitting[0]
    shown = wording.STATEMENT.format(section=within_quotes(last_heading(section)), text=text)
    return Found(document, shown, (cite_passage(document, section, text, paragraph.place),))


def _choices(document: Document) -> Iterator[tuple[Section, Paragraph, str]]:
    """Every paragraph that says which project was chosen, from that sentence on."""
    for section in narrative(document):
        for paragraph in section.paragraphs:
            told = sentences(paragraph.text)
            start = next((place for place, one in enumerate(told) if CHOSEN.search(one) and not NOT_CHOSEN.search(one)), None)
            if start is not None:
                yield section, paragraph, "".join(told[start:])
