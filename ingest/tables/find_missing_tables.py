"""Tables that the contents list and that were not read as tables, each with the place where it should be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from ingest.blocks import Block, Line
from ingest.document import Problem, Table
from ingest.labels.table_words import fold_all

CONTENTS = re.compile(r"目录")
FARTHEST_LINES = 120
NUMBERING = re.compile(r"^(?:附件?|附?表)?(?:[一二三四五六七八九十]+|\d+(?:[-—]\d+)?)?(?:表)?[、.．:：]?(?:\([一二三四五六七八九十\d]+\))?")
LISTED = re.compile(r"(?P<title>.{3,44}?表(?:\([^()]*\))*)[.…·_\s]*\d{0,3}")
NO_TITLE = re.compile(
    r"说明|表[至到—-].*表$|^(?:公开|附|预算|决算)*\d+(?:-\d+)?表$|报表|附表|下表|[,，。；;]"
    r"|(?:部门|单位|局|委员会|委|院|中心|会)(?:20\d\d年度?)?(?:部门|单位)?(?:预算|决算|公开)表$"  # the name of a whole part
    r"|^(?:20\d\d年(?:度)?)?(?:部门|单位)(?:预算|决算)(?:信息|数据)?(?:公开)?(?:表|套表|表格)$"
)
PART = re.compile(r"第[一二三四五六七八九十]部分|附件[:：]")
EMPTY = re.compile(r"无|没有|为空|空表")
ELSEWHERE = re.compile(r"^[（(]?(?:具体|详细|内容)?(?:详见|见|另附|附后|另见)")
EMPTY_TABLE = re.compile(r"(?:本|此|该)表(?:无|为空|没有)|空表")
LINES_OF_A_STATEMENT, LINES_OF_A_TABLE = 4, 10
LIKENESS = 0.8
MISSING = "目录列有《{title}》，却没有读到这张表，其中的数没有读进来，请查原文件。"


def find_missing_tables(blocks: Sequence[Block], tables: Sequence[Table]) -> tuple[Problem, ...]:
    """Of every title of a table in the contents that no table bears, a problem; none where contents and titles are worded differently.

    `blocks` are those of the reader, with the contents. A title is no loss where it is followed by the statement that there is nothing,
    or by where to look (详见附表).
    """
    lines = [block for block in blocks if isinstance(block, Line) and block.text.strip()]
    listed = _listed(lines)
    keys = [_key(table.title) for table in tables if table.title]
    missing = [(title, line) for title, line in listed if not any(_is_alike(_key(title), key) for key in keys)]
    if not listed or len(missing) * 2 > len(listed):
        return ()
    return tuple(problem for title, line in missing for problem in _problem(title, line, lines))


def _listed(lines: Sequence[Line]) -> list[tuple[str, Line]]:
    """The titles of tables that the contents list, with their lines."""
    start = next((place for place, line in enumerate(lines) if CONTENTS.fullmatch(fold_all(line.text))), None)
    if start is None:
        return []
    found: dict[str, tuple[str, Line]] = {}
    for line in lines[start + 1 : start + 1 + FARTHEST_LINES]:
        if (line.place.page or 0) > (lines[start].place.page or 0) + 1:
            break
        text = fold_all(line.text)
        title = LISTED.fullmatch(NUMBERING.sub("", text, count=1) or text)
        if title and _key(title["title"]) in found:
            break  # the contents are over: here its first entry stands again
        if title and not NO_TITLE.search(title["title"]) and not PART.match(text):
            found[_key(title["title"])] = title["title"], line
    return list(found.values())


def _problem(title: str, listed: Line, lines: Sequence[Line]) -> Iterator[Problem]:
    places = [place for place, line in enumerate(lines) if line is not listed and _is_alike(_key(line.text), _key(title))]
    following = [line.text.strip() for line in lines[places[-1] : places[-1] + LINES_OF_A_TABLE]] if places else []
    is_empty = any(map(EMPTY.search, following[:LINES_OF_A_STATEMENT])) or any(map(EMPTY_TABLE.search, following))
    if not is_empty and not any(map(ELSEWHERE.match, following[1:2])):
        yield Problem(MISSING.format(title=title), lines[places[-1]].place if places else listed.place)


def _key(title: str) -> str:
    """A title without numbering, year, brackets, quotation marks and 部门."""
    plain = NUMBERING.sub("", re.sub(r"\([^()]*\)|[“”\"《》]", "", fold_all(title)), count=1)
    return re.sub(r"20\d\d年(?:度)?|部门|单位", "", plain)


def _is_alike(one: str, other: str) -> bool:
    return bool(one) and bool(other) and (one in other or other in one or SequenceMatcher(None, one, other).ratio() >= LIKENESS)
