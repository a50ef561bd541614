"""Which rows a list has."""

from __future__ import annotations

import pytest
from figure_documents import BUDGET, FINAL, index

from retrieval.list_rows import list_rows
from retrieval.load_vocabulary import load_vocabulary

LISTS = {one.name: one for one in load_vocabulary().lists}


def listed(name: str, text: str, units: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    facts = list_rows(index(text), LISTS[name], load_vocabulary().functional_names, units)
    return [(fact.source.row[-2] if len(fact.source.row) > 1 else fact.source.row[-1], fact.source.value) for fact in facts]  # type: ignore[union-attr]


def test_projects_are_listed_without_their_total() -> None:
    assert listed("projects", BUDGET) == [("粮仓修缮", "18.00"), ("粮情监测", "12.00")]


@pytest.mark.parametrize(("unit", "count"), [("桐花县粮食局", 2), ("桐花县盐业站", 0)])
def test_only_rows_of_the_unit_asked_are_listed(unit: str, count: int) -> None:
    assert len(listed("projects", BUDGET, (unit,))) == count


def test_the_departments_own_name_is_that_of_its_own_level() -> None:
    assert listed("projects", BUDGET, ("桐花县粮食局本级",)) == [("粮仓修缮", "18.00"), ("粮情监测", "12.00")]


def test_a_document_without_such_a_table_lists_nothing() -> None:
    assert listed("projects", FINAL) == []
