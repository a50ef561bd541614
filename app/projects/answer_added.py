"""“说明里新增了哪些项目”: the sentences that say what was added (新增…等项目)."""

from __future__ import annotations

from app.answer import Answer
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.cite import within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, narrative, sentences
from ingest import late_re as re
from ingest.document import Document

ASKED = re.compile(
    r"新增(?:加|添)?(?:了|的)?[^,;?]{0,6}(?:哪|什么|啥)[^,;?]{0,4}(?:项目|经费|支出|任务|工作)"
    r"|新增(?:加|添)?(?:了|的)?[^?]{0,8}(?:项目|经费|支出|任务|工作)[^?]{0,8}(?:哪|什么|啥)"
)
ADDED = re.compile(r"新增(?:加|添)?(?:了)?(?P<what>[^。；;]*?(?:项目|经费|支出|任务|工作))")
NAMED = re.compile(r"[^、，,\s]{3,}")
MOST = 3


def answer_added(asked: TextQuestion) -> Answer | None:
    """The sentences that name what was added; None where no text does."""
    if not ASKED.search(asked.rest):
        return None
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, are_projects="项目" in asked.rest))])


def _find(document: Document, *, are_projects: bool) -> Found | None:
    """The first sentence for each wording of what was added, those that name most things first."""
    told: dict[str, tuple[str, Found]] = {}
    for section in narrative(document):
        for paragraph in section.paragraphs:
            for sentence in sentences(paragraph.text):
                added = ADDED.search(sentence)
                if added and NAMED.search(added["what"]):
                    text = wording.STATEMENT.format(section=within_quotes(last_heading(section)), text=sentence)
                    found = Found(document, text, (cite_passage(document, section, sentence, paragraph.place),))
                    told.setdefault(added["what"], (added["what"], found))
    kept = [one for one in told.values() if not are_projects or one[0].endswith("项目")]
    chosen = [found for _, found in sorted(kept, key=lambda one: -one[0].count("、"))[:MOST]]
    if not chosen:
        return None
    return Found(document, "\n".join(one.text for one in chosen), tuple(citation for one in chosen for citation in one.citations))
