"""The terms that a document's glossary explains, however they are numbered or set apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from app.telling.cite import plain
from ingest import late_re as re
from ingest.document import Document, Paragraph, Place, Section
from ingest.outline.headings import GLOSSARY, read_numbering
from retrieval.spelling.label_key import label_key

SAYS = (
    r"(?:[，,]?(?:是指|系指|特指|专指|指的是|[，,]指)|(?<=[）)”])(?:指(?![标导定])|反映)"
    r"|(?<![所泛意特专是系，,])指(?=[为由对在用将以按从单政部机行财依国除]))"
)
LABEL = re.compile(rf"^(.{{2,60}}?)(?:[：:]|{SAYS})")
PLAIN_LABEL = re.compile(rf"^([^。；;，,！？]{{2,60}}?)(?:[：:]|{SAYS})")
GOES_ON = re.compile(
    r"^(?:其中|主要|具体|包括|内容|如|例如|备?注|说明|以上|上述|本部门|本单位|该|此|这|另)|(?:包括|分为|如下|部分|方面|内容)$"
)
MARK = re.compile(r"^(?:\d{1,2}\s*[)）]|[·•●■◆◇★☆▪▲*-])\s*")
BARE_TERM = re.compile(r"[^。；;，,：:！？]{2,30}")
EXPLAINS = re.compile(r"^(?:是指|系指|指|反映)")
LEVELS = re.compile(r"[（(](?:类|款|项)[）)]")
REMARK = re.compile(r"[（(][\dA-Za-z\s.]+[）)]$")  # its code, or its English name
SUFFIX = re.compile(r"情况$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One term of a glossary: its label, the names it goes by, its whole text as printed; `is_part` where it stands within another's."""

    document: Document
    section: Section
    label: str
    names: tuple[str, ...]
    text: str
    place: Place
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    """A paragraph of a glossary: its text, the term that it begins with (empty without one), and whether it is numbered."""

    text: str
    label: str
    is_numbered: bool
    place: Place


def read_glossary(document: Document) -> list[Entry]:
    """The terms that a document explains; paragraphs without a label belong to the term before them.

    Where the terms are numbered, a paragraph without a number belongs to the one before it even if it explains a term within it.
    """
    sections = [section for section in document.sections if any(GLOSSARY.search(heading) for heading in section.heading_path)]
    read = [(section, list(_paragraphs(section.paragraphs))) for section in sections]
    has_numbers = any(one.is_numbered and one.label for _, paragraphs in read for one in paragraphs)
    return [entry for section, paragraphs in read for entry in _entries(document, section, paragraphs, has_numbers)]


def _entries(document: Document, section: Section, paragraphs: list[_Read], has_numbers: bool) -> list[Entry]:
    entries: list[Entry] = []
    whole = -1
    for one in paragraphs:
        is_part = has_numbers and not one.is_numbered and whole >= 0
        if whole >= 0 and (is_part or not one.label):
            entries[whole] = replace(entries[whole], text=entries[whole].text + one.text)
        if one.label:
            entries.append(Entry(document, section, one.label, _names(one.label), one.text, one.place, is_part))
            whole = whole if is_part else len(entries) - 1
    return entries


def _paragraphs(paragraphs: tuple[Paragraph, ...]) -> Iterator[_Read]:
    """The paragraphs, a term that stands alone in one joined with its explanation in the next."""
    texts = [plain(paragraph.text) for paragraph in paragraphs]
    joined = [bool(BARE_TERM.fullmatch(text) and EXPLAINS.match(below)) for text, below in pairwise([*texts, ""])]
    for at, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True)):
        if at and joined[at - 1]:
            continue
        whole = f"{text}：{texts[at + 1]}" if joined[at] else text
        numbering, mark = read_numbering(whole), MARK.match(whole)
        is_numbered = bool(numbering or mark)
        rest = numbering.rest if numbering else MARK.sub("", whole)
        label = (LABEL if is_numbered else PLAIN_LABEL).match(rest)
        goes_on = label is not None and not is_numbered and GOES_ON.search(label[1])
        yield _Read(whole, label[1] if label and not goes_on else "", is_numbered, paragraph.place)


def _names(label: str) -> tuple[str, ...]:
    label = REMARK.sub("", label) or label
    parts = [part for part in LEVELS.split(label) if part.strip()]
    keys = [label_key(label), label_key(parts[-1])] if parts else [label_key(label)]
    return tuple(dict.fromkeys(name for key in keys for name in (key, SUFFIX.sub("", key)) if len(name) >= 2))
