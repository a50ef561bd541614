"""What can be asked for of a document: its figures and statements with the keys that name them, and where each key occurs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.document import Document, Figure, Statement
from retrieval.evidence import FigureEvidence, StatementEvidence

# Narrower scopes have a larger depth: where a question does not say, the broadest is answered first.
DEPTHS = (
    ("绩效", 6), ("自评", 6), ("财政专户", 5), ("目标", 6), ("采购", 4), ("购买服务", 4), ("运行经费", 4), ("基本支出", 4), ("三公", 0),
    ("政府性基金", 5), ("国有资本", 5), ("项目支出", 3), ("一般公共预算", 3), ("财政拨款", 2), ("经济分类", 1), ("支出", 0), ("收入", 0),
    ("收支", 0),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure or statement with the keys that name it.

    `labels` are the row's own names with how many rows of the table bear them (1: the row's very own). `columns` are header
    names that say something, `headers` all of them and what they make read in one. `titles` are the table's title, context and
    number, or the section's headings. `totals` are names of a total cell made from its table. `side` is 预算 or 决算 where the
    fact is of one side only. `depth` grows with narrower scope.
    `year` is the year that its column names, where it names one (上年 is the year before the document's).
    `is_income` says that its table holds income only. `classes` are the labels that only classify the row again (政府经济分类).
    """

    evidence: FigureEvidence | StatementEvidence
    labels: tuple[tuple[str, int], ...]
    columns: tuple[str, ...]
    headers: tuple[str, ...]
    titles: tuple[str, ...]
    totals: tuple[str, ...]
    codes: tuple[str, ...]
    side: str | None
    measure: str
    depth: int
    is_income: bool = False
    classes: frozenset[str] = frozenset()
    year: int | None = None

    @property
    def source(self) -> Figure | Statement:
        """The figure or statement itself."""
        return self.evidence.figure if isinstance(self.evidence, FigureEvidence) else self.evidence.statement

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money."""
        quantity = self.source.quantity
        return quantity is not None and quantity.is_money


@dataclass(frozen=True, slots=True)
class FactIndex:
    """All facts of one document; `postings` leads from a key to the facts that bear it; `blanks` are labels printed without a figure.

    `compounds` are keys that no cell prints alone: header cells read in one. `titles` are those of all tables, `accounts` the
    names of rows that bear a code, `names` those of all rows; `windows` are the stretches by which slips in names are known.
    """

    document: Document
    facts: tuple[Fact, ...]
    postings: Mapping[str, tuple[int, ...]]
    variants: Mapping[str, frozenset[str]]
    codes: Mapping[str, tuple[int, ...]]
    blanks: frozenset[str]
    compounds: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    accounts: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    windows: frozenset[str] = frozenset()


def depth_of(title: str) -> int:
    """How narrow the scope is that a title names; 0 is all income or expenditure."""
    return next((depth for word, depth in DEPTHS if word in title), 0)
