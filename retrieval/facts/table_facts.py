"""The facts of one table's cells: what rows and columns say, read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from ingest import late_re as re
from ingest.document import DocumentInfo, Figure, Table
from ingest.figures.name_rows import is_numbered_total
from ingest.labels.row_codes import CODE, row_codes
from retrieval.evidence import FigureEvidence
from retrieval.facts.account_names import account_names
from retrieval.facts.fact import Fact, depth_of
from retrieval.facts.names_of_headers import names_of_headers
from retrieval.facts.second_names import second_names
from retrieval.facts.side_of import side_of
from retrieval.facts.side_of_row import side_of_row
from retrieval.facts.table_numbers import table_key
from retrieval.facts.total_names import total_names
from retrieval.facts.year_of import year_of
from retrieval.spelling.label_key import is_neutral_header, is_neutral_label, label_key

KIND_OF_ROW = re.compile(r"(?:类|类型)$")
SHORTEST_BODY = 3
ROW_YEAR = re.compile(r"20\d\d年(?:度)?(?:预算|决算)?数?")
CATALOGUE_CODE = re.compile(r"[a-c]\d{6,10}")  # of the procurement catalogue, behind the name of what is bought
COUNT = "数量"  # what a row of goods counts in: no name of its own


@dataclass(frozen=True, slots=True)
class RowNames:
    """What a row's labels say of every cell in it."""

    keys: tuple[str, ...]
    labels: tuple[tuple[str, int], ...]
    classes: frozenset[str]
    codes: tuple[str, ...]
    years: tuple[str, ...]
    side: str | None


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """What a column's header path says of every cell under it."""

    headers: tuple[str, ...]
    columns: tuple[str, ...]
    all_names: tuple[str, ...]
    side: str | None


class TableFacts:
    """The facts of one table's cells; what rows and columns say is read once, however many cells they have."""

    def __init__(
        self, info: DocumentInfo, table: Table, rows: Iterable[tuple[str, ...]], bodies: Set[str], units: Mapping[str, str]
    ) -> None:
        """`rows` are those of the table that bear figures, `bodies` the names of the document's body and its units.

        `units` are the headers that mean a unit, with the unit's key.
        """
        self._info, self._table, self._bodies, self._units = info, table, bodies, units
        rows = tuple(rows)
        self._is_of_one_row = len(set(rows)) == 1
        self._frequency = Counter(key for row in rows for key in {label_key(part) for part in row})
        self._title = _without_body(label_key(table.title), info.organization)
        titles = (self._title, label_key(table.context or ""), table_key(table.number))
        self._of_table: dict[str, Any] = {
            "titles": tuple(key for key in titles if key),
            "depth": depth_of(table.title),
            "is_income": "收入" in table.title and "支出" not in table.title,
        }
        self._row, self._column = cache(self._read_row), cache(self._read_column)
        self._year = cache(partial(year_of, own=info.year))

    def fact(self, figure: Figure) -> Fact:
        """The fact of one cell."""
        row, column = self._row(figure.row), self._column(figure.col)
        return Fact(
            evidence=FigureEvidence(self._info, self._table, figure, 0.0),
            labels=row.labels,
            columns=column.columns,
            headers=column.all_names,
            totals=total_names(self._title, row.keys, column.headers) if self._is_whole(row) else (),
            codes=row.codes,
            side=column.side or row.side,
            measure="金额" if figure.quantity is not None else "文字",
            classes=row.classes,
            year=self._year((*figure.col, *row.years)),
            **self._of_table,
        )

    def _is_whole(self, row: RowNames) -> bool:
        """Whether a row is all that the table tells: it bears no name, or it is the only one and bears that of the body."""
        return not row.labels or (self._is_of_one_row and all(key in self._bodies for key, _ in row.labels))

    def _read_row(self, row: tuple[str, ...]) -> RowNames:
        row = row[:-1] if len(row) > 1 and is_numbered_total(row[-1:]) else row  # the total of what stands above it
        keys = tuple(dict.fromkeys(label_key(part) for part in row if not CODE.fullmatch(part.strip())))
        named = tuple(key for key in keys if not (is_neutral_label(key) or key == COUNT))
        # What follows a body's name and another code is the body's project, not the row's class.
        classes = second_names(row) if not self._bodies & set(keys[:1]) else frozenset()
        classes |= {key for key in named if CATALOGUE_CODE.fullmatch(key)} | account_names(keys, self._bodies)
        groups = classes | {key for key in named if KIND_OF_ROW.search(key) or key in self._bodies}
        is_shared = len(named) > 1
        labels = tuple((key, max(self._frequency[key], 2) if key in groups and is_shared else self._frequency[key]) for key in named)
        years = tuple(part for part in row if ROW_YEAR.fullmatch(part.strip()))
        return RowNames(keys, labels, classes, row_codes(row), years, side_of_row(keys))

    def _read_column(self, column: tuple[str, ...]) -> ColumnNames:
        headers = tuple(self._units.get(key, key) for key in map(label_key, column))
        columns = tuple(key for key in headers if not is_neutral_header(key) and key.removeprefix("本年") not in self._title)
        return ColumnNames(headers, columns, names_of_headers(self._table.title, headers), side_of(column))


def _without_body(title: str, organization: str | None) -> str:
    """A title without the body that it opens with, by its name or a part of it (“甲街道收支总表” of 乙区甲街道办事处)."""
    name = label_key(organization or "")
    end = next((end for end in range(len(title), SHORTEST_BODY - 1, -1) if title[:end] in name), 0)
    return title[end:] or title
