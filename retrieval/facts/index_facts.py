"""A document's figures and statements as facts that can be asked for: which labels name each, and where each label occurs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from ingest import late_re as re
from ingest.document import Document, Figure
from retrieval.facts.balanced_changes import balanced_changes
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.figure_facts import figure_facts
from retrieval.facts.spell_variants import spell_variants
from retrieval.facts.statement_facts import statement_facts
from retrieval.facts.unit_variants import unit_variants
from retrieval.spelling.label_key import fold, label_key
from retrieval.spelling.name_windows import windows

BRACKETED = re.compile(r"(?P<name>[^（(]{2,})[（(](?P<kind>[^）)]{1,12})[）)]\s*")
LONGEST_NAME = 24  # what is longer is a sentence


def index_facts(document: Document) -> FactIndex:
    """The facts of a document with their postings."""
    facts = (*figure_facts(document), *balanced_changes(statement_facts(document), document.info.kind))
    postings: dict[str, list[int]] = defaultdict(list)
    codes: dict[str, list[int]] = defaultdict(list)
    accounts = coded_names(facts)
    for number, fact in enumerate(facts):
        for key in {*(key for key, _ in fact.labels), *fact.headers, *fact.titles, *fact.totals}:
            postings[key].append(number)
        for code in fact.codes:
            codes[code].append(number)
    rows = coded_names(fact for fact in facts if isinstance(fact.source, Figure))
    variants = spell_variants(postings, label_key(document.info.region or ""), accounts, rows) | bracket_variants(document, postings)
    variants = {**unit_variants(document), **variants}
    return FactIndex(
        document=document,
        facts=facts,
        postings={key: tuple(numbers) for key, numbers in postings.items()},
        variants=variants,
        codes={code: tuple(numbers) for code, numbers in codes.items()},
        compounds=frozenset(postings.keys() - printed_keys(facts)),
        titles=frozenset(label_key(table.title) for table in document.tables),
        blanks=frozenset(blank_labels(document) - postings.keys() - codes.keys()),
        accounts=accounts,
        names=frozenset(key for fact in facts for key, _ in fact.labels),
        windows=windows(key for key in variants if len(key) <= LONGEST_NAME),
    )


def printed_keys(facts: Collection[Fact]) -> set[str]:
    """The keys of labels, single header cells, titles and totals."""
    rows = {key for labels in {fact.labels for fact in facts} for key, _ in labels}
    headers = {header for column in {fact.source.col for fact in facts if isinstance(fact.source, Figure)} for header in column}
    return rows | {key for keys in {(*fact.titles, *fact.totals) for fact in facts} for key in keys} | set(map(label_key, headers))


def coded_names(facts: Iterable[Fact]) -> frozenset[str]:
    """The names of accounts: of rows that bear a code."""
    return frozenset(key for fact in facts if fact.codes for key, _ in fact.labels)


def bracket_variants(document: Document, postings: Mapping[str, object]) -> dict[str, frozenset[str]]:
    """The names that rows bear only with something in brackets behind them (“津贴（一类）”), each with those rows' keys."""
    found: dict[str, set[str]] = defaultdict(set)
    for part in {part for figure in document.figures for part in figure.row}:
        name = BRACKETED.fullmatch(part)
        if name and len(label_key(name[1])) >= 3 and label_key(name[1]) not in postings:
            found[label_key(name[1])].add(label_key(part))
    return {name: frozenset(keys) for name, keys in found.items()}


def blank_labels(document: Document) -> set[str]:
    """The labels of rows that are printed with no figure at all."""
    cells = (cell for table in document.tables for cell in table.cells if not cell.is_header)
    return {label_key(cell.text) for cell in cells if 2 <= len(fold(cell.text)) <= 30}
