"""A run against the best of all runs before it: many small falls, each within its interval, are one great one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from eval.compare_scores import UNGATED, asked, changes_of, falls_of, gaps_of
from eval.measure_words import words_of
from eval.run import PRODUCT, Measure, Result, Run, Scores

Told = Collection[tuple[str, str]]


def compare_best(before: Run, now: Run, told: Told) -> tuple[str, ...]:
    """Why a run must not pass beside the best that the earlier one keeps, in Chinese; what is told already is left out."""
    return tuple(drift for best in before.best for drift in drifts_of(best, now, told))


def drifts_of(best: Scores, now: Run, told: Told) -> Iterator[str]:
    """Wrong figures where the answer was right once, measures below the best one's interval, questions dropped little by little."""
    new = now.of(best.system, best.dataset)
    if new is None:
        return
    for change in changes_of(best, new):
        if change.is_fatal and (new.dataset, change.now.id) not in told:
            yield f"{new.dataset} {change.now.id} 曾经答对，这次答错数字：{change.now.question}"
    for fall in falls_of(best, new):
        if (new.dataset, fall.now.key) not in told:
            yield f"{new.dataset}“{words_of(fall.now.key).name}”由历次最好的 {fall.before.value:.2%} 变为 {fall.now.value:.2%}，超出了区间"
    for gap in gaps_of(best, now):
        yield f"{new.dataset} 历次共问了 {gap.asked_before} 题，这次只原样再问了 {gap.asked_again} 题，比不出好坏"


def keep_best(before: Run, now: Run) -> Run:
    """The later run with the best of both: what a third one is to be held against besides."""
    earlier = {(one.system, one.dataset): one for one in (before.best or before.scores) if one.system == PRODUCT}
    later = {(one.system, one.dataset): one for one in now.scores if one.system == PRODUCT}
    names = dict.fromkeys((*earlier, *later))
    return replace(now, best=tuple(best_of([scores[name] for scores in (earlier, later) if name in scores]) for name in names))


def best_of(runs: list[Scores]) -> Scores:
    """The best measures, and of every question ever asked the best result, without its text."""
    measures: dict[str, Measure] = {}
    results: dict[tuple[object, ...], Result] = {}
    for scores in runs:
        for measure in scores.measures:
            if measure.key not in UNGATED and measure.count and not is_better(measures.get(measure.key), measure):
                measures[measure.key] = measure
        for result in scores.results:
            if not (old := results.get(asked(result))) or result.is_right or not old.is_right:
                results[asked(result)] = replace(result, text="", reasons=(), strays=(), citations=None)
    return replace(runs[-1], measures=tuple(measures.values()), results=tuple(results.values()))


def is_better(kept: Measure | None, measure: Measure) -> bool:
    """Whether a measure that is kept is better than another."""
    if kept is None:
        return False
    return kept.value > measure.value if measure.is_higher_better else kept.value < measure.value
