"""“三家预算单位”, “下属各单位”, “两家卫生院”: units of one department that a question names all at once, by how many or of what kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest import late_re as re
from ingest.document import DocumentInfo
from ingest.identity.organization_forms import fold_name, split_brackets
from retrieval.bodies.unit_phrases import (
    AGREEMENT,
    ALL_UNITS,
    APART,
    BARE_SIDE,
    BY_COUNT,
    JOINED,
    MORE_OF,
    NOT_OWN,
    OF_KIND,
    ONE_BY_ONE,
    RELATED,
)
from retrieval.catalog import own_level_name
from retrieval.facts.statement_of_unit import OWN_LEVEL
from retrieval.spelling.label_key import label_key

NUMBERS = "零一二三四五六七八九十"
SHORTEST_KIND = 2
FEWEST = 2


@dataclass(frozen=True, slots=True)
class UnitsAsked:
    """The units of a department that are asked for, all that it has, how many a question says they are, and the question without them.

    `before` are the questions of the dialogue before it, without their units too.
    """

    units: tuple[str, ...]
    all_units: tuple[str, ...]
    count: int | None
    rest: str
    before: tuple[str, ...] = ()


def units_of_dialogue(question: str, parts: Sequence[str], info: DocumentInfo) -> UnitsAsked | None:
    """The units that a question names all at once, or that the one before it named where it names nothing but another item."""
    *before, rest = parts
    earlier = [units_asked(one, one, info) for one in before]
    asked = units_asked(question, rest, info)
    if asked is None and earlier and earlier[-1] and question == rest:
        asked = replace(earlier[-1], rest=rest, count=None)
    cleared = tuple(one.rest if one else text for one, text in zip(earlier, before, strict=True))
    if asked is None:
        return None
    rest = BARE_SIDE.sub(r"\1合计", asked.rest)  # the income of units is all of it
    return replace(asked, rest=MORE_OF.sub(lambda found: " " * len(found[0]), rest), before=cleared)


def units_asked(question: str, rest: str, info: DocumentInfo) -> UnitsAsked | None:
    """The units of a document that a question names all at once; None where it names none so.

    `rest` is the question with the words blanked that chose the document, some of which may be of the units (三家单位预算).
    """
    own, below = units_of(info)
    if info.scope == "单位" or len(below) + bool(own) < FEWEST or AGREEMENT.search(question):
        return None
    both = (*own, *below)
    question = question if len(question) == len(rest) else rest
    if kind := of_kind(question, rest, both):
        return kind
    found = all_units_in(question)
    if found is None:
        return None
    without_own = NOT_OWN.search(question)
    rest = blanked(rest, *without_own.span()) if without_own else rest
    is_joined = bool(JOINED.search(question[: found.start()]))
    if is_joined and not ONE_BY_ONE.search(question):
        return None  # the department with all that is below it
    count = None if is_joined else number_in(found["count"] or found["family"] or (found["house"] or "")[:1])
    is_below = bool(found["below"] or found["below_too"] or found["only_below"] or without_own or MORE_OF.search(question))
    is_below = (is_below and not is_joined) or (count is not None and count == len(below) != len(both))
    return UnitsAsked(below if is_below else both, both, count, blanked(rest, *found.span()))


def are_units_of(info: DocumentInfo, question: str) -> bool:
    """Whether a question names units all at once, and a department has several, as many as it says."""
    asked = units_asked(question, question, info)
    return asked is not None and asked.count in (None, len(asked.units))


def all_units_in(question: str) -> re.Match[str] | None:
    """Where a question names units all at once, and not to leave them out; units below alone must be set in some relation."""
    return next(
        (
            one for one in ALL_UNITS.finditer(question)
            if not APART.search(before := question[: one.start()]) and not BY_COUNT.search(before)
            and (one["only_below"] is None or RELATED.search(question))
        ), None,
    )  # fmt: skip


def units_of(info: DocumentInfo) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A department's own level, as its tables name it, and the units below it, each once."""
    department = {label_key(name) for name in (info.organization or "", *info.aliases) if name}
    own = own_level_name(info)
    below = {
        split_brackets(fold_name(unit))[0]: unit for unit in reversed(info.units)
        if OWN_LEVEL.sub("", label_key(unit)) not in department and unit != own
    }  # fmt: skip
    return ((own,) if own else ()), tuple(below.values())[::-1]


def of_kind(question: str, rest: str, units: tuple[str, ...]) -> UnitsAsked | None:
    """The units that a question names by the word in which their names end (两家社区卫生服务中心), as many of them as it says."""
    for found in OF_KIND.finditer(question):
        if BY_COUNT.search(question[: found.start()]):
            continue  # “最多的三所学校”: so many out of all
        for end in range(len(found["kind"]), SHORTEST_KIND - 1, -1):
            called = tuple(unit for unit in units if split_brackets(fold_name(unit))[0].endswith(found["kind"][:end]))
            count = number_in(found["count"])
            if len(called) >= FEWEST and count in (None, len(called)):
                return UnitsAsked(called, units, count, blanked(rest, found.start(), found.start("kind") + end))
    return None


def number_in(word: str) -> int | None:
    """How many a word says; None where it says no number."""
    if word.isdigit():
        return int(word)
    place = NUMBERS.find(word.replace("两", "二")) if word else -1
    return place if place > 0 else None


def blanked(text: str, start: int, end: int) -> str:
    """A text with a stretch blanked."""
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"
