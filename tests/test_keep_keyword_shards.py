"""The keyword index of a whole knowledge base is made once, in shards, and kept in its folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from knowledge_documents import invented_document

from retrieval.knowledge_base import KnowledgeBase
from retrieval.ranking.character_grams import character_grams
from retrieval.ranking.keep_keyword_shards import (
    DOCUMENTS_A_SHARD,
    KEYWORDS,
    Extent,
    drop_keyword_shard,
    keep_keyword_shards,
    passage_keys,
)
from retrieval.ranking.keyword_index import KeywordIndex
from retrieval.ranking.keyword_shards import KeywordShards
from retrieval.store import passage_search
from retrieval.store.knowledge_writer import AddOutcome

TEXTS = {"a": ("公务接待费：接待来访的灯塔专家", "2010301 行政运行"), "b": ("公务用车运行维护费",)}
MANY = {f"d{number}": (f"渡口{number}号的灯塔", "公务用车" * (number % 3)) for number in range(200)}


class Maker:
    """Makes an index of documents and remembers of which."""

    def __init__(self, texts: Mapping[str, Sequence[str]] = TEXTS) -> None:
        self.texts = texts
        self.made: list[tuple[str, ...]] = []

    def __call__(self, documents: Sequence[Extent]) -> KeywordIndex:
        self.made.append(tuple(name for name, _ in documents))
        return KeywordIndex(passage_keys(documents), [character_grams(text) for name, _ in documents for text in self.texts[name]])

    def keep(self, folder: Path) -> KeywordShards:
        """The index of all its documents, kept in the folder."""
        return keep_keyword_shards(folder / KEYWORDS, [(name, len(texts)) for name, texts in sorted(self.texts.items())], self)


def test_the_kept_index_answers_as_the_one_that_was_made(tmp_path: Path) -> None:
    make = Maker()
    made, kept = (make.keep(tmp_path) for _ in range(2))
    assert make.made == [("a", "b")]
    for question in ("接待费多少", "公务", "2010301", "没有的词"):
        assert kept.search(question, 2) == made.search(question, 2)
        assert kept.search(question, 2, frozenset("b")) == made.search(question, 2, frozenset("b"))
    assert kept.holds("公务接待")
    assert not kept.holds("接待费用")


def test_many_documents_are_kept_in_shards_and_one_more_costs_few_of_them(tmp_path: Path) -> None:
    Maker(MANY).keep(tmp_path)
    shards = len(list((tmp_path / KEYWORDS).iterdir()))
    assert shards == -(-len(MANY) // DOCUMENTS_A_SHARD)
    more = Maker(MANY | {"new": ("渡口的新灯塔",)})
    assert more.keep(tmp_path).search("新灯塔", 1) == (("new", 0),)
    assert len(more.made) == 1
    assert "new" in more.made[0]
    assert len(list((tmp_path / KEYWORDS).iterdir())) == shards
    assert [one.name for one in tmp_path.iterdir()] == [KEYWORDS]


def test_a_shard_more_is_filled_from_a_single_other(tmp_path: Path) -> None:
    texts = {f"d{number}": ("灯塔",) for number in range(3 * DOCUMENTS_A_SHARD)}
    Maker(texts).keep(tmp_path)
    more = Maker(texts | {"new": ("渡口",)})
    more.keep(tmp_path)
    assert 2 <= len(more.made) <= 3
    assert len(list((tmp_path / KEYWORDS).iterdir())) == 4


def test_a_written_document_is_forgotten_with_its_shard_alone(tmp_path: Path) -> None:
    Maker(MANY).keep(tmp_path)
    drop_keyword_shard(tmp_path / KEYWORDS, "d7")
    again = Maker(MANY | {"d7": ("海鸥",)})
    assert again.keep(tmp_path).search("海鸥", 3) == (("d7", 0),)
    assert len(again.made) == 1
    drop_keyword_shard(tmp_path / "none", "d7")


@pytest.mark.parametrize("name", ["vocab.index.json", "params.index.json", "data.csc.index.npy"])
def test_a_damaged_one_is_made_again(tmp_path: Path, name: str) -> None:
    make = Maker()
    make.keep(tmp_path)
    next((tmp_path / KEYWORDS).glob(f"*/{name}")).write_bytes(b"\x93NUM")
    again = make.keep(tmp_path)
    assert len(make.made) == 2
    assert again.search("2010301", 1) == (("a", 1),)
    make.keep(tmp_path)
    assert len(make.made) == 2


def test_a_folder_that_cannot_be_written_is_searched_all_the_same(tmp_path: Path) -> None:
    (tmp_path / KEYWORDS).write_text("a file in the place of the folder")
    assert Maker().keep(tmp_path).search("2010301", 1) == (("a", 1),)


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
