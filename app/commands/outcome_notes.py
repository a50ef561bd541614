"""What staff should look at in a file that was just taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commands import cli_wording as words

if TYPE_CHECKING:
    from app.library.ingest_paths import FileOutcome

IDENTITY = {"organization": "单位", "year": "年度", "kind": "预算或决算"}
PROBLEMS_TOLD = 5


def outcome_notes(outcome: FileOutcome) -> list[str]:
    """What was not recognised or not read well; nothing of a file that is no document or was known before."""
    info = outcome.document
    if info is None or outcome.outcome == "unchanged":
        return []
    missing = [chinese for name, chinese in IDENTITY.items() if getattr(info, name) is None]
    notes = [words.BESIDE.format(id=info.id)] if outcome.outcome == "added_beside" else []
    if len(missing) == len(IDENTITY):
        notes.append(words.UNRELATED)
    elif missing:
        notes.append(words.UNIDENTIFIED.format(missing="、".join(missing), id=info.id))
    if outcome.problems:
        told = outcome.problems[:PROBLEMS_TOLD]
        notes.append(words.DOUBTS.format(count=len(outcome.problems), told="".join(told)))
    return notes
