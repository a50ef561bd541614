"""Whether a stock (cars, staff, equipment) is told as of the day that was asked for: June is not December."""

from __future__ import annotations

from app.answer import Answer
from ingest import late_re as re

AS_OF = re.compile(r"截[至止](?:到)?\s*(20\d\d)\s*年\s*(\d{1,2}(?=\s*月)|[底末]|期末|年[底末])")
YEAR_END = "12"


def is_of_other_date(answer: Answer, question: str) -> bool:
    """Whether the month up to which things were to be counted is another one than the cited texts name, which name one."""
    asked, told = months_in(question), {one for citation in answer.citations for one in months_in(citation.quote)}
    return bool(asked and told) and not asked & told


def months_in(text: str) -> set[tuple[str, str]]:
    """Year and month of each day up to which a text counts; the end of a year is its December."""
    return {(year, month if month.isdigit() else YEAR_END) for year, month in AS_OF.findall(text)}
