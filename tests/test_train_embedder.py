from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.ranking.embedder import Embedder, load_embedder
from retrieval.ranking.invent_pairs import invent_pairs
from retrieval.train_embedder import build_vocabulary, save_model, train_embedder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return train(tmp_path_factory.mktemp("trained") / "model")


def train(folder: Path) -> Path:
    pairs = invent_pairs(documents=12, seed=3)
    vocabulary = build_vocabulary([text for pair in pairs for text in (pair.question, pair.passage)])
    save_model(train_embedder(pairs, vocabulary, epochs=2, seed=3), vocabulary, folder)
    return folder


def first_of_twenty(embedder: Embedder) -> float:
    pairs = list({pair.passage: pair for pair in invent_pairs(documents=4, seed=99)}.values())
    questions = embedder.embed_questions([pair.question for pair in pairs])
    passages = embedder.embed_passages([pair.passage for pair in pairs])
    hits = 0
    for number, question in enumerate(questions):
        rivals = [other for other in range(len(pairs)) if pairs[other].document == pairs[number].document]
        hits += max(rivals, key=lambda other: float(question @ passages[other])) == number
    return hits / len(pairs)


def test_same_seed_gives_the_same_weights(folder: Path, tmp_path: Path) -> None:
    assert load_embedder(str(train(tmp_path / "model"))).name == load_embedder(str(folder)).name


def test_trained_model_is_loaded_the_fast_way(folder: Path) -> None:
    assert load_embedder(str(folder)).dimension == 256


def test_shipped_model_knows_pairs_it_was_not_trained_on() -> None:
    assert first_of_twenty(load_embedder()) > 0.7


def test_pairs_are_the_same_for_one_seed_and_fill_every_slot() -> None:
    pairs = invent_pairs(documents=5, seed=1)
    assert pairs == invent_pairs(documents=5, seed=1)
    assert not [pair for pair in pairs if "{" in pair.passage + pair.question]


def test_vocabulary_has_no_numbers_but_common_characters() -> None:
    vocabulary = build_vocabulary(["公务接待费3.20万元 2010301"])
    assert not [gram for gram in vocabulary.numbers if gram[0].isdigit()]
    assert {"公务", "接", "灯"} <= vocabulary.numbers.keys()
    assert len(vocabulary.numbers) == len(vocabulary.weights)
