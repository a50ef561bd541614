"""Whether there is something at all: the document's own sentence that there is none, or that there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.answer import Answer, Citation
from app.question.text_question import TextQuestion, asks_for, asks_for_amount, topic_keys, topic_of
from app.telling import wording_text as wording
from app.telling.cite import plain, within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, cite_table, last_heading, narrative, sentences
from ingest import late_re as re
from ingest.document import Document, Paragraph, Section
from retrieval.spelling.label_key import fold, label_key

NONE = re.compile(
    r"没有(?!变|增|减|差)|未(?:安排|使用|发生|开展|选取|设|有|涉及|编制|购|组织)|(?<![^，。；：\s年度门位级])无(?!增减|变|法|论|误|偿|形)|不(?:涉及|存在|安排|列支|编制|编报|设置|单独)|不是|本表无数据"
)
ZERO = re.compile(r"(?<![\d.,])0(?:\.0+)?\s*(?:万元|亿元|元)")
BUDGET = re.compile(r"(?:预算|决算|支出|收入|财政拨款)+$")
SHORTEST_BARE = 4
NAME = re.compile(r"[^\W\d_“”（）() ]{4,}(?: (?:支出|收入|预算|经费))?|.*“三公”.*")
PARTS = re.compile(r"[^；;]+[；;]?")
OF_PART, FUND = re.compile(r"三公|机关运行|会议费|培训费|政府采购"), re.compile(r"政府性基金|国有资本")
CLAUSE = re.compile(r"[，,；;：:。]")
WHY = re.compile(r"为什么|为何|为啥|原因")
MANAGED = re.compile(r"管不管|归不归|负不负责|(?:是否|是不是|有没有|有无)(?:由|归)?.{0,6}(?:负责|主管|管理)(?!费)")
AMOUNT = re.compile(r"[1-9][\d,.]*\s*[万亿]?元")
MOST_SENTENCES = 3


def answer_statement(asked: TextQuestion) -> Answer | None:
    """The document's statement that there is none (or its section, where there is some); None where it states neither."""
    kind = next((one for one in ("managed", "statement") if asks_for(asked, one)), "")
    keys = _keys(topic_of(asked, kind)) if kind else ()
    if not keys or len(keys[0]) < 3:
        return None
    founds = [found for document in asked.documents if (found := _absence(document, keys))]
    if asks_for_amount(asked) and len(founds) < len(asked.documents):
        return None  # where there is some, its amount is a figure
    if len(founds) < len(asked.documents) and not WHY.search(asked.rest) and kind == "statement":
        held = {found.document.info.id for found in founds}
        founds += [found for document in asked.documents if document.info.id not in held and (found := _presence(document, keys))]
    answer = offer_founds(asked, founds)
    is_contrary = answer is not None and wording.STATEMENT_BUT_FIGURES.partition("{")[0] in answer.text
    return answer.with_warnings(wording.STATEMENT_CONFLICT_WARNING) if answer and is_contrary else answer


def asks_whether_managed(rest: str) -> bool:
    """Whether it is asked if a body manages something, which no amount answers."""
    return bool(MANAGED.search(rest))


def tell_absence(asked: TextQuestion, answer: Answer | None, item: str = "") -> Answer | None:
    """The document's statement that there is none of what a figure was asked for, where no table gives any; a printed 0 is told with it.

    `item` is the only thing asked for, as the figures name it.
    """
    is_nothing = answer is None or (bool(answer.values) and not any(value.value for value in answer.values))
    topic = topic_of(asked, "stated")
    keys = _keys(topic if NAME.fullmatch(topic) else item) if is_nothing else ()
    if len(asked.documents) != 1 or not keys or not asks_for(asked, "stated"):
        return answer
    found = None if _has_any(asked.documents[0], min(keys, key=len)) else _absence(asked.documents[0], keys)
    if found is None:
        return answer
    if answer is None:
        return offer_founds(asked, [found])
    return replace(answer, text=f"{answer.text}\n{found.text}", citations=(*answer.citations, *found.citations))


def _has_any(document: Document, key: str) -> bool:
    """Whether a figure or a sentence gives an amount of it that is not 0."""
    figures = (("".join((*one.row, *one.col)), one.quantity) for one in document.figures)
    stated = ((one.subject, one.quantity) for one in document.statements)
    return any(key in fold(name) and quantity is not None and bool(quantity.number) for name, quantity in (*figures, *stated))


def _keys(topic: str) -> tuple[str, ...]:
    """The topic's spellings, and last its bare name without 预算 and 支出."""
    keys = topic_keys(topic)
    bare = [BUDGET.sub("", key) for key in keys]
    return tuple(dict.fromkeys((*keys, *(key for key in bare if len(key) >= SHORTEST_BARE))))


def _absence(document: Document, keys: tuple[str, ...]) -> Found | None:
    for key in keys:
        said = list(_denials(document, key))
        said = [one for one in said if not AMOUNT.search(one[1].quote)] or said  # those that tell no amounts of other things
        if said:
            heading, _citation = said[0]
            quotes = list(dict.fromkeys(citation.quote for _, citation in said))[:MOST_SENTENCES]
            text = wording.STATEMENT.format(section=heading, text="\n> ".join(quotes))
            citations = [citation for _, citation in said[:MOST_SENTENCES]]
            if contrary := [cited for citation in citations if (cited := _contrary(document, citation, key))]:
                text += "\n" + wording.STATEMENT_BUT_FIGURES.format(figures="；".join(cited.quote for cited in contrary))
            return Found(document, text, (*citations, *contrary))
    return None


def _contrary(document: Document, said: Citation, key: str) -> Citation | None:
    """The first figure that a table prints although its own note says that there is none."""
    if said.table_index is None:
        return None
    table = document.tables[said.table_index]
    for figure in document.figures:
        labels = fold("".join((*figure.col, *figure.row)))
        if figure.table == table.index and figure.quantity and figure.quantity.number and (key in labels or key in fold(table.title)):
            name = "".join(plain(part) for part in (*figure.row, *figure.col))
            return cite_table(document, table, f"{name}{plain(figure.value)}{figure.quantity.unit}", figure.place)
    return None


def _denials(document: Document, key: str) -> Iterator[tuple[str, Citation]]:
    for section in narrative(document):
        if OF_PART.search(last_heading(section)) and key not in label_key(last_heading(section)) and FUND.match(key):
            continue  # of the fund nothing is in 三公经费: that is not to say that there is none
        for paragraph in section.paragraphs:
            for sentence in (part for whole in sentences(paragraph.text) for part in PARTS.findall(whole)):
                if _denies(sentence, key, section, paragraph):
                    yield plain(last_heading(section)), cite_passage(document, section, sentence, paragraph.place)
    for table in document.tables:
        for note in table.notes:
            if any(key in fold(clause) and NONE.search(clause) for clause in CLAUSE.split(note)):
                yield plain(table.title), cite_table(document, table, note)


def _denies(sentence: str, key: str, section: Section, paragraph: Paragraph) -> bool:
    """Whether the sentence says that there is none of it: in one clause, or under a heading or opening of that name."""
    clauses = CLAUSE.split(sentence)
    if any(key in fold(clause) and NONE.search(clause) for clause in clauses):
        return True
    if any(key in label_key(clause)[: len(key) + len("本单位的")] and ZERO.search(clause) for clause in clauses):
        return True
    is_about = label_key(last_heading(section)).startswith(key) or label_key(paragraph.text).startswith(key)
    return is_about and len(section.paragraphs) == 1 and bool(NONE.search(sentence))


def _presence(document: Document, keys: tuple[str, ...]) -> Found | None:
    for key in keys:
        for section in narrative(document):
            if key in label_key(last_heading(section)):
                paragraph = section.paragraphs[0]
                text = wording.STATEMENT.format(section=within_quotes(last_heading(section)), text=plain(paragraph.text))
                return Found(document, text, (cite_passage(document, section, paragraph.text, paragraph.place),))
    return None
