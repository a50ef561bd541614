"""Questions that name a row by a part of its name, an everyday word or none at all but its unit."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest

from app.documents.ask_back import ask_item
from app.figures.resolve_task import resolve_task
from ingest.parse_document import parse_document
from retrieval.facts.fact import FactIndex
from retrieval.facts.finding import Finding
from retrieval.facts.index_facts import index_facts
from retrieval.lookup.find_figures import find_figures
from retrieval.names.parts_of_names import is_of_side, names_with
from retrieval.spelling.load_vocabulary import load_vocabulary

TEXT = """桐花县林场
2031年部门预算

2031年部门项目支出预算表

单位：万元

项目名称\t合计\t财政拨款
合计\t86.30\t86.30
山道日常养护维修\t52.40\t52.40
种苗补贴\t21.30\t21.30
护林员补贴\t12.60\t12.60

2031年项目绩效目标表

项目名称\t二级指标\t三级指标\t年度指标值\t分值
山道日常养护维修\t数量指标\t养护山道长度\t≥36公里\t20
山道日常养护维修\t数量指标\t组织巡查次数\t≥24次\t20
山道日常养护维修\t满意度指标\t沿途村民满意度\t≥91%\t10
种苗补贴\t数量指标\t补贴户数\t640户\t20
种苗补贴\t满意度指标\t种植户满意度\t≥95%\t10

2031年政府采购表

单位：万元

采购品目\t数量\t金额
打印纸\t20箱\t0.42

2031年重点项目绩效表

项目名称\t三级指标\t指标性质\t本年指标值\t度量单位
森林防火巡护\t无人机巡飞架次\t≥\t150\t架次
"""


@cache
def index() -> FactIndex:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "budget.txt"
        path.write_text(TEXT, encoding="utf-8")
        return index_facts(parse_document(path))


def find(*parts: str) -> Finding:
    return find_figures(index(), parts, load_vocabulary())


def texts(finding: Finding) -> list[str]:
    return [result.text for found in finding.tasks for result in resolve_task(found)]


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (("山道养护这个项目安排了多少资金",), ["52.40万元"]),
        (("山道日常养护维修项目，一年要组织几次巡查",), ["≥24次"]),
        (("山道日常养护维修项目要养护多少公里",), ["≥36公里"]),
        (("种苗补贴准备补多少户",), ["640户"]),
        (("山道日常养护维修的养护山道长度目标是多少", "那村民满意度要达到多少"), ["≥91%"]),
        (("种苗补贴项目支出多少", "护林员的呢"), ["12.60万元"]),
        (("森林防火巡护项目要巡飞多少架次",), ["≥150架次"]),
        (("打印纸合多少钱一箱",), ["210.00元"]),
    ],
)
def test_a_part_of_a_name_names_the_only_row_that_holds_it(parts: tuple[str, ...], told: list[str]) -> None:
    assert texts(find(*parts)) == told


@pytest.mark.parametrize(
    ("question", "named"), [("补贴安排了多少钱", {"种苗补贴", "护林员补贴"}), ("项目的满意度要达到多少", {"种植户满意度"})]
)
def test_a_part_of_several_names_is_asked_back(question: str, named: set[str]) -> None:
    finding = find(question)
    answer = ask_item([finding])
    assert not texts(finding)
    assert answer is not None
    assert named <= {choice.label for choice in answer.choices}


@pytest.mark.parametrize("question", ["种苗补贴要补多少架次", "码头项目要花多少钱", "扩建工程一共花多少钱"])
def test_neither_money_for_a_count_nor_the_whole_budget_for_an_unknown_item(question: str) -> None:
    assert texts(find(question)) == []


def test_points_are_no_count_of_things() -> None:
    assert texts(find("山道日常养护维修项目的养护山道长度是多少个")) == []


def test_whether_something_was_done_is_no_question_for_a_figure_of_its_name() -> None:
    assert texts(find("有没有做过山道养护")) == []


def test_what_is_left_over_is_no_part_of_the_thing_itself() -> None:
    rows = "资产名称\t金额\n房屋\t30.00\n其他器械\t9.00\n"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "林场.txt"
        path.write_text(f"桐花县林场\n2031年部门预算\n\n2031年资产表\n\n单位：万元\n\n{rows}", encoding="utf-8")
        index = index_facts(parse_document(path))
    assert names_with("器械", index) == ()
    assert names_with("其他器械", index) == ("其他器械",)


def test_the_name_of_an_expenditure_is_no_part_of_an_income() -> None:
    assert not is_of_side("行政事业单位医疗", "收入")
    assert is_of_side("医疗收入", "收入")
    assert is_of_side("行政事业单位医疗", "多少")
