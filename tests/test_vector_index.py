from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from retrieval.errors import VectorIndexError
from retrieval.ranking.embedder import Vectors
from retrieval.ranking.vector_index import VectorIndex


def vectors(count: int, seed: int = 1) -> Vectors:
    rows = np.random.default_rng(seed).normal(size=(count, 16)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[VectorIndex]:
    opened = VectorIndex(tmp_path / "vectors", "model/甲")
    yield opened
    opened.close()


def test_reading_creates_nothing(tmp_path: Path, index: VectorIndex) -> None:
    assert index.count() == 0
    assert index.nearest(vectors(1)[0], 5) == ()
    assert index.vectors("a", 3)[0] == ()
    assert not (tmp_path / "vectors").exists()


def test_vectors_come_back_with_their_positions(index: VectorIndex) -> None:
    stored = vectors(1100)
    index.upsert("doc:with-colon", stored)
    positions, found = index.vectors("doc:with-colon", 1100)
    assert np.allclose(found, stored[list(positions)], atol=1e-6)
    assert sorted(positions) == list(range(1100))


def test_every_vector_is_nearest_to_itself(index: VectorIndex) -> None:
    stored = vectors(300)
    index.upsert("a", stored[:150])
    index.upsert("b", stored[150:])
    expected = [("a", place) if place < 150 else ("b", place - 150) for place in range(300)]
    assert [index.nearest(vector, 1)[0] for vector in stored] == expected


def test_storing_again_changes_nothing_and_deleting_leaves_others(index: VectorIndex) -> None:
    for _ in range(2):
        index.upsert("a", vectors(5))
    index.upsert("b", vectors(7, seed=2))
    index.delete("a", 5)
    assert index.count() == 7
    assert {document for document, _ in index.nearest(vectors(1)[0], 20)} == {"b"}


def test_models_never_share_vectors(tmp_path: Path, index: VectorIndex) -> None:
    index.upsert("a", vectors(3))
    other = VectorIndex(tmp_path / "vectors", "model/乙")
    assert other.count() == 0
    assert other.other_models() == ("model/甲",)
    other.upsert("a", vectors(2)[:, :8])
    other.drop_other_models()
    assert (other.count(), other.other_models()) == (2, ())
    other.close()


def test_reader_survives_that_all_is_made_again(tmp_path: Path, index: VectorIndex) -> None:
    reader = VectorIndex(tmp_path / "vectors", "model/甲")
    index.upsert("a", vectors(3))
    assert reader.count() == 3
    index.clear()
    index.upsert("a", vectors(2))
    assert reader.count() == 2
    assert len(reader.nearest(vectors(1)[0], 5)) == 2
    reader.close()


def test_unreadable_folder_is_told_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / "vectors").mkdir()
    (tmp_path / "vectors" / "chroma.sqlite3").write_bytes(b"no database" * 1000)
    with pytest.raises(VectorIndexError, match="mingzhang rebuild"):
        VectorIndex(tmp_path / "vectors", "model").count()
