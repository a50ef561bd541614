"""Questions of one account: its sides, what is left of it, the year that is meant, and where the amount to the 元 is printed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from check_documents import read_document, verdicts
from figure_documents import FINAL, find

from app.answer import Answer, Citation, Value
from app.assistant import Assistant
from app.checks.check_scope import is_of_other_scope
from app.figures.read_finding import read_finding
from app.library.ingest_paths import ingest_paths
from app.relations.answer_part_by_part import with_account
from app.settings import Settings
from ingest.document import Paragraph, Place, Section
from ingest.figures.extract_statements import extract_statements
from retrieval.knowledge_base import KnowledgeBase
from retrieval.spelling.normalize_question import normalize_question
from retrieval.spelling.read_kind import read_kind
from retrieval.spelling.reword import in_usual_words, reword

RUNNING = """
项目 全年预算数 决算数
二、机关运行经费 — 18.62
（一）行政单位 — 13.49
（二）参照公务员法管理事业单位 — 5.13
三、公务用车保有量（辆） — 7
"""
IN_YUAN = """桐花县粮食局
2031年度部门决算

第一部分 情况说明

一、收支总体情况

2031年度收支总计427.63万元。

收入支出决算总表

单位：元

收入\t\t支出\t
项目\t决算数\t项目\t决算数
一、一般公共预算财政拨款收入\t4,276,300.23\t一、农林水支出\t4,276,300.23
总计\t4,276,300.23\t总计\t4,276,300.23
"""


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (("政府性基金收了多少", "花了多少", "年底还剩多少"), ["政府性基金收了多少", "政府性基金花了多少", "政府性基金年底还剩多少"]),
        (("甲局财政拨款收入多少", "支出多少"), ["甲局财政拨款收入多少", "财政拨款支出多少"]),
        (("甲局财政拨款收入多少", "电费多少"), ["甲局财政拨款收入多少", "电费多少"]),
        (("甲局电费多少", "年底还剩多少"), ["甲局电费多少", "年底还剩多少"]),
    ],
)
def test_a_bare_side_is_of_the_account_before_it(parts: tuple[str, ...], whole: list[str]) -> None:
    assert list(with_account(parts)) == whole


@pytest.mark.parametrize(
    ("question", "table", "row", "is_other"),
    [
        ("一般公共预算财政拨款年末结转多少", "收入支出决算总表", "年末结转和结余", True),
        ("政府性基金年底还剩多少", "收入支出决算总表", "年末结转和结余", True),
        ("财政拨款年末结转和结余多少", "财政拨款收入支出决算总表", "年末财政拨款结转和结余", False),
        ("年末结转和结余多少", "收入支出决算总表", "年末结转和结余", False),
    ],
)
def test_what_is_left_of_everything_is_not_told_for_one_account(question: str, table: str, row: str, is_other: bool) -> None:
    citation = Citation("a.txt", "a", "甲局决算", "", f"{row} | 9.95", table=table, row=(row,), col=("支出",))
    told = Answer("answered", f"{row}：**9.95万元**[1]。", (Value(row, Decimal("9.95"), "万元"),), citations=(citation,))
    assert is_of_other_scope(told, question) == is_other


@pytest.mark.parametrize(("question", "printed"), [("收支总计多少元？", "4276300.23元"), ("收支总计多少？", "427.63万元")])
def test_the_amount_to_the_yuan_is_told_from_the_cell_that_prints_it(question: str, printed: str) -> None:
    told = read_finding(find(normalize_question(question), text=IN_YUAN)).results[0]
    assert told.text.replace(",", "") == printed


def test_rows_for_kinds_of_bodies_stand_under_the_row_above(tmp_path: Path) -> None:
    document = read_document(tmp_path, [("机构运行信息表", RUNNING)], kind="决算")
    rows = {figure.row for figure in document.figures}
    assert {("二、机关运行经费", "（一）行政单位"), ("三、公务用车保有量（辆）",)} <= rows


def test_a_car_of_office_in_short_is_the_same_count(tmp_path: Path) -> None:
    said = [("三公经费实物量情况", "2024年度公务用车购置0辆，公务车保有量为6辆。")]
    document = read_document(tmp_path, [("机构运行信息表", RUNNING)], said, kind="决算")
    assert verdicts(document, "公务车保有量") == ["broken"]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "机关运行经费支出决算30.50万元（其中：一般公共预算支出30.50万元）。与上年相比，减少1.20万元。",
            ["机关运行经费 30.50万元", "机关运行经费一般公共预算支出 30.50万元", "机关运行经费 1.20万元"],
        ),
        (
            "公务用车购置及运行费34.50万元（购置费10.00万元，运行费24.50万元），比上年减少2.00万元。",
            ["公务用车购置及运行费 34.50万元", "购置费 10.00万元", "运行费 24.50万元", "公务用车购置及运行费 2.00万元"],
        ),
    ],
)
def test_what_stands_in_brackets_is_a_part_of_what_was_told_before_them(text: str, stated: list[str]) -> None:
    sections = [Section(("三、情况说明",), (Paragraph(text, Place()),), Place())]
    assert [f"{one.subject} {one.value}" for one in extract_statements(sections)] == stated


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("甲局去年接待花了多少?(2031年度)", "甲局2031年接待花了多少?"),
        ("甲局去年(2031年)接待花了多少?", "甲局2031年接待花了多少?"),
        ("甲局接待费比去年少了多少?(2031年度)", "甲局接待费比去年少了多少?(2031年度)"),
        ("甲局2031年古籍保护科目财政拨款收入和支出差多少?", "甲局2031年古籍保护的财政拨款收入和古籍保护的支出相差多少?"),
        ("甲局2031年财政拨款收入和支出差多少?", "甲局2031年财政拨款收入和财政拨款支出合计相差多少?"),
        ("桐花县林场2031年财政拨款支出是多少?", "桐花县林场2031年财政拨款支出合计是多少?"),
        ("桐花县林场2031年基本支出占财政拨款支出的百分之几?", "桐花县林场2031年基本支出占财政拨款支出合计的百分之几?"),
        ("桐花县林场2031年“三公”经费财政拨款支出是多少?", "桐花县林场2031年“三公”经费财政拨款支出是多少?"),
        ("桐花县林场2031年支出比收入多多少?", "桐花县林场2031年收入和支出相差多少?"),
        ("桐花县林场2031年财政拨款收入比支出少多少?", "桐花县林场2031年财政拨款收入和财政拨款支出合计相差多少?"),
],
)
def test_whole_questions_in_usual_words(asked: str, told: str) -> None:
    assert in_usual_words(asked) == told


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("~一般公共预算财政拨款花了多少", "~一般公共预算财政拨款支出多少"),
        ("~政府性基金收了多少", "~政府性基金收入多少"),
        ("~取暖费财政出了多少", "~取暖费财政拨款多少"),
        ("~退休费由财政负担多少", "~退休费财政拨款多少"),
        ("~项目县级财政出多少", "~项目县级财政出多少"),
        ("~授予中小企业的采购合同里,非小微的部分是多少", "~授予中小企业合同金额扣除授予小微企业合同金额还有多少"),
    ],
)
def test_names_in_usual_words(asked: str, told: str) -> None:
    assert reword(asked) == told


@pytest.mark.parametrize(("question", "is_of_accounts"), [("甲项目预算执行率得了几分", True), ("甲项目预算多少", False)])
def test_the_score_of_an_execution_is_told_by_final_accounts(question: str, is_of_accounts: bool) -> None:
    assert read_kind(question).is_carried_out == is_of_accounts


def test_the_year_of_a_remark_is_the_one_that_is_meant(tmp_path: Path) -> None:
    (tmp_path / "档案局.md").write_text(FINAL, encoding="utf-8")
    with KnowledgeBase.open(tmp_path / "home") as knowledge_base:
        ingest_paths(knowledge_base, [tmp_path / "档案局.md"], lambda *_: None)
        assistant = Assistant(knowledge_base, Settings(home=tmp_path / "home"))
        meant = assistant.ask("桐花县档案局去年办公费花了多少？（2031年度）")
        other = assistant.ask("桐花县档案局去年办公费花了多少？（2030年度）")
        fair = assistant.ask("桐花县档案局送戏下乡多少场？")
    assert "21.00万元" in meant.text
    assert other.status == "not_found"
    assert "没有载入" not in fair.text
