"""Two runs question by question and measure by measure: what was gained, what was lost, and what must not pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eval.measure_words import words_of
from eval.run import PRODUCT, TRANSFORMED, Measure, Result, Run, Scores

# Times depend on the machine and on what else it does: told in the report, no reason to fail.
UNGATED = ("latency_p50", "latency_p95")
# A run that asks fewer of the earlier questions again says little about them, and must not pass for one that does.
NOTHING = f"上次的结果里没有{PRODUCT}的题目和指标，比不出好坏"
LEAST_ASKED_AGAIN = 0.95
RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Change:
    """One question whose judgement is another than before."""

    dataset: str
    before: Result
    now: Result

    @property
    def is_gain(self) -> bool:
        """Whether it was not right and is right now."""
        return self.now.is_right

    @property
    def is_fatal(self) -> bool:
        """Whether a right answer became a wrong figure."""
        return self.before.is_right and self.now.is_wrong_figure


@dataclass(frozen=True, slots=True)
class Fall:
    """A measure that fell out of its interval."""

    dataset: str
    before: Measure
    now: Measure


@dataclass(frozen=True, slots=True)
class Gap:
    """A data set of which the later run asks too few of the earlier questions to be compared."""

    dataset: str
    asked_before: int
    asked_again: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changed questions, fallen measures and data sets not asked again, of the product.

    `losses` are in words: measures that are gone, and right answers lost among the questions of both runs.
    """

    changes: tuple[Change, ...]
    falls: tuple[Fall, ...]
    gaps: tuple[Gap, ...] = ()
    is_empty: bool = False
    losses: tuple[str, ...] = ()

    @property
    def complaints(self) -> tuple[str, ...]:
        """Why the later run must not pass, in Chinese; empty where it may."""
        fatal = [f"{one.dataset} {one.now.id} 由答对变成答错数字：{one.now.question}" for one in self.changes if one.is_fatal]
        fallen = [f"{one.dataset}“{words_of(one.now.key).name}”{moved(one)}，超出了区间" for one in self.falls]
        gaps = [f"{one.dataset} 上次问了 {one.asked_before} 题，这次只原样再问了 {one.asked_again} 题，比不出好坏" for one in self.gaps]
        return (*fatal, *fallen, *self.losses, *gaps, *([NOTHING] if self.is_empty else []))


def moved(fall: Fall) -> str:
    """From what to what a measure moved."""
    return f"由 {fall.before.value:.2%} 变为 {fall.now.value:.2%}"


def compare_runs(before: Run, now: Run) -> Comparison:
    """The product's scores of the data sets that both runs have."""
    pairs = [(old, new) for new in now.scores if new.system == PRODUCT and (old := before.of(new.system, new.dataset))]
    return Comparison(
        tuple(change for old, new in pairs for change in changes_of(old, new)),
        tuple(fall for old, new in pairs for fall in falls_of(old, new)),
        tuple(gap for old in before.scores if old.system == PRODUCT for gap in gaps_of(old, now)),
        not any(old.system == PRODUCT and old.results and old.measures for old in before.scores),
        tuple(loss for old, new in pairs for find in (vanished_of, lost_among_common) for loss in find(old, new)),
    )


def gaps_of(before: Scores, now: Run) -> Iterator[Gap]:
    """The data set as a gap, where too few of its questions are asked again; other wordings may be left out as a whole."""
    again = now.of(before.system, before.dataset)
    if again is None and before.dataset.endswith(TRANSFORMED):
        return
    known = {asked(result) for result in (again.results if again else ())}
    same = sum(asked(result) in known for result in before.results)
    if same < LEAST_ASKED_AGAIN * len(before.results):
        yield Gap(before.dataset, len(before.results), same)


def asked(result: Result) -> tuple[object, ...]:
    """What makes a question the same as before: its words, those before it and what is known to be right."""
    return (result.id, result.question, result.history, result.wanted_status, result.wanted)


def changes_of(before: Scores, now: Scores) -> Iterator[Change]:
    """The questions judged otherwise than before; one whose wording or known answer changed is another question."""
    known = {asked(result): result for result in before.results}
    for result in now.results:
        old = known.get(asked(result))
        if old and (old.is_right, old.is_wrong_figure) != (result.is_right, result.is_wrong_figure):
            yield Change(now.dataset, old, result)


def vanished_of(before: Scores, now: Scores) -> Iterator[str]:
    """The measures that the earlier run took over some cases and the later one over none."""
    for measure in before.measures:
        later = now.measure(measure.key)
        if measure.count and measure.key not in UNGATED and (later is None or not later.count):
            yield f"{now.dataset}“{words_of(measure.key).name}”上次有，这次没有量"


def lost_among_common(before: Scores, now: Scores) -> Iterator[str]:
    """The share of right answers over the questions of both runs, where it falls out of its interval and new questions would hide it."""
    old, known = before.measure(RIGHT), {asked(result): result for result in before.results}
    common = [(known[asked(result)], result) for result in now.results if asked(result) in known]
    if old is None or not old.count or not common or len(common) == len(now.results):
        return
    were, are = (sum(pair[place].is_right for pair in common) / len(common) for place in (0, 1))
    if are < were - (old.value - old.low):
        yield f"{now.dataset} 两次都问的 {len(common)} 题里，答对由 {were:.2%} 变为 {are:.2%}，超出了区间"


def falls_of(before: Scores, now: Scores) -> Iterator[Fall]:
    """The measures that are worse than the earlier interval allows."""
    for measure in now.measures:
        old = before.measure(measure.key)
        if old is None or measure.key in UNGATED or not old.count or not measure.count:
            continue
        if measure.value < old.low if measure.is_higher_better else measure.value > old.high:
            yield Fall(now.dataset, old, measure)
