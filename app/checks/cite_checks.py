"""The grounds of a check that an answer tells: every print that it compares cited, every sum written out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.answer import Answer, Citation
from app.telling import calculation
from app.telling.cite import cite_figure, cite_statement
from ingest.document import Check, Document, Term
from retrieval.evidence import FigureEvidence, StatementEvidence


def with_grounds(answer: Answer, check: Check, source: Callable[[Term], Document]) -> Answer:
    """The answer with citations of all terms of the check and the calculation of a side that several of them make up."""
    cited = (cite_term(term, source(term)) for term in (*check.left, *check.right))
    formulas = [formula for side in (check.left, check.right) if (formula := sum_of(side, source))]
    told = "；".join(dict.fromkeys([*filter(None, [answer.calculation]), *formulas])) or None
    return replace(answer, citations=tuple(dict.fromkeys((*answer.citations, *cited))), calculation=told)


def cite_term(term: Term, document: Document) -> Citation:
    """The citation of the cell or the sentence that prints a term."""
    if term.statement is not None:
        statement = document.statements[term.statement]
        return cite_statement(StatementEvidence(document.info, document.sections[statement.section], statement, 0.0))
    figure = document.figures[term.figure or 0]
    return cite_figure(FigureEvidence(document.info, document.tables[figure.table], figure, 0.0))


def sum_of(side: tuple[Term, ...], source: Callable[[Term], Document]) -> str | None:
    """The addition of a side's terms; None of a single one and where something is taken away."""
    if len(side) < 2 or any(term.sign < 0 for term in side):
        return None
    documents = [(term, source(term)) for term in side]
    printed = [
        document.statements[term.statement] if term.statement is not None else document.figures[term.figure or 0]
        for term, document in documents
    ]  # fmt: skip
    quantities = [one.quantity for one in printed if one.quantity is not None]
    return calculation.add(quantities).formula if len(quantities) == len(side) else None
