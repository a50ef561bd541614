"""Everyday words with the document's own name in brackets behind them."""

from __future__ import annotations

import pytest
from figure_documents import FINAL, index

from retrieval.names.read_glosses import read_glosses


@pytest.mark.parametrize(
    ("rest", "read"),
    [
        ("跑外地的那些钱(差旅费)多少", "(差旅费)多少"),
        ("跑外地的那些钱(就是差旅费)多少", "(就是差旅费)多少"),
        ("办公费和跑外地用的(差旅费)一共多少", "办公费和(差旅费)一共多少"),
        ("差旅费(办公费)多少", "差旅费(办公费)多少"),
        ("占基本支出多少(差旅费)", "占基本支出多少(差旅费)"),
        ("跑外地的那些钱(飞机票)多少", "跑外地的那些钱(飞机票)多少"),
    ],
)
def test_the_name_in_brackets_is_what_is_asked_for(rest: str, read: str) -> None:
    told = read_glosses(rest, index(FINAL))
    assert len(told) == len(rest)
    assert told.replace(" ", "") == read
