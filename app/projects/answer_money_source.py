"""Where the money for a project comes from (“…工程的钱从哪来”): the sentence that names its source, else the funds of its row."""

from __future__ import annotations

from app.answer import Answer
from app.forms.form_rows import read_rows
from app.forms.match_rows import bare
from app.forms.tell_rows import join_lines
from app.projects.answer_fund_projects import PROJECTS, funds_of, tell_paid
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.cite import within_quotes
from app.telling.labelled_paragraphs import labelled_paragraphs
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, narrative, sentences
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold

ASKED = re.compile(
    r"(?:的)?(?:钱|资金|经费|费用|收入|款)?(?:都|又|是|主要)*(?:从|打)哪(?:里|儿|块)?(?:来|出|列支|支出)(?:的)?|(?:的)?(?:资金|经费|钱)(?:的)?来源(?:是|有)?(?:什么|哪里?|哪些|啥)?"
    r"|(?:的)?(?:钱|资金|经费)?(?:是)?(?:由|靠|用)(?:谁|什么钱|什么资金|哪(?:笔|块|个)?(?:钱|资金))(?:来)?(?:出|掏|安排|承担|支付)?(?:的)?"
)
TALK = re.compile(r"多少(?:钱|万元|元)?|一共|总共|分别|各|有|是|的|呢|吗|啊|预算|决算|里面?|中|项目|这个?|那个?|安排了?")
SAID = re.compile(r"来源|来自|捐赠|由[^，。；]{2,24}(?:安排|拨入|资助|承担|解决)|系[^，。；]{0,16}(?:拨入|拨款|收入)")
BRACKETS = re.compile(r"[（(][^（()）]*[）)]")
SHORTEST = 4


def answer_money_source(asked: TextQuestion) -> Answer | None:
    """The source of one named thing's money; None where nothing is named or no document tells it."""
    text = fold(asked.rest)
    name = re.sub(r"[\W_]", "", TALK.sub("", ASKED.sub("", text)))
    if not ASKED.search(text) or len(name) < SHORTEST:
        return None
    return offer_founds(asked, [found for document in asked.documents if (found := _stated(document, name) or _listed(document, name))])


def _stated(document: Document, name: str) -> Found | None:
    """The sentences that name it and say where its money comes from."""
    own = [one for one in labelled_paragraphs(document) if name in bare(one[2])]
    own = own if len({bare(label) for *_, label in own}) == 1 else []
    named = [(section, paragraph, "") for section in narrative(document) for paragraph in section.paragraphs]
    said = {
        sentence: (section, paragraph, label)
        for section, paragraph, label in own or named
        for sentence in sentences(paragraph.text)
        if (label or name in re.sub(r"[\W_]", "", fold(sentence))) and SAID.search(sentence)
    }
    if len(said) != 1:
        return None
    ((sentence, (section, paragraph, label)),) = said.items()
    quote = sentence if label in sentence else wording.SHORTENED_QUOTE.format(opening=label, clause=sentence)
    text = wording.REASON.format(section=within_quotes(last_heading(section)), quotes=wording.QUOTE.format(text=quote))
    return Found(document, text, (cite_passage(document, section, sentence, paragraph.place),))


def _listed(document: Document, name: str) -> Found | None:
    """The funds with money in the row of the project of just this name, in the first list that tells them apart."""
    named = [row for row in read_rows(document, PROJECTS) if row.cells and bare(name) in (bare(row.name), bare(BRACKETS.sub("", row.name)))]
    told = [[tell_paid(row, figure) for figure in funds_of(row)] for row in named]
    lines = next((one for one in told if one), [])
    return join_lines(document, lines) if lines else None

