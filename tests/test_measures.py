"""Measures: intervals against published values, counts against results made by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from eval.ask_system import wanted_words
from eval.find_strays import find_strays
from eval.gold import Expectation, GoldQuestion, GoldSource, GoldValue
from eval.intervals import bootstrap, wilson
from eval.judge_citations import judge_citations
from eval.measure_answers import measure_answers
from eval.measure_contradictions import Planted, measure_contradictions
from eval.measure_figures import measure_figures
from eval.measure_retrieval import measure_retrieval
from eval.measure_words import words_of
from eval.run import CitationCount, Result
from ingest.document import Check, Document, DocumentInfo, Figure, Place, Section, Statement, Table, Term
from ingest.quantity import Quantity


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(0, 20, 0.0, 0.1611), (81, 263, 0.2553, 0.3662), (10, 10, 0.7225, 1.0), (0, 0, 0.0, 1.0)],  # 81 of 263: Newcombe, 1998, table I
)
def test_wilson_interval(hits: int, total: int, low: float, high: float) -> None:
    assert wilson(hits, total) == pytest.approx((low, high), abs=1e-4)


def test_bootstrap_is_the_same_every_time_and_holds_the_mean() -> None:
    values = [0.0, 0.5, 1.0, 1.0, 0.25]
    low, high = bootstrap(values, lambda sample: float(np.mean(sample)))
    assert (low, high) == bootstrap(values, lambda sample: float(np.mean(sample)))
    assert low < 0.55 < high


def result(kind: str = "lookup_table", *, wanted: str = "answered", status: str = "answered", right: bool = True, **fields: Any) -> Result:
    return Result("q", kind, "?", wanted, status, right, fields.pop("wrong", False), (), "", fields.pop("ms", 1.0), **fields)


def test_refusals_and_questions_back_have_precision_and_recall() -> None:
    results = (
        result(), result(status="not_found", right=False),
        result("unanswerable", wanted="not_found", status="not_found"), result("unanswerable", wanted="not_found", right=False, wrong=True),
        result("ambiguous", wanted="clarify", status="clarify"), result("ambiguous", wanted="clarify", status="answered"),
    )  # fmt: skip
    found = {measure.key: measure for measure in measure_answers(results)}
    assert found["right"].value == pytest.approx(4 / 6)
    assert found["wrong_figure"].value == pytest.approx(1 / 6)
    assert not found["wrong_figure"].is_higher_better
    assert (found["refusal_precision"].value, found["refusal_recall"].value) == (0.5, 0.5)
    assert (found["asking_back_precision"].value, found["asking_back_recall"].value) == (1.0, 1.0)
    assert found["right/ambiguous"].count == 2


def test_every_measure_has_a_name_and_a_meaning() -> None:
    count = CitationCount(1, 1, 1, 1, 1, (1, 1), (1, 1), (1, 1))
    keys = [
        measure.key
        for measure in measure_answers((result(citations=count), result("unanswerable", wanted="not_found", status="not_found")))
    ]
    assert all(words_of(key).name != key and words_of(key).meaning for key in keys)


SOURCES = (
    GoldSource("甲.pdf", "三、“三公”经费支出情况说明"),
    GoldSource("甲.pdf", "2031年支出表", "办公费", "合计"),
    GoldSource("乙.pdf", "支出表"),
)


@pytest.mark.parametrize(
    ("citation", "in_document", "in_section", "in_cell"),
    [
        ({"document": "甲.pdf", "section": "第二部分 说明 > 三公经费支出情况说明"}, 1, 1, 0),
        ({"document": "甲.pdf", "section": "第三部分", "table": "支出表", "row": ["302", "办公费"], "col": ["支出", "合计"]}, 1, 1, 1),
        ({"document": "甲.pdf", "section": "第三部分", "table": "支出表", "row": ["302", "水费"], "col": ["支出", "合计"]}, 1, 1, 0),
        ({"document": "甲.pdf", "section": "第一部分 概况", "table": None}, 1, 0, 0),
        ({"document": "丙.pdf", "section": "支出表"}, 0, 0, 0),
    ],
)
def test_citations_are_judged_at_each_level(citation: Mapping[str, Any], in_document: int, in_section: int, in_cell: int) -> None:
    count = judge_citations([citation], SOURCES)
    assert (count.in_document, count.in_section, count.in_cell) == (in_document, in_section, in_cell)
    assert (count.documents, count.sections, count.cells) == ((in_document, 1), (in_section, 1), (in_cell, 1))
    both = judge_citations([citation], SOURCES, needs_all=True)
    assert (both.documents, both.sections, both.cells) == ((in_document, 2), (in_section, 2), (in_cell, 1))


PARTED = (
    GoldSource("甲.pdf", "支出表", "办公费", "合计", "办公费"),
    GoldSource("甲.pdf", "说明", part="办公费"),
    GoldSource("甲.pdf", "支出表", "水费", "合计", "水费"),
)
OFFICE, WATER = ({"document": "甲.pdf", "section": "", "table": "支出表", "row": [name], "col": ["合计"]} for name in ("办公费", "水费"))


@pytest.mark.parametrize(
    ("citations", "sections", "cells"),
    [
        ([OFFICE, WATER], (2, 2), (2, 2)),
        ([OFFICE], (2, 2), (1, 2)),  # the same table: section by section it holds both
        ([{"document": "甲.pdf", "section": "说明"}], (1, 2), (0, 2)),
        ([], (0, 2), (0, 2)),
    ],
)
def test_each_part_of_a_question_needs_a_citation_of_its_own(
    citations: list[Mapping[str, Any]], sections: tuple[int, int], cells: tuple[int, int]
) -> None:
    count = judge_citations(citations, PARTED)
    assert (count.documents, count.sections, count.cells) == ((2, 2) if citations else (0, 2), sections, cells)


QUOTED = [
    {"quote": "办公费 12.00 万元", "row": [], "col": [], "section": "", "table": ""},
    {"quote": "合计 48.00"},
    {"quote": "公务用车3辆"},
    {"quote": "预算执行 | 完成率 | 95.00", "row": ["预算执行（万元）"], "col": ["完成率"], "table": "自评表"},
    {"quote": "水费 | 金额（万元） | 7.00", "row": ["水费"], "col": ["金额（万元）"], "table": "支出表"},
]


@pytest.mark.parametrize(
    ("text", "calculation", "strays"),
    [
        ("办公费12.00万元。", None, ()),
        ("办公费120,000元。", None, ()),
        ("办公费13.00万元。", None, ("13.00万元",)),
        ("占25.00%。", "12.00 ÷ 48.00 × 100% = 25.00%", ()),
        ("占26.00%。", "12.00 ÷ 48.00 × 100% = 26.00%", ("26.00%",)),
        ("差36.00万元。", "48.00 − 12.00 = 36.00万元", ()),
        ("差35.00万元。", "48.00 − 13.00 = 35.00万元", ("35.00万元",)),
        ("不一致：文字为12.00万元，表为480,000元，相差36.00万元。", None, ()),
        ("不一致：文字为12.00万元，表为48.00万元，相差35.00万元。", None, ("35.00万元",)),
        ("不一致：文字为12.00万元，表为47.00万元，相差35.00万元。", None, ("47.00万元", "35.00万元")),
        ("文字为12.00万元；表为48.00万元。还有36.00万元。", None, ("36.00万元",)),
        ("按所印的12.00万元、48.00万元计算为25.0%。", None, ()),
        ("按所印的12.00万元、48.00万元计算为26.0%。", None, ("26.0%",)),
        ("办公费12.00元。", None, ("12.00元",)),
        ("办公费12.00亿元。", None, ("12.00亿元",)),
        ("办公费占12.00%。", None, ("12.00%",)),
        ("合计48.00元。", None, ()),  # a cell without a unit, in a table of yuan for all that is known
        ("合计48.00亿元。", None, ("48.00亿元",)),
        ("合计占48.00%。", None, ("48.00%",)),
        ("共3万元。", None, ("3万元",)),
        ("完成95.00%。", None, ()),
        ("水费7.00万元。", None, ()),
        ("水费7.00元。", None, ("7.00元",)),
        ("占25.00万元。", "12.00 ÷ 48.00 × 100% = 25.00%", ("25.00万元",)),
        ("差36.00%。", "48.00 − 12.00 = 36.00万元", ("36.00%",)),
    ],
)
def test_amounts_without_ground_are_found(text: str, calculation: str | None, strays: tuple[str, ...]) -> None:
    assert find_strays({"text": text, "calculation": calculation, "citations": QUOTED}, "办公费是多少？") == strays


def test_what_was_wanted_is_told_with_its_names_and_its_direction() -> None:
    values = (GoldValue("5.00", "万元", ("灯塔局",)), GoldValue("3.00", "万元"))
    expect = Expectation("answered", values, larger=("灯塔局",), smaller=("渔业局",), any_of=(("多", "高", "大"),))
    assert wanted_words(GoldQuestion("q", "?", "compare", expect)) == "灯塔局5.00万元；3.00万元；灯塔局比渔业局大；多／高"
    assert wanted_words(GoldQuestion("q", "?", "unanswerable", Expectation("not_found"))) == "说没有"


class Ranked:
    """A system whose ranking is given."""

    name = "ranked"

    def __init__(self, passages: list[Mapping[str, Any]]) -> None:
        self._passages = passages

    def answer(self, question: str, history: Sequence[str]) -> Mapping[str, Any]:
        raise NotImplementedError(question, history)

    def search(self, question: str, history: Sequence[str], k: int) -> list[Mapping[str, Any]]:
        assert question
        assert not history
        return self._passages[:k]


def test_retrieval_counts_the_first_right_passage() -> None:
    question = GoldQuestion("q", "?", "reason", Expectation("answered"), sources=(GoldSource("甲.pdf", "原因"),))
    wrong, right = {"document": "甲.pdf", "section": "职责"}, {"document": "甲.pdf", "section": "二、原因"}
    measures = measure_retrieval(Ranked([wrong, right, right]), [question])
    found = {measure.key: measure.value for measure in measures}
    (hit,) = (measure for measure in measures if measure.key == "retrieval_success@5")
    assert (hit.low, hit.high, hit.count) == (*wilson(1, 1), 1)  # one hit of one tells little
    assert found["retrieval_success@1"] == 0
    assert found["retrieval_success@5"] == 1
    assert found["retrieval_mrr"] == 0.5
    assert found["retrieval_ndcg@10"] == pytest.approx(1 / np.log2(3))


FACT = {
    "doc": "甲.pdf",
    "table": "支出表",
    "table_no": "",
    "row": ["302", "办公费"],
    "col": ["支出", "合计"],
    "value": "1,200.00",
    "unit": "万元",
}
READ = {
    "document": "甲.pdf",
    "table": "2031年支出表",
    "table_no": None,
    "row": ["302", "办公费"],
    "col": ["支出", "合计"],
    "value": "1200.00",
    "unit": "万元",
}


@pytest.mark.parametrize(
    ("change", "recall", "precision"),
    [
        ({}, 1.0, 1.0), ({"unit": "元"}, 0.0, 0.0), ({"row": ["301", "办公费"]}, 0.0, 0.0), ({"col": ["支出", "基本支出"]}, 0.0, 0.0),
        ({"value": "1201.00"}, 0.0, 0.0), ({"table": "收入决算总表"}, 0.0, 0.0),
    ],
)  # fmt: skip
def test_a_figure_is_found_with_its_table_unit_row_and_column(change: dict[str, Any], recall: float, precision: float) -> None:
    found = {measure.key: measure.value for measure in measure_figures([FACT], [{**READ, **change}])}
    assert found == {"figure_recall": recall, "figure_precision": precision}


def test_one_cell_serves_one_fact() -> None:
    found = {measure.key: measure.value for measure in measure_figures([FACT, FACT], [READ, {**READ, "value": "7.5"}])}
    assert found == {"figure_recall": 0.5, "figure_precision": 0.5}


TERMS = {"文": Term(statement=0), "表": Term(figure=0), "别表": Term(figure=1), "空": Term(figure=2)}


def checked_document(*checks: tuple[str, str, str], name: str = "甲.pdf") -> Document:
    """A document with one sentence and two tables, and checks that compare its prints with the verdict given."""
    cells = (("一", "9.46"), ("一", "99.46"), ("二", "99.46"))
    figures = tuple(
        Figure("一二".index(table), ("合计",), ("金额",), text, Quantity(Decimal(text), "万元") if index < 2 else None, Place(), (1, 1))
        for index, (table, text) in enumerate(cells)
    )
    tables = tuple(Table(index, f"2031年表{name}", None, "万元", (), ()) for index, name in enumerate("一二"))
    statement = Statement(0, "支出", "金额", "9.46", Quantity(Decimal("94600"), "元"), "", Place())
    section = Section(("第一部分", "一、支出说明"), (), Place())
    made = tuple(Check("", "", (TERMS[a],), (TERMS[b],), Quantity(Decimal(1), ""), verdict) for a, b, verdict in checks)
    return Document(DocumentInfo(name, name), (section,), tables, figures, (statement,), checks=made)


IN_TEXT = Planted("甲.pdf", "支出说明", Quantity(Decimal("9.46"), "万元"))
IN_TABLE = replace(IN_TEXT, place="表一")


@pytest.mark.parametrize(
    ("planted", "checks", "recall", "precision"),
    [
        ([IN_TEXT], [("文", "别表", "broken")], 1.0, 1.0),
        ([IN_TEXT], [("别表", "文", "broken"), ("别表", "空", "broken")], 1.0, 0.5),
        ([IN_TEXT, IN_TABLE], [("文", "别表", "broken")], 0.5, 1.0),
        ([IN_TABLE], [("表", "别表", "broken"), ("文", "表", "broken")], 1.0, 1.0),
        ([IN_TEXT], [("文", "别表", "holds"), ("文", "表", "rounding")], 0.0, 0.0),
        ([IN_TABLE], [("文", "别表", "broken")], 0.0, 0.0),
        ([replace(IN_TEXT, doc="乙.pdf")], [("文", "别表", "broken")], 0.0, 0.0),
    ],
)
def test_planted_contradictions_are_found_by_checks_that_do_not_hold(
    planted: list[Planted], checks: list[tuple[str, str, str]], recall: float, precision: float
) -> None:
    found = {measure.key: measure.value for measure in measure_contradictions(planted, [checked_document(*checks)])}
    assert found == {"contradiction_recall": recall, "contradiction_precision": precision}


def test_a_check_between_two_documents_finds_what_was_planted_in_the_other() -> None:
    check = Check("", "", (Term(figure=1),), (Term(statement=0, document="甲.pdf"),), Quantity(Decimal(1), ""), "broken")
    later = replace(checked_document(name="乙.pdf"), checks=(check,))
    found = measure_contradictions([IN_TEXT], [checked_document(), later])
    assert [measure.value for measure in found] == [1.0, 1.0]
