"""Paragraphs that speak of one project or thing under its name: it opens them, or is a heading above them."""

from __future__ import annotations

from collections.abc import Iterator

from app.telling.cite import plain
from app.telling.passages import narrative
from ingest import late_re as re
from ingest.document import Document, Paragraph, Section
from ingest.figures.name_stated_projects import project_over
from ingest.outline.headings import read_numbering

LABEL = re.compile(r"^“?([^，。；：:]{4,60}?)”?(?:项目)?[：:。]")


def labelled_paragraphs(document: Document) -> Iterator[tuple[Section, Paragraph, str]]:
    """Every paragraph with the name that it opens with, or with that of the project over its section."""
    for section in narrative(document):
        project = project_over(section)
        for paragraph in section.paragraphs:
            text = plain(paragraph.text)
            numbering = read_numbering(text)
            label = LABEL.match(numbering.rest if numbering else text)
            if project or label:
                yield section, paragraph, project or (label[1] if label else "")
