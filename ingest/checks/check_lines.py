"""A table's figures as lines (one row of one side) and columns, with what each label says: total, part, code, body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest import late_re as re
from ingest.document import Document, Figure, Table
from ingest.labels.row_codes import CODE, row_codes
from ingest.labels.table_words import fold_all
from ingest.quantity import REMEMBERED

Path = tuple[str, ...]
NUMBERING = re.compile(r"^(?:[(（][一二三四五六七八九十\d]+[)）][、.．]?|[一二三四五六七八九十]+[)）、.．]|\d+[、.．](?!\d))")
TOTAL_NAME = re.compile(r"(?:合计|小计|总计)$")
AMONG = re.compile(r"其中")
CLASSIFICATION = re.compile(r"2\d\d(?:\d\d){0,2}|[35]\d\d(?:\d\d)?")
BODY = re.compile(
    r"(?:局|厅|委|委员会|办|办公室|院|校|站|所|中心|队|馆|处|会|部|(?<![公花果茶校家田])园|街道|镇|乡|大学|学校|医院|本级|机关)(?:[(（].*[)）])?$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of one side of a table: its labels, what its last label says, its own code, and its figures by header path."""

    row: int
    labels: Path
    name: str
    code: str
    cells: dict[Path, int]
    is_total: bool
    is_body: bool
    is_part: bool  # “其中：…”

    @property
    def last_label(self) -> str:
        """The innermost label without spaces; "" for a row without labels."""
        return fold_all(self.labels[-1]) if self.labels else ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of one table; `columns` are its header paths, several columns under one path told apart by `is_repeated`."""

    table: Table
    lines: tuple[Line, ...]
    columns: tuple[Path, ...]
    has_blocks: bool  # coded rows stand side by side


@lru_cache(maxsize=REMEMBERED)
def plain_name(label: str) -> str:
    """A label in half width without numbering, “其中：”, quotation marks and closing colon."""
    folded = re.sub(r"[“”\"*]", "", fold_all(label))
    folded = re.sub(r"^其中[:：、]?", "", NUMBERING.sub("", folded))
    return NUMBERING.sub("", folded).rstrip(":：")


def read_grids(document: Document) -> tuple[Grid, ...]:
    """Every table's lines in the order of the tables."""
    figures: dict[int, list[int]] = defaultdict(list)
    for index, figure in enumerate(document.figures):
        figures[figure.table].append(index)
    bodies = {plain_name(name) for name in (document.info.organization or "", *document.info.units, *document.info.aliases) if name}
    return tuple(_read_grid(table, figures[table.index], document.figures, bodies) for table in document.tables)


def _read_grid(table: Table, indexes: Sequence[int], figures: Sequence[Figure], bodies: set[str]) -> Grid:
    grouped: dict[tuple[int, Path], list[int]] = defaultdict(list)
    for index in indexes:
        grouped[figures[index].cell[0], figures[index].row].append(index)
    lines = tuple(_read_line(row, labels, found, figures, bodies) for (row, labels), found in grouped.items())
    coded = Counter(line.row for line in lines if line.code)
    columns = tuple(dict.fromkeys(path for line in lines for path in line.cells))
    return Grid(table, lines, columns, any(count > 1 for count in coded.values()))


def _read_line(row: int, labels: Path, indexes: Sequence[int], figures: Sequence[Figure], bodies: set[str]) -> Line:
    paths = Counter(figures[index].col for index in indexes)
    cells = {figures[index].col: index for index in indexes if paths[figures[index].col] == 1}
    name = plain_name(labels[-1]) if labels else ""
    codes = row_codes(labels) if labels and CODE.fullmatch(labels[0].strip()) else ()
    is_total = bool(labels) and all(TOTAL_NAME.search(plain_name(label)) or plain_name(label) == "总分" for label in labels)
    is_subject = bool(codes and CLASSIFICATION.fullmatch(codes[0]))
    # 图书馆 under 2070104 is what money is spent on; under 205 or 205001 it is who spends it.
    is_body = name in bodies or (bool(BODY.search(name)) and not (is_subject and len(codes[0]) > 3))
    code = codes[0] if codes and (is_body or is_subject) else ""
    return Line(row, labels, name, code, cells, is_total, is_body, bool(labels) and bool(AMONG.match(fold_all(labels[-1]))))


def whole_row(grid: Grid) -> Line | None:
    """The one row that a table prints for all of it: its total row, else its row without a name, else the only row."""
    for lines in ([one for one in grid.lines if one.is_total], [one for one in grid.lines if not one.name], grid.lines):
        if lines:
            return lines[0] if len(lines) == 1 else None
    return None
