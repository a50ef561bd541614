"""The gate on what is kept: the small invented library against the last reviewed run, the real documents against fixed bounds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eval.compare_runs import compare_runs
from eval.evaluate import Extent, evaluate
from eval.libraries import invented_library, real_library
from eval.run import Run, Scores
from eval.run_file import read_run, write_run

KEPT = Path(__file__).parent / "expected" / "eval_small.json"
SEED = 32  # one of its two departments prints 元, the other 万元
QUESTIONS_ALONE = Extent(with_transforms=False, with_baselines=False)
LEAST = {
    "right": 0.97,
    "citation_recall/document": 0.98,
    "citation_precision/document": 0.98,
    "refusal_recall": 0.95,
    "figure_recall": 0.995,
}
MOST = {"wrong_figure": 1 / 210, "ungrounded": 0.01}


def judged_alone(scores: Scores) -> Scores:
    """The scores without what changes from run to run or needs no keeping: texts, times, retrieval's many digits."""
    results = tuple(
        replace(one, text="", elapsed_ms=0.0, reasons=(), strays=(), citations=None, wanted="", documents=()) for one in scores.results
    )
    measures = tuple(one for one in scores.measures if not one.key.startswith("latency"))
    return replace(scores, results=results, measures=measures)


def test_the_small_invented_library_is_answered_no_worse_than_in_the_last_reviewed_run(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    library = invented_library(tmp_path / "documents", SEED, "small")
    run = Run(tuple(map(judged_alone, evaluate(library, tmp_path / "home", QUESTIONS_ALONE))), {"种子": str(SEED)})
    if pytestconfig.getoption("--rewrite"):
        write_run(run, KEPT)
        pytest.skip("the kept run was rewritten: look at the difference")
    kept = read_run(KEPT)
    same = {(one.id, one.question) for one in kept.scores[0].results} & {(one.id, one.question) for one in run.scores[0].results}
    assert len(same) >= len(run.scores[0].results) * 0.9, "the questions are others: run with --rewrite and review"
    assert compare_runs(kept, run).complaints == ()


def test_the_real_documents_are_answered_within_bounds(shared: Path, tmp_path: Path) -> None:
    library = real_library(shared)
    assert library is not None
    (scores,) = evaluate(library, tmp_path, QUESTIONS_ALONE)
    measures = {measure.key: measure.value for measure in scores.measures}
    assert scores.missing == ()
    assert {key: measures[key] for key, least in LEAST.items() if measures[key] < least} == {}
    assert {key: measures[key] for key, most in MOST.items() if measures[key] > most} == {}
