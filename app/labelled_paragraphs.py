"""Paragraphs that speak of one project or thing under its name: it opens them, or stands alone on a line above them."""

from __future__ import annotations

from collections.abc import Iterator

from app.cite import plain
from app.passages import narrative
from ingest import late_re as re
from ingest.document import Document, Paragraph, Section
from ingest.headings import read_numbering

LABEL = re.compile(r"^(?:项目[一二三四五六七八九十\d]*[：:、.]?)?“?([^，。；：:]{4,60}?)”?(?:项目)?(?:[：:。]|$)")
OWN_LINES = 8  # paragraphs after a name that stands alone on its line


def labelled_paragraphs(document: Document) -> Iterator[tuple[Section, Paragraph, str]]:
    """Every paragraph under the label that it opens with, or under the label that stands alone on a line above it."""
    for section in narrative(document):
        above, lines = "", 0
        for paragraph in section.paragraphs:
            text = plain(paragraph.text)
            numbering = read_numbering(text)
            label = LABEL.match(numbering.rest if numbering else text)
            if label and label.end() == len(label.string):
                above, lines = label[1], 0
            elif above and lines < OWN_LINES:
                lines += 1
                yield section, paragraph, above
            if label and label.end() < len(label.string):
                yield section, paragraph, label[1]
