"""Passages of a document's text: which sections tell the story, how they are cut into sentences, and how they are cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.answer import Citation, Value
from app.telling.cite import document_name, plain
from ingest import late_re as re
from ingest.document import Document, Paragraph, Place, Section, Table
from ingest.outline.headings import DUTIES, GLOSSARY

LONGEST_TEXT = 3_400
SENTENCE = re.compile(r"[^。！？]+[。！？]?[”’）)]?")
NUMBERED_LIST = re.compile(
    r"(?:(?<=[；;。：:])|^)\s*(?:[（(]?([一二三四五六七八九十]{1,3})[）)、.．]、?|[（(]?(\d{1,2})(?:[）)]|[、.．](?!\d)))\s*"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What one document says: the text without the document's name, where it stands, the figures in it and how they are computed."""

    document: Document
    text: str
    citations: tuple[Citation, ...]
    values: tuple[Value, ...] = ()
    calculation: str | None = None


def last_heading(section: Section) -> str:
    """The section's own heading."""
    return section.heading_path[-1] if section.heading_path else ""


def narrative(document: Document) -> Iterator[Section]:
    """The sections that tell of the money: neither duties nor the glossary."""
    for section in document.sections:
        if section.paragraphs and not any(GLOSSARY.search(heading) or DUTIES.search(heading) for heading in section.heading_path[-1:]):
            yield section


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [sentence.strip() for sentence in SENTENCE.findall(plain(text)) if sentence.strip()]


def cite_passage(document: Document, section: Section, quote: str, place: Place | None = None) -> Citation:
    """The citation of words in a section."""
    info, at = document.info, place or section.place
    return Citation(
        document=info.file_name, document_id=info.id, title=info.title or document_name(info), url=info.url, published=info.published,
        section=" > ".join(section.heading_path), page=at.page, bbox=at.bbox, lines=at.lines, quote=plain(quote),
    )  # fmt: skip


def cite_table(document: Document, table: Table, quote: str, place: Place | None = None) -> Citation:
    """The citation of words in a table."""
    info, at = document.info, place or table.place
    return Citation(
        document=info.file_name, document_id=info.id, title=info.title or document_name(info), url=info.url, published=info.published,
        section=" > ".join(table.heading_path), table=table.title, context=table.context, page=at.page, bbox=at.bbox, lines=at.lines,
        quote=plain(quote), table_index=table.index,
    )  # fmt: skip


def cut_inline_list(paragraph: Paragraph) -> list[str]:
    """The items of a paragraph that numbers them inside itself (…：1.…；2.…), with what stands before; else the paragraph as one piece."""
    text = plain(paragraph.text)
    starts = [match.start() for match in NUMBERED_LIST.finditer(text)]
    if len(starts) < 2:
        return [text]
    pieces = [text[start:end].strip() for start, end in zip([0, *starts], [*starts, len(text)], strict=True)]
    return [piece for piece in pieces if piece]


def names_of(documents: Sequence[Document], most: int = 6) -> str:
    """The documents' names in one phrase."""
    names = list(dict.fromkeys(document_name(document.info) for document in documents))
    return "、".join(names[:most]) + (f"等{len(names)}份文件" if len(names) > most else "")
