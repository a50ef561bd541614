"""Two runs of one system on one data set: questions judged otherwise, measures that fell, what was lost, what was not asked again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import comb

from eval.measure_words import words_of
from eval.run import ERROR, TRANSFORMED, Measure, Result, Run, Scores

# Times depend on the machine and on what else it does: told in the report, no reason to fail.
UNGATED = ("latency_p50", "latency_p95")
# A run that asks fewer of the earlier questions again says little about them, and must not pass for one that does.
LEAST_ASKED_AGAIN = 0.95
RIGHT, UNCHANGED = "right", "unchanged"
# The share of right answers of each kind is counted over its questions: half of them say little about all.
LEAST_COUNTED_AGAIN = 0.5
# As many answers lost against those gained come by chance once in twenty (sign test, one-sided).
CHANCE = 0.05


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


def moved(fall: Fall) -> str:
    """From what to what a measure moved."""
    return f"由 {fall.before.value:.2%} 变为 {fall.now.value:.2%}"


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


def broken_of(now: Scores) -> Iterator[str]:
    """The questions at which the program broke off with an error, known or new."""
    for result in now.results:
        if result.status == ERROR:
            yield f"{now.dataset} {result.id} 程序出错（{result.text}）：{result.question}"


def vanished_of(before: Scores, now: Scores) -> Iterator[str]:
    """The measures that the earlier run took over some cases and the later one over none."""
    for measure in before.measures:
        later = now.measure(measure.key)
        if measure.count and measure.key not in UNGATED and (later is None or not later.count):
            yield f"{now.dataset}“{words_of(measure.key).name}”上次有，这次没有量"


def lost_among_common(before: Scores, now: Scores) -> Iterator[str]:
    """The share of right answers over the questions of both runs, where it falls out of its interval and new questions would hide it."""
    old, known = before.measure(RIGHT) or before.measure(UNCHANGED), {asked(result): result for result in before.results}
    common = [(known[asked(result)], result) for result in now.results if asked(result) in known]
    if old is None or not old.count or not common or len(common) == len(now.results):
        return
    were, are = (sum(pair[place].is_right for pair in common) / len(common) for place in (0, 1))
    if are < were - (old.value - old.low):
        yield f"{now.dataset} 两次都问的 {len(common)} 题里，答对由 {were:.2%} 变为 {are:.2%}，超出了区间"


def thinned_of(before: Scores, now: Scores) -> Iterator[str]:
    """The shares of right answers that are counted over so few questions now that they say little."""
    for measure in before.measures:
        later = now.measure(measure.key)
        if measure.key.partition("/")[0] in (RIGHT, UNCHANGED) and later and 0 < later.count < LEAST_COUNTED_AGAIN * measure.count:
            yield f"{now.dataset}“{words_of(measure.key).name}”上次量了 {measure.count} 题，这次只量了 {later.count} 题，比不出好坏"


def lost_one_by_one(before: Scores, now: Scores) -> Iterator[str]:
    """Right answers lost where too few were gained: told by the questions of both runs however wide the intervals are."""
    changes = list(changes_of(before, now))
    lost = sum(one.before.is_right and not one.now.is_right for one in changes)
    gained = sum(one.is_gain for one in changes)
    if lost > gained and chance_of(lost, gained) < CHANCE:
        yield f"{now.dataset} 由答对变为没有答对的有 {lost} 题，新答对的只有 {gained} 题"


def chance_of(lost: int, gained: int) -> float:
    """The chance that at least so many of the changed questions are losses, if either way were as likely."""
    total = lost + gained
    return sum(comb(total, number) for number in range(lost, total + 1)) * 0.5**total


def falls_of(before: Scores, now: Scores) -> Iterator[Fall]:
    """The measures that are worse than the earlier interval allows."""
    for measure in now.measures:
        old = before.measure(measure.key)
        if old is None or measure.key in UNGATED or not old.count or not measure.count:
            continue
        if measure.value < old.low if measure.is_higher_better else measure.value > old.high:
            yield Fall(now.dataset, old, measure)
