from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from retrieval.errors import EmbeddingModelError
from retrieval.ranking.character_grams import character_grams
from retrieval.ranking.embedder import OWN_MODEL, Embedder, StaticEmbedder, TransformerEmbedder, load_embedder
from tests.tiny_models import tiny_transformer

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ("公务接待费是多少", "云岭市灯塔局2031年部门预算 > 机构设置\n内设3个科室", "“三公”经费 12.50 万元", "龘", "")


@pytest.fixture(scope="module")
def embedders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Embedder]:
    return {"own": load_embedder(), "transformer": load_embedder(tiny_transformer(tmp_path_factory.mktemp("tiny"), TEXTS))}


@pytest.mark.parametrize("make", ["own", "transformer"])
def test_vectors_are_float32_of_length_one(embedders: dict[str, Embedder], make: str) -> None:
    embedder = embedders[make]
    for embed in (embedder.embed_questions, embedder.embed_passages):
        vectors = embed(TEXTS[:3])
        assert vectors.shape == (3, embedder.dimension)
        assert vectors.dtype == np.float32
        assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
        assert embed([]).shape == (0, embedder.dimension)


@pytest.mark.parametrize("make", ["own", "transformer"])
def test_a_text_has_one_vector_whatever_stands_beside_it(embedders: dict[str, Embedder], make: str) -> None:
    together = embedders[make].embed_passages(TEXTS[:3])
    alone = [embedders[make].embed_passages([text])[0] for text in TEXTS[:3]]
    assert np.allclose(together, alone, atol=1e-5)


def test_own_model_is_a_sentence_transformers_model() -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(OWN_MODEL), device="cpu", local_files_only=True).float()
    theirs = model.encode([" ".join(character_grams(text)) for text in TEXTS])
    assert np.allclose(theirs, load_embedder().embed_passages(TEXTS), atol=1e-5)


def test_own_model_is_small() -> None:
    assert sum(file.stat().st_size for file in OWN_MODEL.rglob("*") if file.is_file()) < 5_000_000


def test_own_model_needs_no_torch() -> None:
    program = (
        "import sys; from retrieval.ranking.embedder import load_embedder; load_embedder().embed_questions(['公车']);"
        "print([name for name in ('torch', 'sentence_transformers', 'transformers', 'tokenizers') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("请客吃饭花了多少", "公务接待费支出情况", "政府采购支出情况"),
        ("公车开销", "公务用车运行维护费", "办公设备购置"),
        ("发工资的钱", "工资福利支出", "项目支出绩效目标"),
        ("这个单位是干什么的", "部门主要职能 负责拟订规划并组织实施", "机关运行经费支出情况说明"),
        ("出差花了多少", "差旅费", "会议费"),
    ],
)
def test_everyday_words_are_near_the_official_ones(question: str, right: str, wrong: str) -> None:
    embedder = load_embedder()
    asked = embedder.embed_questions([question])[0]
    near, far = embedder.embed_passages([right, wrong])
    assert asked @ near > asked @ far


def test_text_of_unknown_characters_has_a_zero_vector() -> None:
    assert not load_embedder().embed_questions(["", "🙂", "龘"]).any()


@pytest.mark.parametrize("model", ["/no/such/folder", "nobody/no-such-model", "不存在的模型"])
def test_missing_model_fails_at_once_with_its_remedy(model: str) -> None:
    with pytest.raises(EmbeddingModelError, match="请检查模型的名称或路径"):
        load_embedder(model)


def spoil(name: str, content: str) -> Callable[[Path], Any]:
    return lambda folder: (folder / name).write_text(content, "utf-8")


@pytest.mark.parametrize("damage", [spoil("character_grams.json", "{}"), spoil("config.json", "not json")])
def test_damaged_model_is_told(tmp_path: Path, damage: Callable[[Path], Any]) -> None:
    damage(tmp_path)
    with pytest.raises(EmbeddingModelError, match=str(tmp_path.name)):
        load_embedder(str(tmp_path)).embed_questions(["公车"])


def test_changed_weights_have_another_name(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "config.json").write_text("{}")
    before = TransformerEmbedder(str(folder)).name
    (folder / "config.json").write_text("{ }")
    assert TransformerEmbedder(str(folder)).name != before
    assert TransformerEmbedder(str(folder), question_instruction="查询：").name == TransformerEmbedder(str(folder)).name


def test_question_instruction_changes_questions_only(embedders: dict[str, Embedder]) -> None:
    plain = embedders["transformer"]
    assert isinstance(plain, TransformerEmbedder)
    instructed = TransformerEmbedder(plain.name.partition("@")[0], question_instruction="公务：")
    assert not np.allclose(instructed.embed_questions(TEXTS[:1]), plain.embed_questions(TEXTS[:1]))
    assert np.allclose(instructed.embed_passages(TEXTS[:1]), plain.embed_passages(TEXTS[:1]))


def test_hub_is_not_asked(embedders: dict[str, Embedder]) -> None:
    assert isinstance(load_embedder(), StaticEmbedder)
    assert embedders["transformer"].dimension == 32
    assert os.environ["HF_HUB_OFFLINE"] == "1"
