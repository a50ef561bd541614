"""The typed question: which documents, which items, which column or scope, which operation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Operation(StrEnum):
    """What is to be done with the figures or passages that are found."""

    VALUE = "value"
    LIST = "list"
    COUNT = "count"
    SUM = "sum"
    DIFFERENCE = "difference"
    RATIO = "ratio"
    SHARE = "share"
    CHANGE = "change"
    PREVIOUS = "previous"
    PER = "per"
    AVERAGE = "average"
    RANK = "rank"
    MAXIMUM = "maximum"
    MINIMUM = "minimum"
    COMPARE = "compare"
    DUTY = "duty"
    DEFINITION = "definition"
    REASON = "reason"
    STRUCTURE = "structure"
    COMPOSITION = "composition"
    CONTENTS = "contents"
    LIBRARY = "library"
    IDENTIFY = "identify"
    CHITCHAT = "chitchat"


@dataclass(frozen=True, slots=True)
class DocumentChoice:
    """Which documents a question speaks of.

    `documents` are the ids that fit every hard constraint, best first. `organizations`, `years`, `kinds` are what the question named (the
    organisations by their official names; a name that is not loaded is in `unknown_organizations` as asked). `units` are subordinate
    units named, as their parent's tables print them. `failed` says which constraint left nothing: organization, year, kind, or None.
    `is_each` says that the question wants every one of several documents (各, 分别, 三个局, 哪个局, a list of names).
    `rest` is the normalised question with the words that chose the documents blanked out by spaces of equal length.
    `corrections` are (as asked, as understood). `inherited` names what came from earlier questions.
    """

    documents: tuple[str, ...]
    rest: str
    organizations: tuple[str, ...] = ()
    unknown_organizations: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    failed: str | None = None
    is_each: bool = False
    corrections: tuple[tuple[str, str], ...] = ()
    inherited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing asked about: its words in the question, the names it may have in the documents, a code where one was given."""

    asked: str
    names: tuple[str, ...]
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A question, understood as far as rules go."""

    question: str
    choice: DocumentChoice
    operation: Operation
    items: tuple[Item, ...] = ()
    columns: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    unit: str | None = None
    decimals: int | None = None
    ordinal: int | None = None
    terms: tuple[str, ...] = ()
