"""A code of the government's own classification is asked for: all rows that it classifies, added up."""

from __future__ import annotations

import pytest

from ingest.document import Document, DocumentInfo, Figure, Place, Table
from ingest.quantity import parse_quantity
from retrieval.facts.index_facts import index_facts
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Want
from retrieval.lookup.look_up import look_up

ROWS = (
    ("302", "05", "水费", "502", "01", "办公经费", "1.50"),
    ("302", "26", "劳务费", "502", "05", "委托业务费", "20.00"),
    ("302", "27", "委托业务费", "502", "05", "委托业务费", "130.00"),
)


def document() -> Document:
    figures = [
        Figure(0, tuple(labels), ("合计",), value, parse_quantity(f"{value}万元"), Place(), (at, 6))
        for at, (*labels, value) in enumerate(ROWS)
    ]
    info = DocumentInfo("d", "甲.txt", organization="甲局", year=2031, kind="预算")
    return Document(info, (), (Table(0, "支出经济分类汇总表", None, "万元", (), ()),), tuple(figures), (), (), ())


@pytest.mark.parametrize(
    ("mention", "amount"),
    [
        (Mention(0, 5, "50205", (), code="50205"), "150.00"),
        (Mention(0, 10, "50205委托业务费", ("委托业务费",), code="50205"), "150.00"),
        (Mention(0, 5, "委托业务费", ("委托业务费",)), "130.00"),
        (Mention(0, 5, "30227", (), code="30227"), "130.00"),
        (Mention(0, 5, "50201", (), code="50201"), "1.50"),
    ],
)
def test_a_class_is_the_sum_of_its_rows(mention: Mention, amount: str) -> None:
    found = look_up(index_facts(document()), Want((mention,)), "value", ())
    best = found.candidates[0].quantity
    assert best is not None
    assert f"{best.number:f}{best.unit}" == f"{amount}万元"


@pytest.mark.parametrize(
    "mentions",
    [
        (Mention(0, 5, "50205", (), code="50205"), Mention(6, 9, "劳务费", ("劳务费",))),
        (Mention(0, 9, "50205的劳务费", ("劳务费",), code="50205"),),
    ],
)
def test_a_row_named_beside_its_class_is_that_row_alone(mentions: tuple[Mention, ...]) -> None:
    best = look_up(index_facts(document()), Want(mentions), "value", ()).candidates[0].quantity
    assert best is not None
    assert f"{best.number:f}" == "20.00"
