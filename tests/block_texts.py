"""Blocks from a text as a test writes it: lines, and grids of tab-separated rows."""

from ingest.blocks import Block, Grid, GridCell, Line
from ingest.document import Place


def blocks_of(text: str) -> list[Block]:
    """Lines and tab-separated grids; a blank line ends a grid, as a page break does."""
    blocks: list[Block] = []
    rows: list[tuple[GridCell, ...]] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        place = Place(lines=(number, number))
        if "\t" in line:
            rows.append(tuple(GridCell(cell, place) for cell in line.split("\t")))
            continue
        if rows:
            blocks.append(Grid(tuple(rows), Place(lines=(number - len(rows), number - 1))))
            rows = []
        if line.strip():
            blocks.append(Line(line.lstrip("# ").strip(), place))
    return blocks
