"""The points that one row of a form of scores lost: its weight less its score."""

from __future__ import annotations

from decimal import Decimal

from app.forms.form_rows import FormRow
from app.forms.tell_rows import Line, tell_computed
from app.telling import wording_forms as wording
from app.telling.calculation import subtract
from app.telling.cite import plain


def tell_points_lost(row: FormRow) -> Line | None:
    """The points with how they were computed; None where one of the two is not printed or the score is the larger."""
    weight, score = row.quantity("weight"), row.quantity("score")
    if weight is None or score is None or score.number > weight.number:
        return None
    name = plain(row.name)
    return tell_computed(wording.POINTS_LOST, subtract(weight, score), f"{name}·扣分", name=name.rstrip("：:"))


def points(row: FormRow, role: str) -> Decimal:
    """The points of a cell (`weight`, `score`); none count as 0."""
    quantity = row.quantity(role)
    return quantity.number if quantity else Decimal(0)
