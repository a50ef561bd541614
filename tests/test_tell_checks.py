from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from check_documents import read_document

from app.answer import Answer, Value
from app.assistant import Assistant
from app.checks.check_ledger import check_ledger
from app.checks.tell_checks import check_words, warn_of_checks
from app.exports.export_checks import check_records
from app.settings import read_settings
from ingest.document import Document
from retrieval.knowledge_base import KnowledgeBase

TABLE = """
科目编码 科目名称 本年支出合计 基本支出 项目支出
合计 _ {total} 22.00 8.00
213 农林水支出 20.00 12.00 8.00
21303 水利 20.00 12.00 8.00
2130301 行政运行 12.00 12.00 0.00
2130306 水利工程运行与维护 8.00 0.00 8.00
221 住房保障支出 10.00 10.00 0.00
"""
SECTION = ("三、支出决算情况说明", "2024年支出合计30.00万元，其中：基本支出22.00万元，占73.33%；项目支出{projects}万元，占26.67%。")


class FakeEmbedder:
    name = "fake"
    dimension = 4

    def embed_questions(self, questions: Sequence[str]) -> object:
        return np.full((len(questions), 4), 0.5, dtype=np.float32)

    embed_passages = embed_questions


def account(tmp_path: Path, total: str = "30.00", projects: str = "8.00") -> Document:
    heading, text = SECTION
    return read_document(tmp_path, [("支出决算表", TABLE.format(total=total))], [(heading, text.format(projects=projects))], kind="决算")


def no_other(document_id: str) -> Document:
    raise AssertionError(f"no check speaks of another document: {document_id}")


def ask(tmp_path: Path, document: Document, question: str) -> Answer:
    home = tmp_path / "home"
    with KnowledgeBase.open(home, FakeEmbedder()) as base:  # type: ignore[arg-type]
        base.add(document, b"x")
        assert base.document(document.info.id).checks == document.checks  # stored whole and read back
        return Assistant(base, read_settings(home=home)).ask(question)


QUESTION = "云州市水务局2024年度部门决算{item}是多少？"


def test_a_contradicted_figure_is_answered_with_a_warning_of_both_prints(tmp_path: Path) -> None:
    document = account(tmp_path, total="31.00")
    warnings = ask(tmp_path, document, QUESTION.format(item="支出合计")).warnings
    assert any(text.startswith("不一致：") and "31.00万元" in text and "30.00万元" in text for text in warnings)


def test_a_rounding_is_told_as_such(tmp_path: Path) -> None:
    warnings = ask(tmp_path, account(tmp_path, total="30.01"), QUESTION.format(item="支出合计")).warnings
    assert any("尾差" in text for text in warnings)
    assert not any(text.startswith("不一致") for text in warnings)


def test_a_figure_that_agrees_is_answered_without_a_warning(tmp_path: Path) -> None:
    answer = ask(tmp_path, account(tmp_path, total="31.00"), QUESTION.format(item="水利工程运行与维护的项目支出"))
    assert (answer.status, answer.warnings) == ("answered", ())


def test_the_text_tells_the_other_print_of_the_figure_itself_and_values_stay(tmp_path: Path) -> None:
    document = account(tmp_path, total="31.00")
    answer = ask(tmp_path, document, QUESTION.format(item="支出合计"))
    assert answer.text.count("注意：不一致") == 1
    assert "30.00万元" in answer.text
    bare = replace(answer, warnings=(), text="支出合计：31.00万元。")
    warned = warn_of_checks(bare, [document], no_other)
    assert warned.warnings
    assert warned.text.startswith(bare.text)
    assert warned.values == bare.values
    assert warned.citations[: len(bare.citations)] == bare.citations
    assert {"20.00", "10.00"} <= {citation.quote.split("|")[-1].strip() for citation in warned.citations}
    assert "20.00 + 10.00 = 30.00万元" in (warned.calculation or "")


def test_an_addend_of_a_sum_that_does_not_close_is_warned_of_outside_the_text(tmp_path: Path) -> None:
    answer = ask(tmp_path, account(tmp_path, total="31.00"), QUESTION.format(item="住房保障支出的本年支出"))
    assert answer.status == "answered"
    assert answer.warnings
    assert "不一致" not in answer.text


def test_a_citation_that_is_not_among_the_values_gives_no_warning(tmp_path: Path) -> None:
    document = account(tmp_path, total="31.00")
    answer = ask(tmp_path, document, QUESTION.format(item="支出合计"))
    other = replace(answer, warnings=(), values=tuple(Value(value.label, value.value + 1000, value.unit) for value in answer.values))
    assert warn_of_checks(other, [document], no_other).warnings == ()


def test_the_ledger_counts_each_table_and_tells_what_does_not_close(tmp_path: Path) -> None:
    ledger = check_ledger(account(tmp_path, total="31.00", projects="9.00"), no_other)
    table, between = ledger.rows
    assert (table.cells, table.uncertain, table.broken, table.rounding) == (18, 0, 2, 0)
    assert (between.cells, between.broken > 0) == (None, True)
    assert "不一致：《支出决算表》“合计”“本年支出合计”为31.00万元，所列2项相加为30.00万元，相差1万元。" in ledger.broken
    assert any("正文“支出决算情况说明”中项目支出为9.00万元" in text and "8.00万元" in text for text in ledger.broken)


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_record_has_both_sides_as_figures(tmp_path: Path, side: str) -> None:
    records = list(check_records(account(tmp_path, total="31.00"), no_other))
    (record,) = [one for one in records if one["identity"] == "“合计”＝各行之和（本年支出合计）"]
    assert (record["kind"], record["verdict"], record["difference"], record["unit"]) == ("表内", "broken", "1", "万元")
    values = {"left": ["31.00"], "right": ["20.00", "10.00"]}
    assert [term["value"] for term in record[side]] == values[side]
    assert all(term["sign"] == 1 and term["table"] == "支出决算表" and term["lines"] for term in record[side])


def test_a_part_smaller_than_its_whole_is_never_called_equal_to_it(tmp_path: Path) -> None:
    rows = "科目 小计 其中：财政拨款\n行政运行 12.00 8.00\n合计 12.00 8.00\n"
    document = read_document(tmp_path, [("支出情况表", rows)], [("一、说明", "无。")])
    said = [check_words(check, document, no_other) for check in document.checks if "不大于" in check.identity]
    assert said
    assert [words for words in said if not words.startswith("不相等，前者是后者的一部分")] == []
