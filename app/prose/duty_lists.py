"""The duties a document lists: whose they are and each item as printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.telling.cite import plain
from app.telling.passages import cut_inline_list, last_heading
from ingest import late_re as re
from ingest.document import Document, Place, Section
from ingest.outline.headings import DUTIES, Numbering, read_numbering
from retrieval.spelling.label_key import fold

NOT_DUTIES = re.compile(r"机构|设置|内设|构成|人员|编制(?!规划)|目标|任务|重点工作|工作总结")
CLAUSE = re.compile(r"[^；;。]+[；;。]?")
SPEAKER = re.compile(r"^(.{2,30}?)(?:的)?(?:贯彻|主要职[责能]|职[责能]是|承担|负责)")
ARTICLE = "article"
ARTICLE_NUMBER = re.compile(r"^第\s*[一二三四五六七八九十]+\s*条\s*")
INTRO_REACH = 60


@dataclass(frozen=True, slots=True)
class DutyItem:
    """One duty: its place in the list, its words as printed with their number, and where they stand."""

    number: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """The duties of one body: the department or a subordinate unit. Unnumbered ones are clauses of a paragraph."""

    document: Document
    section: Section
    owner: str
    items: tuple[DutyItem, ...]
    is_numbered: bool = True
    intro: str = ""


@dataclass(slots=True)
class _Draft:
    intro: str
    items: list[DutyItem]


def duty_groups(document: Document) -> tuple[DutyGroup, ...]:
    """Every list of duties in the document, the department's own first."""
    groups: list[DutyGroup] = []
    for section in document.sections:
        if section.paragraphs and _is_about_duties(section):
            groups += _read_section(document, section, is_first=not groups)
    return tuple(groups)


def main_name(document: Document) -> str:
    """The body whose document it is."""
    return document.info.organization or document.info.title or document.info.file_name


def own_groups(groups: Sequence[DutyGroup]) -> list[DutyGroup]:
    """One list a document: the first, which is the department's own."""
    return list({group.document.info.id: group for group in reversed(groups)}.values())[::-1]


def chinese_number(number: int) -> str:
    """A number up to 99 as Chinese numerals."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return (("" if tens == 1 else digits[tens]) + "十" if tens else "") + (digits[ones] if ones or not tens else "")


def _is_about_duties(section: Section) -> bool:
    own = last_heading(section)
    if DUTIES.search(own):
        return "目标" not in own
    return any(DUTIES.search(heading) for heading in section.heading_path[1:-1]) and not NOT_DUTIES.search(own)


def _read_section(document: Document, section: Section, *, is_first: bool) -> Iterator[DutyGroup]:
    drafts = _drafts(section)
    for index, draft in enumerate(drafts):
        owner = _owner(document, draft.intro, is_first=is_first and index == 0)
        yield DutyGroup(document, section, owner, tuple(draft.items), intro=draft.intro)
    if not drafts:
        items = _unnumbered(section)
        if items:
            yield DutyGroup(document, section, main_name(document), items, is_numbered=False)


def _drafts(section: Section) -> list[_Draft]:
    """Lists in their order: a number 1 after higher ones begins the next list, whose introduction stands before it."""
    pieces = _duty_article([(piece, paragraph.place) for paragraph in section.paragraphs for piece in cut_inline_list(paragraph)])
    drafts: list[_Draft] = []
    waiting: list[tuple[str, Place]] = []
    style = ""
    for piece, place in pieces:
        numbering = read_numbering(piece)
        if numbering is None or (style and numbering.style.name != style):
            waiting.append((piece, place))
            continue
        style = style or numbering.style.name
        if numbering.value <= 1 or not drafts:
            drafts.append(_Draft(" ".join(text for text, _ in waiting), []))
        else:
            _continue(drafts[-1], waiting)
        waiting = []
        drafts[-1].items.append(_item(piece, place, numbering, len(drafts[-1].items)))
    if drafts:
        _continue(drafts[-1], waiting)
    return drafts


def _duty_article(pieces: list[tuple[str, Place]]) -> list[tuple[str, Place]]:
    """Of a regulation in articles only the one that lists the duties, its own number taken as an introduction."""
    numberings = [read_numbering(piece) for piece, _ in pieces]
    articles = [index for index, numbering in enumerate(numberings) if numbering and numbering.style.name == ARTICLE]
    if not articles or not any(numbering and numbering.style.name != ARTICLE for numbering in numberings):
        return pieces
    start = next((index for index in articles if DUTIES.search(pieces[index][0])), articles[0])
    end = next((index for index in articles if index > start), len(pieces))
    opening = (ARTICLE_NUMBER.sub("", pieces[start][0]), pieces[start][1])
    return [opening, *pieces[start + 1 : end]]


def _item(piece: str, place: Place, numbering: Numbering, before: int) -> DutyItem:
    return DutyItem(numbering.value or before + 1, plain(piece), place)


def _continue(draft: _Draft, waiting: list[tuple[str, Place]]) -> None:
    """Paragraphs without their own number belong to the item before them."""
    if waiting:
        last = draft.items[-1]
        draft.items[-1] = DutyItem(last.number, last.text + "".join(text for text, _ in waiting), last.place)


def _unnumbered(section: Section) -> tuple[DutyItem, ...]:
    clauses = [(clause.strip(), paragraph.place) for paragraph in section.paragraphs for clause in CLAUSE.findall(plain(paragraph.text))]
    return tuple(DutyItem(number, text, place) for number, (text, place) in enumerate((c for c in clauses if len(c[0]) > 1), 1))


def _owner(document: Document, intro: str, *, is_first: bool) -> str:
    """The body that the introduction names first; the department itself where it names none."""
    opening = fold(intro[:INTRO_REACH])
    names = sorted((main_name(document), *document.info.units), key=len, reverse=True)
    named = next((name for name in names if opening.startswith(fold(name))), None)
    if named or is_first or not intro:
        return named or main_name(document)
    speaker = SPEAKER.match(intro)
    return speaker.group(1) if speaker else main_name(document)
