"""How many points an indicator of a self-evaluation lost: its weight less its score."""

from __future__ import annotations

from app.calculation import subtract
from app.form_rows import FormRow
from app.tell_rows import Line, tell_computed
from app.wording_forms import LOST_BY, LOST_POINTS_OF
from ingest import late_re as re

ASKED = re.compile(r"(?:扣|丢|失)(?:了|掉)?(?:多少|几)分|少(?:得|拿)?(?:了)?(?:多少|几)分")
ROLES = ("weight", "score", "reason")


def lost_points(row: FormRow) -> Line | None:
    """A line on the points lost; None where the row prints no weight or no score, or lost none."""
    weight, score = row.quantity("weight"), row.quantity("score")
    if weight is None or score is None or score.number >= weight.number:
        return None
    return tell_computed(LOST_BY, subtract(weight, score), LOST_POINTS_OF.format(name=row.name), name=row.name)
