"""The next after an end of what was told, so many of its largest added up, the n-th of a list, units meant by a pronoun and posts left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from farm_documents import ARCHIVES, GRASS, MACHINES, MACHINES_BUDGET, SCHOOLS, WEATHER
from heritage_documents import amounts_of, asking

from app.answer import Answer
from app.assistant import Assistant
from app.question.read_told_relation import read_told_relation

FINAL = "枫渡市农机局2031年决算"
PROJECTS = f"{FINAL}有哪些项目，各多少钱"
BOUGHT = f"{FINAL}采购了哪些东西，各多少钱"
OFFICE = f"{FINAL}公用经费有哪些科目，各多少"
SCORES = f"{FINAL}各项目自评得分是多少"
SPENT = "枫渡市教育局下属单位支出各多少"
THREE = "枫渡市教育局、青岩州草原局和澄泊县档案馆2031年预算支出各多少"
TRAVEL, OFFICES, SERVICES, REPAIRS = f"{FINAL}差旅费多少", "办公费呢", "劳务费呢", "维修费呢"
UNITS = "枫渡市农机局下属单位有哪些"
CENTRE = "枫渡市烘干服务中心"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("ranks"), MACHINES, MACHINES_BUDGET, GRASS, SCHOOLS, ARCHIVES, WEATHER) as opened:
        yield opened


def last_of(assistant: Assistant, *turns: str) -> Answer:
    """The answer to the last of these turns."""
    *history, asked = turns
    return assistant.ask(asked, tuple(history))


def told(answer: Answer) -> list[tuple[str, str]]:
    """What an answer tells, each with its amount and unit; nothing where it does not answer."""
    return [(one.label, f"{one.value}{one.unit}") for one in answer.values] if answer.status == "answered" else []


@pytest.mark.parametrize(
    ("turns", "label", "amount"),
    [
        ((PROJECTS, "最大的呢", "第二呢"), "喷灌工程", "60.00万元"),
        ((PROJECTS, "最大的呢", "第三呢"), "烘干房配电", "55.00万元"),
        ((PROJECTS, "最大的呢", "第二呢", "第三呢"), "烘干房配电", "55.00万元"),
        ((PROJECTS, "最大的呢", "第四个呢"), "拖拉机年检", "32.00万元"),
        ((PROJECTS, "最大的呢", "最后一个呢"), "稻种补贴", "3.00万元"),
        ((PROJECTS, "最小的呢", "第二呢"), "拖拉机年检", "32.00万元"),
        ((PROJECTS, "最大的呢", "最小的呢", "第二呢"), "拖拉机年检", "32.00万元"),
        ((PROJECTS, "最小的呢", "最大的呢", "第二呢"), "喷灌工程", "60.00万元"),
        ((BOUGHT, "最贵的呢", "第二呢"), "育秧盘", "32.00万元"),
        ((BOUGHT, "最便宜的呢", "第二个呢"), "工程巡查车", "18.00万元"),
        ((OFFICE, "最高的是哪个", "第二呢"), "差旅费·公用经费", "14.00万元"),
        ((SCORES, "最高的呢", "第二呢"), "拖拉机年检·得分", "97.00分"),
        ((SCORES, "最低的呢", "第二呢"), "育秧棚搭建·得分", "95.00分"),
        ((SPENT, "最多的是哪个", "第二呢"), "枫渡市第一小学", "180.00万元"),
        ((SPENT, "最少的是哪个", "第三呢"), "枫渡市实验中学", "370.00万元"),
        (("枫渡市教育局支出最多的单位是哪个", "第二呢"), "枫渡市教育局本级", "200.00万元"),
        (("枫渡市教育局支出最多的单位是哪个", "第二呢", "第三呢"), "枫渡市第一小学", "180.00万元"),
        (("枫渡市教育局支出最少的单位是哪个", "第二呢"), "枫渡市第一小学", "180.00万元"),
        (("枫渡市教育局项目支出最多的单位是哪个", "第二呢"), "枫渡市教育局本级·项目支出", "50.00万元"),
        (("枫渡市教育局退休人员最多的是哪家", "第二呢"), "枫渡市实验中学·退休人员（人）", "18人"),
        ((f"{FINAL}政府采购最贵的是什么", "第二呢"), "育秧盘", "32.00万元"),
        ((f"{FINAL}公用经费里最大的两项是什么", "第二呢"), "差旅费·公用经费", "14.00万元"),
    ],
)
def test_the_next_after_an_end_is_the_next_by_size(assistant: Assistant, turns: tuple[str, ...], label: str, amount: str) -> None:
    answer = last_of(assistant, *turns)
    assert told(answer) == [(label, amount)], answer.text
    assert label.split("·", maxsplit=1)[0] in "".join(one.row[-1] for one in answer.citations)


@pytest.mark.parametrize(
    ("turns", "label", "amount"),
    [
        ((PROJECTS, "第三个呢"), "稻种补贴", "3.00万元"),
        ((PROJECTS, "第二个是哪个", "第四个呢"), "烘干房配电", "55.00万元"),
        ((PROJECTS, "最后一个呢"), "拖拉机年检", "32.00万元"),
        ((BOUGHT, "第二呢"), "工程巡查车", "18.00万元"),
        ((BOUGHT, "最后一个呢"), "育秧盘", "32.00万元"),
        ((SPENT, "第二个呢"), "枫渡市第二小学", "150.00万元"),
        ((SCORES, "第二呢"), "喷灌工程·得分", "88.50分"),
    ],
)
def test_the_nth_of_a_list_keeps_the_order_of_the_list(assistant: Assistant, turns: tuple[str, ...], label: str, amount: str) -> None:
    assert told(last_of(assistant, *turns)) == [(label, amount)]


@pytest.mark.parametrize(
    "turns",
    [(PROJECTS, "第九个呢"), (PROJECTS, "最大的呢", "第九呢"), (BOUGHT, "第九个呢"), (TRAVEL, OFFICES, SERVICES, "第二个呢")],
)
def test_there_is_no_nth_beyond_what_was_listed(assistant: Assistant, turns: tuple[str, ...]) -> None:
    answer = last_of(assistant, *turns)
    assert (answer.status, answer.values) == ("not_found", ())


@pytest.mark.parametrize(
    ("turns", "formula", "names"),
    [
        ((PROJECTS, "前三个一共多少"), "90.00 + 60.00 + 55.00 = 205.00万元", ("育秧棚搭建", "喷灌工程", "烘干房配电")),
        ((PROJECTS, "前两名合计"), "90.00 + 60.00 = 150.00万元", ("育秧棚搭建", "喷灌工程")),
        ((PROJECTS, "前两大加起来多少"), "90.00 + 60.00 = 150.00万元", ("育秧棚搭建", "喷灌工程")),
        ((PROJECTS, "前四项合计呢"), "90.00 + 60.00 + 55.00 + 32.00 = 237.00万元", ("拖拉机年检",)),
        ((BOUGHT, "前两个一共多少钱"), "40.00 + 32.00 = 72.00万元", ("烘干房墙面修补", "育秧盘")),
        ((OFFICE, "前三个一共多少"), "24.00 + 14.00 + 8.00 = 46.00万元", ("办公费", "差旅费", "维修（护）费")),
        ((SPENT, "前两名加起来多少"), "370.00 + 180.00 = 550.00万元", ("枫渡市实验中学", "枫渡市第一小学")),
        (("枫渡市教育局下属单位基本支出各多少", "前二名合计呢"), "280.00 + 140.00 = 420.00万元", ("枫渡市实验中学",)),
        ((TRAVEL, OFFICES, SERVICES, "前两个一共多少"), "24.00 + 14.00 = 38.00万元", ("办公费", "差旅费")),
        ((TRAVEL, OFFICES, SERVICES, REPAIRS, "前两项合计是多少"), "24.00 + 14.00 = 38.00万元", ("办公费", "差旅费")),
        ((TRAVEL, SERVICES, REPAIRS, OFFICES, "前3个加起来"), "24.00 + 14.00 + 8.00 = 46.00万元", ("办公费", "维修（护）费")),
        ((THREE, "前两家一共多少"), "900.00 + 210.00 = 1110.00万元", ("枫渡市教育局", "青岩土家族苗族自治州草原局")),
        ((THREE, "前两名合计"), "900.00 + 210.00 = 1110.00万元", ("枫渡市教育局", "青岩土家族苗族自治州草原局")),
    ],
)
def test_so_many_of_the_largest_are_added_up(assistant: Assistant, turns: tuple[str, ...], formula: str, names: tuple[str, ...]) -> None:
    answer = last_of(assistant, *turns)
    assert (answer.status, answer.calculation) == ("answered", formula), answer.text
    assert all(name in answer.text for name in names)
    assert not any(name in answer.text for name in ("稻种补贴", "喷灌工程监理", "劳务费", "澄泊"))


@pytest.mark.parametrize("turns", [(TRAVEL, OFFICES, "前三个一共"), (OFFICE, "前五个一共多少"), (TRAVEL, "前两个合计")])
def test_no_more_are_added_up_than_were_told(assistant: Assistant, turns: tuple[str, ...]) -> None:
    answer = last_of(assistant, *turns)
    assert (answer.status, answer.values) == ("not_found", ()), answer.text


def test_all_that_was_told_is_added_up_where_no_number_is_said(assistant: Assistant) -> None:
    assert last_of(assistant, BOUGHT, "一共多少").calculation == "6.00 + 18.00 + 40.00 + 32.00 = 96.00万元"


@pytest.mark.parametrize(
    ("asked", "reducer", "top", "count"),
    [
        ("前三个一共多少", "sum", 3, None),
        ("前两名合计呢", "sum", 2, None),
        ("这前四项加起来是多少", "sum", 4, None),
        ("前5个相加", "sum", 5, None),
        ("前六大总共多少", "sum", 6, None),
        ("一共多少", "sum", 0, None),
        ("这三个一共多少", "sum", 0, 3),
        ("两个加起来多少", "sum", 0, 2),
    ],
)
def test_how_many_of_the_largest_are_meant_is_read(asked: str, reducer: str, top: int, count: int | None) -> None:
    relation = read_told_relation(asked)
    assert relation is not None
    assert (relation.reducer, relation.top, relation.count) == (reducer, top, count)


@pytest.mark.parametrize("asked", ["前三个一共占多少", "前三年一共多少", "前三季度合计多少", "提前两个一共多少"])
def test_what_is_no_rank_is_read_as_none(asked: str) -> None:
    relation = read_told_relation(asked)
    assert relation is None or not relation.top


@pytest.mark.parametrize(
    ("turns", "label", "amount"),
    [
        ((UNITS, "它的支出多少"), CENTRE, "160.00万元"),
        ((UNITS, "该单位的支出是多少"), CENTRE, "160.00万元"),
        (("枫渡市农机局有哪些二级机构", "这家机构的基本支出多少"), f"{CENTRE}·基本支出", "90.00万元"),
        (("枫渡市农机局下属事业单位有哪些", "它有多少事业编制"), f"{CENTRE}事业编制", "12名"),
        ((UNITS, "这个中心的事业编制是多少"), f"{CENTRE}事业编制", "12名"),
        ((UNITS, "那家单位的支出多少"), CENTRE, "160.00万元"),
        (("枫渡市农机局下设哪些机构", "它实有多少在职人员"), "实有在职人员", "12名"),
    ],
)
def test_the_only_unit_told_is_meant_by_a_pronoun(assistant: Assistant, turns: tuple[str, ...], label: str, amount: str) -> None:
    answer = last_of(assistant, *turns)
    assert told(answer) == [(label, amount)], answer.text
    assert {one.title for one in answer.citations} <= {"枫渡市农机局2031年部门预算", "枫渡市农机局2031年度部门决算"}


@pytest.mark.parametrize(
    ("turns", "amounts"),
    [
        (("枫渡市教育局下属单位有哪些", "它的支出多少"), []),
        ((UNITS, "它的职责是什么"), []),
        (("青岩州草原局支出多少", "它的项目支出多少"), ["80.00万元"]),
        (("青岩州草原局有哪些下属单位", "青岩州草原局的支出多少"), ["210.00万元"]),
        ((UNITS, f"{FINAL}的基本支出多少"), ["350.00万元"]),
    ],
)
def test_a_pronoun_means_no_unit_where_several_or_none_were_told(assistant: Assistant, turns: tuple[str, ...], amounts: list[str]) -> None:
    assert amounts_of(assistant, *turns) == amounts


@pytest.mark.parametrize(
    ("asked", "expected", "formula"),
    [
        ("枫渡市农机局行政编制有多少名，还空几名", [("空编", "3名"), ("编制", "20名")], "20 − 17 = 3名"),
        ("青岩州草原局行政编制几名，缺几名", [("空编", "2名"), ("编制", "11名")], "11 − 9 = 2名"),
        ("青岩州草原局编制有几个，还空几个", [("空编", "2个"), ("编制", "11个")], "11 − 9 = 2个"),
        (f"{CENTRE}编制多少，空几个", [("空编", "0个"), ("编制", "12个")], "12 − 12 = 0个"),
        ("青岩州草原局还空几个编，在职几个", [("空编", "2个"), ("实有", "9个")], "11 − 9 = 2个"),
    ],
)
def test_the_posts_that_are_asked_for_too_are_told(assistant: Assistant, asked: str, expected: list[tuple[str, str]], formula: str) -> None:
    answer = assistant.ask(asked)
    assert answer.calculation == formula
    assert [(label[-2:], amount) for label, amount in told(answer)] == expected, answer.text


@pytest.mark.parametrize("asked", ["枫渡市农机局超编了吗", "青岩州草原局满编没有"])
def test_posts_are_no_values_where_only_what_is_left_is_asked_for(assistant: Assistant, asked: str) -> None:
    labels = [label for label, _ in told(assistant.ask(asked))]
    assert labels
    assert all(label.endswith("空编") for label in labels)


def test_the_posts_of_each_unit_are_told(assistant: Assistant) -> None:
    answer = assistant.ask("枫渡市农机局编制多少，空几名")
    amounts = dict(told(answer))
    assert amounts["空编"] == "3名"
    assert {amount for label, amount in amounts.items() if label.endswith("编制")} == {"20名", "12名"}
    assert answer.calculation == "3 + 0 = 3名"
