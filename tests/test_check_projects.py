"""A project in the table of projects, in its target form and in the prose; three public costs in tables by year."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_documents import found, read_document, verdicts

from app.checks.tell_checks import check_words
from ingest.document import Document

PROJECTS = """
类型 项目名称 项目单位 合计 一般公共预算
其他运转类 河堤检测加固 云州市河道站 17.10 17.10
其他运转类 渡口值守劳务费 云州市河道站 12.90 12.90
合计 _ _ 30.00 30.00
"""
TARGETS = """
单位（项目）名称 资金总额 政府预算资金 数量指标 指标值
河堤检测加固 {amount} {amount} 检测里程 12公里
{name} 12.90 12.90 值守天数 90天
"""


def projects(tmp_path: Path, amount: str = "17.10", name: str = "渡口值守劳务费", text: str = "") -> Document:
    tables = [("项目支出预算表", PROJECTS), ("项目绩效目标表", TARGETS.format(amount=amount, name=name))]
    return read_document(tmp_path, tables, [("五、其他情况", text)] if text else ())


@pytest.mark.parametrize(("amount", "verdict"), [("17.10", "holds"), ("71.10", "broken")])
def test_a_project_has_the_same_funds_in_its_target_form(tmp_path: Path, amount: str, verdict: str) -> None:
    document = projects(tmp_path, amount)
    assert verdicts(document, "资金总额＝《项目支出预算表》")[:2].count(verdict) >= 1
    broken = [check for check in found(document, "资金总额＝《项目支出预算表》") if check.verdict == "broken"]
    assert len(broken) == (verdict == "broken")
    assert all("河堤检测加固" in check_words(check, document, lambda _id: document) for check in broken)


@pytest.mark.parametrize(("name", "count"), [("渡口值留劳务费", 1), ("渡口值守劳务费", 0), ("堤防绿化养护费", 0)])
def test_a_name_that_differs_by_one_character_is_told(tmp_path: Path, name: str, count: int) -> None:
    document = projects(tmp_path, name=name)
    assert len(found(document, f"却写作“{name}”")) == count


@pytest.mark.parametrize(("amount", "verdict"), [("17.10", "holds"), ("11.70", "broken")])
def test_prose_that_names_a_project_outside_its_section_is_compared(tmp_path: Path, amount: str, verdict: str) -> None:
    document = projects(tmp_path, text=f"今年安排河堤检测加固{amount}万元。")
    assert verdicts(document, "正文“河堤检测加固”") == [verdict]


BY_YEAR = {
    "columns": "项目 2024年预算数 _ 2023年预算数\n_ 合计 一般公共预算 _\n合计 6.00 6.00 7.00\n"
    "公务用车运行费 3.00 3.00 3.00\n公务接待费 3.00 3.00 4.00",
    "rows": "年度 公务用车运行费 公务接待费\n2023年 3.00 4.00\n2024年 3.00 3.00",
}


@pytest.mark.parametrize("layout", BY_YEAR)
@pytest.mark.parametrize(("amount", "verdict"), [("3.00", "holds"), ("3.60", "broken")])
def test_an_amount_after_a_colon_is_held_against_its_years_cell(tmp_path: Path, layout: str, amount: str, verdict: str) -> None:
    prose = [("四、财政拨款“三公”经费预算情况及增减变化原因", f"公务接待费：{amount}万元，较2023年减少1.00万元。")]
    document = read_document(tmp_path, [("“三公”经费支出表", BY_YEAR[layout])], prose)
    assert verdicts(document, "正文“公务接待费”") == [verdict]


@pytest.mark.parametrize(
    ("text", "verdicts_found"),
    [
        ("2024年部门支出30.1万元，其中基本支出20.0万元、项目支出10.0万元。", ["rounding"]),  # the paragraph rounds to one decimal
        ("2024年部门支出31.10万元，其中基本支出20.00万元、项目支出10.00万元。", ["broken"]),
        ("2024年一般公共预算拨款支出30.01万元，包括基本支出20.00万元、项目支出10.00万元。", ["rounding"]),
        ("2024年部门支出35.00万元，其中基本支出20.00万元、项目支出10.00万元、经营支出5.00万元。", []),
        ("2024年支出总计35.00万元，其中基本支出20.00万元、项目支出10.00万元，其余为年末结转和结余。", []),
    ],
)
def test_spending_that_the_prose_states_is_basic_and_project_spending(tmp_path: Path, text: str, verdicts_found: list[str]) -> None:
    prose = [("二、资金收支情况", text), ("三、其他", "会议费1.25万元，培训费2.35万元，差旅费3.45万元，邮电费1.15万元。")]
    assert verdicts(read_document(tmp_path, [], prose), "支出＝基本支出＋项目支出") == verdicts_found


def test_a_part_of_the_general_budget_is_not_held_against_the_row_of_all_money(tmp_path: Path) -> None:
    rows = "收入 _ 支出 _\n项目 金额 项目 金额\n一、一般公共预算 30.00 一、基本支出 22.00\n_ _ 二、项目支出 8.00\n"
    rows += "收入总计 30.00 支出总计 30.00"
    text = "2024年一般公共预算拨款支出28.00万元，包括基本支出20.00万元、项目支出8.00万元。"
    document = read_document(tmp_path, [("2024年部门收支总体情况表", rows)], [("一、收支变化情况", text)])
    assert verdicts(document, "正文“基本支出”") == []


FORM = """
项目名称 河堤检测加固 _ _
项目预算金额（万元） {amount} 其中：财政资金（万元） {amount}
一级指标 二级指标 三级指标 指标值
产出指标 数量指标 检测里程 ≥12公里
"""


@pytest.mark.parametrize(("amount", "verdict"), [("17.10", "holds"), ("11.70", "broken")])
@pytest.mark.parametrize("lead", ["（五）年度预算安排。2024年安排一般公共预算资金{}万元。", "（五）年度预算安排。2024年安排{}万元。"])
def test_a_target_form_is_held_against_prose_where_no_table_lists_projects(tmp_path: Path, lead: str, amount: str, verdict: str) -> None:
    prose = [("七、项目经费情况说明", f"项目一：河堤检测加固\n\n{lead.format('17.10')}")]
    document = read_document(tmp_path, [("项目支出绩效目标申报表", FORM.format(amount=amount))], prose)
    assert verdicts(document, "正文“河堤检测加固”＝《项目支出绩效目标申报表》") == [verdict]


@pytest.mark.parametrize("title", ["项目支出预算明细表", "部门预算项目支出及其他支出预算表", "项目支出安排情况表", "项目支出预算汇总表"])
def test_the_table_of_projects_goes_by_several_titles(tmp_path: Path, title: str) -> None:
    form = FORM.format(amount="11.70").replace("项目预算金额", "项目年度金额")
    document = read_document(tmp_path, [(title, PROJECTS), ("项目支出绩效目标表", form)])
    assert verdicts(document, f"资金总额＝《{title}》") == ["broken"]


YEAR_FORM = """
项目名称 河堤检测加固
项目总预算（元） {amount}
项目当年预算（元） {amount}
年度绩效目标 完成检测
"""


@pytest.mark.parametrize(("amount", "verdict"), [("171,000", "holds"), ("711,000", "broken")])
def test_prose_is_compared_with_the_money_of_this_year_in_a_form(tmp_path: Path, amount: str, verdict: str) -> None:
    text = "今年安排河堤检测加固17.10万元。"
    document = read_document(tmp_path, [("财政项目支出绩效目标申报表", YEAR_FORM.format(amount=amount))], [("五、其他情况", text)])
    assert verdicts(document, "正文“河堤检测加固”") == [verdict]
