"""The types of one evaluation: a result per question, a measure with its interval, the scores of a system on a data set, the whole run."""

from __future__ import annotations

from dataclasses import dataclass, field

PRODUCT = "明账"
ERROR = "error"  # the status of a question at which the program broke off
TRANSFORMED = "·换说法"  # after the name of a data set whose questions are put in other words


@dataclass(frozen=True, slots=True)
class CitationCount:
    """How well one answer cites: citations that hit at each level, and the known places that were hit of those there are."""

    cited: int = 0
    in_document: int = 0
    in_section: int = 0
    cells_cited: int = 0
    in_cell: int = 0
    documents: tuple[int, int] = (0, 0)
    sections: tuple[int, int] = (0, 0)
    cells: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Result:
    """One question with its answer and the judgement of it; `style` is the way of speaking or the transformation, if any."""

    id: str
    type: str
    question: str
    wanted_status: str
    status: str
    is_right: bool
    is_wrong_figure: bool
    reasons: tuple[str, ...]
    text: str
    elapsed_ms: float
    documents: tuple[str, ...] = ()
    style: str = ""
    strays: tuple[str, ...] = ()
    citations: CitationCount | None = None
    wanted: str = ""
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """One number: a share (0 to 1) or milliseconds, with its 95 % interval and over how many cases it was taken."""

    key: str
    value: float
    low: float
    high: float
    count: int
    unit: str = "share"
    is_higher_better: bool = True


@dataclass(frozen=True, slots=True)
class Scores:
    """One system on one data set; `loaded` and `missing` are the data set's documents that are and are not in the knowledge base.

    `unasked` are the files without any known answer: others that are loaded, or that lie beside the documents.
    """

    system: str
    dataset: str
    results: tuple[Result, ...]
    measures: tuple[Measure, ...]
    loaded: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unasked: tuple[str, ...] = ()

    @property
    def unanswerable(self) -> int:
        """How many questions need a document that is not loaded."""
        return sum(not set(self.missing).isdisjoint(result.documents) for result in self.results)

    @property
    def name(self) -> str:
        """System and data set in one."""
        return f"{self.system}／{self.dataset}"

    def measure(self, key: str) -> Measure | None:
        """The measure of this key, if it was taken."""
        return next((measure for measure in self.measures if measure.key == key), None)


@dataclass(frozen=True, slots=True)
class Run:
    """Everything of one evaluation: `settings` says with what it was made (seed, size, revision, date).

    `best` holds for each data set the best that this run and those before it, each held against the last, ever reached.
    """

    scores: tuple[Scores, ...]
    settings: dict[str, str] = field(default_factory=dict)
    best: tuple[Scores, ...] = ()

    def of(self, system: str, dataset: str) -> Scores | None:
        """The scores of a system on a data set."""
        return next((one for one in self.scores if (one.system, one.dataset) == (system, dataset)), None)
