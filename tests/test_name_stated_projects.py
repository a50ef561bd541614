"""Money told under a project's heading is that project's."""

from __future__ import annotations

import pytest

from ingest.document import Paragraph, Place, Section
from ingest.figures.extract_statements import extract_statements

PATH = ("项目经费情况说明", "项目一：河堤检测经费")


def amounts(text: str, path: tuple[str, ...] = PATH) -> list[tuple[str, str, str | None]]:
    section = Section(path, (Paragraph(text, Place(lines=(1, 1))),), Place(lines=(1, 1)))
    return [(one.subject, one.value, one.base) for one in extract_statements([section]) if one.measure == "金额"]


@pytest.mark.parametrize(
    "text",
    [
        "（五）年度预算安排。2024年安排一般公共预算资金17.10万元。",
        "（五）年度预算安排。2024年安排17.10万元。",
        "五、年度预算安排：17.10万元。",
        "（四）预算金额。本年度财政资金17.10万元。",
        "资金安排情况：2024年预算安排17.10万元。",
        "5.2024年预算安排。共安排专项经费17.10万元。",
    ],
)
def test_the_only_amount_of_the_budget_is_of_the_project(text: str) -> None:
    assert amounts(text) == [("河堤检测经费", "17.10万元", None)]


def test_the_parts_of_it_are_parts_of_the_project() -> None:
    text = "（五）年度预算安排。2024年安排财政资金17.10万元，其中探测费12.00万元、评估费5.10万元。"
    assert amounts(text)[1:] == [("探测费", "12.00万元", "河堤检测经费"), ("评估费", "5.10万元", "河堤检测经费")]


@pytest.mark.parametrize(
    "text",
    [
        "（五）年度预算安排。2024年安排一般公共预算资金12.00万元，政府性基金预算资金5.10万元。",
        "（五）年度预算安排。探测费12.00万元，评估费5.10万元。",
        "（一）项目概况。项目总投资120.00万元。",
    ],
)
def test_amounts_of_other_names_or_of_single_funds_keep_theirs(text: str) -> None:
    assert not any(subject == "河堤检测经费" for subject, *_ in amounts(text))


def test_without_a_projects_name_above_nothing_is_a_projects() -> None:
    text = "（五）年度预算安排。2024年安排一般公共预算资金17.10万元。"
    assert amounts(text, ("项目经费情况说明",))[0][0] != "河堤检测经费"
