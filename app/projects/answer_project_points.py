"""What the prose tells of one project point by point (项目概况, 立项依据, 实施主体, 实施周期), from that project's own paragraphs."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from app.answer import Answer
from app.question.text_question import TextQuestion, asks_for_amount
from app.telling import wording_text as wording
from app.telling.cite import plain, within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage
from ingest import late_re as re
from ingest.document import Document, Paragraph, Section
from ingest.figures.name_stated_projects import project_over
from ingest.outline.headings import read_numbering
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import FOLDER

LEAD = re.compile(r"^([^。：:，,；;]{2,14})[。：:]")
ENDING = re.compile(r"(?:项目|专项|工程|工作)?(?:经费|资金|项目|补助|补贴|费用|费|款)$")
OF_FORMS = re.compile(r"绩效目标|指标")
SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is told of a project: how its heading is worded, and how people ask for it."""

    names: re.Pattern[str]
    asked: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph of a project's section with the heading of its point (its own first words, or the heading above it)."""

    project: str
    point: str
    section: Section
    paragraph: Paragraph


@cache
def load_points() -> tuple[Point, ...]:
    """All of project_points.toml."""
    data = tomllib.loads((FOLDER / "project_points.toml").read_text("utf-8"))
    return tuple(Point(re.compile(entry["names"]), re.compile(entry["asked"])) for entry in data["point"])


def answer_project_points(asked: TextQuestion) -> Answer | None:
    """The paragraphs on the points asked for of the project named; None where no document tells of its projects so."""
    if asks_for_amount(asked):
        return None
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, fold(asked.rest)))])


def _find(document: Document, rest: str) -> Found | None:
    told = list(_told(document))
    project = _named({one.project for one in told}, rest)
    has_form = bool(OF_FORMS.search(rest)) and any(fold(table.context or "") == fold(project) for table in document.tables)
    words = re.sub(re.escape(_short(project)), " ", rest) if project else ""
    points = [point for point in load_points()[: -1 if has_form else None] if point.asked.search(words)]
    own = [one for one in told if one.project == project and any(point.names.fullmatch(one.point) for point in points)]
    return _tell(document, own) if own else None


def _told(document: Document) -> Iterator[Told]:
    """The paragraphs below the names of projects, each with its point."""
    for section in document.sections:
        project, point = project_over(section), ""
        for paragraph in section.paragraphs if project else ():
            text = plain(paragraph.text)
            numbering = read_numbering(text)
            lead = LEAD.match(numbering.rest if numbering else text)
            own = read_numbering(section.heading_path[-1])
            point = lead[1] if lead and numbering else point
            yield Told(project, point or (own.rest if own else section.heading_path[-1]), section, paragraph)


def _named(projects: set[str], rest: str) -> str:
    """The project that the question names, the longest where one name holds another; empty where it names none or two."""
    found = sorted((one for one in projects if _short(one) in rest), key=len, reverse=True)
    return found[0] if found and all(_short(one) in fold(found[0]) for one in found) else ""


def _short(project: str) -> str:
    """A project's name as it is said, without 经费 or 项目 at its end."""
    name = fold(project)
    short = ENDING.sub("", name)
    return short if len(short) >= SHORTEST_NAME else name


def _tell(document: Document, own: Sequence[Told]) -> Found:
    first = own[0].section
    quotes = "\n>\n".join(wording.QUOTE.format(text=plain(one.paragraph.text)) for one in own)
    text = wording.REASON.format(section=within_quotes(" > ".join(first.heading_path[-2:])), quotes=quotes)
    return Found(document, text, tuple(cite_passage(document, one.section, one.paragraph.text, one.paragraph.place) for one in own))
