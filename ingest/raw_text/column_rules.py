"""Turns a form's header and what other tables of the document say into the rules by which numbers are placed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ingest.quantity import parse_number
from ingest.raw_text.placement_rules import ColumnRules, ColumnSum
from ingest.raw_text.raw_table import Record, key_of, leaf_columns
from ingest.raw_text.split_rows import key_tag
from ingest.raw_text.split_sides import ORDINAL
from ingest.standard_forms import EvidenceRule, Form, HeaderCell

Facts = Mapping[str, Decimal]
TreeCell = tuple[HeaderCell, tuple[int, ...]]


PROSE_AMOUNT = r"[^\d。；，,;、及]{0,8}?(\d[\d,]*(?:\.\d+)?)(万?)元"


def column_rules(form: Form, header: Sequence[HeaderCell], facts: Facts, prose: str = "") -> ColumnRules:
    """The rules for the amount columns of a header (or of one side of it), numbered from its first amount column."""
    columns = [column for column in leaf_columns(header) if key_tag(column) is None]
    numbered = number_leaves(header)
    tags = [dict(tag.split(":", 1) for tag in column.tags if ":" in tag) for column in columns]
    paths = dict(all_paths(header, numbered))
    return ColumnRules(
        width=len(columns),
        sums=(*tree_sums(header, numbered), *(one for text in form.sums if (one := written_sum(text, paths)))),
        parts=tuple(tree_parts(header, numbered)),
        rare=frozenset(number for number, column in enumerate(columns) if "rare" in column.tags),
        closed=frozenset(k for k, own in enumerate(tags) if any(facts.get(own.get(kind, "")) == 0 for kind in ("有无", "等于"))),
        fixed={k: facts[own[kind]] for k, own in enumerate(tags) for kind in ("等于", "合计等于") if own.get(kind) in facts},
        told={k: amounts for k, own in enumerate(tags) if (amounts := stated_amounts(own.get("见于", ""), prose))},
    )


def stated_amounts(names: str, prose: str) -> frozenset[Decimal]:
    """The amounts that the prose states right after one of these names, in the unit printed there and in 元."""
    found: set[Decimal] = set()
    for name in names.split(",") if names else ():
        for amount, ten_thousands in re.findall(re.escape(name) + PROSE_AMOUNT, prose):
            number = parse_number(amount)
            if number is not None:
                found |= {number, number * 10_000} if ten_thousands else {number}
    return frozenset(found)


def number_leaves(cells: Sequence[HeaderCell]) -> dict[int, int]:
    """The number of each amount leaf, by the identity of its header cell."""
    numbers: dict[int, int] = {}

    def visit(level: Sequence[HeaderCell]) -> None:
        for cell in level:
            if cell.children:
                visit(cell.children)
            elif not is_key(cell):
                numbers[id(cell)] = len(numbers)

    visit(cells)
    return numbers


def is_key(cell: HeaderCell) -> bool:
    """Whether the cell heads a key column."""
    return key_tag(next(iter(leaf_columns([cell])))) is not None


def total_columns(cell: HeaderCell, numbered: Mapping[int, int]) -> tuple[int, ...]:
    """The columns whose sum is the cell's whole: its own, its total child's, or all its children's."""
    if not cell.children:
        return (numbered[id(cell)],) if id(cell) in numbered else ()
    total = next((child for child in cell.children if child.is_total and not child.children), None)
    children = [total] if total else [child for child in cell.children if not is_part(child)]
    return tuple(number for child in children for number in total_columns(child, numbered))


def is_part(cell: HeaderCell) -> bool:
    """Whether the cell repeats a part of its neighbours instead of adding to them."""
    return cell.names[0].startswith("其中") or "aside" in cell.tags


def levels(cells: Sequence[HeaderCell]) -> Iterator[Sequence[HeaderCell]]:
    """Every set of siblings in the tree."""
    yield cells
    for cell in cells:
        if cell.children:
            yield from levels(cell.children)


def tree_sums(header: Sequence[HeaderCell], numbered: Mapping[int, int]) -> Iterator[ColumnSum]:
    """The sums that the header tree itself states: 合计 and 小计 of their siblings."""
    for siblings in levels(header):
        total = next((cell for cell in siblings if cell.is_total and not cell.children and id(cell) in numbered), None)
        if total is None:
            continue
        parts = [number for cell in siblings if cell is not total and not is_part(cell) for number in total_columns(cell, numbered)]
        if parts:
            yield ColumnSum(numbered[id(total)], tuple(parts))


def tree_parts(header: Sequence[HeaderCell], numbered: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Each 其中 column with the column that it is part of: the total among its siblings."""
    for siblings in levels(header):
        total = next((cell for cell in siblings if cell.is_total and not cell.children and id(cell) in numbered), None)
        for cell in siblings:
            if total and cell.names[0].startswith("其中") and id(cell) in numbered:
                yield numbered[id(cell)], numbered[id(total)]


def all_paths(cells: Sequence[HeaderCell], numbered: Mapping[int, int], above: str = "") -> Iterator[tuple[str, int]]:
    """Every header path, under each of its names, with its column."""
    for cell in cells:
        for name in cell.names:
            yield from all_paths(cell.children, numbered, f"{above}{name}/")
            if id(cell) in numbered:
                yield above + name, numbered[id(cell)]


def written_sum(text: str, paths: Mapping[str, int]) -> ColumnSum | None:
    """A sum that the form writes out, if its total is printed here."""
    total, _, parts = text.partition(" = ")
    if total not in paths:
        return None
    return ColumnSum(paths[total], tuple(paths[part] for part in parts.split(" + ") if part in paths))


def gather_facts(rules: Sequence[EvidenceRule], records: Mapping[str, Sequence[Record]]) -> dict[str, Decimal]:
    """What the document's tables, already split into records, say about tagged columns of others; nothing where they do not say."""
    facts: dict[str, Decimal] = {}
    for rule in rules:
        amount = evidence_amount(rule, records.get(rule.form, ()))
        if amount is not None:
            facts.setdefault(rule.tag, amount)
    return facts


def evidence_amount(rule: EvidenceRule, records: Sequence[Record]) -> Decimal | None:
    """The first amounts of the rows that the rule names, added; 0 where a list of rows names none of them."""
    wanted = {key_of(label) for label in rule.labels}
    found = [record for record in records if record.codes.startswith(rule.codes or ("-",)) or wanted & entry_keys(record)]
    exact = [record for record in found if record.codes in rule.codes]
    is_list = any(record.amounts and record.level not in ("text", "") for record in records) if rule.codes else any_kind(records)
    if not found and not is_list:
        return None
    return sum((number for record in exact or found if (number := first_amount(record)) is not None), Decimal(0))


def any_kind(records: Sequence[Record]) -> bool:
    """Whether the rows carry several keys, so that a value that none of them has is absent from the document."""
    return any(len([key for key in record.keys if key]) >= 2 and record.amounts for record in records)


def entry_keys(record: Record) -> set[str]:
    """The record's labels, compared without ordinals and punctuation."""
    return {key_of(ORDINAL.sub("", entry.text, count=1)) for entry in record.keys if entry}


def first_amount(record: Record) -> Decimal | None:
    """The record's first amount, which is its total."""
    return parse_number(record.amounts[0].text) if record.amounts else None
