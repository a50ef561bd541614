"""CSV files as lines and grids: titles, units and notes in cells become lines, what stands in columns a grid."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from ingest.blocks import Reading
from ingest.errors import UnreadableFileError
from ingest.formats.decode_text import decode_text
from ingest.formats.sheet_blocks import Sheet, sheet_blocks

DELIMITERS = ",\t;|，"
SAMPLE_LINES = 200
MAX_ROWS = 100_000
MAX_FIELD_CHARACTERS = 1_000_000


def read_csv(path: Path) -> Reading:
    """The rows as a sheet of which nothing says what is merged; a place is the number of the row as line."""
    text = decode_text(path.read_bytes(), path.name)
    csv.field_size_limit(MAX_FIELD_CHARACTERS)
    texts: dict[tuple[int, int], str] = {}
    try:
        for row, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))):
            if row >= MAX_ROWS:
                raise UnreadableFileError(f"文件《{path.name}》读不了：超过 {MAX_ROWS} 行的上限。请拆成几个文件再导入。")
            texts |= {(row, column): cell for column, cell in enumerate(cells) if cell.strip()}
    except csv.Error as error:
        cause = f"不是完整的 CSV（{error}），可能是引号没有成对"
        raise UnreadableFileError(f"文件《{path.name}》读不了：{cause}。请用表格软件打开后另存再导入。") from error
    return Reading(sheet_blocks(Sheet("", None, texts, has_spans=False)))


def _delimiter(text: str) -> str:
    """The sign that stands most often in the lines that are no sentences."""
    lines = [line for line in text.splitlines()[:SAMPLE_LINES] if not line.rstrip().endswith("。")]
    return max(DELIMITERS, key=lambda sign: sum(line.count(sign) for line in lines))
