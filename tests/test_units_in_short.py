"""Units called in short after their bureau, places listed without a mark, a place beside a body of another, duties that a body lacks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from harbour_documents import EAST, HILL, LAKE, SEA
from heritage_documents import amounts_of, asking

from app.assistant import Assistant


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("harbour"), SEA, LAKE, EAST, HILL) as opened:
        yield opened


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("岚川市海洋局潮位中心", ["90.00万元"]),
        ("岚川市海洋局潮位观测中心", ["90.00万元"]),
        ("海洋局潮位中心", ["90.00万元"]),
        ("岚川市湖泊局潮位中心", []),
        ("岚川市湖泊局潮位观测中心", []),
        ("岚川市澜东区海洋局潮位中心", []),
    ],
)
def test_a_unit_called_in_short_after_its_own_bureau_is_that_unit(assistant: Assistant, named: str, told: list[str]) -> None:
    assert amounts_of(assistant, f"{named}2031年支出多少") == told


@pytest.mark.parametrize("named", ["岚川市湖泊局潮位中心", "岚川市湖泊局潮位观测中心"])
def test_a_unit_of_another_bureau_is_refused_by_its_whole_name(assistant: Assistant, named: str) -> None:
    answer = assistant.ask(f"{named}2031年支出多少")
    assert answer.status == "not_found"
    assert f"没有载入“{named}”的文件" in answer.text


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("澜东梅垄", ["70.00万元", "50.00万元"]),
        ("岚川梅垄", ["300.00万元", "200.00万元", "50.00万元"]),
        ("澜东区和梅垄县", ["70.00万元", "50.00万元"]),
        ("岚川市梅垄县", []),
        ("岚川澜东", ["70.00万元"]),
    ],
)
def test_places_said_one_after_the_other_are_a_list(assistant: Assistant, named: str, told: list[str]) -> None:
    assert amounts_of(assistant, f"{named}支出各多少") == told


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("澜东区和林业局支出各多少", ["70.00万元", "50.00万元"]),
        ("梅垄县和湖泊局的基本支出各是多少", ["30.00万元", "120.00万元"]),
        ("澜东区、湖泊局支出各多少", ["70.00万元", "200.00万元"]),
        ("澜东区海洋局和林业局支出各多少", ["70.00万元", "50.00万元"]),
    ],
)
def test_a_place_and_a_body_of_another_place_are_two(assistant: Assistant, asked: str, told: list[str]) -> None:
    assert amounts_of(assistant, asked) == told


@pytest.mark.parametrize(
    ("asked", "lacking", "having"),
    [
        ("哪家的职责里没有写清淤", ["岚川市海洋局", "岚川市澜东区海洋局", "梅垄县林业局"], ["岚川市湖泊局"]),
        ("哪家的职责没有提到滩涂", ["岚川市湖泊局", "梅垄县林业局"], ["岚川市海洋局", "岚川市澜东区海洋局"]),
        ("哪个的职责里没有写到渔港的登记", ["岚川市湖泊局", "岚川市澜东区海洋局", "梅垄县林业局"], ["岚川市海洋局"]),
    ],
)
def test_who_lacks_a_duty_is_told(assistant: Assistant, asked: str, lacking: list[str], having: list[str]) -> None:
    answer = assistant.ask(asked)
    assert answer.status == "answered", answer.text
    assert f"的是：{'、'.join(lacking)}。" in answer.text
    assert [line.split("**")[1] for line in answer.text.splitlines() if line.startswith("- **")] == having


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("医保多少钱", ["30.00万元"]),
        ("医疗保险多少", ["30.00万元"]),
        ("办公花多少钱", ["20.00万元"]),
        ("办公用品多少", ["20.00万元"]),
        ("办公家具多少钱", []),
        ("办公室多少平方米", []),
        ("渔港站支出总额，不要局机关的", ["60.00万元"]),
        ("潮位观测中心的项目支出额，不含本级的", ["40.00万元"]),
        ("政府采购的全部品目和金额", ["3.00万元", "2.00万元"]),
        ("政府采购的品目", ["3.00万元", "2.00万元"]),
    ],
)
def test_words_of_every_day_are_understood(assistant: Assistant, asked: str, told: list[str]) -> None:
    assert amounts_of(assistant, f"岚川市海洋局{asked}") == told


def test_medical_insurance_is_what_is_paid_for_it(assistant: Assistant) -> None:
    assert assistant.ask("岚川市海洋局医保多少钱").values[0].label == "职工基本医疗保险缴费"


def test_what_is_bought_is_listed(assistant: Assistant) -> None:
    answer = assistant.ask("列一下岚川市海洋局政府采购的所有品目")
    assert [value.label for value in answer.values] == ["巡查艇", "望远镜"]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("岚川市渔港站基本支出多少", "局里呢"), ["100.00万元"]),
        (("岚川市渔港站支出多少", "再看看局里的项目支出"), ["50.00万元"]),
        (("岚川市清淤队基本支出多少", "换成局里的"), ["90.00万元"]),
    ],
)
def test_the_bureau_is_that_of_the_unit(assistant: Assistant, turns: tuple[str, str], told: list[str]) -> None:
    assert amounts_of(assistant, *turns) == told


def test_a_duty_of_the_bureau_is_told_after_its_unit(assistant: Assistant) -> None:
    answer = assistant.ask("局里的第二条职责呢", ("岚川市渔港站支出多少",))
    assert answer.status == "answered"
    assert "（二）负责渔港的登记" in answer.text
    assert "滩涂" not in answer.text


@pytest.mark.parametrize("asked", ["三公经费多少", "公务接待费多少"])
def test_after_a_question_of_nobody_no_body_is_chosen(assistant: Assistant, asked: str) -> None:
    assert amounts_of(assistant, asked) != []
    assert amounts_of(assistant, "这个单位车多少辆", asked) == []
