"""Bodies called by their names cut short in the middle."""

import pytest

from retrieval.spelling.abbreviated_name import abbreviated_name

NAMES = ["河湾工业中等职业学校", "工业中等职业学校", "河湾区第二人民医院", "第二人民医院", "畜牧兽医技术服务中心"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("中职学校2031年三公经费", ("工业中等职业学校", 4)),
        ("工业职业学校的预算", ("工业中等职业学校", 6)),
        ("畜牧技术服务中心花了多少", ("畜牧兽医技术服务中心", 8)),
        ("人民医院的预算", None),  # another hospital than the second
        ("中学的预算", None),
        ("实验学校的预算", None),
        ("学校的预算", None),
    ],
)
def test_a_name_is_known_by_its_characters_in_order_and_its_kind(text: str, meant: tuple[str, int] | None) -> None:
    assert abbreviated_name(text, NAMES) == meant


def test_what_two_names_may_be_cut_short_to_is_neither() -> None:
    assert abbreviated_name("技术服务中心的预算", ["农业技术推广服务中心", "林业技术推广服务中心"]) is None
