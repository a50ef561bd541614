"""Projects with a self-evaluation of their own: which they are, their sum as a share, the ends, two apart, what one indicator got."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from form_documents import figure
from heritage_documents import amounts_of, asking
from text_documents import ask, document

from app.assistant import Assistant
from app.targets.answer_evaluations import answer_evaluations
from ingest.document import Document, Table

PARK, GLASS, SHOW = "公园补种", "温室供暖", "花展布置"
HEAD = """栗溪县园艺局
2031年度部门决算

第一部分 2031年度部门决算情况说明

一、预算绩效情况说明

对4个项目开展了绩效自评。

第二部分 2031年度部门决算表

收入支出决算总表

单位：万元

收入项目\t决算数\t支出项目\t决算数
一、财政拨款收入\t500.00\t一、农林水支出\t500.00
收入总计\t500.00\t支出总计\t500.00

支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t500.00\t300.00\t200.00
2130101\t行政运行\t500.00\t300.00\t200.00
"""
FORM = """
项目支出绩效自评表

项目名称\t{name}\t\t\t\t
项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t得分
年度资金总额\t\t{full}\t{full}\t{spent}\t9.00
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
产出指标\t数量指标\t{indicator}\t≥{target}\t{actual}\t60\t{points}
满意度指标\t满意度\t{group}满意度\t≥90%\t93%\t30\t30.00
总分\t\t\t\t\t100\t{score}
"""
ROWS = [
    (PARK, "60.00", "45.00", "补种株数", "800株", "820株", "58.00", "游客", "97.20"),
    (GLASS, "40.00", "36.00", "供暖天数", "100天", "98天", "52.00", "花农", "91.00"),
    (SHOW, "20.00", "19.00", "布展场次", "6场", "6场", "60.00", "观众", "98.50"),
]
KEYS = ("name", "full", "spent", "indicator", "target", "actual", "points", "group", "score")
FINAL = HEAD + "".join(FORM.format(**dict(zip(KEYS, row, strict=True))) for row in ROWS)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("evaluated"), FINAL) as opened:
        yield opened


@pytest.mark.parametrize(
    "asked", ["自评的项目有哪些", "自评了的项目是哪些", "哪些项目做了绩效自评", "2031年哪几个项目开展了自评", "什么项目做了自评"]
)
def test_the_evaluated_projects_are_those_with_a_form(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"栗溪县园艺局{asked}")
    assert answer.status == "answered", answer.text
    assert [line.removeprefix("- ") for line in answer.text.splitlines() if line.startswith("- ")] == [PARK, GLASS, SHOW]


@pytest.mark.parametrize(
    "asked",
    [
        "这三个项目的全年执行数合计占项目支出的百分之几（保留两位小数）",
        "自评的三个项目的全年执行数合计占项目支出的百分之几（保留两位小数）",
        "这三个项目的全年执行数合计占项目支出200.00万元的百分之几",
    ],
)
def test_a_sum_is_told_with_its_share(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"栗溪县园艺局{asked}")
    assert answer.status == "answered", answer.text
    assert "45.00 + 36.00 + 19.00 = 100.00万元" in answer.text
    assert "100.00 ÷ 200.00 × 100% = 50.00%" in answer.text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("项目的全年执行数最大的是哪个", f"- {PARK}：全年执行数**45.00万元**"),
        ("项目的全年预算数最小的是哪个", f"- {SHOW}：全年预算数**20.00万元**"),
        ("自评项目中哪个全年执行数更少", f"- {SHOW}：全年执行数**19.00万元**"),
        ("自评项目哪个的得分更低", f"- {GLASS}：得分**91.00分**"),
    ],
)
def test_the_highest_and_the_lowest_are_told(assistant: Assistant, asked: str, told: str) -> None:
    answer = assistant.ask(f"栗溪县园艺局{asked}")
    assert [line for line in answer.text.splitlines() if line.startswith("- ")] == [told]


def test_two_projects_are_told_with_how_far_they_are_apart(assistant: Assistant) -> None:
    answer = assistant.ask(f"栗溪县园艺局{PARK}和{SHOW}哪个项目得分高，高多少")
    assert f"**{SHOW}**比{PARK}高**1.30分**（98.50 − 97.20 = 1.30分）" in answer.text
    assert [f"{value.value}{value.unit}" for value in answer.values] == ["1.30分", "98.50分", "97.20分"]


def test_three_projects_are_not_apart(assistant: Assistant) -> None:
    assert amounts_of(assistant, f"栗溪县园艺局{PARK}和{SHOW}哪个项目得分高，高多少")
    assert assistant.ask(f"栗溪县园艺局{PARK}、{GLASS}和{SHOW}哪个项目得分高，高多少").status == "not_found"


@pytest.mark.parametrize(
    ("turns", "points"),
    [
        (("供暖天数实际完成多少", "得几分"), "52.00分"),
        ((f"{GLASS}项目供暖天数实际完成了多少", "得了多少分"), "52.00分"),
        ((f"{GLASS}项目花农满意度多少", "得几分"), "30.00分"),
        (("布展场次实际完成了几场", "得了几分"), "60.00分"),
        ((f"{PARK}执行了多少", "补种了多少株", "得几分"), "58.00分"),
        ((f"{GLASS}全年执行数多少", "得几分"), "91.00分"),
    ],
)
def test_points_after_an_indicator_are_its_own(assistant: Assistant, turns: tuple[str, ...], points: str) -> None:
    assert amounts_of(assistant, f"栗溪县园艺局{turns[0]}", *turns[1:]) == [points]


def test_an_indicator_is_of_the_project_whose_amount_is_asked_with_it(assistant: Assistant) -> None:
    assert amounts_of(assistant, f"栗溪县园艺局{PARK}执行了多少，补种多少株") == ["45.00万元", "800株", "820株"]


@pytest.mark.parametrize(
    ("asked", "told"), [("哪个项目执行数最多", "45.00 ÷ 200.00 × 100% = 22.50%"), ("自评项目里哪个执行数最少", "= 9.50%")]
)
def test_a_share_is_of_the_project_named_before(assistant: Assistant, asked: str, told: str) -> None:
    answer = assistant.ask("占项目支出的百分之几", (f"栗溪县园艺局{asked}",))
    assert told in answer.text, answer.text


def over_two_pages() -> Document:
    """Two forms, each of which prints its funds in one table and its total score in the next."""
    base = document("pages", "栗溪县园艺局", ())
    names = (PARK, PARK, GLASS, GLASS)
    tables = tuple(Table(at, "项目支出绩效自评表", None, "", ("附件",), (), context=name) for at, name in enumerate(names))
    figures = []
    for at, spent, score in ((0, "45", "97.2"), (2, "36", "91")):
        figures.append(figure(at, 1, ("年度资金总额",), "全年执行数", spent))
        figures.append(figure(at + 1, 1, ("总分",), "得分", score, ""))
    return Document(replace(base.info, kind="决算"), base.sections, tables, tuple(figures))


def test_a_total_score_on_another_page_is_its_projects() -> None:
    answer = answer_evaluations(ask("各项目的自评得分是多少", over_two_pages()))
    assert answer is not None
    assert [(value.label, str(value.value)) for value in answer.values] == [(f"{PARK}·得分", "97.2"), (f"{GLASS}·得分", "91")]
