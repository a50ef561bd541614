"""Checks in words: one side of an identity with its place, for the ledger and for the warnings of an answer.

A check may speak of another document; `library` finds that one by its id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from app.answer import Answer, Citation, Value
from app.checks.cite_checks import with_grounds
from app.checks.total_of_body import concerns
from app.telling.calculation import add
from app.telling.cite import NUMBERING, document_name, plain, statement_label, within_quotes
from ingest.checks.check_arithmetic import BROKEN, HOLDS, RATE, ROUNDING
from ingest.checks.check_columns import AT_MOST
from ingest.document import Check, Document, Statement, Term
from ingest.labels.row_codes import CODE
from ingest.quantity import Quantity, convert_money

VERDICTS = {ROUNDING: "尾差", BROKEN: "不一致"}
AGREES, PART_OF_WHOLE = "相符", "不相等，前者是后者的一部分"
MOST_WARNINGS = 2
UNTITLED = "无题表"
Library = Callable[[str], Document]
SourceOf = Callable[[Term], Document]


def source_of(document: Document, library: Library) -> SourceOf:
    """Finds the document that prints a term of one of this document's checks."""
    return lambda term: library(term.document) if term.document else document


def check_words(check: Check, document: Document, library: Library) -> str:
    """One sentence: “不一致：《甲表》“合计”为 1.00 万元，其各项相加为 1.50 万元，相差 0.50 万元。” – both sides with their places."""
    source = source_of(document, library)
    if not check.right:
        return f"{VERDICTS[check.verdict]}：{_side_words(check.left, source)}，{within_quotes(check.identity)}。"
    gap = f"{abs(check.difference.number):f}{'个百分点' if check.kind == RATE else check.difference.unit}"
    right = _rate_words(check, source) if check.kind == RATE else _other_side(check, source)
    left = f"{_side_words(check.left, source)}{_added(check, source)}"
    return f"{_verdict(check)}：{left}，{right}，相差{gap}。"


def _verdict(check: Check) -> str:
    """How both sides stand to each other: a part that is smaller than its whole is as it should be, but not the same number."""
    is_less = check.verdict == HOLDS and AT_MOST in check.identity and check.difference.number
    return PART_OF_WHOLE if is_less else VERDICTS.get(check.verdict, AGREES)


def _side_words(terms: Sequence[Term], source: SourceOf) -> str:
    return "＋".join(f"{_place(term, source)}为{_printed_with_unit(term, source)}" for term in terms)


def _other_side(check: Check, source: SourceOf) -> str:
    """The right side: one print with its place, a sum or a difference as what its terms come to."""
    if len(check.right) == 1:
        return _side_words(check.right, source)
    total = f"{_sum_of_right(check, source):f}{check.difference.unit}"
    if any(term.sign < 0 for term in check.right):
        operands = "减去".join(_side_words(side, source) for side in _plus_and_minus(check.right) if side)
        return f"{operands}，得{total}"
    where = "" if _source(check.left[0], source) == _source(check.right[0], source) else _source(check.right[0], source)
    return f"{where}所列{len(check.right)}项相加为{total}"


def _added(check: Check, source: SourceOf) -> str:
    """What several terms of the left side come to, in words; nothing for a single one."""
    quantities = [_quantity(term, source) for term in check.left]
    if len(check.left) < 2 or check.kind == RATE or None in quantities or any(term.sign < 0 for term in check.left):
        return ""
    total = add([quantity for quantity in quantities if quantity]).result
    return f"，相加为{total.number:f}{total.unit}"


def _plus_and_minus(terms: Sequence[Term]) -> tuple[list[Term], list[Term]]:
    return [term for term in terms if term.sign > 0], [term for term in terms if term.sign < 0]


def _sum_of_right(check: Check, source: SourceOf) -> Decimal:
    """What the right side comes to in the unit of the difference."""
    unit, total = check.difference.unit, -check.difference.number
    for term in check.left:
        quantity = _quantity(term, source)
        if quantity:
            total += term.sign * (convert_money(quantity, unit).number if quantity.is_money else quantity.number)
    return total


def _rate_words(check: Check, source: SourceOf) -> str:
    operands = "、".join(dict.fromkeys(_printed_with_unit(term, source) for term in check.right))
    exact = (_quantity(check.left[0], source) or Quantity(Decimal(0), "%")).number - check.difference.number
    return f"按所印的{operands}计算为{exact:f}%"


def _printed_with_unit(term: Term, source: SourceOf) -> str:
    quantity, text = _quantity(term, source), _printed(term, source)
    return text if quantity is None or not quantity.unit or text.endswith(quantity.unit) else f"{text}{quantity.unit}"


def _source(term: Term, source: SourceOf) -> str:
    """The table or the section where a term is printed, with its document where that is another one."""
    document = source(term)
    own = f"{document_name(document.info)}的" if term.document else ""
    if term.statement is None:
        return f"{own}《{_title(term, source)}》"
    path = document.sections[document.statements[term.statement].section].heading_path
    heading = NUMBERING.sub("", within_quotes(path[-1])).rstrip("。：:") if path else ""
    return f"{own}正文“{heading}”" if heading else f"{own}正文"


def _place(term: Term, source: SourceOf) -> str:
    """The cell by its table, row and column; the statement by its section and subject."""
    if term.statement is not None:
        statement = source(term).statements[term.statement]
        return f"{_source(term, source)}中{statement_label(statement)}{_measure_word(statement)}"
    figure = source(term).figures[term.figure or 0]
    row = plain(" ".join(figure.row[:2] if figure.row and CODE.fullmatch(figure.row[0].strip()) else _own_labels(figure.row, source(term))))
    columns = " > ".join(map(plain, figure.col))
    return _source(term, source) + "".join(f"“{within_quotes(part)}”" for part in (row, columns) if part)


def _own_labels(row: Sequence[str], document: Document) -> Sequence[str]:
    """A row's last label, with the one before it where the last is only the body that the row belongs to."""
    bodies = {document.info.organization, *document.info.units}
    return row[-2:] if row and plain(row[-1]) in bodies else row[-1:]


def _measure_word(statement: Statement) -> str:
    """What a sentence's number says of its subject, where that is not the amount or the count itself."""
    if statement.measure in ("增减额", "增减率") and statement.direction in ("增加", "减少"):
        return f"{statement.direction}{statement.measure[-1]}"
    return "" if statement.measure in ("金额", "数量") else f"的{statement.measure}"


def _quantity(term: Term, source: SourceOf) -> Quantity | None:
    document = source(term)
    return document.statements[term.statement].quantity if term.statement is not None else document.figures[term.figure or 0].quantity


def warn_of_checks(answer: Answer, documents: Iterable[Document], library: Library) -> Answer:
    """The answer with warnings where a figure that it states does not agree with what it should; values stay as they are.

    The text tells it too where the figure itself is printed otherwise elsewhere, or is no sum of its parts.
    """
    warnings: list[str] = []
    told_too: dict[str, tuple[Check, SourceOf]] = {}
    for document in documents:
        terms = [term for citation in answer.citations for term in _cited(citation, document, answer)]
        is_told = _is_told if answer.values else _is_broken  # words that are quoted with their amounts
        found = [check for check in document.checks if is_told(check) and set(_bare((*check.left, *check.right))) & set(terms)]
        found = [check for check in found if concerns(check, terms, document)]
        found.sort(key=lambda check: (check.verdict != BROKEN, not _is_side(check, terms), len(check.right)))
        told = "".join(answer.warnings)
        told_of = [check for check in found if not _is_said(check, set(terms), source_of(document, library), told)]
        kept = [check for check in told_of if check.verdict == BROKEN][:MOST_WARNINGS] or told_of[:1]  # one of several roundings will do
        warnings += [check_words(check, document, library) for check in kept]
        source = source_of(document, library)
        told_too |= {check_words(check, document, library): (check, source) for check in kept if _is_side(check, terms)}
    warnings = list(dict.fromkeys(warnings))
    warned = answer.with_warnings(*warnings[:MOST_WARNINGS]) if warnings else answer
    for words in (words for words in warnings[:MOST_WARNINGS] if words in told_too and words not in answer.text):
        warned = replace(with_grounds(warned, *told_too[words]), text=f"{warned.text}\n注意：{words}")
    return warned


def checks_of(answer: Answer, document: Document, *, is_sum: bool = False) -> list[Check]:
    """The checks in which a figure stands that the answer cites and states; the broken ones first, then those of few terms.

    Where it is held against a sum (`is_sum`) only those count of which it is a whole side.
    """
    terms = {term for citation in answer.citations for term in _cited(citation, document, answer)}
    found = [check for check in document.checks if set(_bare((*check.left, *check.right))) & terms]
    found = [check for check in found if not is_sum or _is_side(check, list(terms))]
    return sorted(found, key=lambda check: (check.verdict != BROKEN, check.verdict != ROUNDING, len(check.right)))


def _is_side(check: Check, terms: Sequence[Term]) -> bool:
    """Whether these terms make up a side of the check: what the other side comes to is another print of it."""
    return any(side and {term.unsigned for term in side} <= set(terms) for side in (check.left, check.right))


def _is_told(check: Check) -> bool:
    """Whether staff and citizens should hear of it: of a rate only what rounding does not explain."""
    return check.verdict == BROKEN or (check.verdict == ROUNDING and check.kind != RATE)


def _is_broken(check: Check) -> bool:
    return check.verdict == BROKEN


def _bare(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(term.unsigned for term in terms)


def _is_said(check: Check, terms: set[Term], source: SourceOf, told: str) -> bool:
    """Whether a warning already names the other print of the amount."""
    others = [term for term in _bare((*check.left, *check.right)) if term not in terms]
    return len(others) == 1 and _title(others[0], source) in told and _printed(others[0], source) in told


def _title(term: Term, source: SourceOf) -> str:
    document = source(term)
    if term.figure is None:
        return "正文"
    table = document.tables[document.figures[term.figure].table]
    return plain(f"{table.title}（{table.context}）" if table.title and table.context else table.title or table.context or UNTITLED)


def _printed(term: Term, source: SourceOf) -> str:
    document = source(term)
    return document.statements[term.statement].value if term.statement is not None else plain(document.figures[term.figure or 0].value)


def _cited(citation: Citation, document: Document, answer: Answer) -> list[Term]:
    """The figures or statements that a citation shows, where their amount is one that the answer states, or quotes without a value."""
    if citation.document_id != document.info.id:
        return []
    if citation.cell is not None:
        found = [
            Term(figure=index) for index, figure in enumerate(document.figures)
            if figure.table == citation.table_index and figure.cell == citation.cell
        ]  # fmt: skip
    elif citation.table_index is not None:  # a whole row of a form
        found = [
            Term(figure=index) for index, figure in enumerate(document.figures)
            if figure.table == citation.table_index and figure.row and all(plain(label) in citation.quote for label in figure.row)
        ]  # fmt: skip
    else:
        found = [
            Term(statement=index) for index, statement in enumerate(document.statements)
            if statement.place.lines == citation.lines and statement.place.page == citation.page
            and plain(statement.sentence) == citation.quote
        ]  # fmt: skip
    stated = [(term, _quantity(term, lambda _term: document)) for term in found]
    if not answer.values:
        return [term for term, _ in stated if term.statement is not None and document.statements[term.statement].value in answer.text]
    return [term for term, quantity in stated if quantity and any(_is_equal(quantity, value) for value in answer.values)]


def _is_equal(quantity: Quantity, value: Value) -> bool:
    told = Quantity(value.value, value.unit)
    if quantity.is_money and told.is_money:
        return convert_money(quantity, told.unit).number == told.number
    return quantity.number == told.number
