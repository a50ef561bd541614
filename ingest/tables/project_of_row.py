"""Which project a row of a list of projects is about, where the account that pays for it is named behind it."""

from __future__ import annotations

from ingest.document import Figure, Table
from ingest.labels.row_codes import CODE
from ingest.labels.table_words import PROJECT_NAME, fold_all

FEWEST_LABELS = 3  # the project, the code of its account and the account's name


def project_of_row(figure: Figure, table: Table) -> str:
    """The label under the header 项目名称 as printed (某修缮｜2130122｜农业生产发展); empty where the row's last label is its name."""
    if len(figure.row) < FEWEST_LABELS or "项目" not in table.title or not CODE.fullmatch(figure.row[-2].strip()):
        return ""
    columns = {cell.column for cell in table.cells if cell.is_header and PROJECT_NAME.fullmatch(fold_all(cell.text))}
    place = figure.cell[0]
    named = (cell.text for cell in table.cells if cell.column in columns and cell.row <= place < cell.row + cell.row_span)
    return next((text for text in named if text in figure.row[:-2]), "")
