from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from eval.compare_retrieval import SHOWN, WAYS, compare_retrieval, write_table
from eval.gold import Expectation, GoldQuestion, GoldSource, GoldValue
from eval.leave_out_documents import of_one_document, shares
from eval.measure_retrieval import Retriever
from retrieval.knowledge_base import KnowledgeBase
from tests.knowledge_documents import invented_document

LIGHTHOUSES = invented_document()
HARBOURS = invented_document("碧港县港务局")
EXPECT = Expectation("answered", (GoldValue("4.50", "万元"),))
WAGES, GOODS = GoldSource(HARBOURS.info.file_name, "支出表0"), GoldSource(LIGHTHOUSES.info.file_name, "政府采购支出情况说明")
QUESTIONS = (
    GoldQuestion("1", "碧港县港务局2031年预算基本工资是多少", "lookup_table", EXPECT, sources=(WAGES,)),
    GoldQuestion("2", "云岭市灯塔局政府采购了多少货物", "lookup_text", EXPECT, sources=(GOODS,)),
)


@pytest.fixture
def knowledge_base(tmp_path: Path) -> Iterator[KnowledgeBase]:
    with KnowledgeBase.open(tmp_path) as opened:
        for document in (LIGHTHOUSES, HARBOURS):
            opened.add(document, b"")
        yield opened


def test_every_way_is_measured_over_the_same_questions(knowledge_base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.compare_retrieval.find_spec", lambda _name: None)
    rows = compare_retrieval(knowledge_base, QUESTIONS)
    assert [row.name for row in rows[1:]] == [part.name for part in WAYS]
    assert {measure.count for row in rows for measure in row.measures} == {len(QUESTIONS)}
    assert {measure.value for measure in rows[-1].measures if measure.key == "retrieval_success@1"} == {1.0}
    table = write_table(rows).splitlines()
    assert len(table) == len(rows) + 2
    assert all(line.count("|") == len(SHOWN) + 2 for line in table)


def test_words_are_cut_by_a_dictionary(knowledge_base: KnowledgeBase) -> None:
    pytest.importorskip("rjieba")
    from eval.baseline_words import WordBaseline, cut_words

    assert cut_words("公务接待费，3.20万元。")[0] == "公务"
    baseline: Retriever = WordBaseline(knowledge_base)
    assert "政府采购" in baseline.search("政府采购货物", (), 3)[0]["text"]


def test_only_questions_that_stand_alone_in_one_document_are_asked_of_it() -> None:
    followed = GoldQuestion("3", "那会议费呢", "followup", EXPECT, history=("基本工资",), sources=QUESTIONS[0].sources)
    both = GoldQuestion("4", "哪家多", "compare", EXPECT, sources=(*QUESTIONS[0].sources, *QUESTIONS[1].sources))
    found = of_one_document((*QUESTIONS, followed, both), {HARBOURS.info.file_name})
    assert found == {HARBOURS.info.file_name: [QUESTIONS[0]]}


def test_shares_say_how_many_came_within_each_cut() -> None:
    assert [text.partition("（")[0] for text in shares([1, 4, 10, 11])] == ["0.250", "0.500", "0.750"]
