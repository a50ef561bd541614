"""Subjects of sentences that all departments write alike, by their usual names: 机关运行经费 of several bodies, what a 绩效自评 covers."""

from __future__ import annotations

import re

BODIES = r"(?:机关|本级|本部|行政单位)[^，。；]{0,12}(?:和|及|与|、)[^，。；]*(?:参照公务员法|参公)"
ALL_BODIES = re.compile(BODIES)
RUNNING_COSTS = re.compile(
    rf"(?:.*{BODIES}|(?P<counted>参照公务员法))[^，。；]*?(?:的)?"
    r"(?P<name>(?:机关|机构)运行经费)(?P<kind>(?:一般公共预算)?(?:财政拨款)?(?:预算|决算)?(?:支出)?)"
)
SPENT = "支出"
EVALUATED = re.compile(r"(?:共|合计)?涉及(?:的)?(?P<what>项目|资金|金额)")
EVALUATION = re.compile(r"(?:开展|进行|组织)[^。；]{0,16}绩效自评")


def name_standard_subjects(subject: str, sentence: str) -> str:
    """The subject, or the usual name of what it and its sentence speak of.

    机关运行经费 is by definition that of the administrative bodies and those run like them, whichever of them are listed.
    """
    if (found := EVALUATED.fullmatch(subject)) and EVALUATION.search(sentence):
        return f"绩效自评涉及{found['what']}"
    costs = RUNNING_COSTS.fullmatch(subject)
    if costs is None or (costs["counted"] and not ALL_BODIES.search(sentence)):
        return subject
    return f"{costs['name']}{SPENT if costs['kind'].endswith(SPENT) else ''}"
