"""A name and the aspect of it that an amount is of (预算, 决算 …)."""

from __future__ import annotations

import re

ASPECTS = (
    "支出决算数", "支出决算", "决算数", "决算", "当年预算执行数", "预算执行数", "年初预算数", "年初预算", "全年预算数",
    "支出预算数", "支出预算", "预算数", "预算",
)  # fmt: skip
KEPT_WHOLE = re.compile(r"(?:一般公共|国有资本经营|政府性基金|收支总?|公共|经营|基金)预算$")
BUDGET_OF_COST = re.compile(r"(.*(?:费|费用|经费))预算支出")  # 公务接待费预算支出
HALF_A_NAME = re.compile(r"(?:.*的)?(?:基本|项目|本年|总)(?:支出|收入)")  # 项目支出预算数: no budget of 项目


def split_aspect(name: str) -> tuple[str, str]:
    """A name such as 机关运行经费支出预算 as (机关运行经费, 支出预算); a name whose own word is 预算 stays whole."""
    if KEPT_WHOLE.search(name):
        return name, ""
    if spent := BUDGET_OF_COST.fullmatch(name):
        return spent[1], "支出预算"
    for aspect in ASPECTS:
        if name.endswith(aspect) and not (aspect[:2] == "支出" and HALF_A_NAME.fullmatch(f"{name[: -len(aspect)]}支出")):
            return name[: -len(aspect)].rstrip("的"), aspect
    return name, ""
