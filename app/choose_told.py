"""Which of the things told before a follow-up sets in relation: the rows of the list just told, or the like things of the latest turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from app.earlier_turns import FEWEST, Turn
from app.read_told_relation import ToldRelation
from app.told_things import PERCENT, Told, common_unit
from retrieval.label_key import is_total, label_key

ALIKE = 60
OF_PAIR = ("difference", "multiple")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The things set in relation, oldest first, by what they differ (body, item, or list: rows of one), and their common unit.

    `picked` are those of the list that were asked for since it was told.
    """

    told: tuple[Told, ...]
    axis: str
    unit: str
    has_lacking: bool = False
    picked: tuple[Told, ...] = ()
    is_ascending: bool = False


def choose_told(turns: Sequence[Turn], relation: ToldRelation) -> Chosen | None:
    """The things meant (turns oldest first); None where there are too few or they do not belong together."""
    latest = next((turn for turn in reversed(turns) if turn.told), None)
    if latest is None or (not turns[-1].told and relation.reducer in OF_PAIR):
        return None
    if len(latest.told) >= FEWEST:
        return _of_list(latest, relation) if turns[-1] is latest else None
    return _of_turns(turns, relation)


def _of_list(turn: Turn, relation: ToldRelation) -> Chosen | None:
    """All rows of a list, where the question does not count others."""
    unit = common_unit(turn.told, of_shares=relation.is_of_shares)
    picked = tuple(dict.fromkeys(turn.picked))
    if unit and relation.count == len(picked) != len(turn.told):
        return Chosen(picked, "list", unit)
    is_other = relation.count not in (None, len(turn.told)) or (relation.reducer in OF_PAIR and len(turn.told) != FEWEST)
    if unit is None or is_other:
        return None
    is_of_bodies = len({one.document_id for one in turn.told}) == len(turn.told)
    if relation.axis == "body" and not is_of_bodies:
        return None
    return Chosen(turn.told, "body" if is_of_bodies else "list", unit, picked=turn.picked, is_ascending=turn.is_ascending)


def _of_turns(turns: Sequence[Turn], relation: ToldRelation) -> Chosen | None:
    """The latest thing and those before it that are the same of other bodies, or other things of its body."""
    wanted = relation.count or (FEWEST if relation.reducer in OF_PAIR else None)
    chosen: list[Turn] = []
    axis, has_lacking = relation.axis, False
    for turn in reversed(turns):
        if len(turn.told) > 1 or (wanted and len(chosen) == wanted):
            break
        if not turn.told:
            has_lacking = True
            continue
        if not chosen:
            chosen.append(turn)
            continue
        differs_by = _differs_by(chosen[0], turn)
        if differs_by == "":
            continue  # the same thing once more
        is_like = differs_by in ("body", "item") and axis in (None, differs_by) and common_unit((*_told(chosen), *turn.told))
        if is_like:
            axis = differs_by
            chosen.append(turn)
        elif len(chosen) > 1:
            break
    if wanted and len(chosen) < wanted:
        return None
    told = _told(chosen[::-1])
    if axis == "item" and relation.reducer not in OF_PAIR and wanted is None:
        told = tuple(one for one in told if not is_total(one.item))
    # The same thing of several bodies is held together as it was asked for: by its share, where that was asked.
    of_shares = relation.is_of_shares or (axis == "body" and all(one.amounts[0].quantity.unit == PERCENT for one in told))
    unit = common_unit(told, of_shares=of_shares) if len(told) >= FEWEST else None
    return Chosen(told, axis or "", unit, has_lacking and wanted is None) if unit else None


def _told(turns: Sequence[Turn]) -> tuple[Told, ...]:
    return tuple(turn.told[0] for turn in turns)


def _differs_by(newer: Turn, older: Turn) -> str | None:
    """By what two things differ: body or item; empty where they are the same, None where by both or by their measure."""
    one, other = newer.told[0], older.told[0]
    if common_unit((one, other)) is None:
        return None
    is_same_body = one.document_id == other.document_id
    labels = [one.item, other.item]
    if is_same_body:
        return "" if labels[0] == labels[1] else "item"
    is_alike = fuzz.ratio(*labels) >= ALIKE or labels[0] in labels[1] or labels[1] in labels[0]
    item = label_key(newer.item)
    is_alike = is_alike or bool(item and item in labels[0] and item in labels[1])
    return "body" if labels[0] == labels[1] or (is_alike and newer.item == older.item) else None
