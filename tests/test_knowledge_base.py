from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from knowledge_documents import invented_document

from ingest.quantity import Quantity
from retrieval.errors import AmbiguousDocumentError, HomeNotWritableError, UnknownDocumentError, WriterBusyError
from retrieval.knowledge_base import KnowledgeBase
from retrieval.ranking.embedder import StaticEmbedder, Vectors, load_embedder
from retrieval.store.figure_store import FigureStore
from retrieval.store.knowledge_writer import AddOutcome
from retrieval.store.writer_lock import writer_lock

ROOT = Path(__file__).resolve().parent.parent
LIGHTHOUSES = invented_document()
HARBOURS = invented_document(organization="望江县渡口局", kind="决算", path="/in/b.pdf")


class OtherEmbedder:
    """A second model: letters counted, another length."""

    name = "another model/中文"
    dimension = 8

    def embed_questions(self, questions: Sequence[str]) -> Vectors:
        rows = [[1 + sum(ord(character) % 8 == place for character in text) for place in range(8)] for text in questions]
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)

    def embed_passages(self, passages: Sequence[str]) -> Vectors:
        return self.embed_questions(passages)


class BrokenEmbedder(OtherEmbedder):
    def embed_passages(self, passages: Sequence[str]) -> Vectors:
        raise RuntimeError(f"power cut after {len(passages)} passages")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "知识库"


@pytest.fixture
def knowledge_base(home: Path) -> Iterator[KnowledgeBase]:
    with KnowledgeBase.open(home) as opened:
        yield opened


def test_new_base_is_empty_and_sound(knowledge_base: KnowledgeBase) -> None:
    assert knowledge_base.documents() == ()
    assert knowledge_base.search("公务接待费") == ()
    assert knowledge_base.check() == ()


def test_document_comes_back_as_it_was_added(home: Path, knowledge_base: KnowledgeBase) -> None:
    assert knowledge_base.add(LIGHTHOUSES, b"file") is AddOutcome.ADDED
    with KnowledgeBase.open(home) as reopened:
        assert reopened.documents() == (LIGHTHOUSES.info,)
        assert reopened.info(LIGHTHOUSES.info.id) == LIGHTHOUSES.info
        assert reopened.info("missing") is None
        assert reopened.document(LIGHTHOUSES.info.id) == LIGHTHOUSES
        assert reopened.original(LIGHTHOUSES.info.id).read_bytes() == b"file"


def test_same_content_again_changes_nothing(knowledge_base: KnowledgeBase) -> None:
    knowledge_base.add(LIGHTHOUSES, b"")
    assert knowledge_base.add(LIGHTHOUSES, b"") is AddOutcome.UNCHANGED
    assert len(knowledge_base.documents()) == 1


def test_new_content_of_one_path_replaces(knowledge_base: KnowledgeBase) -> None:
    knowledge_base.add(HARBOURS, b"old")
    newer = invented_document(organization="望江县渡口局", kind="决算", path="/in/b.pdf", tables=2)
    assert knowledge_base.add(newer, b"new") is AddOutcome.REPLACED
    assert knowledge_base.documents() == (newer.info,)
    assert {found.document.id for found in knowledge_base.search("公务接待费")} == {newer.info.id}
    assert knowledge_base.check() == ()
    with pytest.raises(UnknownDocumentError):
        knowledge_base.document(HARBOURS.info.id)


def test_another_document_of_the_same_identity_is_kept_beside(knowledge_base: KnowledgeBase) -> None:
    knowledge_base.add(LIGHTHOUSES, b"")
    assert knowledge_base.add(invented_document(path="/elsewhere/c.txt"), b"") is AddOutcome.ADDED_BESIDE
    assert len(knowledge_base.documents()) == 2


def test_a_departments_book_and_that_of_its_own_level_are_not_alike(knowledge_base: KnowledgeBase) -> None:
    knowledge_base.add(LIGHTHOUSES, b"")
    other = invented_document(path="/elsewhere/c.txt")
    own_level = replace(other, info=replace(other.info, scope="单位"))
    assert knowledge_base.add(own_level, b"") is AddOutcome.ADDED


def test_documents_of_unknown_identity_are_not_alike(knowledge_base: KnowledgeBase) -> None:
    nameless = [invented_document(path=path, unknown=("organization",)) for path in ("/a.txt", "/b.txt")]
    assert [knowledge_base.add(document, b"") for document in nameless] == [AddOutcome.ADDED] * 2


def test_removing_one_leaves_the_other_untouched(knowledge_base: KnowledgeBase) -> None:
    for document in (LIGHTHOUSES, HARBOURS):
        knowledge_base.add(document, b"file")
    before = knowledge_base.search("会议费", [HARBOURS.info.id])
    knowledge_base.remove(LIGHTHOUSES.info.id)
    assert knowledge_base.documents() == (HARBOURS.info,)
    assert knowledge_base.document(HARBOURS.info.id) == HARBOURS
    assert knowledge_base.search("会议费", [HARBOURS.info.id]) == before
    assert {found.document.id for found in knowledge_base.search("会议费")} == {HARBOURS.info.id}
    assert not (knowledge_base.home / "originals" / LIGHTHOUSES.info.id).exists()
    assert knowledge_base.check() == ()


def test_corrected_identity_shows_at_once(home: Path, knowledge_base: KnowledgeBase) -> None:
    with KnowledgeBase.open(home) as reader:
        knowledge_base.add(LIGHTHOUSES, b"")
        assert reader.document(LIGHTHOUSES.info.id).info.organization == "云岭市灯塔局"
        corrected = knowledge_base.update_info(LIGHTHOUSES.info.id, organization="云岭市航标局", year=2030, aliases=["航标局"])
        assert reader.documents() == (corrected,)
        assert reader.document(LIGHTHOUSES.info.id).info == corrected
        assert {found.document for found in reader.search("会议费")} == {corrected}
    same = invented_document(organization="云岭市航标局", year=2030, path="/d.txt")
    assert knowledge_base.add(same, b"") is AddOutcome.ADDED_BESIDE


def test_identity_of_the_file_itself_cannot_be_corrected(knowledge_base: KnowledgeBase) -> None:
    knowledge_base.add(LIGHTHOUSES, b"")
    with pytest.raises(ValueError, match="file_name"):
        knowledge_base.update_info(LIGHTHOUSES.info.id, file_name="x.pdf")


@pytest.mark.parametrize("name", [HARBOURS.info.id, "b.pdf", "/in/b.pdf"])
def test_id_name_and_path_name_a_document(knowledge_base: KnowledgeBase, name: str) -> None:
    knowledge_base.add(HARBOURS, b"")
    assert knowledge_base.resolve(name) == HARBOURS.info.id


def test_unknown_name_is_told(knowledge_base: KnowledgeBase) -> None:
    with pytest.raises(UnknownDocumentError, match="没有文件 缺失"):
        knowledge_base.resolve("缺失")


def test_name_of_two_documents_is_refused_with_their_ids(knowledge_base: KnowledgeBase) -> None:
    twins = [invented_document(path=f"/{folder}/同名.pdf") for folder in "甲乙"]
    for twin in twins:
        knowledge_base.add(twin, b"")
    with pytest.raises(AmbiguousDocumentError) as caught:
        knowledge_base.resolve("同名.pdf")
    assert all(twin.info.id in str(caught.value) for twin in twins)


def test_search_finds_by_keyword_and_by_meaning(knowledge_base: KnowledgeBase) -> None:
    knowledge_base.add(LIGHTHOUSES, b"")
    first = knowledge_base.search("政府采购货物支出多少")[0]
    assert first.chunk == LIGHTHOUSES.chunks[2]
    assert first.found_by == ("keyword", "vector")
    assert len(knowledge_base.search("公务接待费", k=3)) == 3


def test_chosen_documents_are_a_hard_bound(knowledge_base: KnowledgeBase) -> None:
    for document in (LIGHTHOUSES, HARBOURS):
        knowledge_base.add(document, b"")
    found = knowledge_base.search("云岭市灯塔局公务接待费", [HARBOURS.info.id])
    assert {passage.document.id for passage in found} == {HARBOURS.info.id}
    assert knowledge_base.search("公务接待费", []) == ()
    assert knowledge_base.search("公务接待费", ["no such document"]) == ()


def test_over_all_documents_the_own_model_counts_for_less(home: Path, knowledge_base: KnowledgeBase) -> None:
    knowledge_base.add(LIGHTHOUSES, b"")
    best = [knowledge_base.search("公务接待费", chosen)[0].score for chosen in ([LIGHTHOUSES.info.id], None)]
    assert best[0] > best[1] > 4 / 61
    with KnowledgeBase.open(home, OtherEmbedder()) as base:
        base.rebuild()
        assert base.search("公务接待费", [LIGHTHOUSES.info.id])[0].score == base.search("公务接待费")[0].score


@pytest.mark.parametrize("question", ["", "  ", "?!…", "🙂"])
def test_question_without_words_finds_nothing(knowledge_base: KnowledgeBase, question: str) -> None:
    knowledge_base.add(LIGHTHOUSES, b"")
    assert knowledge_base.search(question) == ()


def test_more_documents_than_a_few_are_searched_as_a_whole(knowledge_base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retrieval.store.passage_search.FEW_DOCUMENTS", 1)
    documents = [LIGHTHOUSES, HARBOURS, invented_document(year=2029)]
    for document in documents:
        knowledge_base.add(document, b"")
    chosen = [document.info.id for document in documents[:2]]
    found = knowledge_base.search("公务接待费", chosen, k=50)
    assert {passage.document.id for passage in found} == set(chosen)
    assert {name for passage in found for name in passage.found_by} == {"keyword", "vector"}


def test_labels_and_quantities_lead_to_their_documents(knowledge_base: KnowledgeBase) -> None:
    for document in (LIGHTHOUSES, HARBOURS):
        knowledge_base.add(document, b"")
    both = tuple(sorted((LIGHTHOUSES.info.id, HARBOURS.info.id)))
    assert knowledge_base.documents_with_label("其他") == both
    assert knowledge_base.documents_with_label("接待") == ()
    assert knowledge_base.documents_with_quantity(Quantity(Decimal(32000), "元")) == both
    assert knowledge_base.documents_with_quantity(Quantity(Decimal("3.2"), "%")) == ()


def test_open_reader_sees_what_another_adds_and_removes(home: Path, knowledge_base: KnowledgeBase) -> None:
    with KnowledgeBase.open(home) as reader:
        assert reader.search("公务接待费") == ()
        knowledge_base.add(LIGHTHOUSES, b"")
        assert {name for found in reader.search("公务接待费") for name in found.found_by} == {"keyword", "vector"}
        knowledge_base.remove(LIGHTHOUSES.info.id)
        assert reader.documents() == ()


def test_threads_of_one_program_search_while_one_adds(knowledge_base: KnowledgeBase) -> None:
    knowledge_base.add(LIGHTHOUSES, b"")
    with ThreadPoolExecutor(4) as threads:
        searches = [threads.submit(knowledge_base.search, f"公务接待费{number}", [LIGHTHOUSES.info.id]) for number in range(40)]
        added = [knowledge_base.add(invented_document(year=year), b"") for year in (2027, 2028, 2029)]
    assert added == [AddOutcome.ADDED] * 3
    assert {found.result()[0].found_by for found in searches} == {("keyword", "vector")}


def test_second_writer_is_refused_while_readers_go_on(home: Path, knowledge_base: KnowledgeBase) -> None:
    knowledge_base.add(LIGHTHOUSES, b"")
    with writer_lock(home):
        with pytest.raises(WriterBusyError, match="正在写入"):
            knowledge_base.add(HARBOURS, b"")
        assert knowledge_base.search("公务接待费")
    assert knowledge_base.add(HARBOURS, b"") is AddOutcome.ADDED


def test_home_that_is_a_file_is_refused(tmp_path: Path) -> None:
    blocked = tmp_path / "占用"
    blocked.write_text("")
    with pytest.raises(HomeNotWritableError, match="占用"):
        KnowledgeBase.open(blocked)


def test_database_that_cannot_be_opened_is_told(home: Path) -> None:
    (home / "knowledge.sqlite").mkdir(parents=True)
    with pytest.raises(HomeNotWritableError, match="数据库"):
        KnowledgeBase.open(home)


def test_very_long_question_is_searched(knowledge_base: KnowledgeBase) -> None:
    knowledge_base.add(LIGHTHOUSES, b"")
    assert knowledge_base.search("灯塔的公务接待费是多少？" * 1000)


def test_failed_adding_leaves_nothing_behind(home: Path) -> None:
    with KnowledgeBase.open(home, BrokenEmbedder()) as broken:
        with pytest.raises(RuntimeError, match="power cut"):
            broken.add(LIGHTHOUSES, b"")
        assert broken.documents() == ()
        assert broken.check() == ()


def interrupted_adding(store: FigureStore) -> None:
    store.insert(HARBOURS)


def interrupted_removing(store: FigureStore) -> None:
    store.hide(LIGHTHOUSES.info.id)


@pytest.mark.parametrize("interrupt", [interrupted_adding, interrupted_removing])
def test_next_writer_clears_up_after_a_killed_one(home: Path, interrupt: Callable[[FigureStore], None]) -> None:
    with KnowledgeBase.open(home) as first:
        first.add(LIGHTHOUSES, b"")
    store = FigureStore(f"sqlite:///{home / 'knowledge.sqlite'}")
    interrupt(store)
    store.close()
    with KnowledgeBase.open(home) as second:
        assert HARBOURS.info not in second.documents()
        assert "没有写完" in second.check()[0]
        second.add(invented_document(year=2029), b"")
        assert second.check() == ()
        assert HARBOURS.info not in second.documents()  # its file was never kept, so it cannot be finished


def test_killed_adding_is_finished_where_everything_is_there(home: Path) -> None:
    with KnowledgeBase.open(home) as first:
        first.add(LIGHTHOUSES, b"")
    store = FigureStore(f"sqlite:///{home / 'knowledge.sqlite'}")
    store.insert(HARBOURS)
    store.close()
    kept = home / "originals" / HARBOURS.info.id / HARBOURS.info.file_name
    kept.parent.mkdir()
    kept.write_bytes(b"")
    with KnowledgeBase.open(home) as second:
        second.update_info(LIGHTHOUSES.info.id, year=2030)
        assert HARBOURS.info in second.documents()
        assert second.check() == ()


def test_vectors_of_other_passages_are_noticed_though_they_are_as_many(home: Path) -> None:
    with KnowledgeBase.open(home) as knowledge_base:
        knowledge_base.add(LIGHTHOUSES, b"")
        kept = shutil.copytree(home / "vectors", home / "kept")
        knowledge_base.remove(LIGHTHOUSES.info.id)
        knowledge_base.add(invented_document(year=2029), b"")
    shutil.rmtree(home / "vectors")
    kept.rename(home / "vectors")
    with KnowledgeBase.open(home) as knowledge_base:
        assert "不一致" in knowledge_base.check()[0]
        knowledge_base.rebuild()
        assert knowledge_base.check() == ()


def test_changed_model_is_noticed_and_embeds_again(home: Path) -> None:
    with KnowledgeBase.open(home) as before:
        before.add(LIGHTHOUSES, b"")
    with KnowledgeBase.open(home, OtherEmbedder()) as changed:
        assert "另一个模型" in changed.check()[0]
        assert {found.found_by for found in changed.search("公务接待费")} == {("keyword",)}
        steps: list[tuple[int, int]] = []
        changed.rebuild(lambda done, all_of_them: steps.append((done, all_of_them)))
        assert steps == [(1, 1)]
        assert changed.check() == ()
        assert changed.search("公务接待费")[0].found_by == ("keyword", "vector")


def test_adding_under_a_changed_model_embeds_the_others_again(home: Path) -> None:
    with KnowledgeBase.open(home) as before:
        before.add(LIGHTHOUSES, b"")
    with KnowledgeBase.open(home, OtherEmbedder()) as changed:
        changed.add(HARBOURS, b"")
        assert changed.check() == ()


def test_following_a_changed_model_tells_how_far_it_is_and_is_done_once(home: Path) -> None:
    with KnowledgeBase.open(home) as before:
        before.add(LIGHTHOUSES, b"")
        before.add(HARBOURS, b"")
    with KnowledgeBase.open(home, OtherEmbedder()) as changed:
        steps: list[tuple[int, int]] = []
        changed.follow_model(lambda done, all_of_them: steps.append((done, all_of_them)))
        assert steps == [(1, 2), (2, 2)]
        assert changed.check() == ()
        changed.follow_model(lambda done, all_of_them: steps.append((done, all_of_them)))
        assert len(steps) == 2


def test_rebuild_restores_lost_vectors_and_open_readers_follow(home: Path, knowledge_base: KnowledgeBase) -> None:
    knowledge_base.add(LIGHTHOUSES, b"")
    with KnowledgeBase.open(home) as reader:
        expected = reader.search("公务接待费")
        knowledge_base._indexes.vectors.delete(LIGHTHOUSES.info.id, 2)
        assert "应有 5 段" in knowledge_base.check()[0]
        knowledge_base.rebuild()
        assert knowledge_base.check() == ()
        assert reader.search("公务接待费") == expected == knowledge_base.search("公务接待费")


KILL_WHILE_REBUILDING = """
import os, signal, sys
from pathlib import Path
from retrieval.ranking import vector_index
from retrieval.knowledge_base import KnowledgeBase
upsert, done = vector_index.VectorIndex.upsert, []
def kill_at_the_second(*arguments):
    done.append(upsert(*arguments)) if not done else os.kill(os.getpid(), signal.SIGKILL)
vector_index.VectorIndex.upsert = kill_at_the_second
KnowledgeBase.open(Path(sys.argv[1])).rebuild()
"""


def test_a_killed_rebuild_is_noticed_searched_by_keywords_and_mended_by_the_next(home: Path) -> None:
    with KnowledgeBase.open(home) as before:
        for document in (LIGHTHOUSES, HARBOURS):
            before.add(document, b"")
        expected = before.search("公务接待费")
    killed = subprocess.run([sys.executable, "-c", KILL_WHILE_REBUILDING, str(home)], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    with KnowledgeBase.open(home) as after:
        assert "mingzhang rebuild" in after.check()[0]
        assert {one.chunk.id for one in after.search("公务接待费")} >= {one.chunk.id for one in expected[:3]}
        after.rebuild()
        assert after.check() == ()
        assert after.search("公务接待费") == expected


def test_rebuild_mends_an_unreadable_vector_index(home: Path) -> None:
    with KnowledgeBase.open(home, OtherEmbedder()) as first:
        first.add(LIGHTHOUSES, b"")
    for file in (home / "vectors").iterdir():
        shutil.rmtree(file) if file.is_dir() else file.write_bytes(b"damaged " * 4000)
    with KnowledgeBase.open(home, OtherEmbedder()) as damaged:
        assert {found.found_by for found in damaged.search("公务接待费")} == {("keyword",)}
        assert "无法读取" in damaged.check()[0]
        damaged.rebuild()
        assert damaged.check() == ()
        assert damaged.search("公务接待费")[0].found_by == ("keyword", "vector")


def test_lost_original_is_told(knowledge_base: KnowledgeBase) -> None:
    knowledge_base.add(LIGHTHOUSES, b"")
    knowledge_base.original(LIGHTHOUSES.info.id).unlink()
    assert "重新导入" in knowledge_base.check()[0]


def test_own_model_is_the_default(knowledge_base: KnowledgeBase) -> None:
    knowledge_base.add(LIGHTHOUSES, b"")
    assert isinstance(load_embedder(), StaticEmbedder)
    assert knowledge_base._indexes.vectors.count() == len(LIGHTHOUSES.chunks)
