"""The report on a terminal: measures of the product, systems beside one another, what changed since an earlier run, what went wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from eval.compare_runs import Comparison
from eval.measure_words import OUTCOMES, UNANSWERED, outcome_of, words_of
from eval.run import PRODUCT, Measure, Result, Run, Scores

BESIDE = ("right", "wrong_figure", "refusal_recall", "citation_precision/section", "retrieval_success@5", "retrieval_mrr")
MOST_FAILURES = 12


def print_report(console: Console, run: Run, comparison: Comparison | None) -> None:
    """Everything a person wants at a glance; the HTML page has the rest."""
    for scores in run.scores:
        if scores.system == PRODUCT:
            print_documents(console, scores)
            console.print(measure_table(scores))
    if len({scores.system for scores in run.scores}) > 1:
        console.print(beside_table(run.scores))
    print_failures(
        console, [(scores, one) for scores in run.scores if scores.system == PRODUCT for one in scores.results if not one.is_right]
    )
    if comparison is not None:
        print_comparison(console, comparison)


def print_documents(console: Console, scores: Scores) -> None:
    """Which of the documents that the questions need are loaded, and which files no question is about."""
    if scores.loaded or scores.missing:
        console.print(f"{scores.dataset}：需要 {len(scores.loaded) + len(scores.missing)} 份文件，已载入 {len(scores.loaded)} 份。")
    if scores.missing:
        console.print(f"  没有载入（相关的 {scores.unanswerable} 题会答不出）：{'、'.join(scores.missing)}", style="yellow")
    if scores.unasked:
        console.print(f"  没有标准答案、不作评测的文件：{'、'.join(scores.unasked)}")


def measure_table(scores: Scores) -> Table:
    """All measures of one system on one data set."""
    table = Table("指标", "值", "95% 区间", "题（例）数", title=scores.name, title_justify="left")
    for measure in scores.measures:
        table.add_row(
            words_of(measure.key).name,
            value_text(measure),
            f"{number(measure, measure.low)} – {number(measure, measure.high)}",
            str(measure.count),
        )
    return table


def beside_table(all_scores: Iterable[Scores]) -> Table:
    """The systems beside one another."""
    table = Table("系统／题目", *(words_of(key).name for key in BESIDE), title="与基线和去掉一部分的自己相比", title_justify="left")
    for scores in all_scores:
        found = [scores.measure(key) for key in BESIDE]
        if found[0] is not None:
            table.add_row(scores.name, *(value_text(measure) if measure else "" for measure in found))
    return table


def print_failures(console: Console, failures: Sequence[tuple[Scores, Result]]) -> None:
    """The first failures, broken answers and wrong figures before everything else."""
    for scores, result in sorted(failures, key=lambda one: -OUTCOMES.index(outcome_of(one[1])))[:MOST_FAILURES]:
        outcome = outcome_of(result)
        console.print(f"{outcome} {scores.dataset} {result.id} {result.question}", style="" if outcome == UNANSWERED else "red")
        console.print(f"    应为：{result.wanted}　原因：{'；'.join(result.reasons)}")
    if len(failures) > MOST_FAILURES:
        console.print(f"……共 {len(failures)} 题未答对，全部见 HTML 报告。")


def print_comparison(console: Console, comparison: Comparison) -> None:
    """Gains and losses since the earlier run, and what must not pass."""
    gains = [change for change in comparison.changes if change.is_gain]
    losses = [change for change in comparison.changes if not change.is_gain]
    console.print(f"与上次相比：新答对 {len(gains)} 题，变差 {len(losses)} 题，掉出区间的指标 {len(comparison.falls)} 个。")
    for change in losses:
        console.print(f"  变差 {change.dataset} {change.now.id} {change.now.question}（{'；'.join(change.now.reasons)}）")
    for complaint in comparison.complaints:
        console.print(f"  不予通过：{complaint}", style="red")


def value_text(measure: Measure) -> str:
    """The value as a reader wants it; nothing counted is a dash."""
    return number(measure, measure.value) if measure.count else "—"


def number(measure: Measure, value: float) -> str:
    """A share in percent, a time in milliseconds."""
    return f"{value:.1f} 毫秒" if measure.unit == "ms" else f"{value * 100:.1f}%"
