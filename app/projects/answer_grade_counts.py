"""How many projects self-evaluation found 优, 良 and so on, as one sentence of the prose counts them."""

from __future__ import annotations

from itertools import pairwise

from app.answer import Answer
from app.projects.answer_project_count import answer_project_count
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.cite import within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, names_of, narrative, sentences
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.is_talk import is_talk
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import load_vocabulary

GRADE = r"(?:优秀?|良好?|中等?|合格|不合格|较?差)"
MARK = r"[“”\"'‘’]?"
MANY = r"(?:有|是|为|分别|各|达到)*(?:多少|几)个?(?:项目)?"
ASKED = re.compile(
    rf"(?:(?:评级|等[级次]|结果|(?<!自)评)?(?:为|是|得)?{MARK}(?P<first>{GRADE}){MARK}(?:等[级次]|级|档)?(?:的(?:项目)?|项目)?(?:{MANY})"
    rf"|(?:多少|几)个?(?:项目)?(?:被|自)?(?:评|等[级次]|结果)*(?:为|是|得|了)*{MARK}(?P<last>{GRADE}){MARK}(?:等[级次]|级|档)?)"
)
EACH_ASKED = re.compile(
    rf"(?:评级|等[级次]|结果|(?<!自)评)?(?:为|是|得)?(?P<grades>{MARK}{GRADE}{MARK}(?:[、和与及]{MARK}{GRADE}{MARK})+)"
    rf"(?:等[级次])?的?(?:项目)?(?:各自?|分别|都)*{MANY}"
)
ALL_ASKED = re.compile(rf"(?:一共|共|对)?(?:多少|几)个?项目|项目{MANY}")
EVALUATED = re.compile(r"(?:绩效)?自(?:我)?评(?:价|估)?(?:工作)?")
AROUND = re.compile(
    r"绩效|自(?:我)?评价?|项目|等[级次]|结果|评价|评为|开展|进行|[\W_]|20\d\d年度?|的|了|中|里|对|其|做|有|上|年度?|去|当|组织"
)
GRADED = re.compile(r"评价(?:等[级次]|结果)|评级|评为")  # “12个项目中，评价等次为优的9个”, behind the sentence on self-evaluation
SAID = {"优": "优秀?", "良": "良好?", "中": "中等?", "合": "(?<!不)合格", "不": "不合格", "差": "较?差", "较": "较?差"}
COUNTED = (
    rf"\d+个(?:项目)?[^，。；、\d]{{{{0,8}}}}?{MARK}{{grade}}{MARK}(?![一-鿿])|{MARK}{{grade}}{MARK}(?:等[级次])?的?(?:项目)?(?:有|为|共)?\d+个"
)


def answer_grade_counts(asked: TextQuestion) -> Answer | None:
    """The one sentence that counts the projects of every grade asked for, or a no; None where a word is not accounted for."""
    text = fold(asked.rest)
    grades = [grade for found in EACH_ASKED.finditer(text) for grade in re.findall(GRADE, found["grades"])]
    single = EACH_ASKED.sub("", text)
    grades += [found["first"] or found["last"] for found in ASKED.finditer(single)]
    left = AROUND.sub("", ALL_ASKED.sub("", ASKED.sub("", single)))
    said = EVALUATED.search(text)
    if not grades or not said or not is_talk(left, load_vocabulary().talk) or asked.choice.units:
        return None
    told = offer_founds(asked, [found for document in asked.documents if (found := _find(document, grades))])
    counted = None if told else answer_project_count(asked)
    if counted and counted.status == "answered" and all(one[0] in quote.quote for one in grades for quote in counted.citations):
        return counted
    lacking = wording.NO_GRADE.format(documents=names_of(asked.documents), grade="、".join(grades))
    return told or Answer("not_found", lacking, answered_by="quote")


def _find(document: Document, grades: list[str]) -> Found | None:
    counts = [re.compile(COUNTED.format(grade=SAID[one[0]])) for one in grades]
    told = [
        (section, paragraph, sentence)
        for section in narrative(document) for paragraph in section.paragraphs
        for before, sentence in pairwise(("", *sentences(re.sub(r"(?<=\d)\s+|\s+(?=\d)", "", paragraph.text))))
        if EVALUATED.search(f"{before}{sentence}" if GRADED.search(sentence) else sentence) and all(one.search(sentence) for one in counts)
    ]  # fmt: skip
    if len(told) != 1:
        return None
    section, paragraph, sentence = told[0]
    text = wording.STATEMENT.format(section=within_quotes(last_heading(section)), text=sentence)
    return Found(document, text, (cite_passage(document, section, sentence, paragraph.place),))
