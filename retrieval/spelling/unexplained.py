"""What of a question neither a name nor the words that only ask account for."""

from __future__ import annotations

from collections.abc import Iterator

from ingest import late_re as re
from retrieval.spelling.is_talk import is_talk
from retrieval.spelling.load_vocabulary import Vocabulary

SEGMENT = re.compile(r"[^\s~■;:?!。、，]{2,}")
COUNTED = re.compile(r"(?<=[两二三四五六七八九十\d]个~)(?:学校|医院|社区|乡镇|村|街道)")  # 三所学校: what is counted


def unexplained(masked: str, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """The stretches of at least two characters that neither a mention nor a filler nor talk explains, with their positions."""
    for pattern in (pattern for _, pattern in vocabulary.operations):
        masked = pattern.sub(without_gaps, masked)
    masked = COUNTED.sub(lambda found: "~" * len(found[0]), masked)
    for segment in SEGMENT.finditer(masked):
        if len(vocabulary.long_fillers.sub("", segment[0])) >= 2 and not is_talk(segment[0], vocabulary.talk):
            yield segment.start(), segment[0]


def without_gaps(found: re.Match[str]) -> str:
    """An operation masked, what stands in its gaps (the groups of its pattern) left: “哪个■多” explains no ■."""
    text = "~" * len(found[0])
    for group in range(1, found.re.groups + 1):
        if found[group]:
            start, end = (place - found.start() for place in found.span(group))
            text = f"{text[:start]}{found[group]}{text[end:]}"
    return text
