"""The unit of one figure: what its own header or label says, else what its table declares for amounts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ingest.labels.table_words import MONEY_UNIT, MONEY_WORDS, RATE_HEADERS, SCORE_HEADERS, fold_all, kind_of_header
from ingest.quantity import COUNTERS, YUAN_PER_UNIT

COUNTED_IN = ("计量单位", "度量单位", "计算单位", "单位")
COUNTED_LABEL = re.compile(rf"[((](%|{'|'.join((*YUAN_PER_UNIT, *COUNTERS))})[))]$")
COUNT_LABEL = re.compile(r"(?:人数|辆数|台数|个数|次数|批次|户数|数量|面积|车辆数|编制数)$")
COUNTED_THINGS = (
    (re.compile(r"用车$|^车辆$"), "辆"),
    (re.compile(r"(?:单价|单位价值|价值)\d+万元?(?:[((]含[))])?以上(?:[((]含[))])?(?:通用|专用|大型)?设备(?:[((]不含车辆[))])?$"), "台"),
)
BARE_COUNTER = re.compile(rf"[万千百]?(?:{'|'.join(COUNTERS)})")
LEVELS = ("类", "款", "项", "目", "级", "条", "种")  # of a classification
COUNTERS_BEHIND = re.compile(r"[((](?:[台辆套][、,/]?)+[))]$")
WHOLE_NUMBER = re.compile(r"\d{1,4}")
CODE_HEADERS = re.compile(r".*(?:编码|代码|编号|时间|日期)")
WORTH_HEADERS = re.compile(r"(?:账面)?(?:价值|原值|净值|原价)")
RATE_ABOVE = re.compile(r"(?:增减|增长|变化|幅度|比例|率)[（(]?%[）)]?$")  # 2025年比2024年增减% > 基本支出
HEADS = re.compile(r"(?:人数|学生数|人员数|员额|编制数)(?:[((][^))]*[))])?$")
TOTAL = re.compile(r"[合总小共]计|总数")
QUANTITY_HEADERS = ("采购数量", "数量")


def read_unit(table_unit: str, labels: Sequence[str], path: Sequence[str], row: Mapping[str, str]) -> str:
    """元, 万元, % or “” for a figure with these labels and this header path; `row` gives the row's texts by header."""
    leaf = fold_all(path[-1]) if path else ""
    is_target = bool(leaf) and kind_of_header(leaf) == "value"
    if leaf in QUANTITY_HEADERS or is_target:
        said = next((row[header] for header in COUNTED_IN if header in row and not (is_target and header == "单位")), "")
        return "" if TOTAL.fullmatch(fold_all(said)) else said  # the label of a total row that spans its first cells
    if CODE_HEADERS.fullmatch(leaf):
        return ""
    if leaf and ("%" in leaf or any(RATE_ABOVE.search(fold_all(part)) for part in path[:-1])):
        return "%"
    if SCORE_HEADERS.fullmatch(leaf) or RATE_HEADERS.fullmatch(leaf) or (leaf and kind_of_header(leaf) == "text"):
        return ""
    own = _of_label(labels)
    if own and own not in YUAN_PER_UNIT and table_unit in YUAN_PER_UNIT and WORTH_HEADERS.fullmatch(leaf):
        return table_unit  # 房屋（平方米）: what it is worth
    if own is not None:
        return own or _of_header(path)
    if table_unit in YUAN_PER_UNIT and any(HEADS.search(fold_all(part)) for part in path):
        return _declared(path) or "人"  # 实有人数 > 在职人员, in a table whose amounts are in 万元
    declared = _declared(path) or (_declared(labels) if not path or MONEY_WORDS.fullmatch(leaf) else _money_of(labels))
    return declared or (table_unit if path or MONEY_WORDS.fullmatch(fold_all("".join(labels))) else "")


def counted_unit(unit: str, labels: Sequence[str], value: str) -> str:
    """What a whole number in a table of money counts where the row names things (机要通信用车, 单价100万元以上设备)."""
    name = fold_all(labels[-1]) if labels else ""
    if unit not in YUAN_PER_UNIT or not WHOLE_NUMBER.fullmatch(value.strip()):
        return unit
    return next((counter for pattern, counter in COUNTED_THINGS if pattern.search(name)), unit)


def _of_header(path: Sequence[str]) -> str:
    """What a row of numbers counts in the column of a thing (“车辆（台、辆）” > “机要通信用车”); "" where no header names one."""
    names = (COUNTERS_BEHIND.sub("", fold_all(part)) for part in reversed(path))
    return next((counter for name in names for pattern, counter in COUNTED_THINGS if pattern.search(name)), "")


def _of_label(labels: Sequence[str]) -> str | None:
    """What the row's own name says that it is counted in (人数（人）, 增长率（%）, 车辆数); None where it says nothing."""
    name = fold_all(labels[-1]) if labels else ""
    if len(labels) > 1 and is_bare_unit(name):
        return name  # the unit has a column of its own
    found = COUNTED_LABEL.search(name)
    if found:
        return found[1]
    return "" if COUNT_LABEL.search(name) else None


def is_bare_unit(name: str) -> bool:
    """Whether a label is nothing but a unit of money or of what is counted (人次, 万元, 辆, 万册)."""
    return name in YUAN_PER_UNIT or (BARE_COUNTER.fullmatch(name) is not None and name not in LEVELS)


def _money_of(labels: Sequence[str]) -> str:
    """In what money a group of rows says that it is (项目资金（万元） > 年度资金总额), whatever the table declares."""
    found = [match[1] for part in map(fold_all, labels) if (match := COUNTED_LABEL.search(part)) and match[1] in YUAN_PER_UNIT]
    return found[-1] if found else ""


def _declared(parts: Sequence[str]) -> str:
    """What the nearest of the names that says so is counted in: 人员情况（人）, 金额（万元）, 金额万元."""
    for part in map(fold_all, reversed(parts)):
        counted, found = COUNTED_LABEL.search(part), MONEY_UNIT.search(part)
        if counted:
            return counted[1]
        if found and ("(" in part or part.endswith(found[1])):
            return found[1]
    return ""
