"""“说明和附表写的一样吗”, “A 加 B 等于 C 吗”: the check of the document that the question is about, told with both its sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.answer import Answer, Value
from app.checks.asked_prints import AskedPrints, tells_an_end, told_length, told_share
from app.checks.cite_checks import with_grounds
from app.checks.is_of_both import is_of_both
from app.checks.is_placed import is_placed
from app.checks.tell_checks import Library, check_words, source_of
from app.telling.cite import document_name, plain, show_quantity, statement_label
from ingest.checks.check_arithmetic import BROKEN, HOLDS, NAMES, RATE, ROUNDING
from ingest.checks.check_projects import OTHER_NAME
from ingest.document import Check, Document, Term
from ingest.quantity import Quantity
from retrieval.lookup.find_balance import ALL_ROWS
from retrieval.spelling.count_alike import OF_FIGURES, count_alike
from retrieval.spelling.label_key import fold, is_neutral_header, is_neutral_label, label_key

TOLD_HERE = 0.3  # of the words asked, where every place that is named fits too
TOLD_ANYWHERE = 0.6
TOLD_OF_HOLDING = 0.9
OWN_NAME = 0.5
FEWEST_ADDED = 2
SHORTEST = 2  # 支出, 收入: names of nothing alone
HEAD = "{document}："
ADDED_UP = "相加"
ADDENDS = "所列：{parts}。"
MOST_LISTED = 9
ROUNDED = "原因：各数分别四舍五入，相加便有尾差，不是算错。"


@dataclass(frozen=True, slots=True)
class Fit:
    """A check with how much of the question it is about."""

    document: Document
    check: Check
    share: float
    is_placed: bool
    names: float
    is_of_another: bool = False  # no word asked ends as one of its labels does


def answer_contradiction(asked: AskedPrints, question: str, documents: Sequence[Document], library: Library) -> Answer | None:
    """The answer by the one check that fits what was asked best; None where none does or several of different things do."""
    rows = ALL_ROWS.search(question)
    every = rows is not None and not question.startswith("数", rows.end())  # 三个数: those that are named
    fits = [fit for document in documents for fit in fits_of(asked, document, every=every)]
    kept = [fit for fit in fits if is_enough(fit, asked)]
    if not kept:
        return None
    best = min(kept, key=lambda fit: rank(fit))
    rivals = {subject(fit) for fit in kept if (fit.share, fit.is_placed, fit.names) == (best.share, best.is_placed, best.names)}
    return tell(best, library) if len(rivals) == 1 else None


def rank(fit: Fit) -> tuple[object, ...]:
    """Fitting places first, then the words, then what is certainly no rounding and has few terms."""
    check = fit.check
    return (not fit.is_placed, -fit.share, -fit.names, check.verdict != BROKEN, len(check.left) + len(check.right))


def subject(fit: Fit) -> str:
    """What the check is of: its one-sided term's own name."""
    return own_names(fit.check, fit.document)[0]


def fits_of(asked: AskedPrints, document: Document, *, every: bool) -> Iterator[Fit]:
    """The checks of the asked shape, each with its fit; `every` says that the question adds up all rows without their names."""
    question = fold(asked.topic)
    for check in document.checks:
        if not is_of_shape(check, asked) or not counts_in(check, asked.unit, document) or not is_of_both(asked.both, check, document):
            continue
        terms = [term for term in (*check.left, *check.right) if not term.document]
        told = fold(" ".join((*(labels(term, document) for term in terms), check.identity if check.kind == NAMES else "")))
        own = {name for name in own_names(check, document)[: 1 if every else None] if len(name) > SHORTEST}
        named = [told_length(name, question) / len(name) for name in own]
        share, names = told_share(asked.topic, told), sum(named) / len(named) if named else 0.0
        yield Fit(document, check, share, is_placed(asked, terms, document), names, not tells_an_end(asked.topic, told))


def is_of_shape(check: Check, asked: AskedPrints) -> bool:
    """Whether a check is of names, of a sum or of two prints as the question is."""
    if check.kind in (RATE, NAMES):
        return check.kind == NAMES and asked.is_of_names and OTHER_NAME in check.identity
    return not asked.is_of_names and (max(len(check.left), len(check.right)) >= FEWEST_ADDED) == asked.is_sum


def counts_in(check: Check, unit: str | None, document: Document) -> bool:
    """Whether a check is of what the question counts, where it counts anything."""
    quantity = quantity_of(check.left[0], document)
    return unit is None or (quantity is not None and quantity.unit in ("", *count_alike(unit, OF_FIGURES)))


def is_enough(fit: Fit, asked: AskedPrints) -> bool:
    """Whether a check is about what was asked: a contradiction by its places or its words, what holds by all its names."""
    is_here = asked.has_places and fit.is_placed
    if (asked.is_doubt and fit.check.verdict != BROKEN) or (asked.is_apart and fit.check.verdict == HOLDS):
        return False
    if fit.check.verdict == HOLDS:
        return min(fit.share, fit.names) >= TOLD_OF_HOLDING and (is_here or not asked.has_places)
    if fit.is_of_another:
        return False
    enough = TOLD_HERE if is_here and fit.check.verdict == BROKEN else TOLD_ANYWHERE
    return fit.share >= enough and (fit.check.kind == NAMES or fit.names >= OWN_NAME or (is_here and not asked.is_sum))


def compares_places(asked: AskedPrints | None, check: Check, document: Document) -> bool:
    """Whether a check compares prints of two places, those that a question names; where a sum is asked it may be of one place."""
    if asked is None:
        return True
    left, right = ({source_index(term, document) for term in side if not term.document} for side in (check.left, check.right))
    is_apart = check.kind != RATE and bool(left and right) and not left & right
    terms = [term for term in (*check.left, *check.right) if not term.document]
    return (asked.is_sum or is_apart) and (not asked.has_places or is_placed(asked, terms, document))


def source_index(term: Term, document: Document) -> tuple[str, int]:
    """The table or the section that prints a term."""
    if term.statement is not None:
        return "section", document.statements[term.statement].section
    return "table", document.figures[term.figure or 0].table


def labels(term: Term, document: Document) -> str:
    """Everything that says what a term is of."""
    if term.statement is not None:
        statement = document.statements[term.statement]
        headings = document.sections[statement.section].heading_path[-1:]
        return " ".join((*headings, statement.subject, statement.aspect, statement.value))
    figure = document.figures[term.figure or 0]
    table = document.tables[figure.table]
    return " ".join((table.title, table.context or "", *figure.row, *figure.col, figure.value))


def own_names(check: Check, document: Document) -> list[str]:
    """The own names of a check's terms, the one-sided first, without those of nothing: the columns of one row, else the rows."""
    terms = [term for term in (*check.left, *check.right) if not term.document]
    is_row = is_of_row(check, document)
    counted = [term for place, term in enumerate(terms) if not place or ((q := quantity_of(term, document)) and q.number)]
    return [own_name(term, document, is_row=is_row) for term in counted]


def is_of_row(check: Check, document: Document) -> bool:
    """Whether all terms of a check stand in one row: their columns then tell them apart."""
    terms = [term for term in (*check.left, *check.right) if not term.document]
    figures = [document.figures[term.figure] for term in terms if term.figure is not None]
    return len(figures) == len(terms) > 1 and len({(one.table, one.row) for one in figures}) == 1


def own_name(term: Term, document: Document, *, is_row: bool = False) -> str:
    """A term's own name: the subject, or the innermost label of its row (or of its column in a row's sum) that says something."""
    if term.statement is not None:
        return fold(statement_label(replace(document.statements[term.statement], aspect="")))
    figure = document.figures[term.figure or 0]
    rows = [key for part in reversed(figure.row) if not is_neutral_label(key := label_key(part))]
    columns = [key for part in reversed(figure.col) if not is_neutral_header(key := label_key(part))]
    return next(iter((*columns, *rows) if is_row else (*rows, *columns)), document.tables[figure.table].context or "")


def tell(fit: Fit, library: Library) -> Answer:
    """Both sides with their places, the difference, and the numbers as values."""
    document, check = fit.document, fit.check
    source = source_of(document, library)
    printed = [(term, quantity_of(term, document)) for term in (*check.left, *check.right) if not term.document]
    is_long = len(check.right) > 1
    values = [Value(own_name(term, document), q.number, q.unit) for term, q in printed if q and (q.number or not is_long)]
    why = ROUNDED if check.verdict == ROUNDING else ""
    text = f"{HEAD.format(document=document_name(document.info))}{check_words(check, document, library)}{parts_of(check, document)}{why}"
    answer = Answer("answered", plain(text), values=tuple(values))
    if check.verdict in (BROKEN, ROUNDING) and check.right:
        gap = Quantity(abs(check.difference.number), check.difference.unit)
        total = [Value(ADDED_UP, added.number, added.unit) for added in [sum_of(check, document)] if added]
        answer = Answer("answered", plain(text), values=(*values, *total, Value("相差", gap.number, gap.unit)))
    return with_grounds(answer, check, source)


def parts_of(check: Check, document: Document) -> str:
    """What is added up, each by its name, where that is not too much to read."""
    terms = [term for term in check.right if not term.document and term.sign > 0]
    printed = [(term, quantity) for term in terms if (quantity := quantity_of(term, document)) and quantity.number]
    if len(check.right) < FEWEST_ADDED or len(terms) < len(check.right) or not FEWEST_ADDED <= len(printed) <= MOST_LISTED:
        return ""
    is_row = is_of_row(check, document)
    return ADDENDS.format(parts="，".join(f"{own_name(term, document, is_row=is_row)}{show_quantity(one)}" for term, one in printed))


def sum_of(check: Check, document: Document) -> Quantity | None:
    """What the side of several terms comes to."""
    if len(check.right) < FEWEST_ADDED:
        return None
    left = [quantity_of(term, document) for term in check.left]
    if len(left) != 1 or left[0] is None:
        return None
    return Quantity(left[0].number - check.difference.number, left[0].unit) if left[0].unit == check.difference.unit else None


def quantity_of(term: Term, document: Document) -> Quantity | None:
    """The number that a term prints."""
    return document.statements[term.statement].quantity if term.statement is not None else document.figures[term.figure or 0].quantity
