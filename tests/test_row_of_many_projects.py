"""A row that the forms of several projects print, asked for without a project: which one is asked back, and none is picked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import amounts_of, asking

from app.assistant import Assistant

FORM = """项目单位自评表

项目名称\t{project}\t\t\t\t
主管部门\t榆泷市灯塔局\t\t实施单位\t榆泷市灯塔局\t
项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值
\t年度资金总额（万元）：\t{cost}\t{cost}\t{cost}\t10
绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值
\t成本指标\t经济成本指标\t灯器维护成本\t≤{cost}万元\t{cost}万元
\t产出指标\t数量指标\t巡检次数\t≥{count}次\t{count}次
"""
TEXT = """榆泷市灯塔局
2031年部门决算

第一部分 概况

一、主要职责

（一）负责灯塔的看护。

第二部分 2031年度部门决算表

{forms}
"""
PROJECTS = (("北岬航标养护", 45, 12), ("南礁雾笛更新", 103, 30), ("东滩浮标租用", 7, 9))


@pytest.fixture(scope="module")
def lights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    forms = "\n".join(FORM.format(project=name, cost=cost, count=count) for name, cost, count in PROJECTS)
    with asking(tmp_path_factory.mktemp("lights"), TEXT.format(forms=forms)) as opened:
        yield opened


@pytest.mark.parametrize("question", ["灯器维护成本是多少？", "灯器维护成本的实际完成值是多少？", "灯器维护成本各是多少？"])
def test_which_project_is_asked_back_where_none_is_named(lights: Assistant, question: str) -> None:
    answer = lights.ask(f"榆泷市灯塔局2031年{question}")
    assert (answer.status, [one.label for one in answer.choices]) == ("clarify", [name for name, *_ in PROJECTS])


def test_the_row_of_a_named_project_is_told(lights: Assistant) -> None:
    assert "103万元" in amounts_of(lights, "榆泷市灯塔局2031年南礁雾笛更新项目的灯器维护成本实际完成值是多少？")
