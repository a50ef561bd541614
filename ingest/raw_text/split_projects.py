"""Splits the raw text of 项目绩效目标表: projects with their amounts, and indicators of four groups that interleave row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from ingest.raw_text.raw_table import Entry, RawTable, Record, Word, join_words
from ingest.raw_text.split_goals import AIM, is_quality
from ingest.raw_text.split_rows import AMOUNT

UNIT_CUT_IN_TWO = re.compile(
    r"(?:[百千]?万|亿|千|百)?(?:元|人次|人|户次|户|次|件|个|项|条|家|台|套|份|亩|吨|米|公里|公顷|公斤|平方米|立方米|棵|株|头|只|本|篇|期|批)?"
    r"(?:/\S{1,4})?"
    r"|工作日|小时|分钟|个月|个工作日|百分点|个百分点|天|日|年|公里|平方公里"
)
COMPARISON = re.compile(r"[≥≤<>＜＞≧≦=＝]+")
LONGEST_UNIT_END = 4
LONGEST_TEXT_VALUE = 10
SHORTEST_CODE = 3
SHORTEST_PROJECT_CODE = 10
CLEAR_LEAD = 0.5


@dataclass(frozen=True, slots=True)
class Goal:
    """An indicator's name and value, the row of its project on which it stands and its group (0 成本, 1 产出, 2 效益, 3 满意度)."""

    name: Entry
    value: Entry
    row: int = 0
    group: int = 0


@dataclass(slots=True)
class Project:
    """A unit or a project: code, name, amounts and goals."""

    code: list[Word] = field(default_factory=list)
    name: list[Word] = field(default_factory=list)
    amounts: list[Word] = field(default_factory=list)
    pairs: list[tuple[Entry, Entry]] = field(default_factory=list)

    @property
    def code_text(self) -> str:
        """The code, its broken pieces joined."""
        return "".join(word.text for word in self.code)

    @property
    def record(self) -> Record:
        """The project as a row of keys and amounts; rows with codes of one length stand on one level."""
        keys = (join_words(self.code), join_words(self.name) if self.name else None)
        return Record(keys, tuple(join_words([word]) for word in self.amounts), str(len(self.code_text)))


def split_projects(table: RawTable) -> tuple[Project, ...]:
    """The units and projects in reading order, one that a page's end repeats once; none where no code begins the table."""
    projects: list[Project] = []
    pending: list[Word] = []
    words = [word for line in table.body for word in line]
    position = 0
    while position < len(words):
        word = words[position]
        current = projects[-1] if projects else None
        if is_code_start(word, current, pending):
            pending = []
            projects.append(Project([word]))
        elif current is None:
            return ()
        elif not current.amounts:
            is_amount = bool(current.name) if word.is_digits else AMOUNT.fullmatch(word.text) is not None
            (current.amounts if is_amount else current.code if word.is_digits else current.name).append(word)
        elif not pending and not current.pairs and (AMOUNT.fullmatch(word.text) or word.is_digits):
            current.amounts.append(word)
        elif pending and is_value(words, position, table):
            count = value_length(words[position:])
            current.pairs.append((join_words(pending), join_words(words[position : position + count])))
            pending, position = [], position + count - 1
        else:
            pending.append(word)
        position += 1
    return tuple(first_prints(projects))


def is_code_start(word: Word, current: Project | None, pending: Sequence[Word]) -> bool:
    """Whether the word begins another project's code: at the start of a line, after the amounts of the one before."""
    if not word.is_digits or not word.starts_line or (current is not None and not current.amounts):
        return False
    return not pending or len(word.text) >= SHORTEST_PROJECT_CODE


def first_prints(projects: Sequence[Project]) -> Iterator[Project]:
    """Each code's first print."""
    seen: set[str] = set()
    for project in projects:
        if project.code_text not in seen:
            yield project
        seen.add(project.code_text)


def is_value(words: Sequence[Word], position: int, table: RawTable) -> bool:
    """Whether the word, after the words of a name, is the indicator's value.

    A wrapped name goes on at the start of a line, so what stands beside it on its line is its value. A quality right before a value
    (持续 | 提升 | 明显) is the end of the name.
    """
    word, following = words[position], words[position + 1] if position + 1 < len(words) else None
    is_before_value = following is not None and (is_measured(following) or is_quality(following.text, table.form))
    if is_measured(word) or (COMPARISON.fullmatch(word.text) and following and (is_before_value or AIM.fullmatch(following.text))):
        return True
    if is_before_value:
        return False
    return is_quality(word.text, table.form) or (not word.starts_line and len(word.text) <= LONGEST_TEXT_VALUE)


def is_measured(word: Word) -> bool:
    """Whether the word states an amount that is no code."""
    return bool(AIM.fullmatch(word.text)) and not (word.is_digits and len(word.text) >= SHORTEST_CODE)


def value_length(words: Sequence[Word]) -> int:
    """How many words the value takes: its comparison, its number and its unit may each stand on a line of their own."""
    count = 2 if COMPARISON.fullmatch(words[0].text) else 1
    while count < len(words) and words[count].starts_line and len(words[count].text) <= LONGEST_UNIT_END:
        unit = re.sub(r"^[^\d]*[\d,.]+", "", "".join(word.text for word in words[:count]))
        if not UNIT_CUT_IN_TWO.fullmatch(unit + words[count].text):
            break
        count += 1
    return count


def place_goals(pairs: Sequence[tuple[Entry, Entry]], table: RawTable) -> tuple[Goal, ...]:
    """The row and group of each indicator: groups are filled from the top, so each row has only groups that the row above has.

    Among all arrangements the one is taken whose indicators' words fit their groups best.
    """
    scores = [group_scores(name.text, value.text, table) for name, value in pairs]

    @cache
    def best(start: int, allowed: tuple[int, ...]) -> tuple[float, tuple[tuple[int, ...], ...]]:
        if start == len(pairs):
            return 0.0, ()
        found: list[tuple[float, tuple[tuple[int, ...], ...]]] = []
        for size in range(1, min(len(allowed), len(pairs) - start) + 1):
            for groups in combinations(allowed, size):
                score, rest = best(start + size, groups)
                found.append((score + sum(scores[start + k][group] for k, group in enumerate(groups)), (groups, *rest)))
        return max(found)

    rows = best(0, (0, 1, 2, 3))[1]
    places = [(row, group) for row, groups in enumerate(rows) for group in groups]
    return tuple(to_goal(pair, place, score) for pair, place, score in zip(pairs, places, scores, strict=True))


def to_goal(pair: tuple[Entry, Entry], place: tuple[int, int], scores: Sequence[float]) -> Goal:
    """The goal; uncertain where its words fit another group as well as its own."""
    row, group = place
    others = max(score for other, score in enumerate(scores) if other != group)
    is_uncertain = scores[group] - others < CLEAR_LEAD
    name, value = pair
    return Goal(name, Entry(value.text, value.place, is_uncertain), row, group)


def group_scores(name: str, value: str, table: RawTable) -> tuple[float, ...]:
    """How well an indicator's words fit each group."""
    scores = [0.0, 0.0, 0.0, 0.0]
    for group, line in enumerate(table.form.lists["cues"]):
        for cue in line.split()[1:]:
            word, weight = cue.split("=")
            scores[group] += float(weight) if word in name else 0.0
    groups = [line.split()[0] for line in table.form.lists["cues"]]
    for line in table.form.lists["value_cues"]:
        group_name, pattern, weight = line.split()
        scores[groups.index(group_name)] += float(weight) if re.search(pattern, value) else 0.0
    return tuple(scores)
