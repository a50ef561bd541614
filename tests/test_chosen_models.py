from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.cli import run
from app.commands.cli_session import open_knowledge_base
from app.settings import read_settings
from retrieval.errors import EmbeddingModelError, VectorIndexError
from retrieval.knowledge_base import KnowledgeBase
from retrieval.ranking.reranker import Reranker
from tests.knowledge_documents import PROSE, invented_document
from tests.tiny_models import tiny_reranker, tiny_transformer

LIGHTHOUSES = invented_document()
HARBOURS = invented_document("碧港县港务局")
QUESTION = "云岭市灯塔局2031年预算政府采购货物支出多少"
CHROMA = Path(sys.executable).with_name("chroma")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MINGZHANG_HOME", str(tmp_path / "home"))
    with KnowledgeBase.open(tmp_path / "home") as knowledge_base:
        knowledge_base.add(LIGHTHOUSES, b"")
    return tmp_path / "home"


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    texts = [*PROSE.values(), QUESTION]
    return {
        "MINGZHANG_EMBEDDING": tiny_transformer(tmp_path_factory.mktemp("embedding"), texts),
        "MINGZHANG_RERANKER": tiny_reranker(tmp_path_factory.mktemp("reranker"), texts),
    }


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A server of Chroma on a free port of this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [CHROMA, "run", "--path", folder, "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def wait_for(port: int, seconds: float = 30) -> None:
    """Until something listens there."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(port)


def found_by(home: Path) -> set[tuple[str, ...]]:
    with open_knowledge_base(read_settings(home=home)) as knowledge_base:
        return {one.found_by for one in knowledge_base.search(QUESTION)}


def test_the_chosen_model_embeds_and_is_never_mixed_with_another(
    home: Path, models: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINGZHANG_EMBEDDING", models["MINGZHANG_EMBEDDING"])
    assert found_by(home) == {("keyword",)}  # the vectors there are another model's
    assert run(["rebuild"]) == 0
    assert any("vector" in names for names in found_by(home))
    with open_knowledge_base(read_settings(home=home)) as knowledge_base:
        _, matrix = knowledge_base._indexes.vectors.vectors(LIGHTHOUSES.info.id, len(LIGHTHOUSES.chunks))
        assert matrix.shape == (len(LIGHTHOUSES.chunks), 32)
    monkeypatch.delenv("MINGZHANG_EMBEDDING")
    with open_knowledge_base(read_settings(home=home)) as knowledge_base:
        assert "另一个模型" in knowledge_base.check()[0]
        assert knowledge_base._indexes.vectors.count() == 0


def test_the_instruction_goes_before_questions(home: Path, models: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINGZHANG_EMBEDDING", models["MINGZHANG_EMBEDDING"])
    with open_knowledge_base(read_settings(home=home)) as plain:
        before = plain._services[0]
    monkeypatch.setenv("MINGZHANG_EMBEDDING_INSTRUCTION", "负责：")
    with open_knowledge_base(read_settings(home=home)) as instructed:
        after = instructed._services[0]
    assert before is not None
    assert after is not None
    assert after.name == before.name
    assert abs(after.embed_questions([QUESTION]) - before.embed_questions([QUESTION])).max() > 1e-4


def test_the_reranker_gives_the_order(home: Path, models: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINGZHANG_RERANKER", models["MINGZHANG_RERANKER"])
    with open_knowledge_base(read_settings(home=home)) as knowledge_base:
        found = knowledge_base.search(QUESTION, k=3)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(one.found_by[-1] == "reranker" for one in found)
    expected = Reranker(models["MINGZHANG_RERANKER"]).rerank(QUESTION, found)
    assert [one.chunk.id for one in expected] == [one.chunk.id for one in found]


@pytest.mark.parametrize("variable", ["MINGZHANG_EMBEDDING", "MINGZHANG_RERANKER"])
def test_a_model_that_is_not_there_is_told_at_once_with_its_remedy(
    variable: str, home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(variable, "nobody/no-such-model")
    with pytest.raises(EmbeddingModelError):
        open_knowledge_base(read_settings(home=home))
    assert run(["ask", QUESTION]) == 1
    assert "请检查模型的名称或路径" in capfd.readouterr().err


def test_a_server_of_chroma_holds_the_vectors_of_two_programs(home: Path, tmp_path: Path) -> None:
    with served(tmp_path / "server") as url:
        first, second = (KnowledgeBase.open(home, chroma_url=url) for _ in range(2))
        first.rebuild()
        assert first.search(QUESTION)[0].found_by == ("keyword", "vector") == second.search(QUESTION)[0].found_by
        first.add(HARBOURS, b"")
        assert second.check() == () == first.check()
    with pytest.raises(VectorIndexError, match="MINGZHANG_CHROMA_URL"):
        KnowledgeBase.open(home, chroma_url=url).rebuild()
