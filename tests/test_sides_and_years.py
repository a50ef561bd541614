"""Years, kinds and sides that an answer must be of: which year is more, budget against final accounts, what was told and its unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import pytest
from heritage_documents import amounts_of, asking, asking_samples
from silk_documents import SILK, SILK_BOOKS, TEA, TEA_2030, TEA_2031

from app.answer import Answer, Citation, Value
from app.assistant import Assistant
from app.checks.check_sides import is_of_other_side
from app.dialogue.tell_told import is_of_unlike_years
from app.dialogue.tells_again import tells_again
from ingest.document import DocumentInfo

WATER, CULTURE, MARKET = "云汐市水务局", "云汐市文化和旅游局", "云汐市市场监督管理局"
SAMPLES = ("水务局20", "文化和旅游局20", "市场监督管理局2024年度部门决算")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The sample documents of three bodies."""
    with asking_samples(tmp_path_factory.mktemp("home"), *SAMPLES) as opened:
        yield opened


@pytest.fixture(scope="module")
def silk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("silk"), TEA_2030, TEA_2031, *SILK_BOOKS) as opened:
        yield opened


def titles_of(answer: Answer) -> set[str]:
    """The documents that an answer cites, without their body."""
    return {one.title.rpartition("局")[2] for one in answer.citations}


@pytest.mark.parametrize(
    ("asked", "amount", "rate", "side"),
    [
        (f"{WATER}2023年决算支出比上年少多少？", "减少39.84万元", "1.59", "支出"),
        (f"{WATER}2023年决算收入比上年减少多少？", "减少39.84万元", "1.59", "收入"),
        (f"{CULTURE}2023年决算支出比上年多多少？", "增加184.79万元", "10.33", "支出"),
        (f"{MARKET}2024年决算支出比上年多多少？", "减少12.76万元", "0.64", "支出"),
        (f"{MARKET}2024年决算收入比上年变化多少？", "减少12.76万元", "0.64", "收入"),
    ],
)
def test_the_change_of_all_money_is_named_as_such(assistant: Assistant, asked: str, amount: str, rate: str, side: str) -> None:
    answer = assistant.ask(asked)
    assert answer.status == "answered", answer.text
    assert f"收支总计与{'2023' if MARKET in asked else '2022'}年度相比：**{amount}" in answer.text
    assert f"没有单独写明本年{side}合计的变化，以上是收支总计的变化" in answer.text
    assert [f"{one.value}{one.unit}" for one in answer.values] == [f"{amount[2:]}", f"{rate}%"]
    assert "收支总计" in answer.values[0].label


@pytest.mark.parametrize(
    ("asked", "amount", "not_told"),
    [
        # both years are loaded: their own totals are set against each other
        (f"{WATER}2024年决算支出比上年少多少？", "721.04万元", "722.75"),
        (f"{WATER}2024年决算收入比上年少多少？", "726.03万元", "722.75"),
        (f"{CULTURE}2023年决算一般公共预算支出比上年多多少？", "185.79万元", "184.79"),
    ],
)
def test_a_change_of_its_own_is_preferred_to_that_of_all_money(assistant: Assistant, asked: str, amount: str, not_told: str) -> None:
    answer = assistant.ask(asked)
    assert amount in [f"{one.value}{one.unit}" for one in answer.values]
    assert not_told not in answer.text
    assert "以上是收支总计的变化" not in answer.text


@pytest.mark.parametrize("item", ["基本支出", "项目支出", "群众文化"])
def test_the_change_of_all_money_is_none_of_a_part(assistant: Assistant, item: str) -> None:
    answer = assistant.ask(f"{CULTURE}2023年决算{item}比上年多多少？")
    assert answer.status != "answered"
    assert "184.79" not in answer.text


@pytest.mark.parametrize(
    "asked",
    [
        f"{CULTURE}2023年和2024年群众文化哪年花得多？",
        f"{CULTURE}2023年和2024年公务接待费哪年少？",
        f"{CULTURE}行政运行哪年多？",
    ],
)
def test_the_kind_is_asked_where_both_have_both_years(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(asked)
    assert (answer.status, answer.values) == ("clarify", ())
    assert "预算又有决算" in answer.text


@pytest.mark.parametrize(
    ("asked", "more", "gap", "kind"),
    [
        (f"{CULTURE}2023年和2024年预算群众文化哪年多？", "2024年预算", "18.50", "预算"),
        (f"{CULTURE}2023年和2024年决算行政运行哪年多？", "2024年决算", "12.12", "决算"),
        # of the budgets only one year's is loaded
        (f"{WATER}2023年和2024年水利行业业务管理哪年高？", "2024年决算", "15.66", "决算"),
        (f"{WATER}2023年和2024年三公经费哪年花得多？", "2023年决算", "4.60", "决算"),
        (f"{WATER}2023年和2024年防汛哪年少？", "2023年决算", "29.49", "决算"),
    ],
)
def test_years_of_one_kind_are_held_against_each_other(assistant: Assistant, asked: str, more: str, gap: str, kind: str) -> None:
    answer = assistant.ask(asked)
    assert f"局{more}**比" in answer.text
    assert f"多**{gap}万元**" in answer.text
    assert all(kind in one.title for one in answer.citations)
    assert len({one.document_id for one in answer.citations}) == 2


@pytest.mark.parametrize(
    ("asked", "gap"),
    [("2030年预算和2031年决算病虫害控制哪个多？", "13.00"), ("2030年和2031年决算病虫害控制哪年少？", "8.00")],
)
def test_two_documents_that_are_named_are_compared_as_they_are(silk: Assistant, asked: str, gap: str) -> None:
    assert amounts_of(silk, f"{SILK}{asked}")[0] == f"{gap}万元"


def info(year: int, kind: str, body: str = "甲县乙局") -> DocumentInfo:
    """A document's head."""
    name = f"{body}{year}年{kind}"
    return DocumentInfo(name, f"{name}.txt", "", title=name, organization=body, year=year, kind=kind, scope="部门", level="县")


@pytest.mark.parametrize(
    ("infos", "is_unlike"),
    [
        ((info(2030, "预算"), info(2030, "决算"), info(2031, "预算")), True),
        ((info(2030, "预算"), info(2030, "决算"), info(2031, "预算"), info(2031, "决算")), True),
        ((info(2030, "预算"), info(2031, "决算")), False),  # two that were asked for
        ((info(2029, "决算"), info(2030, "决算"), info(2031, "决算")), False),
        ((info(2031, "预算"), info(2031, "决算"), info(2031, "决算", "甲县丙局")), False),
        ((info(2030, "预算"), info(2031, "决算"), info(2031, "决算", "甲县丙局")), False),
    ],
)
def test_budgets_beside_accounts_of_several_years_are_unlike(infos: Sequence[DocumentInfo], is_unlike: bool) -> None:
    assert is_of_unlike_years(infos) == is_unlike


@pytest.mark.parametrize("asked", ["哪个最多", "哪个最少", "哪年最多"])
def test_no_end_is_told_of_unlike_years(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(asked, (f"{WATER}2024年预算、2024年决算、2023年决算防汛各多少",))
    assert (answer.status, answer.values) == ("not_found", ())
    assert "不能直接比较" in answer.text
    turns = (f"{WATER}2023年决算防汛多少", "2024年预算呢", "2024年决算呢", asked)
    assert amounts_of(assistant, *turns) == []


def test_the_budget_and_the_accounts_of_one_year_are_still_compared(assistant: Assistant) -> None:
    told = amounts_of(assistant, f"{WATER}2024年预算、2024年决算防汛各多少", "哪个多")
    assert told == ["18.92万元", "76.38万元", "57.46万元"]


def told(*values: tuple[str, str, str], title: str = "甲县乙局2031年部门决算", text: str = "", by: str = "rule", sums: str = "") -> Answer:
    """An answer with these amounts of a table; a quotation where it is answered by one."""
    place = Citation("a.txt", title, title, "", "1", table="决算表", row=tuple(one[0] for one in values), col=("金额",))
    shown = tuple(Value(label, Decimal(number), unit) for label, number, unit in values)
    return Answer("answered", text or "；".join("".join(one) for one in values), shown, sums or None, (place,), answered_by=by)


SPENT, INCOME, GUESTS = ("支出合计", "141.50", "万元"), ("收入合计", "142.00", "万元"), ("公务接待费", "1.20", "万元")
PAID_LATE = "> 防汛支出决算57.00万元。决算数与年初预算数存在差异的主要原因是合同跨年结算。"


@pytest.mark.parametrize(
    ("answer", "question", "is_other"),
    [
        (told(SPENT), "乙局近两年支出合计加起来多少", True),
        (told(SPENT), "乙局三年决算总共多少", True),
        (told(SPENT, sums="141.50 + 142.00 = 283.50万元"), "乙局近两年支出合计加起来多少", False),
        (told(SPENT), "乙局2031年支出合计多少", False),
        (told(SPENT), "乙局收入比支出多多少", True),
        (told(INCOME), "乙局支出比收入少多少", True),
        (told(INCOME, SPENT), "乙局收入比支出多多少", False),
        (told(("收支总计", "150.00", "万元")), "乙局收支差多少", True),
        (told(("差旅费支出", "3.00", "万元")), "乙局收支相差几何", True),
        (told(SPENT), "乙局支出比上年多多少", False),
        (told(GUESTS), "乙局公务接待批次", True),
        (told(GUESTS), "乙局接待人次是多少？", True),
        (told(("国内公务接待", "34", "批次")), "乙局公务接待批次", False),
        (told(GUESTS), "乙局公务接待费多少", False),
        (told(SPENT), "乙局预算完成率多少", True),
        (told(SPENT), "乙局资金到位率怎么样？", True),
        (told(("完成年初预算", "75.23", "%")), "乙局预算完成率多少", False),
        (told(SPENT, ("完成年初预算", "75.23", "%")), "乙局执行率是多少", False),
        (told(text=PAID_LATE, by="quote"), "乙局防汛为什么比上年少", True),
        (told(text=PAID_LATE, by="quote"), "乙局防汛较2030年下降的原因", True),
        (told(text=PAID_LATE, by="quote"), "乙局防汛为什么比年初预算少", False),
        (told(text=f"{PAID_LATE}比上年减少，因工程完工。", by="quote"), "乙局防汛为什么比上年少", False),
        (told(text="> 支出比2030年减少，主要原因是印刷停办。", by="quote"), "乙局支出为什么比去年少", False),
        (told(("防汛占支出合计的比重", "4.28", "%")), "乙局防汛预算是多少", True),
        (told(("防汛占支出合计的比重", "4.28", "%")), "乙局防汛占预算多少", False),
        (told(("防汛占支出合计的比重", "4.28", "%"), ("防汛", "57.00", "万元")), "乙局防汛预算是多少", False),
        (told(text="> 防汛支出57.00万元。", by="quote"), "乙局防汛预算多少", True),
        (told(text="> 防汛支出57.00万元，年初预算76.00万元。", by="quote"), "乙局防汛预算多少", False),
        (told(text="> 一般公共预算拨款防汛支出57.00万元。", by="quote"), "乙局防汛预算多少", True),
        (told(text="> 防汛安排57.00万元。", by="quote", title="甲县乙局2031年部门预算"), "乙局防汛预算多少", False),
        (told(text="> 防汛支出57.00万元。", by="quote"), "乙局决算里防汛预算多少", False),
        (Answer("not_found", "没有找到。"), "乙局近两年支出合计加起来多少", False),
    ],
)
def test_an_answer_is_of_what_its_question_sets_side_by_side(answer: Answer, question: str, is_other: bool) -> None:
    assert is_of_other_side(answer, question) == is_other


@pytest.mark.parametrize(
    ("question", "sums", "is_other"),
    [
        ("乙局和丙局会议费之和比丁局多多少", "", True),
        ("乙局和丙局会议费之和比丁局多多少", "3.00 + 2.00 = 5.00万元", True),
        ("乙局和丙局会议费之和比丁局多多少", "3.00 + 2.00 = 5.00万元；5.00 − 4.00 = 1.00万元", False),
        ("丁局会议费跟乙局和丙局加起来比谁多", "5.00 − 4.00 = 1.00万元", True),
        ("乙局、丙局和丁局会议费各多少", "", False),
    ],
)
def test_a_sum_against_another_body_is_computed(question: str, sums: str, is_other: bool) -> None:
    bodies = [Citation(f"{name}.txt", name, f"甲县{name}局2031年部门决算", "", "1", row=("会议费",)) for name in "乙丙丁"]
    answer = Answer("answered", "会议费", (Value("会议费", Decimal("3.00"), "万元"),), sums or None, tuple(bodies))
    assert is_of_other_side(answer, question) == is_other


@pytest.mark.parametrize(
    ("asked", "not_told"),
    [
        (f"{WATER}和{CULTURE}2024年决算行政运行之和比{MARKET}多多少？", "317.80"),
        (f"{WATER}和{CULTURE}2024年决算公务接待费加起来跟{MARKET}比谁多？", "0.11"),
        (f"{WATER}2024年决算公务接待费人次多少？", "1.72"),
        (f"{WATER}2024年决算住房公积金为什么比上年少？", "据实列支"),
        (f"{WATER}2024年决算水利工程运行与维护比上年减少的原因是什么？", "跨年结算"),
    ],
)
def test_what_is_of_another_side_is_not_told(assistant: Assistant, asked: str, not_told: str) -> None:
    answer = assistant.ask(asked)
    assert answer.status != "answered"
    assert not_told not in answer.text


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (f"{WATER}2024年决算住房公积金为什么比预算少？", "住房公积金据实列支"),
        (f"{WATER}2024年决算支出为什么比上年少？", "2023年城区雨污管网改造"),
        (f"{WATER}2024年决算国内公务接待人次是多少？", "**102人次**"),
        (f"{WATER}2024年决算行政运行执行率？", "**98.51%**"),
        (f"{WATER}2023年和2024年决算支出合计两年加起来多少？", "1736.61 + 2457.65 = 4194.26万元"),
        (f"{WATER}2024年决算收入合计比支出合计少多少？", "1736.61 − 1734.90 = 1.71万元"),
    ],
)
def test_what_is_of_the_side_asked_for_is_told(assistant: Assistant, asked: str, shown: str) -> None:
    answer = assistant.ask(asked)
    assert answer.status == "answered"
    assert shown in answer.text


@pytest.mark.parametrize(("asked", "is_refused"), [("去年呢", True), ("今年呢？", False), ("上年预算呢", True), ("出国呢", True)])
@pytest.mark.parametrize("is_of_both", [True, False])
def test_one_of_two_years_that_were_told_together_is_told_alone(asked: str, is_refused: bool, is_of_both: bool) -> None:
    now, before = (told(("培训", "8.00", "万元"), title=f"乙局203{at}预算") for at in (1, 0))
    both = Answer("answered", "", (*now.values, *before.values), citations=(*now.citations, *before.citations))
    refused = tells_again(asked, ("乙局培训费多少",), before, lambda *_: both if is_of_both else before)
    is_year = "年" in asked
    assert (refused is not None) == (is_refused and not (is_of_both and is_year))
    if refused:
        assert refused.status == "not_found"


@pytest.mark.parametrize(
    ("first", "then", "amount", "title"),
    [
        (f"{WATER}2024年预算培训支出多少", "2024年决算", "4.12万元", "2024年度部门决算"),
        (f"{WATER}2024年预算住房公积金多少", "2023年决算", "103.21万元", "2023年度部门决算"),
        (f"{WATER}2024年预算公务接待费多少", "2023年决算", "1.81万元", "2023年度部门决算"),
        (f"{WATER}2024年预算住房公积金多少", "2024年决算书", "100.27万元", "2024年度部门决算"),
        (f"{WATER}2024年决算住房公积金多少", "预算文件里呢", "102.90万元", "2024年部门预算"),
        (f"{WATER}2024年决算防汛多少", "2024年部门预算", "76.38万元", "2024年部门预算"),
        (f"{CULTURE}2024年预算群众文化多少", "2023年决算", "255.69万元", "2023年度部门决算"),
        (f"{CULTURE}2023年决算群众文化多少", "2023年预算里", "280.16万元", "2023年部门预算"),
    ],
)
def test_a_kind_alone_asks_for_the_same_thing_there(assistant: Assistant, first: str, then: str, amount: str, title: str) -> None:
    answer = assistant.ask(then, (first,))
    assert answer.status == "answered", answer.text
    assert [f"{one.value}{one.unit}" for one in answer.values] == [amount]
    assert titles_of(answer) == {title}
    assert "年初预算" not in answer.values[0].label


@pytest.mark.parametrize(
    ("turns", "amount"),
    [
        ((f"{SILK}2031年预算病虫害控制多少", "2030年决算"), "65.00万元"),
        ((f"{SILK}2031年预算病虫害控制多少", "部门决算里呢"), "57.00万元"),
        ((f"{SILK}2031年预算桑园灌溉多少", "决算数"), "20.00万元"),
        ((f"{SILK}2031年决算蚕种冷藏多少", "桑园灌溉呢", "2031年预算"), "28.00万元"),
        ((f"{SILK}2031年决算公务接待费多少", "预算数"), "1.50万元"),
    ],
)
def test_a_kind_alone_is_of_what_was_spoken_of_last(silk: Assistant, turns: tuple[str, ...], amount: str) -> None:
    assert amounts_of(silk, *turns) == [amount]


@pytest.mark.parametrize(
    ("item", "now", "before", "part"),
    [
        ("培训费", "7.73", "7.87", "3.30"),
        ("差旅费", "44.29", "36.30", "15.42"),
        ("办公费", "81.08", "92.56", "34.69"),
        ("电费", "15.58", "15.92", "6.95"),
    ],
)
def test_the_sum_of_several_rows_is_shown_for_each_year(assistant: Assistant, item: str, now: str, before: str, part: str) -> None:
    answer = assistant.ask(f"{CULTURE}2024年预算{item}比2023年变化多少？")
    assert f"（2024年{now}万元，2023年{before}万元）" in answer.text
    assert (answer.calculation or "").startswith(f"{now} − {before} = ")
    assert f"{part}万元" not in answer.text


@pytest.mark.parametrize(
    ("first", "then", "amount", "kind"),
    [
        ("2031年蚕种冷藏决算比2030年少多少", "桑园灌溉呢", "7.00万元", "决算"),
        ("2031年蚕种冷藏预算比2030年少多少", "桑园灌溉呢", "2.00万元", "预算"),
        ("2031年蚕种冷藏预算比2030年少多少", "桑园灌溉决算呢", "7.00万元", "决算"),
        ("2031年行政运行决算比2030年多多少", "病虫害控制呢", "8.00万元", "决算"),
        ("2031年行政运行预算比2030年多多少", "那病虫害控制呢", "6.00万元", "预算"),
    ],
)
def test_the_kind_goes_over_to_the_next_item(silk: Assistant, first: str, then: str, amount: str, kind: str) -> None:
    answer = silk.ask(then, (f"{SILK}{first}",))
    assert amount in [f"{one.value}{one.unit}" for one in answer.values], answer.text
    assert titles_of(answer) == {f"2030年部门{kind}", f"2031年部门{kind}"}


def test_the_kind_goes_over_although_the_budget_states_a_change(assistant: Assistant) -> None:
    answer = assistant.ask("防汛呢", (f"{WATER}2024年行政运行决算比2023年少多少",))
    assert answer.calculation == "57.46 − 86.95 = -29.49万元；29.49 ÷ 86.95 × 100% = 33.92%"
    assert "15.22" not in answer.text  # the budget's


@pytest.mark.parametrize(
    ("asked", "amounts"),
    [
        (f"{WATER}2024年预算和决算差多少？", ["1866.10万元", "1736.61万元", "129.49万元"]),
        (f"{CULTURE}2024年预算与决算差多少？", ["1875.58万元", "1822.37万元", "53.21万元"]),
        (f"{CULTURE}2024年群众文化预算和决算差多少？", ["298.66万元", "263.91万元", "34.75万元"]),
        (f"{WATER}2024年基本支出预算和决算差多少？", ["1395.11万元", "1384.33万元", "10.78万元"]),
        (f"{WATER}2024年住房公积金决算是多少？", ["100.27万元"]),
        (f"{WATER}2024年住房公积金预算是多少？", ["102.90万元"]),
        (f"{WATER}2024年三公经费决算是多少？", ["6.63万元"]),
        (f"{WATER}2024年支出决算是多少？", ["1736.61万元"]),
    ],
)
def test_budget_and_accounts_of_a_year_are_kept_apart(assistant: Assistant, asked: str, amounts: list[str]) -> None:
    assert amounts_of(assistant, asked) == amounts


@pytest.mark.parametrize("asked", [f"{CULTURE}预算和决算差多少？", f"{CULTURE}预算与决算相差多少？"])
def test_the_year_is_asked_where_both_kinds_have_several(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(asked)
    assert (answer.status, answer.values) == ("clarify", ())
    assert all(year in answer.text for year in ("2023年", "2024年"))


@pytest.mark.parametrize(
    ("asked", "then", "share", "document"),
    [
        (f"{WATER}2024年决算基本支出占支出合计多少", "项目支出呢", "20.29%", "2024年度部门决算"),
        (f"{WATER}2024年决算项目支出占多少", "项目支出呢", "20.29%", "2024年度部门决算"),
        (f"{CULTURE}2024年预算基本支出占支出合计多少", "项目支出呢", "17.06%", "2024年部门预算"),
        (f"{WATER}2024年决算行政运行占农林水支出多少", "防汛呢", "4.28%", "2024年度部门决算"),
    ],
)
def test_a_share_is_followed_by_a_share(assistant: Assistant, asked: str, then: str, share: str, document: str) -> None:
    answer = assistant.ask(then, (asked,))
    assert share in [f"{one.value}{one.unit}" for one in answer.values], answer.text
    assert titles_of(answer) == {document}


@pytest.mark.parametrize("turns", [("基本支出呢", "项目支出呢"), ("行政运行呢",), ("项目支出呢", "基本支出呢", "项目支出呢", "基本支出呢")])
def test_a_share_asked_over_and_over_comes_to_an_end(silk: Assistant, turns: tuple[str, ...]) -> None:
    *history, asked = (f"{TEA}2031年项目支出占支出合计多少", *turns)
    told_of = amounts_of(silk, *history, asked)
    assert "100.00万元" not in told_of  # the bare amount of the other is no share
    assert "180.00万元" not in told_of


@pytest.mark.parametrize(
    ("turns", "amount"),
    [
        ((f"{WATER}2024年决算支出合计是多少亿元", "多少元"), "17366100元"),
        ((f"{WATER}2024年决算支出合计多少", "多少亿元", "多少元"), "17366100元"),
        ((f"{WATER}2024年决算政府采购支出多少亿元", "多少元"), "526100元"),
        ((f"{WATER}2024年预算支出合计是多少亿元", "多少元"), "18661000元"),
        ((f"{WATER}2024年决算支出合计是多少亿元", "多少万元"), "1736.61万元"),
        ((f"{WATER}2024年决算支出合计是多少亿元",), "0.173661亿元"),
    ],
)
def test_the_unit_asked_for_last_is_the_one_told(assistant: Assistant, turns: tuple[str, ...], amount: str) -> None:
    *history, asked = turns
    (value,) = assistant.ask(asked, tuple(history)).values
    assert f"{value.value.normalize():f}{value.unit}" == amount
