"""Staff counted with 小计: all posts, those who hold them and how many are left, and no false contradiction between nested counts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import asking

from app.assistant import Assistant

FERRY = """莲渡市渡口局
2031年部门预算

第一部分 概况

一、主要职责

（一）负责全市渡口的安全监管。

二、机构设置及人员情况

编制人数小计52人，其中：行政编制12人，全部补助事业编制34人，部分补助事业编制6人；实有人数小计48人，其中：在职人数小计48人，行政在职人数11人、全部补助事业在职人数32人、部分补助事业在职人数5人；退休人员20人。

第二部分 情况说明

一、收支预算总体情况

2031年收支总计300.00万元，与2030年相比，收支总计各增加20.00万元，增长7.14%。

第三部分 2031年部门预算表

收支总表

单位：万元

收入\t\t支出\t
项目\t预算数\t项目\t预算数
收入总计\t300.00\t支出总计\t300.00
"""


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant for one invented budget that counts its staff in nested sums."""
    with asking(tmp_path_factory.mktemp("ferry"), FERRY) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("莲渡市渡口局有多少编制？", "52人"),
        ("莲渡市渡口局行政编制多少？", "12人"),
        ("莲渡市渡口局在职人员多少？", "48人"),
        ("莲渡市渡口局空编多少？", "52 − 48 = 4"),
        ("莲渡市渡口局行政编制空几个？", "12 − 11 = 1"),
    ],
)
def test_posts_and_persons_are_those_of_all_or_of_the_kind_asked(ferry: Assistant, asked: str, told: str) -> None:
    answer = ferry.ask(asked, ())
    assert answer.status == "answered"
    assert told in answer.text
    assert "不一致" not in answer.text


def test_posts_of_a_kind_told_in_two_parts_are_not_held_against_persons_of_one(ferry: Assistant) -> None:
    answer = ferry.ask("莲渡市渡口局事业编制空几个？", ())
    assert answer.status != "answered"
