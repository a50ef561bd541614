"""What the sentence speaks of while its amounts are read one after the other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """What the sentence speaks of at one point: its subject, the total its parts belong to, and the comparison that is open."""

    subject: str = ""
    total: str = ""
    outer: str = ""  # the total outside of a part's own parts: “其中：基本支出…，包括人员经费…；项目支出…”
    base: str = ""
    year: int | None = None
    is_lost: bool = False  # an amount without a name was passed: what follows may belong to it
    counted: str = ""  # what the count just before was of: “接待9批次，80人次”
    around: str = ""  # what was counted before the bracket that is open: “接待26批次（其中外事接待0批次），198人次”
    is_inside: bool = False  # a bracket is open: “三公经费18.36万元（其中：一般公共预算支出18.36万元；…）”
    met: str = ""  # the budget whose amount was just told as the one that was met: “完成全年预算46.50万元的67.27%”
    is_named: bool = False  # the clause before names it alone (“重点项目：某某改造，安排……”): the next amount is of it
