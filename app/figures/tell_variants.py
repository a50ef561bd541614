"""What a table prints of one thing in a row apart, marked in brackets (carried over, handed down early): told beside the plain row."""

from __future__ import annotations

from dataclasses import replace

from app.answer import Answer, Value
from app.figures.tell_other_print import only_fact
from app.telling.cite import cite_fact, plain, printed
from ingest import late_re as re
from ingest.document import Figure
from retrieval.facts.fact import Fact
from retrieval.facts.finding import Finding
from retrieval.facts.index_facts import BRACKETED
from retrieval.spelling.label_key import label_key

APART = re.compile(r"结转|结余|上年|以前年度|追加|提前(?:下达|批)|续建|尾款|20\d\d年")
LINE = "同一张表另有单列的一行“{name}”：{amount}[{number}]。"


def tell_variants(answer: Answer, finding: Finding) -> Answer:
    """The answer, with a line for each such row beside the one figure told."""
    chosen = only_fact(finding)
    if chosen is None or len(answer.values) != 1:
        return answer
    for fact in finding.index.facts:
        name, quantity = variant_of(fact, chosen), fact.source.quantity
        if not name or quantity is None:
            continue
        line = LINE.format(name=name, amount=printed(fact), number=len(answer.citations) + 1)
        told = (*answer.values, Value(name, quantity.number, quantity.unit))
        answer = replace(answer, text=f"{answer.text}\n{line}", values=told, citations=(*answer.citations, cite_fact(fact)))
    return answer


def variant_of(fact: Fact, chosen: Fact) -> str:
    """The name of a row that is another's with a mark in brackets, where the cell stands in the same column; else empty."""
    one, other = fact.source, chosen.source
    if not isinstance(one, Figure) or not isinstance(other, Figure) or (one.table, one.col) != (other.table, other.col):
        return ""
    names = set(map(label_key, other.row))
    marked = (found for part in one.row if (found := BRACKETED.fullmatch(plain(part))))
    return next((one[0] for one in marked if APART.search(one["kind"]) and label_key(one["name"]) in names), "")
