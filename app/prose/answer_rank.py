"""Of which rank and kind a body is (正处级, 公益一类), as the overview states it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.answer import Answer, Citation
from app.prose.answer_structure import OWN_LEVEL
from app.prose.duty_lists import main_name
from app.question.text_question import TextQuestion, asks_for, asks_for_amount
from app.telling import wording_text as wording
from app.telling.cite import plain, within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, cite_table, last_heading, names_of, sentences
from ingest.document import Cell, Document
from ingest.outline.headings import GLOSSARY
from retrieval.spelling.label_key import fold

RANK = re.compile(r"[正副](?:部|厅|局|处|科|股)级|公益[一二三]类|机构规格|参照公务员法管理|全额(?:预算|拨款)|差额拨款|自收自支")
TABLED = re.compile(r"行政单位|(?<!公益)事业单位|行政机关")  # what a column of a table alone may say of a unit
BODY = re.compile(r"派出机关|派出机构|(?:政府|党委|市委|县委|区委)的?(?:工作部门|组成部门|工作机关|直属(?:事业)?(?:单位|机构))")
STEP_ASKED = re.compile(r"几级(?:预算)?(?:部门|单位)")
STEP = re.compile(r"(?:为|是|属于?)[一二三四]级(?:预算)?(?:部门|单位)")
OWNER_ASKED = re.compile(r"(?:归|由|属于?)(?:谁|哪)[^,;?]{0,8}管|(?:上级|主管)(?:主管)?(?:部门|单位|机关)")
OWNER = re.compile(
    r"所属(?!的?(?:各|事业|单位|预算|[一二三四]级|下级|县级|\d))|隶属|直属|主管(?:部门|单位|机关)|(?:厅|局|委|政府)管理的?"
    r"|由[^，。；]{2,12}(?:厅|局|委|室|政府|部门)(?:统一)?管理"
)
KIND_ASKED = re.compile(r"类|级|规格|性质")
BRACKETED = re.compile(r"[（(].*[）)]$")
LEVEL_ASKED, LEVEL = re.compile(r"级|规格"), re.compile(r"[正副](?:部|厅|局|处|科|股)级|规格")
AMOUNT = re.compile(r"\d\s*(?:万元|元|[%％])")  # a sentence that tells money states no rank
SPEAKER = re.compile(r"^(?:第.{1,3}条|从[^，。]{2,12}看，)?(?:我|本)(?:部门|单位|局|街道|中心|委)")


def answer_rank(asked: TextQuestion) -> Answer | None:
    """The sentence that states a body's rank or kind; None where something else is asked for."""
    if not asks_for(asked, "rank") or asks_for_amount(asked):
        return None
    founds = [found for document in asked.documents if (found := _find(document, asked))]
    nothing = Answer("not_found", wording.NO_RANK.format(documents=names_of(asked.documents)), answered_by="quote")
    return offer_founds(asked, founds) or nothing


def _find(document: Document, asked: TextQuestion) -> Found | None:
    said = list(dict.fromkeys(_statements(document, asked))) or list(_tabled(document, asked))
    if LEVEL_ASKED.search(asked.rest) and not STEP_ASKED.search(asked.rest) and any(LEVEL.search(cited.quote) for _, cited in said):
        said = [one for one in said if LEVEL.search(one[1].quote) or OWNER.search(one[1].quote)]
    if not said:
        return None
    left = OWNER_ASKED.search(asked.rest)
    lacks = left is not None and not any(OWNER.search(cited.quote) for _, cited in said)
    text = wording.REASON.format(section=said[0][0], quotes="\n>\n".join(wording.QUOTE.format(text=cited.quote) for _, cited in said))
    text += f"\n{wording.LEFT_OPEN.format(part=left[0])}" if left and lacks else ""
    return Found(document, text, tuple(cited for _, cited in said))


def _tabled(document: Document, asked: TextQuestion) -> Iterator[tuple[str, Citation]]:
    """The rows of tables that print the rank or kind of a subordinate unit beside its name."""
    units = [fold(unit) for unit in asked.choice.units]
    for table in document.tables if units and not OWNER_ASKED.search(asked.rest) else ():
        rows: dict[int, list[Cell]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(cell)
        for cells in rows.values():
            texts = [plain(cell.text) for cell in cells]
            is_kind = any(map(RANK.search, texts)) or any(TABLED.search(text) and fold(text) not in units for text in texts)
            if any(fold(text) in units for text in texts) and is_kind:
                named = within_quotes(plain(table.title) or "".join(table.heading_path[-1:]))
                yield named, cite_table(document, table, " | ".join(filter(None, texts)), cells[0].place)


def _said(sentence: str, rest: str) -> re.Match[str] | None:
    """Where a sentence states what is asked: the rank or kind, or whose body it is."""
    if STEP_ASKED.search(rest) and (step := STEP.search(sentence)):
        return step
    if OWNER_ASKED.search(rest) and (owner := OWNER.search(sentence)):
        return owner
    if OWNER_ASKED.search(rest) and not KIND_ASKED.search(rest):
        return None
    return RANK.search(sentence) or (None if LEVEL_ASKED.search(rest) else BODY.search(sentence))


def _is_own_level(unit: str, main: str) -> bool:
    """Whether a unit is the body's own level (某局本级), which ranks as the body does."""
    return bool(OWN_LEVEL.search(unit)) and main.startswith(fold(OWN_LEVEL.sub("", unit)))


def _statements(document: Document, asked: TextQuestion) -> Iterator[tuple[str, Citation]]:
    """The sentences that speak of the body asked for, and of its rank after its name."""
    main = fold(BRACKETED.sub("", main_name(document)))
    units = [fold(unit) for unit in document.info.units if fold(unit) != main and not _is_own_level(unit, main)]
    named = [fold(unit) for unit in asked.choice.units if fold(unit) in units]
    for section in document.sections:
        if any(GLOSSARY.search(heading) for heading in section.heading_path):
            continue
        for paragraph in section.paragraphs:
            for sentence in sentences(paragraph.text):
                rank = None if AMOUNT.search(sentence) else _said(sentence, asked.rest)
                before = fold(sentence[: rank.start()]) if rank else ""
                own = [main] if SPEAKER.match(sentence) or main in before else []
                subjects = [unit for unit in units if unit in before] or own
                if rank and subjects and set(subjects) <= set(named or own):
                    yield plain(last_heading(section)), cite_passage(document, section, sentence, paragraph.place)
