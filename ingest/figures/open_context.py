"""What a clause says before any amount: of what, of which year and against what the amounts behind it are."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.figures.statement_context import Context

YEAR = re.compile(r"(20\d\d)\s*年度?")
COMPARED_ONLY = re.compile(
    r"(?:比|较|与|同)(?P<base>(?:上年|上一年|去年|20\d\d\s*年|年初|(?:全年|当年)?预算(?=数?(?:相比|持平|一致|$)))[^，。；]*?)"
    r"(?:相比|基本持平|持平|一致|相同|$)"
)
COMPARISON = re.compile(r"(?:比|较|与|同)20\d\d年[^，]*")
BECAUSE = re.compile(r"(?:原因(?:是|为|在于|系)?|由于|系因|是因).*$")  # a year in a reason is no year of the amounts behind it
ALL_VISITS = re.compile(r"(?:全部|均|都)(?:为|是|系)([^，。；\d]{0,6}接待)[，,]?$")  # “全部为国内公务接待，累计9批次、80人次”


def open_context(clause: str, context: Context) -> Context:
    """The context after what a clause says before any amount: a part list begins, a comparison opens, a year is named."""
    if "其中" in clause or clause.startswith("包括"):
        outer = context.total if clause.startswith("包括") and context.total != context.subject else ""
        context = replace(context, total=context.subject or context.total, outer=outer)
    elif "主要用于以下方面" in clause:
        context = replace(context, total=context.total or context.subject)
    if visits := ALL_VISITS.search(clause):
        context = replace(context, counted=visits[1])
    compared = COMPARED_ONLY.search(clause)
    if compared:
        return replace(context, base=compared["base"].strip())
    years = YEAR.findall(BECAUSE.sub("", COMPARISON.sub("", clause)))
    return replace(context, year=int(years[-1])) if years else context
