"""The line between a quoted passage and “not found” is where invented unanswerable questions put it."""

from __future__ import annotations

import pytest

from app.answerer.answer_by_quote import ENOUGH
from app.prose.match_duties import COVER
from eval.calibrate_relevance import Rate, best_cover, best_held, calibrate, clauses, duties_of, mixed, reworded, sentences_of, share


@pytest.mark.parametrize(("texts_of", "score", "used"), [(duties_of, best_cover, COVER), (sentences_of, best_held, ENOUGH)])
def test_the_thresholds_in_use_are_no_lower_than_what_keeps_unanswerable_questions_out(texts_of, score, used) -> None:  # type: ignore[no-untyped-def]
    chosen, checked = calibrate(texts_of, score, 6)
    assert used >= chosen.threshold
    assert chosen.false <= 0.03
    assert checked.false <= 0.05
    assert min(chosen.recall, checked.recall) > chosen.false


def test_a_clause_is_asked_for_in_other_order_and_mixed_with_what_is_foreign() -> None:
    assert clauses("巡查灯塔和浮标设施，共3次；短") == ["巡查灯塔和浮标设施"]
    assert reworded("巡查灯塔和浮标设施")[0].endswith("和浮标设施灯塔")
    assert mixed("巡查灯塔", "征收税款") == "巡查税款"
    assert share([0.5, 0.9], 0.8) == 0.5
    assert Rate(0.5, 1.0, 0.0).threshold == 0.5
