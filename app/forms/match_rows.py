"""Which rows of forms the words of a question name: the exact name before longer ones, never a guess between two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from app.forms.form_rows import FormRow
from app.question.topics import pairs
from retrieval.spelling.label_key import fold

SPELT_OTHERWISE = str.maketrans("戶幾臺", "户几台")
GENERIC = re.compile(r"(?:人数|次数|数量|个数|总数|数|量|时间|程度)$")
BEFORE_PROJECT = re.compile(r"([一-鿿]{4,12})(?=(?:专项|工作)?(?:项目|资金|经费))")
SERIAL = re.compile(r"(?<=\D)\d{1,2}$")
YEARS = re.compile(r"20\d\d年度?")
ENOUGH = 0.8
SHORTEST, LONG_PART, MOST_OF = 2, 4, 0.6
ALIKE, SHORTEST_ALIKE = 80.0, 5
MARK = "(?:这个|那个|的|等|专项|一个)*(?:项目|(?:绩效|年度|产出|社会|经济|效益|数量|质量|时效|成本|满意度)*(?:目标|指标)|自评)|”"

# What may follow a name that stands by itself.
ASKED_OF = "(?:$|[~,?的]|项目|全年|年初|预算|执行|花|用|得|扣|自评|绩效|目标|指标|偏差|满意|完成|有没有|是|有|多少|几)"


def bare(text: str) -> str:
    """A name without punctuation, spaces and its number among equals, in one spelling."""
    return SERIAL.sub("", YEARS.sub("", re.sub(r"[\W_]", "", fold(text)))).translate(SPELT_OTHERWISE)


def fit(asked: str, name: str) -> float:
    """The share of the asked characters that a name holds in their order, 0 to 1; 0 where it shares no pair of neighbours with them."""
    wanted, held = bare(asked), bare(name)
    if len(wanted) < SHORTEST or not pairs(wanted) & pairs(held):
        return 0.0
    return max(LCSseq.similarity(wanted, held), _shared(wanted, held)) / len(wanted)


def _shared(wanted: str, held: str) -> int:
    """How many characters belong to a pair of neighbours that both have, in whatever order the pairs stand."""
    known = pairs(held)
    at = [place for place in range(len(wanted) - 1) if wanted[place : place + 2] in known]
    return len({*at, *(place + 1 for place in at)})


def named_rows(asked: str, rows: Sequence[FormRow]) -> list[FormRow]:
    """The rows that the words fit best, each name of a project once: one where it is clear, several where they fit equally, none."""
    rated = [(fit(asked, row.name), row) for row in rows]
    best = max((score for score, _ in rated), default=0.0)
    if best < ENOUGH:
        return []
    fitting = [row for score, row in rated if score == best]
    plain = GENERIC.sub("", bare(asked))
    exact = [row for row in fitting if GENERIC.sub("", bare(row.name)) == plain]
    return list({(row.document.info.id, bare(row.project), bare(row.name)): row for row in reversed(exact or fitting)}.values())[::-1]


def named_project(text: str, projects: Iterable[str]) -> tuple[str, str] | None:
    """The project that a text names and the words that do: in full, by most of its name, by its own part before “项目”, or misspelt."""
    names = {bare(project): project for project in projects if len(bare(project)) >= SHORTEST + 1}
    parts = {name: common_stretch(text, name) for name in names}
    longest = max((len(part) for part in parts.values()), default=0)
    best = [name for name, part in parts.items() if len(part) == longest]
    if longest and len(best) > 1:
        best = [name for name in best if name == parts[name]]
    part = parts[best[0]] if len(best) == 1 else ""
    if part and (part == best[0] or (len(part) >= LONG_PART and len(part) >= MOST_OF * len(best[0]))):
        return names[best[0]], part
    is_meant = bool(part) and (_stands_for(text, part, names) or _stands_alone(text, part, names))
    return _misspelt(text, names) or ((names[best[0]], part) if is_meant else _abbreviated(text, names))


def common_stretch(text: str, name: str) -> str:
    """The longest stretch of a name that stands in a text."""
    for length in range(len(name), SHORTEST, -1):
        for start in range(len(name) - length + 1):
            if name[start : start + length] in text:
                return name[start : start + length]
    return ""


def _stands_for(text: str, part: str, names: Iterable[str]) -> bool:
    """Whether a part that only one name has stands before “项目”."""
    return sum(part in name for name in names) == 1 and bool(re.search(re.escape(part) + MARK, text))


def _stands_alone(text: str, part: str, names: Iterable[str]) -> bool:
    """Whether the beginning or end of one name alone stands as a word of its own, before what is asked of it (短信专项费执行多少)."""
    own = [name for name in names if part in name]
    is_end = len(own) == 1 and (own[0].startswith(part) or own[0].endswith(part))
    return is_end and len(part) >= LONG_PART and bool(re.search(rf"(?:^|[~,的年度]){re.escape(part)}{ASKED_OF}", text))


def _abbreviated(text: str, names: dict[str, str]) -> tuple[str, str] | None:
    """The only project whose name shortens in its middle to words before “项目” (违建拆除: 违法建筑拆除)."""
    for said in BEFORE_PROJECT.finditer(text):
        for start in range(len(said[1]) - LONG_PART + 1):
            short = said[1][start:]
            alike = [name for name in names if name[0] == short[0] and LCSseq.similarity(short, name) == len(short)]
            found = [name for name in alike if pairs(short) & pairs(name)]
            if len(found) == 1:
                return names[found[0]], short
    return None


def _misspelt(text: str, names: dict[str, str]) -> tuple[str, str] | None:
    """The only project whose name differs by few characters from words before “项目”."""
    found = []
    for name, project in names.items():
        aligned = fuzz.partial_ratio_alignment(name, text) if SHORTEST_ALIKE <= len(name) <= len(text) else None
        if aligned and aligned.score >= ALIKE and re.match(MARK, text[aligned.dest_end :]):
            found.append((project, text[aligned.dest_start : aligned.dest_end]))
    return found[0] if len(found) == 1 else _one_letter_off(text, names)


def _one_letter_off(text: str, names: dict[str, str]) -> tuple[str, str] | None:
    """The only project whose name stands in a text but for one character within it."""
    found = []
    for name, project in names.items():
        stretches = (text[start : start + len(name)] for start in range(len(text) - len(name) + 1))
        if len(name) >= SHORTEST_ALIKE and (said := next((one for one in stretches if _differs_within(one, name)), "")):
            found.append((project, said))
    return found[0] if len(found) == 1 else None


def _differs_within(said: str, name: str) -> bool:
    return said[0] == name[0] and said[-1] == name[-1] and sum(one != other for one, other in zip(said, name, strict=True)) == 1
