"""The real documents beside the repository, asked and extracted, judged by the rules that come with them."""

from __future__ import annotations

import importlib.util
import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from app.assistant import Assistant
from app.exports.export_figures import figure_records
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

LEAST_RIGHT = 0.97
LEAST_CITED = 0.99
MOST_WRONG_FIGURES = 1
LEAST_FIGURES = 0.995


@dataclass(frozen=True)
class Library:
    """The real documents in a knowledge base, with what is known of them."""

    folder: Path
    knowledge_base: KnowledgeBase
    assistant: Assistant
    score: ModuleType


@pytest.fixture(scope="module")
def library(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    home = tmp_path_factory.mktemp("known-answers")
    with KnowledgeBase.open(home) as knowledge_base:
        summary = ingest_paths(knowledge_base, sorted((shared / "documents").glob("*.txt")), lambda *_: None)
        assert not summary.has_failures
        yield Library(shared / "eval", knowledge_base, Assistant(knowledge_base, Settings(home=home)), load_score(shared))


def load_score(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


@pytest.fixture(scope="module")
def verdicts(library: Library) -> dict[str, dict[str, Any]]:
    questions = [question for file in sorted((library.folder / "questions").glob("*.jsonl")) for question in read_lines(file)]
    asked = {one["id"]: library.assistant.ask(one["question"], one.get("history") or ()) for one in questions}
    return {one["id"]: library.score.judge(one, asked[one["id"]].to_json()) for one in questions}


def test_nearly_all_known_questions_are_answered_right(verdicts: dict[str, dict[str, Any]]) -> None:
    wrong = [name for name, verdict in verdicts.items() if not verdict["right"]]
    assert len(verdicts) >= 200
    assert 1 - len(wrong) / len(verdicts) >= LEAST_RIGHT, wrong


def test_hardly_any_answer_states_a_wrong_figure(verdicts: dict[str, dict[str, Any]]) -> None:
    wrong = [name for name, verdict in verdicts.items() if verdict["wrong_figure"]]
    assert len(wrong) <= MOST_WRONG_FIGURES, wrong


def test_answers_cite_their_source(verdicts: dict[str, dict[str, Any]]) -> None:
    judged = {name: verdict["cited"] for name, verdict in verdicts.items() if verdict["cited"] is not None}
    uncited = [name for name, cited in judged.items() if not cited]
    assert len(judged) >= 100
    assert 1 - len(uncited) / len(judged) >= LEAST_CITED, uncited


def test_figures_are_extracted_whole_and_without_invention(library: Library, tmp_path: Path) -> None:
    records = [record for info in library.knowledge_base.documents() for record in figure_records(library.knowledge_base.document(info.id))]
    given = tmp_path / "figures.jsonl"
    given.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), "utf-8")
    scores = [
        library.score.score_figures(Namespace(known=str(known), given=str(given), json=True, failures=0))
        for known in sorted((library.folder / "figures").glob("*.jsonl"))
    ]
    found, facts = sum(score["found"] for score in scores), sum(score["facts"] for score in scores)
    assert facts >= 3000
    assert found / facts >= LEAST_FIGURES
    assert sum(score["judged"] * score["precision"] for score in scores) / sum(score["judged"] for score in scores) >= LEAST_FIGURES
