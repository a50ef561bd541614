"""What others found when they evaluated a project (“被财政局重点评价，得了几分，查出什么问题”), as the sentence on it tells."""

from __future__ import annotations

from app import wording_text as wording
from app.answer import Answer
from app.cite import within_quotes
from app.match_rows import named_project
from app.offer_founds import offer_founds
from app.passages import Found, cite_passage, last_heading, narrative, sentences
from app.text_question import TextQuestion
from ingest import late_re as re
from ingest.document import Document
from retrieval.label_key import fold

BY_OTHERS = re.compile(r"被[^,;?]{0,12}(?:评价|评估|考核|抽查|检查|审计|点名)|(?:重点|财政|第三方|外部|专项|再)(?:绩效)?(?:评价|评估|抽查)")
ASKED = re.compile(
    r"(?:几|多少)分|得分|分数|等级|等次|结果|怎么样|如何"
    r"|[什哪啥].{0,4}(?:问题|毛病|不足|短板|缺陷)|(?:问题|毛病|不足|短板)(?:是|有|在)?[什哪啥]"
)
SAID = re.compile(r"(?:重点|财政|第三方|外部|专项|再|抽查|现场)(?:绩效)?(?:评价|评估|考核|复核)|抽查|审计")
NAMED = re.compile(r"“([^“”]{4,40})”")
POINTS_ASKED, POINTS_SAID = re.compile(r"分(?!析|别|类)"), re.compile(r"\d分")
FAULTS_ASKED, FAULTS_SAID = re.compile(r"问题|毛病|不足|短板|缺陷"), re.compile(r"问题|不足|短板|不够|偏低|不完整|不规范|滞后")
OWN = re.compile(r"自评")


def answer_evaluated(asked: TextQuestion) -> Answer | None:
    """The sentence on the evaluation of the one project named; None where it does not tell all that is asked."""
    text = fold(asked.rest)
    if not BY_OTHERS.search(text) or not ASKED.search(text) or OWN.search(text):
        return None
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, text))])


def _find(document: Document, text: str) -> Found | None:
    said = [
        (section, paragraph, sentence)
        for section in narrative(document)
        for paragraph in section.paragraphs
        for sentence in sentences(paragraph.text)
        if SAID.search(sentence) and named_project(text, NAMED.findall(sentence)) and _tells(sentence, text)
    ]
    if len(said) != 1:
        return None
    section, paragraph, sentence = said[0]
    quoted = wording.REASON.format(section=within_quotes(last_heading(section)), quotes=wording.QUOTE.format(text=sentence))
    return Found(document, quoted, (cite_passage(document, section, sentence, paragraph.place),))


def _tells(sentence: str, text: str) -> bool:
    """Whether a sentence gives the points and the faults, where they are asked for."""
    pairs = ((POINTS_ASKED, POINTS_SAID), (FAULTS_ASKED, FAULTS_SAID))
    return all(said.search(sentence) for wanted, said in pairs if wanted.search(text))
