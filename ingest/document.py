"""The types a published document is read into: frozen, without I/O, standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ingest.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in its file: page (from 1) and box [x0, top, x1, bottom] in PDF points, or lines (from 1) of a text."""

    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    lines: tuple[int, int] | None = None


RECOGNIZED_MARK = "（OCR 文字识别）"


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What a document is and where it comes from; `id` is a hash of the file's bytes."""

    id: str
    file_name: str
    source_path: str = ""
    url: str | None = None
    published: str | None = None
    supersedes: str | None = None
    title: str = ""
    organization: str | None = None
    aliases: tuple[str, ...] = ()
    units: tuple[str, ...] = ()  # subordinate units and the department's own level, as the tables and the text name them
    region: str | None = None
    level: str | None = None  # 省 / 市 / 县 / 区 / 街道 / 乡 / 镇
    year: int | None = None
    kind: str | None = None  # 预算 / 决算
    scope: str | None = None  # 部门 / 单位

    @property
    def is_recognized(self) -> bool:
        """Whether text recognition read pages of it, as its title then says."""
        return self.title.endswith(RECOGNIZED_MARK)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, its broken lines rejoined, with the place of its first to last line."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Section:
    """The paragraphs that stand directly under one heading; `heading_path` runs from the outermost heading to its own."""

    heading_path: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    place: Place

    @property
    def text(self) -> str:
        """The section's paragraphs, one a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table as printed; it covers `row_span` × `column_span` places of the grid from (row, column), counted from 0."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    place: Place | None = None
    is_header: bool = False
    is_uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it stands in the document, page parts joined and repeated headers dropped; `cells` in reading order.

    `unit` is the amounts' unit (元, 千元, 万元, 亿元 or ""). `context` tells equal tables apart (a form's 项目名称).
    `parts` holds the place of each page part. `notes` are the lines 注：/说明： that belong to it.
    """

    index: int
    title: str
    number: str | None
    unit: str
    heading_path: tuple[str, ...]
    cells: tuple[Cell, ...]
    context: str | None = None
    notes: tuple[str, ...] = ()
    place: Place = field(default_factory=Place)
    parts: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed data cell: its table's index, row labels left to right, header path outermost first, text as printed, number with unit.

    `cell` is its (row, column) in the table's grid. `uncertain` marks a cell whose column the source does not show.
    """

    table: int
    row: tuple[str, ...]
    col: tuple[str, ...]
    value: str
    quantity: Quantity | None
    place: Place
    cell: tuple[int, int]
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure stated in prose: what it is of (`subject`), what it measures (`measure`) and the sentence that says so.

    `measure` is one of 金额 占比 增减额 增减率 完成率 比率 数量. `direction` is 增加 / 减少 / 持平 for changes, else None.
    `base` names what a share, a rate or a change refers to as the sentence says it (支出合计, 上年, 年初预算), or the total that
    an amount is part of, else None. `aspect` is the side of the amount that is named (年初预算, 支出决算, 预算数), else "".
    `year` is the year the sentence speaks of, `value` the amount as printed, `section` the index of its section.
    """

    section: int
    subject: str
    measure: str
    value: str
    quantity: Quantity
    sentence: str
    place: Place
    direction: str | None = None
    base: str | None = None
    year: int | None = None
    aspect: str = ""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A passage that is understandable alone: it starts with its document and heading path. `section` or `table` is its source's index."""

    id: str
    heading_path: tuple[str, ...]
    text: str
    place: Place
    section: int | None = None
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, or was read with doubt: what, why, and where."""

    message: str
    place: Place


@dataclass(frozen=True, slots=True)
class Term:
    """One number of a check: the index of a figure or of a statement in its document, and its sign (1 or -1).

    `document` is the id of another document that prints it, None for the document that the check is of.
    """

    figure: int | None = None
    statement: int | None = None
    sign: int = 1
    document: str | None = None

    @property
    def unsigned(self) -> Term:
        """The number as it is printed, whichever way it counts."""
        return replace(self, sign=1)


@dataclass(frozen=True, slots=True)
class Check:
    """An identity that the labels say should hold, tried on what is printed.

    `identity` says it in Chinese. `kind` is one of 表内 表间 文表 比率 跨文件 名实. `left` and `right` are the two sides, each the sum of
    its terms; of a rate `left` is the printed rate and `right` the amounts it is computed from; of 名实 (what the words deny) `left` is a
    figure and `right` empty. `difference` is left − right in the unit of the first term of `left` (of a rate: percentage points).
    `verdict` is holds, rounding (what rounding of the printed digits explains)
    or broken.
    """

    identity: str
    kind: str
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    difference: Quantity
    verdict: str


@dataclass(frozen=True, slots=True)
class Document:
    """All that was read from one file."""

    info: DocumentInfo
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    chunks: tuple[Chunk, ...] = ()
    problems: tuple[Problem, ...] = ()
    corrections: Mapping[str, str] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()
