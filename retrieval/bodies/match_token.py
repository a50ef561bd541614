"""What a pattern finds at a place of the question."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.bodies.name_token import Token


def match_token(pattern: re.Pattern[str], kind: str, question: str, start: int) -> Token | None:
    """The token of this kind that the pattern finds here."""
    match = pattern.match(question, start)
    return Token(kind, start, match.end(), match.group()) if match else None
