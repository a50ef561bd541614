"""Rows of forms in words: a line for each with the cells asked for, the figures in it and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.answer import Citation, Value
from app.forms.form_rows import FormRow, role_named
from app.telling import wording_forms as wording
from app.telling.calculation import Calculation
from app.telling.cite import plain
from app.telling.passages import Found, cite_table
from ingest.document import Document, Figure


@dataclass(frozen=True, slots=True)
class Line:
    """A line to show, its figures, its sources and how it is computed."""

    text: str
    values: tuple[Value, ...] = ()
    citations: tuple[Citation, ...] = ()
    calculation: str = ""


def tell_row(row: FormRow, roles: Sequence[str], template: str = wording.PLAIN_ROW) -> Line:
    """One row with the cells of these roles; the template may name its table and project."""
    cells = [(role, figure) for role in roles if (figure := row.cell(role))]
    shown = "，".join(wording.CELL.format(column=role_named(role).title, value=row.shown(role)) for role, _ in cells)
    is_told = bool(row.project) and plain(row.project) not in plain(row.table.title)
    project = wording.PROJECT.format(project=plain(row.project)) if is_told else ""
    text = template.format(table=plain(row.table.title), project=project, owner=plain(row.owner), name=plain(row.name), cells=shown)
    values = [
        Value(f"{plain(row.name)}·{role_named(role).title}", quantity.number, quantity.unit)
        for role, _ in cells if (quantity := row.quantity(role))
    ]  # fmt: skip
    citations = [cite_cell(row, role, figure) for role, figure in cells]
    return Line(text, tuple(values), tuple(citations))


def cite_cell(row: FormRow, role: str, figure: Figure) -> Citation:
    """The very cell of a row, quoted under the row's name."""
    cited = cite_table(row.document, row.table, f"{row.name}：{row.shown(role)}", figure.place)
    return replace(
        cited, row=tuple(map(plain, figure.row)), col=tuple(map(plain, figure.col)), table_index=row.table.index, cell=figure.cell
    )


def tell_computed(template: str, computed: Calculation, label: str, **parts: object) -> Line:
    """A computed amount in a sentence."""
    amount = computed.result
    text = template.format(amount=f"{amount.number:f}{amount.unit}", formula=computed.formula, **parts)
    return Line(text, (Value(label, amount.number, amount.unit),), calculation=computed.formula)


def join_lines(document: Document, lines: Sequence[Line]) -> Found:
    """The lines as what a document says."""
    values = tuple(value for line in lines for value in line.values)
    citations = tuple(citation for line in lines for citation in line.citations)
    formulas = "；".join(line.calculation for line in lines if line.calculation)
    return Found(document, "\n".join(line.text for line in lines), citations, values, formulas or None)
