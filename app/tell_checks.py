"""Checks in words: one side of an identity with its place, for the ledger and for the warnings of an answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.answer import Answer, Citation, Value
from app.cite import NUMBERING, TAG, plain
from ingest.check_arithmetic import BROKEN, RATE, ROUNDING
from ingest.document import Check, Document, Term
from ingest.quantity import Quantity, convert_money

VERDICTS = {ROUNDING: "尾差", BROKEN: "不一致"}
MOST_WARNINGS = 2
FEW_TERMS = 3


def check_words(check: Check, document: Document) -> str:
    """“尾差：甲 1.00（《表》…）≠ 乙 0.99（…），相差 0.01 万元。” – both sides with their places, a long sum as its count."""
    gap = f"{abs(check.difference.number):f}{'个百分点' if check.kind == RATE else check.difference.unit}"
    sides = [_side_words(side, document, check.kind == RATE and side is check.right) for side in (check.left, check.right)]
    return f"{VERDICTS.get(check.verdict, '相符')}：{check.identity}，{sides[0]}，{sides[1]}，相差{gap}。"


def _side_words(terms: Sequence[Term], document: Document, is_rate: bool) -> str:
    if len(terms) <= FEW_TERMS:
        joint = "与" if is_rate else "、"
        return joint.join(dict.fromkeys(_term_words(term, document) for term in terms))
    quantities = [quantity for term in terms if (quantity := _quantity(term, document))]
    total = sum(term.sign * quantity.number for term, quantity in zip(terms, quantities, strict=True))
    return f"{_place(terms[0], document)}等{len(terms)}项合计{total:f}{quantities[0].unit}"


def _term_words(term: Term, document: Document) -> str:
    quantity = _quantity(term, document)
    printed = document.statements[term.statement].value if term.statement is not None else f"{plain(_figure_text(term, document))}"
    unit = quantity.unit if quantity and not printed.endswith(quantity.unit) else ""
    return f"{_place(term, document)}为{printed}{unit}"


def _figure_text(term: Term, document: Document) -> str:
    return document.figures[term.figure or 0].value


def _place(term: Term, document: Document) -> str:
    """The cell or the section where a term is printed."""
    if term.statement is not None:
        path = document.sections[document.statements[term.statement].section].heading_path
        return f"正文“{NUMBERING.sub('', plain(path[-1]))}”" if path else "正文"
    figure = document.figures[term.figure or 0]
    table = document.tables[figure.table]
    row, column = plain(" ".join(figure.row)), " > ".join(map(plain, figure.col))
    return f"《{plain(table.title)}》" + "，".join(f"“{part}”" for part in (row, column) if part)


def _quantity(term: Term, document: Document) -> Quantity | None:
    return document.statements[term.statement].quantity if term.statement is not None else document.figures[term.figure or 0].quantity


def warn_of_checks(answer: Answer, documents: Iterable[Document]) -> Answer:
    """The answer with warnings where a figure that it states does not agree with what it should; text and values stay as they are."""
    warnings: list[str] = []
    for document in documents:
        terms = [term for citation in answer.citations for term in _cited(citation, document, answer.values)]
        found = [check for check in document.checks if _is_told(check) and set(_bare((*check.left, *check.right))) & set(terms)]
        found.sort(key=lambda check: (check.verdict != BROKEN, not set(_bare(check.left)) & set(terms), len(check.right)))
        told = "".join(answer.warnings)
        warnings += [check_words(check, document) for check in found if not _is_said(check, set(terms), document, told)]
    return answer.with_warnings(*list(dict.fromkeys(warnings))[:MOST_WARNINGS]) if warnings else answer


def _is_told(check: Check) -> bool:
    """Whether staff and citizens should hear of it: of a rate only what rounding does not explain."""
    return check.verdict == BROKEN or (check.verdict == ROUNDING and check.kind != RATE)


def _bare(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(Term(term.figure, term.statement) for term in terms)


def _is_said(check: Check, terms: set[Term], document: Document, told: str) -> bool:
    """Whether a warning already names the other print of the amount."""
    others = [term for term in _bare((*check.left, *check.right)) if term not in terms]
    return len(others) == 1 and _title(others[0], document) in told and _printed(others[0], document) in told


def _title(term: Term, document: Document) -> str:
    return plain(document.tables[document.figures[term.figure].table].title) if term.figure is not None else "正文"


def _printed(term: Term, document: Document) -> str:
    return document.statements[term.statement].value if term.statement is not None else plain(_figure_text(term, document))


def _cited(citation: Citation, document: Document, values: Sequence[Value]) -> list[Term]:
    """The figures or statements that a citation shows, where their amount is one that the answer states."""
    if citation.document_id != document.info.id:
        return []
    if citation.cell is not None:
        found = [
            Term(figure=index) for index, figure in enumerate(document.figures)
            if figure.table == citation.table_index and figure.cell == citation.cell
        ]  # fmt: skip
    else:
        found = [
            Term(statement=index) for index, statement in enumerate(document.statements)
            if statement.place.lines == citation.lines and statement.place.page == citation.page
            and " ".join(TAG.sub("", statement.sentence).split()) == citation.quote
        ]  # fmt: skip
    return [term for term in found if (quantity := _quantity(term, document)) and any(_is_equal(quantity, value) for value in values)]


def _is_equal(quantity: Quantity, value: Value) -> bool:
    told = Quantity(value.value, value.unit)
    if quantity.is_money and told.is_money:
        return convert_money(quantity, told.unit).number == told.number
    return quantity.number == told.number
