"""A name with one wrong character where a total is asked, and what brackets leave out: units, or an item that is taken from the amount."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import amounts_of, asking
from test_shares_in_other_order import BEES

from app.assistant import Assistant


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("slips"), BEES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("梨坞县养蜂局2031年其他交痛费用总共要掏多少钱", "90.00万元"),
        ("梨坞县养蜂局2031年取缓费一共多少", "30.00万元"),
        ("梨坞县养蜂局2031年公用经费（取暖费不算）多少", "90.00万元"),
        ("梨坞县养蜂局2031年公用经费（不算取暖费）多少", "90.00万元"),
    ],
)
def test_what_is_meant_is_told(assistant: Assistant, question: str, amount: str) -> None:
    assert amount in amounts_of(assistant, question)
