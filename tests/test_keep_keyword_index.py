"""The keyword index of a whole knowledge base is made once and kept in its folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from knowledge_documents import invented_document

from retrieval import passage_search
from retrieval.character_grams import character_grams
from retrieval.keep_keyword_index import KEYWORDS, keep_keyword_index
from retrieval.keyword_index import KeywordIndex
from retrieval.knowledge_base import KnowledgeBase
from retrieval.knowledge_writer import AddOutcome

PASSAGES = {("a", 0): "公务接待费：接待来访的灯塔专家", ("a", 1): "2010301 行政运行", ("b", 0): "公务用车运行维护费"}
KEYS = list(PASSAGES)


class Maker:
    """Makes the index and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> KeywordIndex:
        self.times += 1
        return KeywordIndex(KEYS, map(character_grams, PASSAGES.values()))


def test_the_kept_index_answers_as_the_one_that_was_made(tmp_path: Path) -> None:
    make = Maker()
    made, kept = (keep_keyword_index(tmp_path / "keywords", [("a", 2, 1)], KEYS, make) for _ in range(2))
    assert make.times == 1
    for question in ("接待费多少", "公务", "2010301", "没有的词"):
        assert kept.search(question, 2) == made.search(question, 2)
        assert kept.search(question, 2, frozenset("b")) == made.search(question, 2, frozenset("b"))
    assert kept.holds("公务接待")
    assert not kept.holds("接待费用")


def test_another_state_of_the_documents_makes_another_and_drops_the_first(tmp_path: Path) -> None:
    make = Maker()
    for revision in (1, 2, 2):
        keep_keyword_index(tmp_path / "keywords", [("a", 2, revision)], KEYS, make)
    assert make.times == 2
    assert len(list((tmp_path / "keywords").iterdir())) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["keywords"]


@pytest.mark.parametrize("name", ["vocab.index.json", "params.index.json", "data.csc.index.npy"])
def test_a_damaged_one_is_made_again(tmp_path: Path, name: str) -> None:
    make = Maker()
    keep_keyword_index(tmp_path / "keywords", [("a", 2, 1)], KEYS, make)
    next((tmp_path / "keywords").glob(f"*/{name}")).write_bytes(b"\x93NUM")
    again = keep_keyword_index(tmp_path / "keywords", [("a", 2, 1)], KEYS, make)
    assert make.times == 2
    assert again.search("2010301", 1) == (("a", 1),)
    keep_keyword_index(tmp_path / "keywords", [("a", 2, 1)], KEYS, make)
    assert make.times == 2


def test_a_folder_that_cannot_be_written_is_searched_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "keywords").write_text("a file in the place of the folder")
    index = keep_keyword_index(tmp_path / "keywords", [("a", 2, 1)], KEYS, Maker())
    assert index.search("2010301", 1) == (("a", 1),)


def test_a_search_over_all_documents_keeps_it_until_something_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passage_search, "FEW_DOCUMENTS", 0)
    first, second = invented_document(), invented_document(year=2029, path="/in/b.pdf")
    with KnowledgeBase.open(tmp_path) as knowledge_base:
        knowledge_base.add(first, b"")
        knowledge_base.add(second, b"")
        found = knowledge_base.search("公务接待费")
    assert {one.document.id for one in found} == {first.info.id, second.info.id}
    (kept,) = (tmp_path / KEYWORDS).iterdir()
    with KnowledgeBase.open(tmp_path) as knowledge_base:
        assert knowledge_base.search("公务接待费") == found
        assert knowledge_base.add(first, b"") is AddOutcome.UNCHANGED
        assert kept.exists()
        knowledge_base.remove(second.info.id)
        assert not kept.exists()
        assert {one.document.id for one in knowledge_base.search("公务接待费")} == {first.info.id}
