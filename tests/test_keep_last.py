"""What is made of the whole library is made once, until the library changes."""

from __future__ import annotations

from pathlib import Path

from knowledge_documents import invented_document

from app.disclosures import Disclosures
from app.question_reader import QuestionReader
from retrieval.knowledge_base import KnowledgeBase
from retrieval.spelling.keep_last import keep_last


def test_the_last_is_kept_by_what_it_is_not_by_what_it_equals() -> None:
    made: list[list[int]] = []
    count = keep_last(lambda given: made.append(given) or len(made))
    one, other = [1], [1]
    assert [count(one), count(one), count(other), count(other), count(one)] == [1, 1, 2, 2, 3]


def test_the_library_is_listed_and_a_question_is_read_once_until_something_changes(tmp_path: Path) -> None:
    with KnowledgeBase.open(tmp_path) as knowledge_base:
        knowledge_base.add(invented_document(), b"")
        disclosures = Disclosures(knowledge_base)
        reader = QuestionReader(disclosures, tmp_path)
        documents, catalog = disclosures.documents(), reader.catalog
        choice, _ = reader.choose("云岭市灯塔局2031年预算公务接待费是多少")
        assert disclosures.documents() is documents
        assert reader.catalog is catalog
        assert reader.choose("云岭市灯塔局2031年预算公务接待费是多少")[0] is choice
        knowledge_base.update_info(documents[0].id, year=2032)
        assert [info.year for info in disclosures.documents()] == [2032]
        assert reader.choose("云岭市灯塔局2031年预算公务接待费是多少")[0].failed == "year"
