"""Labels that begin with words that also chose the document."""

from __future__ import annotations

import pytest
from figure_documents import BUDGET, index

from retrieval.names.restore_labels import restore_labels


@pytest.mark.parametrize(
    ("question", "rest", "expected"),
    [
        ("粮食局粮情监测多少", "   粮情监测多少", "   粮情监测多少"),
        ("一般公共服务支出多少", "    服务支出多少", "一般公共服务支出多少"),
        ("桐花县粮食局多少", "   粮食局多少", "   粮食局多少"),
        ("粮食局粮食储备(全部)多少", "       (全部)多少", "       (全部)多少"),
        ("不一样长", "长", "长"),
    ],
)
def test_only_a_label_that_a_blank_cut_through_is_put_back(question: str, rest: str, expected: str) -> None:
    assert restore_labels(question, rest, index(BUDGET)) == expected
