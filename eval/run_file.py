"""A run as a file of JSON, for machines and for comparing later runs with."""

from __future__ import annotations

import json
from dataclasses import asdict
from math import isfinite
from pathlib import Path
from typing import Any

from eval.gold import GoldError
from eval.run import CitationCount, Measure, Result, Run, Scores

FORMAT = 1


def write_run(run: Run, path: Path) -> None:
    """Write a run; what breaks off leaves the file that was there before as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    part.write_text(json.dumps({"format": FORMAT, **asdict(run)}, ensure_ascii=False, indent=1), "utf-8")
    part.replace(path)


def read_run(path: Path) -> Run:
    """A run that `write_run` wrote; a `GoldError` says in Chinese why a file is none."""
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["format"] != FORMAT:
            raise GoldError(f"“{path}”是另一版本的评测结果，请重新评测一次再比较。")
        scores, best = (tuple(map(to_scores, listed)) for listed in (data["scores"], data.get("best", [])))
        return checked(Run(scores, data["settings"], best))
    except OSError as error:
        raise GoldError(f"打不开评测结果“{path}”。") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        if isinstance(error, GoldError):
            raise
        raise GoldError(f"“{path}”不是评测结果。") from error


def checked(run: Run) -> Run:
    """The run, if it holds what a run must: truths and finite numbers where they belong; else a `ValueError`."""
    if not isinstance(run.settings, dict):
        raise TypeError("settings")
    for scores in (*run.scores, *run.best):
        truths = [truth for one in scores.results for truth in (one.is_right, one.is_wrong_figure)]
        numbers = [number for one in scores.measures for number in (one.value, one.low, one.high, one.count)]
        numbers += [one.elapsed_ms for one in scores.results]
        texts = [text for one in scores.results for text in (one.id, one.question, one.status, one.text)]
        if not all(isinstance(text, str) for text in texts):
            raise TypeError(scores.name)
        if not all(isinstance(truth, bool) for truth in truths) or not all(isfinite(number) for number in numbers):
            raise ValueError(scores.name)
    return run


def to_scores(data: dict[str, Any]) -> Scores:
    """One system's scores."""
    results = tuple(to_result(one) for one in data["results"])
    measures = tuple(Measure(**one) for one in data["measures"])
    documents = (tuple(data.get(name, ())) for name in ("loaded", "missing", "unasked"))
    return Scores(data["system"], data["dataset"], results, measures, *documents)


def to_result(data: dict[str, Any]) -> Result:
    """One question's result, its lists as tuples again."""
    counts = data["citations"]
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in (counts or {}).items()}
    citations = CitationCount(**fields) if counts else None
    lists = {name: tuple(data[name]) for name in ("reasons", "documents", "strays", "history")}
    return Result(**{**data, **lists, "citations": citations})
