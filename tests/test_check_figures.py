from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from check_documents import found, read_document, verdicts

from eval.invent_documents import invent_documents
from eval.write_pdf_layout import PdfLayout, write_pdf_layout
from eval.write_text_layout import TABS, write_text_layout
from ingest.checks.check_figures import check_figures
from ingest.parse_document import parse_document

CODED = """
科目编码 科目名称 本年支出合计 基本支出 项目支出
合计 _ {total} 22.00 8.00
213 农林水支出 20.00 12.00 8.00
21303 水利 20.00 12.00 8.00
2130301 行政运行 {running} 12.00 0.00
2130306 水利工程运行与维护 {works} 0.00 8.00
221 住房保障支出 10.00 10.00 0.00
22102 住房改革支出 10.00 10.00 0.00
2210201 住房公积金 10.00 10.00 0.00
"""


def coded(total: str = "30.00", running: str = "12.00", works: str = "8.00") -> str:
    return CODED.format(total=total, running=running, works=works)


@pytest.mark.parametrize(
    ("values", "words", "verdict"),
    [
        ({}, "“21303 水利”＝下级科目之和（本年支出合计）", "holds"),
        ({"works": "8.01"}, "“21303 水利”＝下级科目之和（本年支出合计）", "rounding"),
        ({"works": "8.02"}, "“21303 水利”＝下级科目之和（本年支出合计）", "broken"),  # two addends and their sum: 0.015 at most
        ({}, "“合计”＝各行之和（本年支出合计）", "holds"),
        ({"total": "30.01"}, "“合计”＝各行之和（本年支出合计）", "rounding"),
        ({"total": "31.00"}, "“合计”＝各行之和（本年支出合计）", "broken"),
    ],
)
def test_codes_and_totals_add_up_within_what_was_printed(tmp_path: Path, values: dict[str, str], words: str, verdict: str) -> None:
    document = read_document(tmp_path, [("支出决算表", coded(**values))], kind="决算")
    assert verdicts(document, words) == [verdict]


def test_both_sides_of_a_broken_sum_are_its_cells_with_the_difference(tmp_path: Path) -> None:
    document = read_document(tmp_path, [("支出决算表", coded(works="9.00"))], kind="决算")
    (check,) = found(document, "“21303 水利”＝下级科目之和（本年支出合计）")
    (left,), right = check.left, check.right
    assert (check.kind, check.verdict, check.difference.number, check.difference.unit) == ("表内", "broken", Decimal(-1), "万元")
    assert document.figures[left.figure or 0].value == "20.00"
    assert [document.figures[term.figure or 0].value for term in right] == ["12.00", "9.00"]


def test_a_row_that_does_not_add_up_across_its_columns_is_broken(tmp_path: Path) -> None:
    document = read_document(tmp_path, [("支出决算表", coded(works="9.00"))], kind="决算")
    rows = {document.figures[check.left[0].figure or 0].row[-1]: check.verdict for check in found(document, "“基本支出”＋“项目支出”")}
    assert rows["水利工程运行与维护"] == "broken"
    assert {verdict for name, verdict in rows.items() if name != "水利工程运行与维护"} == {"holds"}


def test_codes_in_three_columns_and_units_between_them_add_up(tmp_path: Path) -> None:
    rows = """
科目编码 _ _ 单位代码 单位（科目名称） 总计 基本支出 项目支出
类 款 项 _ _ _ _ _
_ _ _ _ 合计 30.00 22.00 8.00
_ _ _ 205 云州市水务局 30.00 22.00 8.00
213 03 01 205001 行政运行 12.00 12.00 _
213 03 06 205001 水利工程运行与维护 8.00 _ 8.00
221 02 01 205001 住房公积金 10.00 10.00 _
"""
    document = read_document(tmp_path, [("2024年部门支出总体情况表", rows)])
    assert verdicts(document, "“合计”＝各行之和") == ["holds"] * 3
    assert not found(document, "“205")


def test_a_library_under_a_functional_code_is_no_spending_body(tmp_path: Path) -> None:
    rows = """
科目编码 科目名称 本年支出合计 基本支出 项目支出
合计 _ 20.00 12.00 8.00
207 文化旅游体育与传媒支出 20.00 12.00 8.00
20701 文化和旅游 20.00 12.00 8.00
2070101 行政运行 12.00 12.00 0.00
2070104 图书馆 8.00 0.00 8.00
"""
    document = read_document(tmp_path, [("支出决算表", rows)], kind="决算")
    assert {check.verdict for check in document.checks} == {"holds"}
    assert len(found(document, "20701")) == 3


@pytest.mark.parametrize(("part", "verdict"), [("14.00", "holds"), ("15.00", "holds"), ("15.01", "rounding"), ("16.00", "broken")])
def test_what_is_among_a_subtotal_is_no_more_than_it(tmp_path: Path, part: str, verdict: str) -> None:
    rows = f"""
单位代码 单位名称 总计 本年收入 _ _
_ _ _ 合计 一般公共预算 _
_ _ _ _ 小计 其中：财政拨款
_ 合计 15.00 15.00 15.00 {part}
"""
    document = read_document(tmp_path, [("2024年部门收入总体情况表", rows)])
    assert verdicts(document, "不大于“小计”") == [verdict]


def test_two_sided_totals_are_year_and_carry_over_and_equal_each_other(tmp_path: Path) -> None:
    rows = """
收入 _ 支出 _
项目 决算数 项目 决算数
一、一般公共预算财政拨款收入 28.00 一、农林水支出 20.00
八、其他收入 2.00 二、住房保障支出 10.00
本年收入合计 30.00 本年支出合计 30.00
年初结转和结余 5.00 年末结转与结余 {left}
总计 35.00 总计 35.00
"""
    document = read_document(tmp_path, [("收入支出决算总表", rows.format(left="5.00"))], kind="决算")
    assert verdicts(document, "总计＝本年合计＋结转结余") == ["holds", "holds"]
    assert verdicts(document, "以上各项之和") == ["holds", "holds"]
    assert verdicts(document, "收入总计＝支出总计") == ["holds"]
    document = read_document(tmp_path, [("收入支出决算总表", rows.format(left="4.00"))], kind="决算")
    assert sorted(verdicts(document, "总计＝本年合计＋结转结余")) == ["broken", "holds"]


@pytest.mark.parametrize(("cars", "verdict"), [("58.60", "holds"), ("61.60", "broken")])
def test_rows_that_are_numbered_one_by_one_add_up_to_their_total(tmp_path: Path, cars: str, verdict: str) -> None:
    rows = f"""
资产类别 原值 净值
一、房屋 100.00 80.00
二、车辆 {cars} 11.30
合计 158.60 91.30
"""
    document = read_document(tmp_path, [("国有资产占有使用情况表", rows)])
    assert verdicts(document, "“合计”＝各行之和（原值）") == [verdict]


def test_an_unknown_row_before_the_total_is_no_reason_to_cry(tmp_path: Path) -> None:
    rows = """
收入 _ 支出 _
项目 决算数 项目 决算数
一、一般公共预算财政拨款收入 30.00 一、农林水支出 30.00
本年收入合计 30.00 本年支出合计 30.00
调剂收入 5.00 调剂支出 5.00
总计 35.00 总计 35.00
"""
    document = read_document(tmp_path, [("收入支出决算总表", rows)], kind="决算")
    assert not found(document, "总计＝本年合计＋结转结余")
    assert {check.verdict for check in document.checks} == {"holds"}


def test_blocks_side_by_side_add_up_to_their_own_totals(tmp_path: Path) -> None:
    rows = """
人员经费 _ _ 公用经费 _ _
科目编码 科目名称 决算数 科目编码 科目名称 决算数
301 工资福利支出 12.00 302 商品和服务支出 3.00
30101 基本工资 7.00 30201 办公费 1.00
30102 津贴补贴 5.00 30202 印刷费 2.00
303 对个人和家庭的补助 1.00 310 资本性支出 1.00
30302 退休费 1.00 31002 办公设备购置 1.00
人员经费合计 _ 13.00 公用经费合计 _ {common}
"""
    title = "一般公共预算财政拨款基本支出决算表"
    document = read_document(tmp_path, [(title, rows.format(common="4.00"))], kind="决算")
    assert verdicts(document, "下级科目之和") == ["holds"] * 4
    assert verdicts(document, "经费合计＝") == ["holds", "holds"]
    document = read_document(tmp_path, [(title, rows.format(common="4.50"))], kind="决算")
    assert verdicts(document, "公用经费合计＝") == ["broken"]


@pytest.mark.parametrize(("running", "verdict"), [("4.00", "holds"), ("4.01", "rounding"), ("9.00", "broken")])
def test_three_public_costs_add_up(tmp_path: Path, running: str, verdict: str) -> None:
    rows = f"""
“三公”经费合计 因公出国（境）费 公务用车购置及运行费 _ _ 公务接待费
_ _ 小计 公务用车购置费 公务用车运行费 _
6.50 0.00 4.00 0.00 {running} 2.50
"""
    document = read_document(tmp_path, [("一般公共预算“三公”经费支出情况表", rows)])
    assert verdicts(document, "公务用车购置及运行费·小计") == [verdict]
    assert verdicts(document, "““三公”经费合计”＝") == ["holds"]


TOTALS = [
    ("2024年部门收支总体情况表", """
收入 _ 支出 _
项目 金额 项目 金额
一、一般公共预算 30.00 一、农林水支出 20.00
_ _ 二、住房保障支出 10.00
本年收入合计 30.00 本年支出合计 30.00
收入总计 30.00 支出总计 30.00
"""),
    ("2024年部门支出总体情况表", """
科目编码 科目名称 合计 基本支出 项目支出
合计 _ {total} 22.00 8.00
213 农林水支出 {farming} 12.00 8.00
221 住房保障支出 10.00 10.00 _
"""),
]  # fmt: skip


def totals(total: str = "30.00", farming: str = "20.00") -> list[tuple[str, str]]:
    return [(title, rows.format(total=total, farming=farming)) for title, rows in TOTALS]


@pytest.mark.parametrize(("total", "verdict"), [("30.00", "holds"), ("30.01", "rounding"), ("33.00", "broken")])
def test_one_total_in_two_tables_is_the_same(tmp_path: Path, total: str, verdict: str) -> None:
    document = read_document(tmp_path, totals(total=total))
    assert verdicts(document, "收支总表的本年支出合计＝支出表的合计") == [verdict]


def test_a_class_of_expenditure_in_two_tables_is_the_same(tmp_path: Path) -> None:
    document = read_document(tmp_path, totals(farming="21.00"))
    assert verdicts(document, "收支总表的“农林水支出”") == ["broken"]
    assert verdicts(document, "收支总表的“住房保障支出”") == ["holds"]


SPENDING = "三、支出预算总体情况说明"


@pytest.mark.parametrize(
    ("basic", "verdict"), [("22.00万元", "holds"), ("220000元", "holds"), ("22.01万元", "rounding"), ("21.00万元", "broken")]
)
def test_an_amount_of_the_narrative_agrees_with_the_table_of_its_section(tmp_path: Path, basic: str, verdict: str) -> None:
    text = f"2024年支出合计30.00万元，其中：基本支出{basic}；项目支出8.00万元。"
    document = read_document(tmp_path, totals(), [(SPENDING, text)])
    assert verdicts(document, "正文“基本支出”") == [verdict]
    assert verdicts(document, "正文“支出合计”") == ["holds"]
    assert verdicts(document, "正文“项目支出”") == ["holds"]


@pytest.mark.parametrize(("amount", "verdict"), [("17.10", "holds"), ("11.70", "broken")])
def test_projects_that_the_narrative_lists_agree_with_the_table_of_funds(tmp_path: Path, amount: str, verdict: str) -> None:
    prose = [("四、一般公共预算拨款支出", "（二）项目支出：2024年预算数为30.00万元，其中：河堤检测与加固17.10万元；渡口管理12.90万元。")]
    rows = "单位代码 单位名称 专项资金（项目）名称 资金总额 一般公共预算拨款\n_ _ 合计 30.00 30.00\n"
    rows += f"208001 云州市河道站 河堤检测与加固 {amount} {amount}\n208001 云州市河道站 渡口管理 12.90 12.90"
    document = read_document(tmp_path, [("专项资金预算汇总表", rows)], prose)
    assert verdicts(document, "河堤检测与加固") == [verdict]


def test_last_years_amount_is_not_held_against_this_years_table(tmp_path: Path) -> None:
    document = read_document(tmp_path, totals(), [(SPENDING, "2023年支出合计25.00万元。")])
    assert not found(document, "正文")


@pytest.mark.parametrize(
    ("text", "words", "verdict"),
    [
        ("2024年支出合计30.00万元，其中：基本支出22.00万元，占73.33%。", "比重", "holds"),
        ("2024年支出合计30.00万元，其中：基本支出22.00万元，占73.34%。", "比重", "rounding"),
        ("2024年支出合计30.00万元，其中：基本支出22.00万元，占63.33%。", "比重", "broken"),
        ("2024年支出合计30.00万元，比上年增加6.00万元，增长25.00%。", "增减率", "holds"),
        ("2024年支出合计30.00万元，比上年增加6.00万元，增长20.00%。", "增减率", "broken"),
        ("2024年支出合计30.00万元，比上年减少6.00万元，下降16.67%。", "增减率", "holds"),
    ],
)
def test_stated_rates_are_computed_again(tmp_path: Path, text: str, words: str, verdict: str) -> None:
    document = read_document(tmp_path, totals(), [(SPENDING, text)])
    assert verdicts(document, words) == [verdict]


@pytest.mark.parametrize(("rate", "verdict"), [("95.00", "holds"), ("94.99", "rounding"), ("85.00", "broken")])
def test_a_rate_of_completion_is_final_over_budget(tmp_path: Path, rate: str, verdict: str) -> None:
    text = f"2024年一般公共预算财政拨款支出年初预算为20.00万元，支出决算为19.00万元，完成年初预算的{rate}%。"
    document = read_document(tmp_path, [("支出决算表", coded())], [("五、一般公共预算财政拨款支出决算情况说明", text)], kind="决算")
    assert verdicts(document, "完成率") == [verdict]


ITEMS = """2024年一般公共预算财政拨款支出年初预算为{budget}万元，支出决算为19.00万元，完成年初预算的95.00%。
1. 农林水支出（类）水利（款）行政运行（项）。年初预算为12.00万元，支出决算为11.00万元，完成年初预算的91.67%。
2. 住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为8.00万元，支出决算为8.00万元，完成年初预算的100.00%。"""


@pytest.mark.parametrize(("budget", "verdict"), [("20.00", "holds"), ("24.00", "broken")])
def test_the_items_of_the_prose_add_up_to_its_total(tmp_path: Path, budget: str, verdict: str) -> None:
    section = ("五、一般公共预算财政拨款支出决算情况说明", ITEMS.format(budget=budget).replace("\n", "\n\n"))
    document = read_document(tmp_path, [("支出决算表", coded())], [section], kind="决算")
    assert verdicts(document, "年初预算＝所列各项之和") == [verdict]


SCORES = """
项目名称 河道清淤 _ _ _ _ _
项目资金（万元） _ 年初预算数 全年预算数 全年执行数 分值 执行率 得分
_ 年度资金总额 20.00 20.00 {spent} 10 90.00% 9
_ 政府预算资金 20.00 20.00 18.00 - 90.00% -
_ 财政专户管理资金 0.00 0.00 0.00 - 0.00% -
_ 单位资金 0.00 0.00 0.00 - 0.00% -
一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分
产出指标 数量指标 清淤长度 ≥10公里 12公里 50 50
效益指标 社会效益指标 防洪能力 提高 提高 40 {effect}
总分 _ _ _ _ 100 {score}
"""


@pytest.mark.parametrize(("spent", "effect", "score", "broken"), [
    ("18.00", "40", "99", []),
    ("18.00", "40", "9.9", ["“总分”的得分＝各项得分之和"]),
    ("17.00", "40", "99", ["资金总额＝政府预算资金＋财政专户管理资金＋单位资金", "执行率＝全年执行数÷全年预算数"]),
])  # fmt: skip
def test_scores_funds_and_rates_of_an_evaluation_form(tmp_path: Path, spent: str, effect: str, score: str, broken: list[str]) -> None:
    document = read_document(tmp_path, [("项目单位自评表", SCORES.format(spent=spent, effect=effect, score=score))], kind="决算")
    assert [check.identity.split("（")[0] for check in document.checks if check.verdict == "broken"] == broken
    assert len(document.checks) >= 6


def test_an_uncertain_cell_is_used_in_no_check(tmp_path: Path) -> None:
    document = read_document(tmp_path, [("支出决算表", coded())], kind="决算")
    doubtful = next(index for index, figure in enumerate(document.figures) if figure.value == "20.00")
    figures = tuple(replace(figure, uncertain=figure.uncertain or index == doubtful) for index, figure in enumerate(document.figures))
    checks = check_figures(replace(document, figures=figures))
    assert 0 < len(checks) < len(document.checks)
    assert all(term.figure != doubtful for check in checks for term in (*check.left, *check.right))


@pytest.mark.parametrize("layout", [None, PdfLayout("lines"), PdfLayout("rectangles", repeats_header=False)], ids=["tabs", "pdf", "thin"])
def test_planted_contradictions_are_found_and_nothing_else(layout: PdfLayout | None, tmp_path: Path) -> None:
    planted = 0
    for count in (0, 3):
        for invented in invent_documents(seed=5, departments=1 if layout else 2, years=[2024], contradictions=count):
            path = tmp_path / (f"{invented.kind}.pdf" if layout else f"{invented.kind}.txt")
            path.write_bytes(write_pdf_layout(invented, layout) if layout else write_text_layout(invented, TABS).encode())
            document = parse_document(path)
            broken = [check for check in document.checks if check.verdict == "broken"]
            stated = {
                document.statements[term.statement].value
                for check in broken for term in (*check.left, *check.right) if term.statement is not None
            }  # fmt: skip
            assert all(any(value.startswith(one.printed) for value in stated) for one in invented.contradictions)
            assert bool(broken) == bool(invented.contradictions)
            assert len(document.checks) > 200
            planted += len(invented.contradictions)
    assert planted >= (2 if layout else 6)
