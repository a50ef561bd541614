"""Which of the things told before a follow-up sets in relation: the rows of the list just told, or the like things of the latest turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from app.dialogue.earlier_turns import FEWEST, Turn, list_meant
from app.dialogue.told_things import PERCENT, Told, common_unit
from app.question.read_told_relation import ToldRelation
from app.telling.cite import plain
from app.telling.wording_told import IN_TABLE
from ingest import late_re as re
from ingest.labels.row_codes import row_codes
from retrieval.bodies.mention_words import BODY_NAME
from retrieval.spelling.label_key import is_total, label_key

ALIKE = 60
SIDE_SAID, YEAR_LEFT = re.compile(r"(?:预算|决算)数?$"), re.compile(r"^年度?")
OF_PAIR = ("difference", "multiple")
ADDED = ("sum", "average")


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
    if chosen := _of_two_places(turns, relation) or _of_latest(turns, relation):
        return chosen
    meant = list_meant(turns, relation)
    return _of_list(meant, relation) if meant else None


def _of_two_places(turns: Sequence[Turn], relation: ToldRelation) -> Chosen | None:
    """One item of a body as two tables print it with unequal amounts, told one after the other and each called by its table."""
    if relation.reducer not in OF_PAIR or relation.count not in (None, FEWEST) or relation.end or relation.axis:
        return None
    pair = [turn.told[0] for turn in turns[-FEWEST:] if len(turn.told) == 1]
    tables = [one.citations[0].table or "" for one in pair if one.citations]
    unit = common_unit(pair) if len(pair) == len(set(tables)) == FEWEST and all(tables) else None
    amounts = [amount for one in pair if (amount := one.of_unit(unit or ""))]
    is_one_item = len({(one.document_id, one.item) for one in pair}) == 1
    if not is_one_item or len({amount.quantity for amount in amounts}) != FEWEST:
        return None
    named = (replace(one, label=IN_TABLE.format(label=one.label, table=plain(table))) for one, table in zip(amounts, tables, strict=True))
    told = tuple(replace(one, amounts=(amount,)) for one, amount in zip(pair, named, strict=True))
    return Chosen(told, "item", unit or "")


def _of_latest(turns: Sequence[Turn], relation: ToldRelation) -> Chosen | None:
    """The things told since words alone were quoted."""
    quoted = max((place for place, turn in enumerate(turns) if turn.is_quoted), default=-1)
    turns = turns[quoted + 1 :]
    latest = next((turn for turn in reversed(turns) if turn.told), None)
    if latest is None or (not turns[-1].told and relation.reducer in OF_PAIR):
        return None
    chosen = _of_list(latest, relation) if latest.is_list and turns[-1] is latest else None
    return chosen if chosen or (latest.is_list and not latest.is_of_bodies) else _of_turns(turns, relation)


def _of_list(turn: Turn, relation: ToldRelation) -> Chosen | None:
    """All rows of a list, where the question does not count others."""
    unit = common_unit(turn.told, of_shares=relation.is_of_shares)
    picked = tuple(dict.fromkeys(turn.picked))
    if unit and relation.count == len(picked) != len(turn.told):
        return Chosen(picked, "list", unit)
    if relation.reducer in OF_PAIR and relation.count in (None, FEWEST) and len(picked) >= FEWEST and unit:
        return Chosen(picked[-FEWEST:], "list", unit)
    is_of_pair = relation.reducer in OF_PAIR and not relation.end
    is_other = relation.count not in (None, len(turn.told)) or (is_of_pair and len(turn.told) != FEWEST)
    if unit is None or is_other:
        return None
    if relation.axis == "body" and not turn.is_of_bodies and not _is_of_units(turn):
        return None
    return Chosen(turn.told, "body" if turn.is_of_bodies else "list", unit, picked=turn.picked, is_ascending=turn.is_ascending)


def _is_of_units(turn: Turn) -> bool:
    """Whether each row of a list is called by a unit (“某某中心·公务接待费”)."""
    return all(BODY_NAME.search(name) and item for name, _, item in (one.amounts[0].label.partition("·") for one in turn.told))


def _of_turns(turns: Sequence[Turn], relation: ToldRelation) -> Chosen | None:
    """The latest things and those before them that are the same of other bodies, or other things of their body."""
    wanted = relation.count or (FEWEST if relation.reducer in OF_PAIR and not relation.end else None)
    chosen: list[Told] = []
    first, axis, has_lacking = None, relation.axis, False
    for turn in reversed(turns):
        if (turn.is_list and not turn.is_of_bodies) or (wanted and len(chosen) >= wanted):
            break
        has_lacking = has_lacking or not turn.told
        if first is None:
            first, chosen = (turn, [*reversed(turn.told)]) if turn.told else (None, [])
            axis = "body" if turn.is_list else axis
            continue
        new = [one for one in reversed(turn.told) if not any(_is_same(one, other, axis) for other in chosen)]
        differs_by = {_differs_by(first, replace(turn, told=(one,))) for one in new} - {""}
        if not differs_by:
            continue  # nothing was told, or the same thing once more
        by = differs_by.pop() if len(differs_by) == 1 else None
        if by in ("body", "item") and axis in (None, by) and common_unit((*chosen, *new)):
            axis = by
            chosen += new
            wanted = wanted or (FEWEST if axis == "item" and relation.reducer in OF_PAIR else None)
        elif len(chosen) > 1:
            break
    if (wanted and len(chosen) != wanted) or (first and first.is_list and relation.axis == "item"):
        return None
    return _together(tuple(chosen[::-1]), relation, axis, has_lacking=has_lacking and wanted is None)


def _is_same(one: Told, other: Told, axis: str | None) -> bool:
    """Whether a thing was told already: of the body, where bodies are held together, by its name, or as much in its row."""
    if one.document_id != other.document_id:
        return False
    is_same_amount = {each.quantity for each in one.amounts} & {each.quantity for each in other.amounts}
    is_same_row = one.amounts[0].label.split("·")[0] == other.amounts[0].label.split("·")[0] or bool(_rows(one) & _rows(other))
    return axis == "body" or one.item == other.item or bool(is_same_amount and is_same_row)


def _rows(one: Told) -> set[tuple[object, ...]]:
    return {(cited.table_index, cited.cell[0]) for cited in one.citations if cited.cell}


def _together(told: tuple[Told, ...], relation: ToldRelation, axis: str | None, *, has_lacking: bool) -> Chosen | None:
    """The things as they are held together: without the totals among them, unless these are all; None where they are too few."""
    parts = tuple(one for one in told if not is_total(label_key(one.amounts[0].label.partition("·")[0])))
    parts = _below_their_class(parts)
    if axis == "item" and relation.reducer not in OF_PAIR and relation.count is None and (parts or relation.reducer not in ADDED):
        told = parts
    # The same thing of several bodies is held together as it was asked for: by its share, where that was asked.
    is_of_shares = axis == "body" and all(one.amounts[0].quantity.unit == PERCENT for one in told)
    of_shares = relation.is_of_shares or (is_of_shares and not relation.is_of_money)
    unit = common_unit(told, of_shares=of_shares) if len(told) >= FEWEST else None
    return Chosen(told, axis or "", unit, has_lacking) if unit else None


def _below_their_class(told: tuple[Told, ...]) -> tuple[Told, ...]:
    """The things without the first of them, where its code begins the codes of all others: these are parts of it (301 and 30101)."""
    codes = ["".join(row_codes(one.citations[0].row)[:1]) if one.citations else "" for one in told]
    first, others = codes[:1], codes[1:]
    is_class = len(others) >= FEWEST and bool(first[0]) and all(len(one) > len(first[0]) and one.startswith(first[0]) for one in others)
    return told[1:] if is_class else told


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
    return "body" if labels[0] == labels[1] or (is_alike and is_one_item(newer.item, older.item)) else None


def is_one_item(one: str, other: str) -> bool:
    """Whether two things are asked for by one name, of which at most one says the side (决算) that the other takes over from it."""
    sides = {found[0][:2] for name in (one, other) if (found := SIDE_SAID.search(name))}
    return one == other or (len(sides) == 1 and SIDE_SAID.sub("", YEAR_LEFT.sub("", one)) == SIDE_SAID.sub("", YEAR_LEFT.sub("", other)))
