"""A question with one character mistyped: sound-alikes and look-alikes of common words, never in a name or a number."""

from __future__ import annotations

from random import Random

# word → as it is mistyped
SLIPS = (
    ("预算", "予算"), ("决算", "绝算"), ("支出", "支初"), ("收入", "收人"), ("经费", "经废"), ("接待", "接侍"), ("采购", "采构"),
    ("项目", "项木"),
    ("合计", "合记"), ("运行", "运形"), ("公务", "公物"), ("工资", "工姿"), ("补助", "补住"), ("职责", "职则"), ("绩效", "积效"),
    ("比例", "比列"),
    ("多少", "多小"), ("原因", "原音"), ("比重", "比中"), ("车辆", "车两"),
)  # fmt: skip


def make_slip(random: Random, question: str) -> str:
    """The question with one word mistyped, or unchanged where no word of the list stands in it."""
    fitting = [(right, wrong) for right, wrong in SLIPS if right in question]
    if not fitting:
        return question
    right, wrong = random.choice(fitting)
    head, _, tail = question.rpartition(right)
    return f"{head}{wrong}{tail}"
