"""A change against a printed column, asked by the words of the two columns."""

from __future__ import annotations

import pytest

from retrieval.facts.compared_columns import compared_columns
from tests.figure_documents import index

TABLE = """桐花县林场
2031年部门预算

2031年一般公共预算支出表

单位：万元

功能分类科目\t2030年执行数\t2031年预算数\t2031年预算数比2030年执行数\t2031年预算数比2030年执行数
功能分类科目\t2030年执行数\t2031年预算数\t增减额\t增减%
种苗补贴\t20.00\t21.30\t1.30\t6.50
"""


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("种苗补贴比2030年执行数增加了多少", "种苗补贴的预算数比执行数增减额"),
        ("种苗补贴2031年预算数比2030年执行数增减多少,增减幅度多大", "种苗补贴的预算数比执行数增减额和预算数比执行数增减率"),
        ("种苗补贴比2030年预算数增加多少", "种苗补贴比2030年预算数增加多少"),  # no such columns: as it was
    ],
)
def test_a_change_against_a_printed_column_is_asked_by_the_column(asked: str, read: str) -> None:
    assert compared_columns(asked, index(TABLE)) == read
