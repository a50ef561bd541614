"""Whether an answer tells the amount of another year than the one that a clause of its question asks for."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from ingest import late_re as re
from ingest.document import DocumentInfo

CLAUSE = re.compile(r"[^,;?。]+")
YEAR_ASKED = re.compile(  # “那2030年的X是多少”, no “比2030年”
    r"(?<![比较与和跟同至到在])(?:(?P<year>20\d\d)年度?|(?P<before>上年度?|去年|上一年度?|前一年))"
    r"(?![初末底期])(?![^,;?]{0,6}(?:相比|比较|结转|结余|末|基础))[^,;?]{0,24}(?:多少|几(?=万|元|块|个钱|个?人|名|辆|台))(?!个?百分)"
)
RECKONED_BACK = re.compile(r"倒推|反推|倒着?算|往回推|往回算")
RECKONED = re.compile(r"推算|持平|上年|前一?年")
COMPARED = re.compile(r"(?:与|比|较)20\d\d年")
TWO_YEARS = re.compile(r"20\d\d年.*20\d\d年|今年|本年|当年|[比较与和跟同](?:上|去|前)")


def is_not_reckoned_back(answer: Answer, question: str) -> bool:
    """Whether the year before is to be reckoned back from what the documents say of its change, and nothing told is."""
    is_asked = bool(RECKONED_BACK.search(question)) and answer.status == "answered" and bool(answer.values)
    return is_asked and not RECKONED.search(answer.text) and not answer.calculation


def is_of_another_year(answer: Answer, question: str, infos: Sequence[DocumentInfo]) -> bool:
    """Whether figures of one year alone are told where a clause asks for the amount of the year before."""
    if answer.status != "answered" or answer.answered_by != "rule" or not answer.values or not TWO_YEARS.search(question):
        return False
    cited = {citation.document_id for citation in answer.citations}
    told = {info.year for info in infos if info.id in cited and info.year}
    asked = [found for clause in CLAUSE.findall(question) if (found := YEAR_ASKED.search(clause))]
    years = {int(one["year"]) if one["year"] else min(told, default=0) - 1 for one in asked}
    text = COMPARED.sub("", answer.text)
    return any(year + 1 in told and year not in told and f"{year}年" not in text for year in years)
