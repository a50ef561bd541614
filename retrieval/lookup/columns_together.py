"""The whole of what heads several columns of a table without a total of their own (人员经费 over 工资福利支出 and 对个人和家庭的补助)."""

from __future__ import annotations

from dataclasses import replace

from ingest import late_re as re
from ingest.document import Figure
from retrieval.facts.candidate import Candidate, Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.gather_candidates import add_up
from retrieval.facts.task import Want
from retrieval.spelling.label_key import is_total, label_key

AMOUNT = re.compile(r"(?!其中).*(?:支出|补助|经费|费|费用)")
FEWEST = 2


def columns_together(found: Found, index: FactIndex, want: Want) -> Found:
    """The cells of the row added up, where the only name asked for heads the column of the best, which is but a part of it."""
    if len(want.mentions) != 1 or not found.candidates or found.missing:
        return found
    best, asked = found.candidates[0], want.mentions[0]
    cells = below_header(best, asked.keys, index)
    if len(cells) < FEWEST:
        return found
    together = replace(add_up(tuple(cells), best.score), depth=best.depth)
    others = tuple(one for one in found.candidates if not set(map(id, one.facts)) & set(map(id, cells)))
    return replace(found, candidates=(together, *others))


def below_header(best: Candidate, keys: tuple[str, ...], index: FactIndex) -> list[Fact]:
    """The cells of the best one's row whose columns stand under the same header; none where one of them is a total or no amount."""
    cell = best.facts[0].source
    if best.is_sum or not isinstance(cell, Figure):
        return []
    depth = next((at for at, header in enumerate(cell.col[:-1]) if label_key(header) in keys), None)
    if depth is None:
        return []
    beside = [one for one in index.facts if is_beside(one.source, cell, depth + 1)]
    columns = [one.source.col for one in beside if isinstance(one.source, Figure)]
    leaves = {label_key(column[-1]) for column in columns}
    are_parts = all(AMOUNT.fullmatch(leaf) and not is_total(leaf) for leaf in leaves) and len(leaves) == len(beside)
    return beside if are_parts and all(one.is_money for one in beside) and {len(one) for one in columns} == {depth + 2} else []


def is_beside(one: object, cell: Figure, depth: int) -> bool:
    """Whether a source is a cell of the same row of the same table under the same header."""
    return isinstance(one, Figure) and (one.table, one.cell[0], one.col[:depth]) == (cell.table, cell.cell[0], cell.col[:depth])


def is_of_columns(one: Candidate) -> bool:
    """Whether a candidate adds up several columns of one row: no column's total is the whole of that."""
    cells = [fact.source for fact in one.facts if isinstance(fact.source, Figure)]
    return one.is_sum and len({cell.col for cell in cells}) > 1 and len({(cell.table, cell.cell[0]) for cell in cells}) == 1
