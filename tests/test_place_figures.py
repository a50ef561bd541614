from __future__ import annotations

import pytest

from retrieval.facts.index_facts import index_facts
from retrieval.lookup.find_figures import find_figures
from retrieval.lookup.place_figures import place_figures, take_turns
from retrieval.spelling.load_vocabulary import load_vocabulary
from tests.knowledge_documents import invented_document

DOCUMENT = invented_document(tables=2)


@pytest.mark.parametrize("question", ["会议费是多少", "公务接待费和会议费各是多少"])
def test_the_passages_of_a_figures_tables_are_found(question: str) -> None:
    places = place_figures(find_figures(index_facts(DOCUMENT), [question], load_vocabulary()))
    assert {DOCUMENT.chunks[place].table for place in places} >= {0, 1}
    assert len(places) == len(set(places))


def test_what_prints_no_figure_has_no_place() -> None:
    assert place_figures(find_figures(index_facts(DOCUMENT), ["灯塔有多高"], load_vocabulary())) == ()


def test_rankings_take_turns_until_all_are_told() -> None:
    assert take_turns([[1, 2, 3], [], [4]]) == [1, 4, 2, 3]
