"""What every row of a table is called on each of its sides; two rows of one name are told apart by what stands above them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ingest.document import Cell
from ingest.figures.read_sides import Side, join_codes
from ingest.labels.table_words import CODE_PIECES, FIRST_LEVEL, GROUP_NAMES_WITHOUT_MEANING, fold_all, is_total, join_wrapped, kind_of_cell

Path = tuple[str, ...]
Rows = Mapping[int, Mapping[int, Cell]]
ORGANIZATION = re.compile(
    r".*(局|委员会|委|办公室|办|中心|厅|院|所|站|馆|队|政府|大学|学校|中学|小学|协会|联合会|机关|本级|街道|镇|乡)([(（].*[)）])?"
)
RANKS = (
    (re.compile(r"其中[:：].*"), 5),
    (re.compile(r"[一二三四五六七八九十]+[、.．].*"), 1),
    (re.compile(r"[(（][一二三四五六七八九十]+[)）].*"), 2),
    (re.compile(r"\d+[、.．].*|[(（]\d+[)）].*"), 3),
)
KIND_OF_BODY = re.compile(
    r"(?:[(（][一二三四五六七八九十\d]+[)）]|\d+[、.．])(?:行政|(?:参公|参照公务员法)(?:管理)?(?:的)?(?:事业)?|(?:其他)?事业)单位"
)
WITHIN = re.compile(r"[(（][一二三四五六七八九十\d]+[)）]|\d+[、.．]")
CODED_RANK = 4
LONGEST_LABEL = 40


def name_rows(sides: Sequence[Side], rows: Rows, paths: Mapping[int, Path]) -> dict[tuple[int, int], Path]:
    """The row labels by (row, index of the side)."""
    named: dict[tuple[int, int], Path] = {}
    main: Path = ()
    codes: dict[int, str] = {}
    for row, cells in rows.items():
        labels = [_printed_labels(side, cells, paths, codes) for side in sides]
        main = labels[0] or main
        for number, side in enumerate(sides):
            named[row, number] = _name(number, side, sides, labels, main, cells, paths)
    for number, side in enumerate(sides):
        own = _with_texts({key: name for key, name in named.items() if key[1] == number}, side, rows)
        named |= _told_apart(own)
    return named


def _with_texts(named: Mapping[tuple[int, int], Path], side: Side, rows: Rows) -> dict[tuple[int, int], Path]:
    """Where rows share a name, the texts before their first amount (what is bought for one project) belong to the names."""
    told = dict(named)
    for column in _text_columns(side, rows):
        count = Counter(name for name in told.values() if name and not is_total(name[-1]))
        if max(count.values(), default=0) < 2:
            break
        told = {
            key: (*name, join_wrapped(cell.text)) if name and (cell := rows[key[0]].get(column)) and not is_total(name[-1]) else name
            for key, name in told.items()
        }
    return told if len(set(told.values())) > len(set(named.values())) else dict(named)


def _text_columns(side: Side, rows: Rows) -> list[int]:
    """The columns of nothing but short texts left of a side's first amount."""
    found: list[int] = []
    for column in side.values:
        texts = [cells[column].text for cells in rows.values() if column in cells and not is_total(cells[column].text)]
        if any(kind_of_cell(text) in ("number", "percent") for text in texts):
            return found
        if texts and all(kind_of_cell(text) == "text" and len(text) <= LONGEST_LABEL for text in texts):
            found.append(column)
    return []


def _printed_labels(side: Side, cells: Mapping[int, Cell], paths: Mapping[int, Path], codes: dict[int, str]) -> Path:
    """The labels of a row on one side; `codes` holds the pieces of the code (类, 款, 项) that rows below do not print again."""
    printed: list[tuple[Path, str]] = []
    last: Cell | None = None
    pieces = [column for column in side.labels if fold_all("".join(paths.get(column, ())[-1:])) in CODE_PIECES]
    own = [column for column in pieces if column in cells and cells[column].text.strip().isdigit()]
    if own:
        for column in pieces:
            if column >= own[0]:
                codes.pop(column, None)
        codes |= {column: cells[column].text.strip() for column in own}
    for column in side.labels:
        cell = cells.get(column)
        if cell and cell is not last and kind_of_cell(cell.text) != "dash":
            printed.append((paths.get(column, ()), join_wrapped(cell.text)))
        elif own and column in pieces and column < own[0] and column in codes:
            printed.append((paths.get(column, ()), codes[column]))
        last = cell
    return join_codes(printed)


def _name(
    number: int, side: Side, sides: Sequence[Side], labels: Sequence[Path], main: Path, cells: Mapping[int, Cell], paths: Mapping[int, Path]
) -> Path:
    """The labels of a side's own row; a sum whose label strayed to another side, or over a value, is still named by it."""
    if number and side.labels and "指标" in "".join(paths.get(side.labels[-1], ())):
        above = map(fold_all, paths[side.labels[-1]][:-1])
        group = [part for part in above if FIRST_LEVEL.fullmatch(part) and part not in GROUP_NAMES_WITHOUT_MEANING]
        return (*main, *group, *labels[number]) if labels[number] else ()
    if labels[number] or not side.values:
        return labels[number]
    strayed = [cells[column].text for column in side.values if column in cells and is_total(cells[column].text)]
    if strayed:
        return (join_wrapped(strayed[0]),)
    for other in range(number - 1, -1, -1):
        if labels[other] and not any(column in cells for column in sides[other].values):
            return labels[other]
    return ()


def _told_apart(named: Mapping[tuple[int, int], Path]) -> dict[tuple[int, int], Path]:
    """Where one name stands twice on a side, the nearest row above that ranks higher is put before it."""
    count = Counter(named.values())
    above: dict[int, Path] = {}
    told = {}
    for key, name in named.items():
        rank = _rank(name)
        if rank is None:
            told[key] = name
            continue
        holder = next((above[higher] for higher in range(rank - 1, -1, -1) if higher in above), ())
        told[key] = (*holder, *name) if count[name] > 1 or is_kind_of_body(name) or is_numbered_total(name) else name
        above = {higher: row for higher, row in above.items() if higher < rank} | {rank: name}
    return told


def is_kind_of_body(name: Path) -> bool:
    """Whether a row of a numbered list says only for what bodies it is (（一）行政单位): what of theirs it counts stands above it."""
    return len(name) == 1 and bool(KIND_OF_BODY.fullmatch(fold_all(name[0])))


def is_numbered_total(name: Path) -> bool:
    """Whether a row within a numbered list is but its total (（一）支出合计): of what is said by the row above it."""
    numbered = WITHIN.match(fold_all(name[0])) if len(name) == 1 else None
    return numbered is not None and is_total(fold_all(name[0])[numbered.end() :])


def _rank(name: Path) -> int | None:
    """How high a row stands: a heading without number 0, “一、” and a row that only names a unit 1, and so on; a total has no rank."""
    if not name or is_total(name[-1]):
        return None
    if len(name) > 1:
        is_unit = len(name) == 2 and name[0].isdigit() and bool(ORGANIZATION.fullmatch(name[1]))
        return 1 if is_unit else CODED_RANK
    return next((rank for pattern, rank in RANKS if pattern.fullmatch(fold_all(name[0]))), 0)
