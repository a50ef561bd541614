"""Names that are asked for with a 的 between their parts."""

from __future__ import annotations

import pytest
from figure_documents import FINAL, index

from retrieval.names.join_names import join_names


@pytest.mark.parametrize(
    ("rest", "joined"),
    [
        ("工资的福利支出多少", "工资福利支出多少"),
        ("今年商品和服务的支出多少", "今年商品和服务支出多少"),
        ("差旅费的决算数", "差旅费的决算数"),
        ("商品的支出", "商品的支出"),
        ("工资的福利支出决算数", "工资福利支出决算数"),
    ],
)
def test_a_particle_within_a_printed_name_is_passed_over(rest: str, joined: str) -> None:
    assert join_names(rest, index(FINAL)) == joined
