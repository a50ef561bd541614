"""Equipment of several values asked for in one question or after another, and bought besides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import HERITAGE, asking

from app.assistant import Assistant


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("equipment"), HERITAGE) as opened:
        yield opened


@pytest.mark.parametrize(
    ("turns", "told", "not_told"),
    [
        (("单价50万元以上的通用设备几台，100万元以上的设备几台",), ("通用设备4台", "（不含车辆）1台"), "2台"),
        (("单价50万元以上的通用设备几台", "100万元以上的设备呢"), ("（不含车辆）1台",), "2台"),
        (("100万元以上的设备几台？还要再买几台？",), ("（不含车辆）1台", "（不含车辆）2台"), "4台"),
    ],
)
def test_equipment_of_several_values_is_told_at_once(
    assistant: Assistant, turns: tuple[str, ...], told: tuple[str, ...], not_told: str
) -> None:
    *history, asked = (f"苇塘市文物局{turns[0]}", *turns[1:])
    answer = assistant.ask(asked, tuple(history))
    assert answer.status == "answered", answer.text
    assert [one for one in told if one not in answer.text] == [], answer.text
    assert not_told not in answer.text
