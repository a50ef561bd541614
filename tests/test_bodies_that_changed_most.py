"""Which body rose or fell most, which keep to a bound in per cent, and an item asked next of another document of a body."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import asking
from silk_documents import SILK, SILK_BOOKS, TEA, TEA_2030, TEA_2031, book

from app.answer import Answer
from app.assistant import Assistant

KILN, LACQUER, BAMBOO = "榆泊县瓷窑局", "榆泊县漆器局", "榆泊县竹编局"


def craft(name: str, change: str, running: str, basic: int, project: int) -> str:
    """The budget of a body that has no unit but itself."""
    return book(
        (name, "作坊", 2031, "预算"), (change, running), (("511001", f"{name}本级", basic, project),),
        (("2070101", "行政运行", basic, 0), ("2070109", "群众文化", 0, project)), (("匠人驻坊", f"{name}本级", project),), (0, 1, 0, 2),
    )  # fmt: skip


CRAFTS = (
    craft(KILN, "增加10.00万元，增长4.00%", "20.00万元，比2030年预算增加2.00万元，增长11.11%，主要原因是窑柴涨价", 150, 110),
    craft(LACQUER, "增加6.00万元，增长8.00%", "12.00万元，比2030年预算减少3.00万元，下降20.00%，主要原因是漆房并用", 60, 21),
    craft(BAMBOO, "减少9.00万元，下降5.00%", "18.00万元，比2030年预算减少2.00万元，下降10.00%，主要原因是竹料自备", 45, 126),
)


@pytest.fixture(scope="module")
def crafts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("crafts"), *CRAFTS) as opened:
        yield opened


@pytest.fixture(scope="module")
def over_years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("years"), TEA_2030, TEA_2031, *SILK_BOOKS) as opened:
        yield opened


def told_by(answer: Answer) -> list[str]:
    """The numbers that an answer tells with their units, in order."""
    return [f"{value.value}{value.unit}" for value in answer.values]


@pytest.mark.parametrize(
    ("asked", "head"),
    [
        ("2031年哪个局的收支总计增幅最大？", f"增幅最大的是**{LACQUER}**：**增加6.00万元，增长8.00%**"),
        ("2031年预算降幅最大的是哪个局？", f"降幅最大的是**{BAMBOO}**：**减少9.00万元，下降5.00%**"),
        ("2031年机关运行经费降幅最大的是哪个局？", f"降幅最大的是**{LACQUER}**：**减少3.00万元，下降20.00%**"),
        ("2031年机关运行经费增幅最大的是哪个局？", f"增幅最大的是**{KILN}**：**增加2.00万元，增长11.11%**"),
        ("2031年机关运行经费减少最多的是哪家？", f"减少额最大的是**{LACQUER}**：**减少3.00万元，下降20.00%**"),
        ("2031年机关运行经费降得最少的是哪个局？", f"减少额最小的是**{BAMBOO}**：**减少2.00万元，下降10.00%**"),
        ("2031年收支总计降幅最小的是哪个局？", f"降幅最小的是**{BAMBOO}**：**减少9.00万元，下降5.00%**"),
    ],
)
def test_the_body_that_changed_most_is_told_by_its_rate(crafts: Assistant, asked: str, head: str) -> None:
    answer = crafts.ask(asked)
    assert answer.status == "answered"
    assert head in answer.text
    assert len({one.document_id for one in answer.citations}) == len(CRAFTS)


def test_no_body_is_first_in_a_change_that_none_tells(crafts: Assistant) -> None:
    answer = crafts.ask("2031年公务接待费增幅最大的是哪个局？")
    assert answer.status == "not_found"
    assert not answer.values


@pytest.mark.parametrize(
    ("asked", "kept", "shares"),
    [
        ("2031年哪几个局的项目支出占支出合计的比重超过四成？", (KILN, BAMBOO), ["42.31%", "73.68%"]),
        ("2031年项目支出占支出合计比重不低于百分之七十的有哪几个局？", (BAMBOO,), ["73.68%"]),
        ("2031年哪些局的基本支出占支出合计的比例低于60%？", (KILN, BAMBOO), ["57.69%", "26.32%"]),
        ("2031年哪几个局的基本支出占支出合计的比重在七成以上？", (LACQUER,), ["74.07%"]),
        ("2031年哪些局的项目支出占支出合计的比重不到三成？", (LACQUER,), ["25.93%"]),
    ],
)
def test_bodies_are_kept_by_their_shares(crafts: Assistant, asked: str, kept: tuple[str, ...], shares: list[str]) -> None:
    answer = crafts.ask(asked)
    assert told_by(answer) == shares, answer.text
    assert f"3家中符合的有**{len(kept)}家**：{'、'.join(kept)}。" in answer.text


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("2031年哪些局的机关运行经费不足15万元？", (LACQUER,)), ("2031年项目支出超过110万元的有几个局，分别是谁？", (BAMBOO,)),
    ],
)  # fmt: skip
def test_bodies_are_kept_by_their_amounts(crafts: Assistant, asked: str, kept: tuple[str, ...]) -> None:
    answer = crafts.ask(asked)
    assert answer.status == "answered", answer.text
    assert "、".join(kept) in answer.text
    assert not any(one in answer.text for one in {KILN, LACQUER, BAMBOO} - {*kept})


@pytest.mark.parametrize("asked", ["2031年哪几个局的机关运行经费超过15%？", "2031年哪几个局的项目支出超过四成？"])
def test_an_amount_is_not_held_against_a_bound_in_per_cent(crafts: Assistant, asked: str) -> None:
    answer = crafts.ask(asked)
    assert answer.status == "not_found"
    assert not answer.values


def test_three_and_two_in_one_word_are_so_many_bodies(crafts: Assistant) -> None:
    answer = crafts.ask("2031年仨局的项目支出一共多少？")
    assert told_by(answer)[0] == "257.00万元"
    assert answer.calculation == "110.00 + 21.00 + 126.00 = 257.00万元"


def test_a_year_in_brackets_is_that_of_the_body_before_it(crafts: Assistant) -> None:
    answer = crafts.ask(f"{KILN}（2031年）与{LACQUER}（2031年度）机关运行经费各多少？")
    assert told_by(answer) == ["20.00万元", "12.00万元"], answer.text


@pytest.mark.parametrize(
    ("asked", "difference"),
    [
        (f"{KILN}和漆器局比，谁的项目支出占支出合计的比例更大，各是多少？", "**16.38个百分点**"),
        (f"{BAMBOO}和瓷窑局相比，谁的基本支出占支出合计的比重更高？", "**31.37个百分点**"),
    ],
)
def test_whose_share_is_larger_is_told_by_the_shares(crafts: Assistant, asked: str, difference: str) -> None:
    answer = crafts.ask(asked)
    assert answer.status == "answered"
    assert answer.text.startswith(f"**{KILN}**比")
    assert difference in answer.text


@pytest.mark.parametrize(
    ("turns", "told", "title"),
    [
        ((f"{SILK}2031年决算公务接待费是多少？", f"{SILK}2030年度预算的呢"), "2.00万元", "2030年部门预算"),
        ((f"{SILK}2030年决算公务用车运行维护费是多少？", f"{SILK}2031年决算的呢？"), "3.90万元", "2031年部门决算"),
        ((f"{SILK}2031年决算项目支出多少", f"{SILK}2030年预算的呢？"), "70.00万元", "2030年部门预算"),
        ((f"{SILK}2031年预算公务接待费多少？", f"{TEA}2030年预算的呢？"), "3.00万元", "2030年部门预算"),
    ],
)
def test_the_same_item_of_another_document_is_asked_next(over_years: Assistant, turns: tuple[str, ...], told: str, title: str) -> None:
    answer = over_years.ask(turns[-1], turns[:-1])
    assert told_by(answer) == [told], answer.text
    assert title in answer.text


def test_a_document_that_is_not_loaded_tells_nothing_of_the_item(over_years: Assistant) -> None:
    answer = over_years.ask(f"{TEA}2030年决算的呢？", (f"{SILK}2031年预算公务接待费多少？",))
    assert answer.status == "not_found"
    assert not answer.values


@pytest.mark.parametrize("asked", ["2031年机关运行经费降幅超过15%的是哪个局？", "2031年哪些局的项目支出在四成以上？"])
def test_a_bound_that_no_amount_told_is_measured_by_is_refused(crafts: Assistant, asked: str) -> None:
    assert crafts.ask(asked).status == "not_found"


def test_of_two_bodies_the_greater_rate_and_not_the_greater_amount_is_told(crafts: Assistant) -> None:
    answer = crafts.ask("榆泊县瓷窑局和榆泊县漆器局，谁的收支总计增幅大？")
    assert answer.text.startswith(f"增幅最大的是**{LACQUER}**：**增加6.00万元，增长8.00%**")
    assert "4.00万元" not in answer.text
