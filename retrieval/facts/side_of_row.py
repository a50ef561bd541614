"""Which side, budget or final account, a row is."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import late_re as re

SIDES_OF_ROWS = (("预算", re.compile(r"(?:年初|全年|调整)?预算数?")), ("决算", re.compile(r"(?:全年|支出)?(?:决算|执行)数?")))


def side_of_row(keys: Sequence[str]) -> str | None:
    """The side of a row that is called nothing else (预算数, below it 决算数, over columns of 三公经费)."""
    found = {side for key in keys for side, named in SIDES_OF_ROWS if named.fullmatch(key)}
    return found.pop() if len(found) == 1 else None
