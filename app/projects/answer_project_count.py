"""How many projects something was done with (自评, 编制目标), where a sentence counts them."""

from __future__ import annotations

from collections.abc import Iterator

from app.answer import Answer
from app.question.asked_words import covered
from app.question.text_question import TextQuestion, load_text_words
from app.question.topics import pairs
from app.telling import wording_text as wording
from app.telling.cite import within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, names_of, narrative, sentences
from ingest import late_re as re
from ingest.document import Document, Paragraph, Section
from retrieval.spelling.is_talk import is_talk
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import load_vocabulary

ASKED = re.compile(r"(?:多少|几)\s*(?:个|项)[^,;?？]{0,12}项目|项目[^?？]{0,16}?(?:多少|几)\s*(?:个|项)")
COUNT = re.compile(r"(\d+)\s*(?:个|项)[^，。；\d]{0,12}项目|项目[^，。；\d]{0,10}?(\d+)\s*(?:个|项)")
VERBS = re.compile(
    r"纳入|列入|实行|组织|(?:做|开展|进行|实施|编制|编报|参加|完成)了?|一共|总共|共|有|是|了|的|被|支出|预算|部门|单位|市级|本年|全年|评为?|等级|为"
)
PARTS = re.compile(r"[^；;]+[；;]?")
CLAUSES = re.compile(r"[,;?？]")
ASKS = re.compile(r"(?:多少|几)\s*(?:个|项)?|哪些|分别|各|涉及|项目|金额|资金|拨款|钱|元|万")
MONEY_ASKED = re.compile(r"(?:资金|拨款|金额|钱|预算).{0,4}多少|多少(?:钱|元|万|资金|拨款)")
MONEY = re.compile(r"\d\s*(?:万|亿)?元")
GRADE = re.compile(r"(?:评级|等级|评)[为是得]?(优秀?|良好?|中|合格|不合格|差)")
OF_SOME = re.compile(r"(?:较|比)上年|增加|减少|新增|取消|不再|其中(?=\d)")
ENOUGH = 0.8
MOST_QUOTES = 2


def answer_project_count(asked: TextQuestion) -> Answer | None:
    """The sentence that counts the projects; None unless one tells all that is asked."""
    rest = fold(asked.rest)
    if not ASKED.search(rest):
        return None
    clauses = [clause for clause in CLAUSES.split(rest) if clause.strip()]
    wanted = [frozenset(_pairs(clause)) for clause in clauses]
    if not any(wanted):
        told = [found for document in asked.documents if (found := counts_told(document))]
        return offer_founds(asked, told) if _is_bare(rest) and not asked.choice.units else None
    founds = [found for document in asked.documents if (found := _find(document, wanted, rest))]
    if founds and asked.choice.is_each and len(founds) < len(asked.documents):
        counted = {found.document.info.id for found in founds}
        lacking = [document for document in asked.documents if document.info.id not in counted]
        return Answer("not_found", wording.NO_PROJECT_COUNT.format(documents=names_of(lacking)), answered_by="quote")
    if not founds and (grade := GRADE.search(rest)):
        return Answer("not_found", wording.NO_GRADE.format(documents=names_of(asked.documents), grade=grade.group(1)), answered_by="quote")
    return offer_founds(asked, founds)


def _is_bare(rest: str) -> bool:
    """Whether a question asks how many projects there are and nothing more."""
    left = ASKED.sub("~", rest)
    return is_talk(re.sub(r"[\W_]+", "", left), load_vocabulary().talk) and not MONEY_ASKED.search(rest)


def counts_told(document: Document) -> Found | None:
    """Every sentence that counts a document's projects, one for each number; None where there is none, or there are too many."""
    told: dict[str, tuple[Section, Paragraph, str]] = {}
    for one in _counts(document):
        if (found := COUNT.search(one[2])) and not OF_SOME.search(one[2]):
            told.setdefault(found.group(1) or found.group(2), one)
    if not 0 < len(told) <= MOST_QUOTES:
        return None
    quotes = "\n>\n".join(wording.QUOTE.format(text=text) for *_, text in told.values())
    section = next(iter(told.values()))[0]
    text = wording.REASON.format(section=within_quotes(last_heading(section)), quotes=quotes)
    return Found(document, text, tuple(cite_passage(document, section, quote, at.place) for section, at, quote in told.values()))


def _pairs(clause: str) -> Iterator[str]:
    """What a clause asks about; a single character (优, 良) stands for itself."""
    words = load_text_words().fillers.sub("~", ASKS.sub("~", VERBS.sub("~", clause)))
    for word in words.split("~"):
        yield from pairs(word) if len(word.strip()) != 1 else {word.strip()}


def _find(document: Document, wanted: list[frozenset[str]], rest: str) -> Found | None:
    fitting = [one for one in _counts(document) if _fits(one[0], one[2], wanted, rest)]
    numbers = {found.group(1) or found.group(2) for *_, text in fitting if (found := COUNT.search(text))}
    if len(numbers) != 1:
        return None
    quotes = list(dict.fromkeys(text for *_, text in fitting))[:MOST_QUOTES]
    shown = "\n>\n".join(wording.QUOTE.format(text=quote) for quote in quotes)
    text = wording.REASON.format(section=within_quotes(last_heading(fitting[0][0])), quotes=shown)
    return Found(document, text, tuple(cite_passage(document, section, quote, at.place) for section, at, quote in fitting[:MOST_QUOTES]))


def _counts(document: Document) -> Iterator[tuple[Section, Paragraph, str]]:
    """Every part of a sentence that counts projects."""
    for section in narrative(document):
        for paragraph in section.paragraphs:
            for part in (part for sentence in sentences(paragraph.text) for part in PARTS.findall(sentence)):
                if COUNT.search(part):
                    yield section, paragraph, part.strip()


def _fits(section: Section, text: str, wanted: list[frozenset[str]], rest: str) -> bool:
    """Whether the part of a sentence, under its heading, tells every clause of the question."""
    if MONEY_ASKED.search(rest) and not MONEY.search(text):
        return False
    held = last_heading(section) + "。" + text
    first, *others = wanted
    return _cover(first, held) >= ENOUGH and all(_cover(other, text) >= ENOUGH for other in others)


def _cover(wanted: frozenset[str], text: str) -> float:
    singles = {word for word in wanted if len(word) == 1}
    if not all(word in text for word in singles):
        return 0.0
    return covered(wanted - singles, text) if wanted - singles else 1.0
