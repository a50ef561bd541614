"""The rows of a list that a task asks for: of the kinds and within the bound that it names, complete where they are added up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest import late_re as re
from ingest.document import Figure
from retrieval.facts.candidate import Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.fund_rows import of_fund
from retrieval.facts.gather_candidates import add_up
from retrieval.facts.project_rows import ONE_ACCOUNT, with_projects_elsewhere
from retrieval.facts.task import Task
from retrieval.lookup.list_children import list_children
from retrieval.lookup.list_rows import first_thing, lists_of
from retrieval.lookup.look_up_figures import look_up_figures
from retrieval.spelling.bound import keeps
from retrieval.spelling.label_key import is_total
from retrieval.spelling.load_vocabulary import Vocabulary

ADDED = ("sum", "average")
ENDS = ("maximum", "minimum", "extremes", "rank")
BUDGET = re.compile(r"预算(?!执行)")
PROJECT_CODE = re.compile(r"\d{15,}")
ROUNDING = Decimal("0.01")


def find_listed(index: FactIndex, task: Task, vocabulary: Vocabulary, units: Sequence[str]) -> tuple[Found, ...]:
    """A find for each row of the list; none where their sum is wanted and the table's total says that some are missing."""
    wanted = next(one for one in vocabulary.lists if one.name == task.rows)
    kinds = [one for want in task.wants for one in want.mentions]
    side = "预算" if BUDGET.search(task.text) else index.document.info.kind
    tables = list(lists_of(index, wanted, vocabulary.functional_names, units, kinds, side))
    listed = next(iter(tables), ())
    if task.fund:
        listed = next(filter(None, (of_fund(index, rows, task.fund) for rows in tables)), ())
    elif task.reducer in ENDS and task.rows == "projects" and not ONE_ACCOUNT.search(task.text):
        listed = with_projects_elsewhere(listed, tables[1:])
    if (task.reducer in ADDED or task.is_added) and not (units or kinds or task.fund) and lacks_rows(index, listed):
        return ()
    added = (add_up(rows, 0.0) for rows in of_one_project(listed))
    return tuple(Found((one,), ()) for one in added if keeps(task.bound, one.quantity))


def find_children(index: FactIndex, task: Task, units: Sequence[str]) -> tuple[Found, ...]:
    """A find for each row that makes up what is asked for; none where nothing does."""
    children = list_children(index, look_up_figures(index, task.wants[0], "value", units), task.wants[0].mentions)
    added = (add_up(rows, 0.0) for rows in of_one_code(children))
    return tuple(Found((one,), ()) for one in added if keeps(task.bound, one.quantity))


def lacks_rows(index: FactIndex, rows: Sequence[Fact]) -> bool:
    """Whether the total that the rows' own column prints is not what they come to."""
    places = {(fact.source.table, fact.source.col) for fact in rows}  # type: ignore[union-attr]
    if len(places) != 1:
        return False
    totals = {
        fact.source.quantity.number for fact in index.facts
        if fact.source.quantity and (getattr(fact.source, "table", None), getattr(fact.source, "col", None)) in places
        and all(is_total(key) for key, _ in fact.labels)
    }  # fmt: skip
    added = sum(fact.source.quantity.number for fact in rows if fact.source.quantity)
    return len(totals) == 1 and abs(totals.pop() - added) > ROUNDING * len(rows)


def of_one_project(facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], ...]:
    """The rows of one project together, where its code says that they are: a table may divide it among accounts."""
    rows: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        cell = fact.source
        code = next((part.strip() for part in cell.row if PROJECT_CODE.fullmatch(part.strip())), "") if isinstance(cell, Figure) else ""
        rows.setdefault((cell.table, cell.col, code) if code and isinstance(cell, Figure) else (id(fact),), []).append(fact)
    return tuple(map(tuple, rows.values()))


def of_one_code(facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], ...]:
    """The rows of one account together: it may be printed once for each government account; other things of its code apart."""
    rows: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        rows.setdefault((fact.codes[0], first_thing(fact)) if fact.codes else (str(id(fact)), ""), []).append(fact)
    return tuple(map(tuple, rows.values()))
