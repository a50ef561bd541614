"""Lines become paragraphs under headings; tables learn under which heading they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.blocks import Line, TableSource
from ingest.document import Paragraph, Place, Section
from ingest.outline.awaits_title import awaits_title
from ingest.outline.clean_heading import clean_heading
from ingest.outline.headings import (
    BARE_RANK,
    DUTIES,
    GLOSSARY,
    INNER_STOP,
    LONGEST_HEADING,
    PART_RANK,
    PROJECTS,
    is_bare_heading,
    is_numbered_heading,
    project_named,
    read_numbering,
)
from ingest.outline.is_part import is_part
from ingest.outline.join_lines import join_lines
from ingest.outline.line_layout import SHORTEST_BROKEN_LINE, Layout, join_places, measure_layout
from ingest.outline.split_items import split_items

# What is left over of a table's caption says nothing in a section.
CAPTION = re.compile(
    r"(?:公开|预算|决算|财决|附)\s*\d+(?:-\d+)?\s*表|(?:部门|单位)名称[：:].{2,60}|.{0,50}单位[：:]\s*(?:人民币)?[百千万亿]?元"
)
# The last word of a heading on a line of its own.
TITLE_TAIL = re.compile(r"(?:情况)?说\s*明|情\s*况|预?算?表|概\s*况|解\s*释")
RIGHT_BELOW = 0.5  # a project's name stands between the heading above it and whatever numbers its points bear
ACCOUNT_ALONE = re.compile(r"\s*[（(]?\d{1,3}[）)]?\s*[、.．]?[^，；：:\d]{3,90}[（(][类款项][）)](?:支出)?[。.]?\s*")
ITS_AMOUNT = re.compile(r"\s*(?:20\d\d年度?)?(?:年初预算|全年预算|预算|支出决算|决算)数?(?:为|是|\d|安排)")
EXPLAINS = ("指", "是指", "系指", "反映")
DUTY_INTRODUCTION = re.compile(r"(?:职责|职能|任务)(?:为|是|包括|如下)?[：:]")


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections in reading order, and for each table source, in order, the heading path it stands under."""

    sections: tuple[Section, ...]
    table_paths: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class _OpenSection:
    path: tuple[str, ...]
    places: list[Place]
    paragraphs: list[Paragraph] = field(default_factory=list)


def outline_blocks(items: Sequence[Line | TableSource]) -> Outline:
    """The heading tree of a document, its broken lines rejoined."""
    lines = [item for item in items if isinstance(item, Line)]
    outliner = _Outliner(measure_layout(lines), has_parts=any(is_part(read_numbering(line.text)) for line in lines))
    for item in items:
        outliner.add(item)
    return outliner.finish()


class _Outliner:
    def __init__(self, layout: Layout, has_parts: bool) -> None:
        self.layout = layout
        self.bare_rank = BARE_RANK if has_parts else PART_RANK
        self.buffer: list[Line] = []
        self.is_ended = False
        self.stack: list[tuple[float, str]] = []
        self.sections: list[_OpenSection] = []
        self.table_paths: list[tuple[str, ...]] = []

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(heading for _, heading in self.stack)

    @property
    def projects_rank(self) -> float | None:
        """How far out the heading stands under which projects are told one after another, None outside of such."""
        return next((rank for rank, heading in reversed(self.stack) if PROJECTS.search(heading) and not project_named(heading)), None)

    def add(self, item: Line | TableSource) -> None:
        if isinstance(item, TableSource):
            self.flush()
            # A table after the glossary belongs to an appendix whose heading is not printed.
            self.table_paths.append(() if any(map(GLOSSARY.search, self.path)) else self.path)
        elif not item.text.strip():
            self.is_ended = True
        elif self.stack and CAPTION.fullmatch(item.text.strip()):
            self.flush()
        else:
            if self.buffer and not self.continues(item):
                self.flush()
            self.buffer.append(item)
            self.is_ended = False

    def finish(self) -> Outline:
        self.flush()
        sections = tuple(Section(one.path, tuple(one.paragraphs), join_places(one.places)) for one in self.sections)
        return Outline(sections, tuple(self.table_paths))

    def flush(self) -> None:
        if not self.buffer:
            return
        lines, self.buffer = self.buffer, []
        place = join_places([line.place for line in lines])
        rank = self.heading_rank(lines)
        if rank is None:
            self.add_paragraphs(lines)
            return
        self.stack = [entry for entry in self.stack if entry[0] < rank]
        self.stack.append((rank, clean_heading(join_lines(lines))))
        self.sections.append(_OpenSection(self.path, [place]))

    def add_paragraphs(self, lines: list[Line]) -> None:
        if len(lines) > 1 and self.is_bare_term(lines[0].text) and not self.is_broken_off(lines):
            lines = [replace(lines[0], text=f"{lines[0].text}："), *lines[1:]]
        text = join_lines(lines)
        is_duty = any(map(DUTIES.search, self.path)) or DUTY_INTRODUCTION.search(text)
        paragraphs = split_items(lines) if is_duty else [Paragraph(text, join_places([line.place for line in lines]))]
        if not self.sections or self.sections[-1].path != self.path:
            self.sections.append(_OpenSection(self.path, []))
        self.sections[-1].places.extend(paragraph.place for paragraph in paragraphs)
        above = self.sections[-1].paragraphs
        if above and ACCOUNT_ALONE.fullmatch(above[-1].text) and ITS_AMOUNT.match(text):
            paragraphs = [_under_label(above.pop(), paragraphs[0]), *paragraphs[1:]]
        above.extend(paragraphs)

    def is_bare_term(self, text: str) -> bool:
        """Whether the text is a numbered term of the glossary whose definition stands on the next line."""
        numbering = read_numbering(text)
        if numbering is None or INNER_STOP.search(numbering.rest):
            return False
        return any(rank < numbering.style.rank and GLOSSARY.search(heading) for rank, heading in self.stack)

    def is_broken_off(self, lines: list[Line]) -> bool:
        """Whether the first line of an entry ends at the margin and not with its term, which then ends on the next one."""
        below = lines[1].text.strip()
        is_told = lines[0].text.rstrip().endswith(("：", ":")) or below.startswith(("：", ":"))
        return is_told or (self.layout.is_full(lines[0], 1.5) and not below.startswith(EXPLAINS))

    def heading_rank(self, lines: list[Line]) -> float | None:
        """How far out the lines stand as a heading, or None where they are a paragraph."""
        text = join_lines(lines)
        if project_named(text) and self.projects_rank is not None:
            return self.projects_rank + RIGHT_BELOW
        numbering = read_numbering(text)
        level = lines[0].heading_level
        if numbering is None:
            return self.bare_rank if is_bare_heading(text, level) else None
        parents = tuple(heading for rank, heading in self.stack if rank < numbering.style.rank)
        return numbering.style.rank if is_numbered_heading(numbering, parents, level) else None

    def continues(self, line: Line) -> bool:
        """Whether the line goes on with what stands in the buffer."""
        text = join_lines(self.buffer)
        numbering = read_numbering(line.text)
        if numbering is None and awaits_title(text):
            return _is_title_piece(line.text)
        if numbering is None and self.is_bare_term(text):
            return True
        if TITLE_TAIL.fullmatch(line.text.strip()) and self.heading_rank(self.buffer) is not None:
            return True
        if self.is_ended or numbering is not None or line.heading_level or self.layout.is_indented(line):
            return False
        if self.heading_rank(self.buffer) is not None:
            return self.layout.is_full(self.buffer[-1], 1.5) or not _is_balanced(text)
        is_ended = text.rstrip("”’\"）)》").endswith(("。", "！", "？", "；", "：", "!", "?", ";", ":"))
        if self.layout.wrap is not None:
            return self.layout.is_full(self.buffer[-1], 2.5 if is_ended else self.layout.wrap * 0.4)
        return not is_ended and (len(text) >= SHORTEST_BROKEN_LINE or text.endswith(("、", "，")))


def _under_label(label: Paragraph, told: Paragraph) -> Paragraph:
    """One paragraph of an account's name that stands on a line of its own and of what is told of it below."""
    return Paragraph(f"{label.text}{told.text}", join_places([label.place, told.place]))


def _is_title_piece(text: str) -> bool:
    return len(text.strip()) <= LONGEST_HEADING and not INNER_STOP.search(text)


def _is_balanced(text: str) -> bool:
    return all(text.count(left) <= text.count(right) for left, right in ("（）", "“”", "()", "《》"))
