"""Columns that are headed by a department's units in short (局本级, 县质安站): which unit each header means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ingest import late_re as re
from ingest.document import DocumentInfo
from retrieval.catalog import own_level_name
from retrieval.spelling.abbreviated_name import is_short_form
from retrieval.spelling.label_key import label_key

OWN_LEVEL = re.compile(r"[局委厅办院会社校处]?(?:机关)?(?:本级|机关|本部)")
FEWEST = 2
SHORTEST = 2
ENDING = 1


def unit_headers(info: DocumentInfo, headers: Iterable[str]) -> Mapping[str, str]:
    """The keys of the headers of one table that mean a unit, with the unit's key; none where fewer than two units have a column."""
    own = own_level_name(info)
    units = {label_key(unit) for unit in info.units} - {label_key(info.organization or "")}
    meant = {header: unit for header in headers if (unit := unit_of(header, units, label_key(own) if own else ""))}
    return meant if len(set(meant.values())) == len(meant) >= FEWEST else {}


def unit_of(header: str, units: Iterable[str], own: str) -> str:
    """The only unit that a header can mean; empty where it means none or several."""
    if own and OWN_LEVEL.fullmatch(header):
        return own
    long = len(header) > SHORTEST
    called = [unit for unit in units if unit == header or (long and is_short_form(header, unit, ENDING))]
    return called[0] if len(called) == 1 else ""
