"""Figure extraction: how many of the known cells were read, and how many of the read cells are known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching

from eval.judge_citations import heading_key
from eval.measure_answers import ratio
from eval.run import Measure
from eval.squeeze import squeeze
from eval.stated_figures import YUAN

LONGEST_FIGURE = 20  # longer cells are prose and not judged


def measure_figures(known: Sequence[Mapping[str, Any]], read: Sequence[Mapping[str, Any]]) -> tuple[Measure, ...]:
    """Recall over the known figures, precision over the read cells of their documents that carry a number.

    `known` are in the format of the known figures (doc, table, table_no, row, col, value, unit), `read` in that of the `figures` command.
    """
    facts = [fact for fact in known if not fact.get("uncertain")]
    files = {fact["doc"] for fact in facts}
    cells = [cell for cell in read if cell["document"] in files]
    matched = match_figures(facts, cells)
    judged = [index for index, cell in enumerate(cells) if index in matched or is_figure(str(cell["value"]))]
    return (ratio("figure_recall", len(matched), len(facts)), ratio("figure_precision", len(matched), len(judged)))


def is_figure(text: str) -> bool:
    """Whether a cell is a number and no prose."""
    return bool(re.search(r"\d", text)) and len(text) <= LONGEST_FIGURE


def match_figures(facts: Sequence[Mapping[str, Any]], cells: Sequence[Mapping[str, Any]]) -> set[int]:
    """The read cells (indices) of a largest one-to-one matching with the known ones (Hopcroft–Karp)."""
    pool: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, cell in enumerate(cells):
        pool[cell["document"], squeeze(str(cell["value"]))].append(index)
    edges = [
        (number, index)
        for number, fact in enumerate(facts)
        for index in pool[fact["doc"], squeeze(str(fact["value"]))]
        if is_same_place(fact, cells[index])
    ]
    if not edges:
        return set()
    rows, columns = zip(*edges, strict=True)
    graph = csr_array((np.ones(len(edges), dtype=np.int8), (rows, columns)), shape=(len(facts), len(cells)))
    return {int(index) for index in maximum_bipartite_matching(graph, perm_type="column") if index >= 0}


def is_same_place(fact: Mapping[str, Any], cell: Mapping[str, Any]) -> bool:
    """Whether table, unit, row and column of a read cell are those of the known figure."""
    return has_same_table(fact, cell) and has_same_unit(fact, cell) and has_same_row(fact["row"], cell["row"]) and has_same_column(
        fact["col"], cell["col"]
    )  # fmt: skip


def has_same_table(fact: Mapping[str, Any], cell: Mapping[str, Any]) -> bool:
    """By number where both have one, else by title."""
    if fact.get("table_no") and cell.get("table_no"):
        return squeeze(fact["table_no"]) == squeeze(cell["table_no"])
    known, read = heading_key(fact["table"]), heading_key(cell["table"])
    return known == read or known in read or read in known


def has_same_unit(fact: Mapping[str, Any], cell: Mapping[str, Any]) -> bool:
    """A figure of money needs its own unit; counts may lack theirs."""
    known, read = fact.get("unit") or "", cell.get("unit") or ""
    return known == read or known not in YUAN


def has_same_row(known: Iterable[str], read: Iterable[str]) -> bool:
    """Every code of the known row and its last label stand in the read one."""
    parts, text = list(known), squeeze("".join(read))
    if not parts:
        return True
    digits = re.sub(r"\D", "", "".join(parts))
    return digits in re.sub(r"\D", "", text) and (squeeze(parts[-1]) in text or text in squeeze("".join(parts)) != "")


def has_same_column(known: Iterable[str], read: Iterable[str]) -> bool:
    """The known path's last header ends the read path, and every header of the shorter path stands in the longer."""
    wanted, found = [squeeze(part) for part in known if squeeze(part)], [squeeze(part) for part in read if squeeze(part)]
    if not wanted or not found:
        return not wanted
    joined_wanted, joined_found = "".join(wanted), "".join(found)
    if len(found) < len(wanted):
        return all(part in joined_wanted for part in found) and (found[-1] in wanted[-1] or wanted[-1] in found[-1])
    return all(part in joined_found for part in wanted)
