"""Years that no loaded document tells of: a comparison with one is refused, an answer for the others says which it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer
from app.documents.answer_nothing import answer_no_document
from app.telling.wording import LACKING_YEARS, NO_SINCE
from ingest import late_re as re
from ingest.document import Document, DocumentInfo
from retrieval.query import DocumentChoice
from retrieval.spelling.read_year import read_year, years_ago

RELATED_YEARS = re.compile(r"哪一?年|相差|差[多了几]|合计|总计|总共|一共|共计|共(?:有|花|是)|加起来|相加|之和|比|倍|平均|占|增|减|涨|降")


def refuse_lacking_years(
    question: str, choice: DocumentChoice, documents: Sequence[Document], infos: Sequence[DocumentInfo]
) -> Answer | None:
    """An honest no where years are set in relation to one that is not loaded, nor just before one that is, nor spoken of as such."""
    years = [document.info.year for document in documents if document.info.year]
    if choice.failed is not None or not years:
        return None
    asked = compared_years(question, max(years))
    if RELATED_YEARS.search(choice.rest):
        asked += several_years(question)
    lacking = tuple(year for year in dict.fromkeys(asked) if not tells_of(documents, year))
    if not lacking:
        return None
    is_loaded = any(info.organization in choice.organizations and info.year in lacking for info in infos)
    kinds = tuple(dict.fromkeys(document.info.kind for document in documents if document.info.kind))
    return answer_no_document(replace(choice, failed="kind" if is_loaded else "year", years=lacking, kinds=kinds), infos)


def with_lacking_years(answer: Answer, question: str, documents: Sequence[Document]) -> Answer:
    """An answer for some of the years that a question names, with a warning that the others are not loaded.

    Where the text speaks of the year that is compared with, an answer that neither names nor quotes it is one since another year.
    """
    years = [document.info.year for document in documents if document.info.year]
    told = answer.text + "".join(f"{one.quote}{''.join(one.col)}" for one in answer.citations)
    near = {*years, *(year - 1 for year in years)}
    since = [year for year in compared_years(question, max(years, default=0)) if year not in near and str(year) not in told]
    if years and since and answer.status == "answered":
        return Answer(status="not_found", text=NO_SINCE.format(years="、".join(f"{year}年" for year in since)))
    lacking = [f"{year}年" for year in several_years(question) if not tells_of(documents, year)]
    return answer.with_warnings(LACKING_YEARS.format(years="、".join(lacking))) if lacking and answer.status == "answered" else answer


def compared_years(question: str, latest: int) -> tuple[int, ...]:
    """The years that a question compares another one with; `latest` is the one spoken of where it names none."""
    years = read_year(question)
    if years.has_source or years.references:
        return () if years.has_source else years.references
    return (latest - ago,) if (ago := years_ago(question)) else ()


def several_years(question: str) -> tuple[int, ...]:
    """The years that a question asks of, where there are several."""
    years = read_year(question)
    return years.named if len(years.named) > 1 and not years.has_source else ()


def tells_of(documents: Sequence[Document], year: int) -> bool:
    """Whether a document is of a year or of the one after, compares with it in its text, or names it in a column of a table."""
    if any(year in (document.info.year, (document.info.year or 0) - 1) for document in documents):
        return True
    compared = re.compile(rf"(?:比|较|与|同|和|以){year}年")
    return any(
        any(compared.search(paragraph.text) for section in document.sections for paragraph in section.paragraphs)
        or any(cell.is_header and str(year) in cell.text for table in document.tables for cell in table.cells)
        for document in documents
    )
