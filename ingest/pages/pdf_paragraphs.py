"""Where paragraphs end on printed pages: an empty line is set after each, so that broken lines can be rejoined later."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.blocks import Line

# a line may end this much before the margin although its paragraph goes on
FULL_LINE_SLACK_EM = 2.0
INDENT_EM = 1.2
WIDE_PITCH = 1.6
CLOSING = "。；：！？.;:!?”）)"
HANGING = re.compile(r"[，。；：、！？）”》〉】]+$")
SENTENCE_MARK = re.compile(r"[，。；]")
PAGE_NUMBER = re.compile(r"[-—–·\s第]*\d{1,4}[-—–·\s页]*(?:[/共]\s*\d+\s*页?)?")
UNBREAKABLE = re.compile(r"[（(“《〈【]*(?:[0-9A-Za-z.,%%+\-]+|.)[，。；：、！？）)”》〉】%]*")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line with its setting: left and right end, baseline and font size on the turned page of this width."""

    line: Line
    page: int
    page_width: float
    x0: float
    x1: float
    baseline: float
    size: float

    @property
    def text(self) -> str:
        """The line's text."""
        return self.line.text


def find_paragraph_ends(lines: Sequence[PrintedLine]) -> set[int]:
    """The indexes of the lines that end a paragraph; page numbers and running heads end none and begin none."""
    furniture = _find_furniture(lines)
    prose = [i for i in range(len(lines)) if i not in furniture]
    margins = _find_margins([lines[i] for i in prose])
    pitch = _usual_pitches([lines[i] for i in prose])
    return {
        i
        for i, following in pairwise(prose)
        if _is_end(lines[i], lines[following], margins[_setting(lines[i])], pitch[lines[i].page_width])
    }


def _find_furniture(lines: Sequence[PrintedLine]) -> set[int]:
    """Page numbers, and lines that stand at one height on several pages with only their digits changing."""
    def key(item: PrintedLine) -> tuple[str, int]:
        return re.sub(r"\d+", "", item.text), round(item.baseline / 3)

    pages: dict[tuple[str, int], set[int]] = defaultdict(set)
    for item in lines:
        pages[key(item)].add(item.page)
    first_and_last = _outer_lines(lines)
    return {
        i for i, item in enumerate(lines) if i in first_and_last and (PAGE_NUMBER.fullmatch(item.text) or len(pages[key(item)]) >= 3)
    }


def _outer_lines(lines: Sequence[PrintedLine]) -> set[int]:
    by_page: dict[int, list[int]] = defaultdict(list)
    for i, item in enumerate(lines):
        by_page[item.page].append(i)
    return {i for items in by_page.values() for i in (*items[:2], *items[-2:])}


def _setting(item: PrintedLine) -> tuple[float, int]:
    return item.page_width, round(item.size)


def _find_margins(lines: Sequence[PrintedLine]) -> dict[tuple[float, int], tuple[float, float]]:
    """The left and right margin by page width and font size: the outermost ends that several lines share.

    What is set smaller than the running text, as tables are, may stand out beyond it and says nothing of its margins.
    """
    margins: dict[tuple[float, int], tuple[float, float]] = {}
    for width in {item.page_width for item in lines}:
        same = [item for item in lines if item.page_width == width]
        running = _running_size(same)
        body = _ends([item for item in same if round(item.size) >= running])
        whole = _ends(same)
        margins |= {(width, size): body if size >= running else whole for size in {round(item.size) for item in same}}
    return margins


def _running_size(lines: Sequence[PrintedLine]) -> int:
    """The size in which most characters of full sentences are set."""
    sizes: Counter[int] = Counter()
    for item in lines:
        sizes[round(item.size)] += len(item.text) if SENTENCE_MARK.search(item.text) else 0
    return sizes.most_common(1)[0][0] if sizes else 0


def _ends(lines: Sequence[PrintedLine]) -> tuple[float, float]:
    return min(_shared([item.x0 for item in lines])), max(_shared([_end_of_words(item) for item in lines]))


def _end_of_words(item: PrintedLine) -> float:
    """The right end of a line without the punctuation at its end, which may hang over the margin."""
    hanging = HANGING.search(item.text)
    return item.x1 - item.size * len(hanging[0]) if hanging else item.x1


def _shared(ends: list[float]) -> list[float]:
    counts = Counter(round(end / 6) for end in ends)
    shared = [end for end in ends if sum(counts[round(end / 6) + k] for k in (-1, 0, 1)) >= 3]
    return shared or ends


def _usual_pitches(lines: Sequence[PrintedLine]) -> dict[float, float]:
    """The smallest common distance in em from one baseline to the next on a page, by page width."""
    pitches: dict[float, Counter[float]] = defaultdict(Counter)
    for before, after in pairwise(lines):
        if before.page == after.page and after.baseline > before.baseline:
            pitches[before.page_width][round((after.baseline - before.baseline) / before.size, 1)] += 1
    usual = {width: min(p for p, count in counts.items() if 8 * count >= max(counts.values())) for width, counts in pitches.items()}
    return defaultdict(lambda: 2.0, usual)


def _is_end(before: PrintedLine, after: PrintedLine, margins: tuple[float, float], pitch: float) -> bool:
    left, right = margins
    room = right - before.x1
    next_word = UNBREAKABLE.match(after.text)
    needed = sum(1.0 if ord(c) > 0x2E7F else 0.5 for c in next_word.group()) * after.size if next_word else 0.0
    if room > max(FULL_LINE_SLACK_EM * before.size, needed + before.size):
        return True
    has_indent = after.x0 > left + INDENT_EM * after.size
    if has_indent and before.text[-1] in CLOSING:
        return True
    is_apart = before.page == after.page and (after.baseline - before.baseline) / max(before.size, after.size) > WIDE_PITCH * pitch
    return is_apart and (has_indent or before.text[-1] in CLOSING)
