"""The measures over judged answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from eval.intervals import bootstrap, wilson
from eval.run import ERROR, Measure, Result

LEVELS = ("document", "section", "cell")


def measure_answers(results: Sequence[Result]) -> tuple[Measure, ...]:
    """All measures that the results allow, in the order of the report."""
    return (
        share("right", results, lambda one: one.is_right),
        share("wrong_figure", results, lambda one: one.is_wrong_figure, is_higher_better=False),
        share("program_error", results, lambda one: one.status == ERROR, is_higher_better=False),
        *(share(f"right/{kind}", [one for one in results if one.type == kind], lambda one: one.is_right) for kind in types_of(results)),
        *measure_citations(results),
        *measure_status(results, "refusal", "not_found"),
        *measure_status(results, "asking_back", "clarify"),
        share("ungrounded", [one for one in results if one.status == "answered"], lambda one: bool(one.strays), is_higher_better=False),
        *measure_latency(results),
    )


def types_of(results: Iterable[Result]) -> list[str]:
    """The types of question that occur, in order of first use."""
    return list(dict.fromkeys(one.type for one in results))


def share(key: str, cases: Sequence[Result], is_hit: Callable[[Result], bool], *, is_higher_better: bool = True) -> Measure:
    """The share of cases that hit, with Wilson's interval."""
    return ratio(key, sum(map(is_hit, cases)), len(cases), is_higher_better=is_higher_better)


def ratio(key: str, hits: int, total: int, *, is_higher_better: bool = True) -> Measure:
    """Hits of a total as a measure."""
    low, high = wilson(hits, total)
    return Measure(key, hits / total if total else 0.0, low, high, total, is_higher_better=is_higher_better)


def measure_citations(results: Sequence[Result]) -> tuple[Measure, ...]:
    """Precision and recall of citations at each level, over the answers that had known sources."""
    counts = [one.citations for one in results if one.citations is not None]
    precision = (
        (sum(one.in_document for one in counts), sum(one.cited for one in counts)),
        (sum(one.in_section for one in counts), sum(one.cited for one in counts)),
        (sum(one.in_cell for one in counts), sum(one.cells_cited for one in counts)),
    )
    recall = [(sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)) for pairs in (
        [one.documents for one in counts], [one.sections for one in counts], [one.cells for one in counts])]  # fmt: skip
    measures = [ratio(f"citation_precision/{level}", *pair) for level, pair in zip(LEVELS, precision, strict=True)]
    measures += [ratio(f"citation_recall/{level}", *pair) for level, pair in zip(LEVELS, recall, strict=True)]
    return tuple(measure for measure in measures if measure.count)


def measure_status(results: Sequence[Result], key: str, status: str) -> tuple[Measure, ...]:
    """Precision and recall of a status: how often it was right to give it, and how often it was given (or rightly avoided) when due.

    A question back that may also be answered in full counts as found where it was answered so.
    """
    given = [one for one in results if one.status == status]
    due = [one for one in results if one.wanted_status == status]
    measures = (
        ratio(f"{key}_precision", sum(one.wanted_status == status for one in given), len(given)),
        ratio(f"{key}_recall", sum(one.is_right for one in due), len(due)),
    )
    return tuple(measure for measure in measures if measure.count)


def measure_latency(results: Sequence[Result]) -> tuple[Measure, ...]:
    """Milliseconds an answer takes: the median and the slowest twentieth."""
    times = [one.elapsed_ms for one in results]
    if not times:
        return ()
    measures = []
    for percent in (50, 95):
        low, high = bootstrap(times, lambda sample, percent=percent: float(np.percentile(sample, percent)))  # type: ignore[misc]
        measures.append(Measure(f"latency_p{percent}", float(np.percentile(times, percent)), low, high, len(times), "ms", False))
    return tuple(measures)
