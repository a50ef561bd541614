"""Evidence to citations and to the words that name it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_documents import BUDGET, FINAL, find

from app.telling.cite import cite_fact, document_name, fact_label, joined_words, plain, printed, scope, statement_label, within_quotes
from ingest.document import DocumentInfo, Place, Statement
from ingest.quantity import Quantity
from retrieval.facts.fact import Fact


def fact(question: str, text: str = FINAL) -> Fact:
    return find(question, text=text).tasks[0].found[0].candidates[0].facts[0]


@pytest.mark.parametrize(
    ("info", "name"),
    [
        (DocumentInfo("a", "a.txt", organization="桐花县档案局", year=2031, kind="决算", scope="部门"), "桐花县档案局2031年部门决算"),
        (DocumentInfo("a", "a.txt", organization="桐花县档案局", kind="预算"), "桐花县档案局预算"),
        (DocumentInfo("a", "a.txt", title="一份通知"), "一份通知"),
        (DocumentInfo("a", "a.txt"), "a.txt"),
    ],
)
def test_a_document_is_named_by_what_is_known_of_it(info: DocumentInfo, name: str) -> None:
    assert document_name(info) == name


@pytest.mark.parametrize(
    ("subject", "aspect", "label"),
    [
        ("农林水支出（类）水利（款）防汛（项）", "年初预算", "防汛年初预算"),
        ("农林水（类）支出", "", "农林水支出"),
        ("公务接待费", "支出决算", "公务接待费支出决算"),
        ("因公出国（境）费", "", "因公出国（境）费"),
    ],
)
def test_a_statement_is_named_without_its_class_and_section(subject: str, aspect: str, label: str) -> None:
    statement = Statement(0, subject, "金额", "1万元", Quantity(Decimal(1), "万元"), "", Place(), aspect=aspect)
    assert statement_label(statement) == label


@pytest.mark.parametrize(
    ("question", "label", "words", "value"),
    [
        ("行政运行的基本支出", "行政运行·基本支出", "《支出决算表》“2012601 行政运行”行“基本支出”列", "180.00万元"),
        ("支出合计", "支出合计", "《支出决算表》“合计”行“本年支出合计”列", "300.00万元"),
        ("公务接待费", "公务接待费", "《财政拨款“三公”经费支出决算表》“（无行名）”行“决算数 > 公务接待费”列", "2.00万元"),
        ("车辆有几辆", "车辆", "正文“三、国有资产占用情况说明”", "2辆"),
    ],
)
def test_a_fact_is_told_by_label_scope_and_print(question: str, label: str, words: str, value: str) -> None:
    found = fact(question)
    assert (fact_label(found), scope(found), printed(found)) == (label, words, value)


def test_a_cell_is_cited_with_table_row_column_and_line() -> None:
    citation = cite_fact(fact("粮仓修缮", BUDGET))
    assert (citation.table, citation.row, citation.col) == ("2031年项目支出表", ("特定目标类", "粮仓修缮", "桐花县粮食局"), ("合计",))
    assert citation.quote == "特定目标类 粮仓修缮 桐花县粮食局 | 合计 | 18.00"
    assert citation.section.startswith("第三部分")
    assert citation.lines is not None
    assert "粮仓修缮" in BUDGET.splitlines()[citation.lines[0] - 1]


def test_a_statement_is_cited_with_its_sentence() -> None:
    citation = cite_fact(fact("车辆有几辆"))
    assert citation.table is None
    assert citation.quote.startswith("2031年末，共有车辆2辆")
    assert citation.section.endswith("三、国有资产占用情况说明")


def test_document_text_is_shown_on_one_line_and_tags_that_lay_out_nothing_are_text() -> None:
    assert plain("公用<b>经费</b>\n 合计 <script><p>") == "公用经费 合计 <script>"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [("灯油支出", "支出决算", "灯油支出决算"), ("灯油决算", "决算", "灯油决算"), ("灯油", "支出决算", "灯油支出决算")],
)
def test_words_of_a_label_are_not_said_twice(first: str, second: str, joined: str) -> None:
    assert joined_words(first, second) == joined


def test_quotation_marks_of_a_document_are_inner_ones_between_quotation_marks() -> None:
    assert within_quotes("“三公”经费合计") == "‘三公’经费合计"
