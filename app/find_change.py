"""A change that a document states without its reason."""

from __future__ import annotations

import re

from app.passages import narrative, sentences
from app.text_question import topic_keys
from ingest.document import Document
from retrieval.label_key import fold

CHANGE = re.compile(r"持平|增加|减少|增长|下降|上升|降低|没有增减|无增减|没有变化|无变化")
PART = re.compile(r"[^；;]+")
LONGEST = 160


def find_change(document: Document, topic: str) -> str:
    """The first statement that names the topic and says how it changed; empty where there is none."""
    keys = [key for key in topic_keys(topic) if len(key) >= 2][:4]
    parts = [part for section in narrative(document) for paragraph in section.paragraphs for sentence in sentences(paragraph.text)
             for part in PART.findall(sentence)]  # fmt: skip
    told = (part.strip("。 ") for key in keys for part in parts if key in fold(part) and CHANGE.search(part))
    return next((part for part in told if len(part) <= LONGEST), "")
