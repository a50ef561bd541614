"""Two runs question by question and measure by measure: what was gained, what was lost, and what must not pass."""

from __future__ import annotations

from dataclasses import dataclass

from eval.compare_best import compare_best
from eval.compare_scores import (
    Change,
    Fall,
    Gap,
    broken_of,
    changes_of,
    falls_of,
    gaps_of,
    lost_among_common,
    lost_one_by_one,
    moved,
    thinned_of,
    vanished_of,
)
from eval.measure_words import words_of
from eval.run import PRODUCT, Run

NOTHING = f"上次的结果里没有{PRODUCT}的题目和指标，比不出好坏"
LOSSES = (vanished_of, thinned_of, lost_among_common, lost_one_by_one)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changed questions, fallen measures and data sets not asked again, of the product.

    In words: `losses` are measures that are gone or count too little and right answers lost among the questions of both runs, `drifts`
    what is worse than the best of all runs before though each was no worse than the last, `errors` all questions that broke the program.
    """

    changes: tuple[Change, ...]
    falls: tuple[Fall, ...]
    gaps: tuple[Gap, ...] = ()
    is_empty: bool = False
    losses: tuple[str, ...] = ()
    drifts: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()

    @property
    def complaints(self) -> tuple[str, ...]:
        """Why the later run must not pass, in Chinese; empty where it may."""
        fatal = [f"{one.dataset} {one.now.id} 由答对变成答错数字：{one.now.question}" for one in self.changes if one.is_fatal]
        fallen = [f"{one.dataset}“{words_of(one.now.key).name}”{moved(one)}，超出了区间" for one in self.falls]
        gaps = [f"{one.dataset} 上次问了 {one.asked_before} 题，这次只原样再问了 {one.asked_again} 题，比不出好坏" for one in self.gaps]
        return (*self.errors, *fatal, *fallen, *self.losses, *gaps, *self.drifts, *([NOTHING] if self.is_empty else []))


def compare_runs(before: Run, now: Run) -> Comparison:
    """The product's scores of the data sets that both runs have."""
    pairs = [(old, new) for new in now.scores if new.system == PRODUCT and (old := before.of(new.system, new.dataset))]
    changes = tuple(change for old, new in pairs for change in changes_of(old, new))
    falls = tuple(fall for old, new in pairs for fall in falls_of(old, new))
    told = {(one.dataset, one.now.key) for one in falls} | {(one.dataset, one.now.id) for one in changes if one.is_fatal}
    return Comparison(
        changes,
        falls,
        tuple(gap for old in before.scores if old.system == PRODUCT for gap in gaps_of(old, now)),
        not any(old.system == PRODUCT and old.results and old.measures for old in before.scores),
        tuple(loss for old, new in pairs for find in LOSSES for loss in find(old, new)),
        compare_best(before, now, told),
        tuple(error for new in now.scores if new.system == PRODUCT for error in broken_of(new)),
    )
