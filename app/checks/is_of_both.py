"""Whether a check holds the two things that a question names against each other."""

from __future__ import annotations

from app.checks.asked_prints import load_agreement_words, told_share
from app.checks.is_placed import is_short_for
from ingest.document import Check, Document, Term
from retrieval.spelling.label_key import fold

SIDES = ("收入", "支出")
SHORTEST_ITEM = 2


def is_of_both(both: tuple[str, str] | None, check: Check, document: Document) -> bool:
    """Whether a check holds the two things asked about against each other, each of them one of its sides; any does where none are named."""
    if both is None:
        return True
    terms = (*check.left, *check.right)
    is_single = len(check.left) == len(check.right) == 1 and not any(term.document for term in terms)
    if not is_single or (are_apart(both) and any(all(is_called(name, term, document) for name in both) for term in terms)):
        return False
    return any(all(map(is_called, order, terms, (document, document))) for order in (both, both[::-1]))


def are_apart(both: tuple[str, str]) -> bool:
    """Whether two names are of two things: neither holds the other nor begins as it does (某事合计 and 某事财政拨款 are of one)."""
    one, other = map(own_words, both)
    return one not in other and other not in one and one[:SHORTEST_ITEM] != other[:SHORTEST_ITEM]


def own_words(name: str) -> str:
    """A thing's name without the table and the other places where it is printed."""
    words = load_agreement_words()
    return words.prose.sub(" ", words.table_name.sub(" ", fold(name))).strip(" 的里中")


def is_called(name: str, term: Term, document: Document) -> bool:
    """Whether a term's own labels say all of a thing's name, and its table is the one that the name says."""
    words, asked = load_agreement_words(), fold(name)
    tables, plain_name = words.table_name.findall(asked), own_words(name)
    if term.statement is not None:
        one = document.statements[term.statement]
        return not tables and says_all(plain_name, fold(f"{one.subject}{one.aspect}"))
    figure = document.figures[term.figure or 0]
    title = fold(document.tables[figure.table].title)
    return all(is_short_for(one, title) for one in tables) and says_all(plain_name, fold(" ".join((*figure.row, *figure.col))))


def says_all(name: str, told: str) -> bool:
    """Whether labels say a whole name, and the side that it is of."""
    return name in told or (told_share(name, told) == 1 and all(side in told for side in SIDES if side in name))
