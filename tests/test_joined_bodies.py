"""A body whose name joins two tasks, a zone misspelt, a body called as it was before, and one known by the code of its unit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import GRANARY, HERITAGE, amounts_of, asking

from app.assistant import Assistant

BUDGET = """{name}
2031年部门预算

第一部分 2031年部门预算表

部门支出总表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t{whole}.00\t{basic}.00\t10.00
2010301\t行政运行\t{whole}.00\t{basic}.00\t10.00
"""
DESK = "临漪市澜江区行政审批与大数据管理局"
AMOUNTS = {DESK: 60, "临漪市自然资源局": 70, "临漪市卫生健康局": 80, "临漪市市场监督管理局": 90, "临漪市示范区农业农村局": 50}
TEXTS = [BUDGET.format(name=name, whole=whole, basic=whole - 10) for name, whole in AMOUNTS.items()]


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("joined"), *TEXTS) as opened:
        yield opened


@pytest.mark.parametrize("name", [DESK, DESK.replace("与", "和")])
def test_the_joined_body_that_is_loaded_is_understood(assistant: Assistant, name: str) -> None:
    assert amounts_of(assistant, f"{name}2031年基本支出是多少") == ["50.00万元"]


@pytest.mark.parametrize(
    "name", ["临漪市桐岭区行政审批和政务信息管理局", "临漪市澜江区行政审批和政务信息管理局", "桐岭区城市更新和住房保障局"]
)
def test_a_joined_body_that_is_not_loaded_is_refused_by_its_whole_name(assistant: Assistant, name: str) -> None:
    answer = assistant.ask(f"{name}2031年基本支出是多少")
    assert answer.status == "not_found", answer.text
    assert f"没有载入“{name}”的文件" in answer.text, answer.text


def test_two_bodies_joined_are_two(assistant: Assistant) -> None:
    assert amounts_of(assistant, "临漪市自然资源局和临漪市卫生健康局支出各多少") == ["70.00万元", "80.00万元"]


@pytest.mark.parametrize(
    ("zone", "told"), [("示范区", ["50.00万元"]), ("示犯区", ["50.00万元"]), ("试范区", ["50.00万元"]), ("新城区", [])]
)
def test_a_slip_in_the_zone_is_understood_and_another_zone_is_none(assistant: Assistant, zone: str, told: list[str]) -> None:
    assert amounts_of(assistant, f"临漪市{zone}农业农村局支出多少") == told


@pytest.mark.parametrize(
    ("former", "told"),
    [("国土局", ["70.00万元"]), ("国土资源局", ["70.00万元"]), ("卫计局", ["80.00万元"]), ("工商局", ["90.00万元"]), ("安监局", [])],
)
def test_a_body_is_known_by_its_former_name(assistant: Assistant, former: str, told: list[str]) -> None:
    assert amounts_of(assistant, f"临漪市{former}2031年支出多少") == told


@pytest.fixture(scope="module")
def codes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("codes"), HERITAGE, GRANARY) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("单位代码305002 2031年项目支出多少", ["60.00万元"]),
        ("305002的基本支出多少", ["20.00万元"]),
        ("417002项目支出多少", ["15.00万元"]),
        ("苇塘市文物局单位代码305001项目支出多少", ["68.00万元"]),
        ("999999项目支出多少", []),
    ],
)
def test_a_body_is_known_by_the_code_of_its_unit(codes: Assistant, asked: str, told: list[str]) -> None:
    assert amounts_of(codes, asked) == told
