"""A question about forms as what it asks of their rows: the project named, and for each part the words of a row and the columns wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.forms.form_rows import load_form_words
from app.forms.match_rows import bare, named_project
from retrieval.spelling.label_key import fold

CLAUSES = re.compile(r"[,;。?!:■]+")
LINKS = re.compile(r"、|以及|还有|加上|和|跟|及(?!时)|并(?!联|网)")
COUNTED = re.compile(
    r"(?:多少|几)个?(万?(?:人次|架次|平方米|公里|小时|分钟|工作日|[次回场期批条套台件户家项座处亩棵株辆人名天艘支所间栋张只头吨份类位路具起对幅册面片枚幢])?)"
)
EMPTY_LINKS = re.compile(r"~[和与及、]+(?:~|$)|~[和与及、]+(?=\W)|^[和与及、]+~")
SAME = {"回": "次", "名": "人"}


@dataclass(frozen=True, slots=True)
class RowAsk:
    """One part of a question: the words that name a row (none: the row before), the roles wanted, the measure counted in.

    `hint` is that measure, or the only one of the whole question: of two rows that fit equally, it tells which is meant.
    """

    words: str
    roles: tuple[str, ...]
    measure: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class RowQuestion:
    """A whole question: the project named, its words, and what is asked part by part."""

    project: str
    asks: tuple[RowAsk, ...]
    text: str


def read_row_asks(rest: str, projects: Iterable[str], roles: Sequence[str], earlier: Sequence[str] = ()) -> RowQuestion:
    """The question's parts, of which columns it may ask; the project comes from the questions before it where it names none."""
    text, names = re.sub(r"20\d\d年度?", "", fold(rest)), list(dict.fromkeys(projects))
    found = named_project(text.replace("、", ""), names)
    if found:
        text = re.sub("、?".join(map(re.escape, found[1])) + "(?:这个|那个|的)?(?:项目)?", "■", text)
    told = (named_project(fold(past).replace("、", ""), names) for past in reversed(earlier))
    project = found[0] if found else next((one[0] for one in told if one), "")
    asks = [_ask(clause, roles) for clause in CLAUSES.split(text) if clause.strip("的里中")]
    measures = {ask.measure for ask in asks if ask.measure}
    common = measures.pop() if len(measures) == 1 else ""
    return RowQuestion(project, tuple(replace(ask, hint=ask.measure or common) for ask in asks), text)


def _ask(clause: str, columns: Sequence[str]) -> RowAsk:
    """A clause without the words that ask; its roles by the words that name their columns."""
    roles, text = [], clause
    for role in load_form_words().roles:
        if role.name in columns and role.asked.search(text):
            roles.append(role.name)
            text = role.asked.sub("~", text)
    counted = COUNTED.search(clause)
    measure = SAME.get(counted.group(1), counted.group(1)) if counted else ""
    return RowAsk(strip(text), tuple(roles), measure, clause, measure)


def split_ask(ask: RowAsk, columns: Sequence[str]) -> tuple[RowAsk, ...]:
    """The parts that links join (几次培训、几次考核), each with the roles of the whole."""
    parts = [_ask(part, columns) for part in LINKS.split(ask.text)]
    return tuple(
        replace(part, roles=part.roles or ask.roles, measure=part.measure or ask.measure, hint=part.hint or ask.hint)
        for part in parts if part.words
    )  # fmt: skip


def strip(text: str) -> str:
    """The words of a clause that name something."""
    text = EMPTY_LINKS.sub("~", COUNTED.sub("~", text))
    for _ in range(2):
        text = load_form_words().asking.sub("", text)
    return bare(text)
