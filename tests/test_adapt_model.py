from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli import run
from retrieval.knowledge_base import KnowledgeBase
from retrieval.ranking.embedder import ADAPTED_MODEL, adapted_model, load_embedder
from retrieval.ranking.invent_pairs import PHRASES
from retrieval.ranking.pair_passages import pair_passages
from retrieval.store.adapt_model import adapt_model
from tests.knowledge_documents import invented_document

LIGHTHOUSES = invented_document()
HARBOURS = invented_document("碧港县港务局")
QUESTION = "云岭市灯塔局灯塔开放日"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with KnowledgeBase.open(tmp_path / "home") as knowledge_base:
        for document in (LIGHTHOUSES, HARBOURS):
            knowledge_base.add(document, b"")
    return tmp_path / "home"


@pytest.fixture
def knowledge_base(home: Path) -> Iterator[KnowledgeBase]:
    with KnowledgeBase.open(home) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _little_training(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retrieval.store.adapt_model.INVENTED_DOCUMENTS", 4)


def test_pairs_ask_for_labels_terms_headings_and_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retrieval.ranking.pair_passages.QUESTIONS_OF_A_PASSAGE", 1000)
    pairs = pair_passages([LIGHTHOUSES], 10_000, seed=1)
    assert pairs == pair_passages([LIGHTHOUSES], 10_000, seed=1)
    passages = {pair.passage for pair in pairs}
    assert passages == {chunk.text for chunk in LIGHTHOUSES.chunks}
    asked = " ".join(pair.question for pair in pairs)
    spoken = PHRASES["items"]["three"]["公务接待费"]
    assert all(word in asked for word in ("基本工资", "行政运行", "主要职能"))
    assert any(word in asked for word in spoken)
    assert len(pair_passages([LIGHTHOUSES, HARBOURS], 7, seed=1)) == 7


def test_an_adapted_model_knows_words_that_only_the_documents_have(tmp_path: Path) -> None:
    adapt_model([LIGHTHOUSES, HARBOURS], tmp_path / "model")
    adapted, own = load_embedder(str(tmp_path / "model")), load_embedder()
    right, wrong = adapted.embed_passages([LIGHTHOUSES.chunks[0].text, LIGHTHOUSES.chunks[1].text])
    question = adapted.embed_questions(["灯塔开放日"])[0]
    assert question @ right > question @ wrong
    assert adapted.name != own.name
    assert adapted.embed_questions(["灯塔"]).any()


def test_an_adapted_model_is_kept_in_the_folder_and_used_from_then_on(home: Path, knowledge_base: KnowledgeBase) -> None:
    with KnowledgeBase.open(home) as reader:
        reader.search(QUESTION)
        steps: list[tuple[int, int]] = []
        knowledge_base.adapt(lambda done, total: steps.append((done, total)))
        assert steps == [(1, 2), (2, 2)]
        for one in (knowledge_base, reader):  # the reader was open before
            assert one.check() == ()
            assert one._indexes.vectors.count() == len(LIGHTHOUSES.chunks) + len(HARBOURS.chunks)
            assert one._indexes.vectors._model.startswith(ADAPTED_MODEL)
            assert one.search(QUESTION)[0].found_by == ("keyword", "vector")
    with KnowledgeBase.open(home) as later:
        assert later.check() == ()
        assert later._indexes.vectors._model.startswith(ADAPTED_MODEL)
    assert [path.name for path in home.iterdir() if path.name.startswith("adapting")] == []


def test_without_its_folder_the_model_of_the_program_is_used_again(home: Path, knowledge_base: KnowledgeBase) -> None:
    knowledge_base.adapt()
    folder = adapted_model(home)
    assert folder is not None
    folder.rename(home.parent / "away")
    assert "另一个模型" in knowledge_base.check()[0]
    knowledge_base.rebuild()
    assert knowledge_base.check() == ()


def test_a_training_that_fails_leaves_everything_as_it_was(
    home: Path, knowledge_base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    def power_cut(*_: object) -> None:
        raise OSError("power cut")

    monkeypatch.setattr("retrieval.store.adapt_model.save_model", power_cut)
    with pytest.raises(OSError, match="power cut"):
        knowledge_base.adapt()
    assert adapted_model(home) is None
    assert knowledge_base.check() == ()


def test_the_command_trains_and_tells(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--home", str(home), "adapt"]) == 0
    assert "adapted_model" in capfd.readouterr().out
    assert adapted_model(home) is not None
    assert run(["--home", str(home), "doctor"]) == 0


def test_the_command_refuses_where_there_is_nothing_to_train(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["--home", str(tmp_path / "empty"), "adapt"]) == 1
    assert "mingzhang ingest" in capfd.readouterr().err
    monkeypatch.setenv("MINGZHANG_EMBEDDING", "/models/another")
    assert run(["--home", str(home), "adapt"]) == 1
    assert "/models/another" in capfd.readouterr().err


def test_searching_with_an_adapted_model_needs_no_torch(home: Path, knowledge_base: KnowledgeBase) -> None:
    knowledge_base.adapt()
    program = (
        "import sys; from pathlib import Path; from retrieval.knowledge_base import KnowledgeBase;"
        f"KnowledgeBase.open(Path({str(home)!r})).search('灯塔'); print('torch' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parent.parent, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
