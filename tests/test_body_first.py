"""Questions that name their body behind their topic."""

from __future__ import annotations

import pytest

from app.question.body_first import body_first
from ingest.document import DocumentInfo
from retrieval.bodies.choose_documents import choose_documents
from retrieval.catalog import build_catalog
from retrieval.query import DocumentChoice

GRAIN = DocumentInfo("grain", "grain.txt", organization="桐花县粮食局", region="桐花县", level="县", year=2031, kind="预算")
CATALOG = build_catalog((GRAIN,))


def choose(words: str) -> DocumentChoice:
    return choose_documents(words, CATALOG, [])


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("差旅费这一块,桐花县粮食局2031年批了多少?", "桐花县粮食局2031年差旅费批了多少?"),
        ("粮仓修缮,桐花县粮食局的安排了多少?", "桐花县粮食局粮仓修缮安排了多少?"),
        ("留了多少?我说的是桐花县粮食局2031年粮仓修缮的", "桐花县粮食局2031年粮仓修缮的留了多少?"),
        ("拿桐花县粮食局2031年预算来说,差旅费占多少?", "桐花县粮食局2031年预算,差旅费占多少?"),
        ("桐花县粮食局2031年差旅费,一共多少?", "桐花县粮食局2031年差旅费,一共多少?"),
        ("想问一下,桐花县粮食局2031年差旅费多少?", "想问一下,桐花县粮食局2031年差旅费多少?"),
        ("差旅费多少,桐花县粮食局2031年的?", "差旅费多少,桐花县粮食局2031年的?"),
    ],
)
def test_the_body_comes_before_what_is_asked_of_it(question: str, whole: str) -> None:
    assert body_first(question, choose) == whole
