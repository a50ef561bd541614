"""The documents that a question speaks of, as far as rules go."""

from __future__ import annotations

from dataclasses import dataclass


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
