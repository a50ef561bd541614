"""What was gained and lost since an earlier run, as a section of the report."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from eval.compare_runs import Comparison
from eval.compare_scores import Change
from eval.draw_tables import draw_table
from eval.measure_words import outcome_of


def write_comparison(comparison: Comparison | None) -> str:
    """The verdict of the gate, then the changed questions; nothing where there is no earlier run."""
    if comparison is None:
        return ""
    gains = [change for change in comparison.changes if change.is_gain]
    losses = [change for change in comparison.changes if not change.is_gain]
    complaints = "".join(f"<li>{escape(text)}</li>" for text in comparison.complaints)
    verdict = f'<p class="bad">不予通过：</p><ul>{complaints}</ul>' if complaints else "<p>没有变坏到不能接受的地方。</p>"
    return f"<h2>与上次相比</h2>{verdict}{change_table('变差', losses)}{change_table('新答对', gains)}"


def change_table(title: str, changes: Sequence[Change]) -> str:
    """The changed questions with both judgements."""
    rows = [
        [one.dataset, one.now.id, one.now.question, outcome_of(one.before), outcome_of(one.now), "；".join(one.now.reasons)]
        for one in changes
    ]
    table = draw_table(["题目", "编号", "问题", "上次", "这次", "原因"], rows) if rows else ""
    return f"<h3>{title} {len(changes)} 题</h3>{table}"
