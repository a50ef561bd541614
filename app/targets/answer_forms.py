"""Which projects have a form of their own (自评表, 绩效目标表) or stand in a summary of them, as the forms name them."""

from __future__ import annotations

from app.answer import Answer
from app.forms.form_rows import load_form_words, read_rows
from app.forms.match_rows import bare, fit
from app.forms.read_row_asks import strip
from app.projects.answer_project_count import counts_told
from app.question.text_question import TextQuestion, asks_for_amount
from app.telling import wording_text as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table, names_of
from app.telling.wording import NO_PASSAGE
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold

FORM = r"自评表|绩效目标表|目标表|评价表"
SUMMARY = r"[自绩评目项支][一-鿿]{0,12}(?:汇总表|一览表|清单)"
ASKED = re.compile(
    rf"(?:哪|几|多少|什么)(?:几|些)?个?项目.{{0,10}}?({FORM})|({FORM}).{{0,12}}(?:哪|几|多少|什么).{{0,4}}项目|(?:哪|几|多少)(?:几|些)?[张份个](?:项目)?(?:单位|绩效|支出)*({FORM})"
)

PLAIN_ASKED = re.compile(  # “有几个项目”: all of them
    r"(?:一共|总共|都|共|全年|当年|部门|单位)*(?:有|列|做|干|安排|实施|搞)?了?(?:哪些|哪几个|几个|多少个?|什么)项目(?:支出)?[?]?"
    r"|项目(?:一共|总共|都)?(?:有|是|包括)(?:哪些|几个|多少个?|哪几个)[?]?"
)
EVALUATED_ASKED = re.compile(
    r"自评(?:了|过)?的?项目(?:都|一共|具体)?(?:有|是|包括)?(?:哪|什么)|(?:哪(?:些|几个)|什么)项目(?:都)?(?:做|开展|进行|参加|实施)?了?(?:绩效)?自评[?]?$"
)
DENIED = re.compile(r"(?<!有)没|未|(?<!是)不(?!同)|(?<!有)无")
HOW_MANY = re.compile(r"几个|多少个?")
LIST = re.compile(r"项目支出(?!.*(?:绩效|自评|评价|目标))|(?:重点)?项目(?:明细|清单|一览)")
EVALUATED = "项目自评汇总表"
SUMMARY_ASKED = re.compile(
    rf"({SUMMARY}).{{0,12}}(?:哪|几|多少|什么).{{0,4}}项目|(?:哪|几|多少|什么)(?:几|些)?个?项目.{{0,10}}?({SUMMARY})"
)


def answer_forms(asked: TextQuestion) -> Answer | None:
    """The projects that have such a form or stand in such a summary, in their order; None where none names one."""
    if asks_for_amount(asked):
        return None
    for pattern, find in ((SUMMARY_ASKED, _summarized), (ASKED, _find)):
        if found := pattern.search(asked.rest):
            if DENIED.search(found[0]):
                return Answer("not_found", NO_PASSAGE.format(documents=names_of(asked.documents)), answered_by="quote")
            form = next(filter(None, found.groups()))
            return offer_founds(asked, [one for document in asked.documents if (one := find(document, form))])
    if PLAIN_ASKED.fullmatch(fold(asked.rest).strip(" ,的里~")):
        if HOW_MANY.search(asked.rest) and any(map(counts_told, asked.documents)):
            return None  # a sentence counts them all
        return offer_founds(asked, [one for document in asked.documents if (one := _evaluated(document))])
    evaluated = EVALUATED_ASKED.search(fold(asked.rest))
    if evaluated and not _narrows(fold(asked.rest)[: evaluated.start()]):
        return offer_founds(asked, [one for document in asked.documents if (one := _of_forms(document))])
    return None


def _narrows(before: str) -> bool:
    """Whether what stands before the evaluated projects picks some of them (“有年初预算的自评项目”)."""
    return len(bare(load_form_words().listed.sub("", strip(before)))) > 1 and before.rstrip().endswith("的")


def _evaluated(document: Document) -> Found | None:
    """The projects of final accounts that list none but those evaluated: of the summary, else those with a form of their own."""
    if document.info.kind != "决算" or any(LIST.search(table.title) for table in document.tables):
        return None
    return _of_forms(document)


def _of_forms(document: Document) -> Found | None:
    return _summarized(document, EVALUATED) or _find(document, "自评表")


def _summarized(document: Document, form: str) -> Found | None:
    """The projects in the rows of the one summary whose title holds the words asked."""
    tables = [table for table in document.tables if fit(form, table.title) == 1 and form[-2:] in table.title]
    if len(tables) != 1:
        return None
    rows = [row for row in read_rows(document, re.compile(re.escape(tables[0].title))) if row.table is tables[0]]
    if not rows:
        return None
    names = list(dict.fromkeys(plain(row.name) for row in rows))
    items = "\n".join(wording.GOAL_ITEM.format(name=name) for name in names)
    text = wording.SUMMARY.format(table=plain(tables[0].title), count=len(names), items=items)
    return Found(document, text, (cite_table(document, tables[0], "；".join(names), rows[0].cells[0][1].place),))


def _find(document: Document, form: str) -> Found | None:
    tables = [table for table in document.tables if form in table.title and "项目" in table.title and table.context]
    if not tables:
        return None
    items = "\n".join(wording.GOAL_ITEM.format(name=plain(table.context or "")) for table in tables)
    text = wording.FORMS.format(table=plain(tables[0].title), count=len(tables), items=items)
    return Found(document, text, tuple(cite_table(document, table, table.context or "") for table in tables))
