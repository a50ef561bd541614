"""What a question leaves to the clause or turn before it is kept: the fund, the year, the item, the unit whose list was refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import asking

from app.assistant import Assistant
from app.dialogue.complete_halves import complete_halves
from app.dialogue.fund_within import fund_within

BODY = "桐渡市渔政局"
ACCOUNT = """桐渡市渔政局
{year}年度部门决算

第一部分 概况

一、主要职责

（一）负责全市渔业资源的保护。

第二部分 {year}年度部门决算情况说明

一、收入支出决算总体情况说明

{year}年度收支总计{total}万元，与{before}年度相比，收支总计各{total_change}。

二、政府性基金预算财政拨款支出情况说明

{year}年度，政府性基金预算拨款支出{fund}万元，比上年增加3.00万元，增长{rate}%，主要原因是放流鱼苗增加。

三、公务接待情况

{year}年度公务接待费支出{guests}万元，比上年减少0.40万元，主要原因是合并接待批次。

第三部分 {year}年度部门决算表

收入支出决算总表

单位：万元

收入\t\t支出\t
项目\t决算数\t项目\t决算数
一、财政拨款收入\t{granted}\t一、农林水支出\t{spent}
本年收入合计\t{granted}\t本年支出合计\t{spent}
年初结转和结余\t30.00\t年末结转和结余\t{left}
总计\t{total}\t总计\t{total}

支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t{spent}\t300.00\t{projects}
2130135\t农业资源保护修复与利用\t{projects}\t\t{projects}
2130101\t行政运行\t300.00\t300.00\t

一般公共预算财政拨款支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t400.00\t300.00\t100.00
2130135\t农业资源保护修复与利用\t100.00\t\t100.00
2130101\t行政运行\t300.00\t300.00\t

财政拨款“三公”经费支出决算表

单位：万元

项目\t决算数
合计\t{guests}
公务接待费\t{guests}
"""
LATER = ACCOUNT.format(
    year=2031, before=2030, total="520.00", total_change="增加10.00万元，增长1.96%", fund="18.00", rate="20.00", guests="1.60",
    granted="490.00", spent="480.00", left="40.00", projects="180.00",
)  # fmt: skip
EARLIER = ACCOUNT.format(
    year=2030, before=2029, total="510.00", total_change="增加4.00万元，增长0.79%", fund="15.00", rate="25.00", guests="2.00",
    granted="480.00", spent="470.00", left="40.00", projects="170.00",
)  # fmt: skip
SPLIT = """榆湾县盐务局
2031年部门预算

第一部分 概况

一、主要职责

（一）负责盐田的巡护。

第二部分 2031年部门预算情况说明

一、机关运行经费

2031年，榆湾县盐务局机关及下属盐政大队机关运行经费拨款支出26.00万元，比上年减少4.00万元，下降13.33%。

二、会议情况

2031年行业推介会支出5.00万元，比上年增加1.00万元。

第三部分 2031年部门预算表

支出经济分类汇总表

单位：万元

科目编码\t科目名称\t合计
\t合计\t200.00
301\t工资福利支出\t60.00
30101\t基本工资\t60.00
302\t商品和服务支出\t140.00
30201\t办公费\t20.00
30227\t委托业务费\t120.00

一般公共预算基本支出经济分类表

单位：万元

科目编码\t科目名称\t合计
\t合计\t72.00
301\t工资福利支出\t60.00
30101\t基本工资\t60.00
302\t商品和服务支出\t12.00
30201\t办公费\t12.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("fishery"), LATER, EARLIER) as opened:
        yield opened


@pytest.fixture(scope="module")
def of_salt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("salt"), SPLIT) as opened:
        yield opened


@pytest.mark.parametrize(
    "question", ["2030年和2031年支出合计分别是多少，增加了多少？", "2030年和2031年本年收入合计各是多少，增加多少？"]
)
def test_a_total_by_name_adds_up_no_years(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(BODY + question)
    assert answer.status == "answered"
    assert "增加10.00万元" in answer.text
    assert not any(one in answer.text for one in ("950.00", "970.00", "2029年"))


def test_the_years_of_a_body_are_added_up_where_that_is_asked(assistant: Assistant) -> None:
    assert "950.00" in assistant.ask(f"{BODY}2030年和2031年支出合计一共是多少？").text


@pytest.mark.parametrize("turns", [("比2030年增加多少？",), ("比2030年增加多少？", "增长率？")])
def test_a_change_since_a_year_leaves_out_those_before_it(assistant: Assistant, turns: tuple[str, ...]) -> None:
    *before, last = (f"{BODY}2031年收入总计多少？", *turns)
    answer = assistant.ask(last, before)
    assert "增加10.00万元，增长1.96%" in answer.text
    assert "4.00" not in answer.text


def test_each_year_keeps_its_change_since_the_year_before(assistant: Assistant) -> None:
    text = assistant.ask(f"{BODY}2030年和2031年收支总计各比上年增加多少？").text
    assert "增加10.00万元" in text
    assert "增加4.00万元" in text


def test_the_reason_after_a_year_before_is_that_of_the_document_that_told_it(assistant: Assistant) -> None:
    answer = assistant.ask("原因？", (f"{BODY}2030年公务接待费多少？", "上年多少？"))
    assert "合并接待批次" in answer.text


@pytest.mark.parametrize(
    ("turns", "amount"),
    [
        ((f"{BODY}2030年公务接待费多少？", "上年公务接待费多少？"), "2.40"),
        ((f"{BODY}2029年政府性基金预算支出多少？",), "12.00"),
        ((f"{BODY}2030年政府性基金支出多少？", "上年是多少？"), "12.00"),
    ],
)
def test_the_year_before_is_computed_from_one_sentence(assistant: Assistant, turns: tuple[str, ...], amount: str) -> None:
    answer = assistant.ask(turns[-1], turns[:-1])
    assert answer.status == "answered"
    assert f"**{amount}万元**" in answer.text


def test_the_year_before_of_what_prose_says_of_the_body_and_its_unit(of_salt: Assistant) -> None:
    assert "**30.00万元**" in of_salt.ask("榆湾县盐务局去年的机关运行经费是多少？").text


@pytest.mark.parametrize("item", ["机关经费", "盐政大队", "预算支出"])
def test_a_sentence_of_another_thing_computes_no_year_before(of_salt: Assistant, item: str) -> None:
    assert of_salt.ask(f"榆湾县盐务局上年{item}多少？").status == "not_found"


@pytest.mark.parametrize(
    "question", ["商品和服务支出中基本支出部分是多少？项目支出部分是多少？", "商品和服务支出的基本支出和项目支出分别多少？"]
)
def test_a_class_of_expenditure_is_split(of_salt: Assistant, question: str) -> None:
    answer = of_salt.ask(f"榆湾县盐务局{question}")
    assert "140.00 − 12.00 = 128.00万元" in answer.text


@pytest.mark.parametrize("question", ["基本工资和办公费合计？", "基本工资、办公费合计"])
def test_a_sum_is_asked_for_without_a_question_word(of_salt: Assistant, question: str) -> None:
    assert "合计**80.00万元**" in of_salt.ask(f"榆湾县盐务局{question}").text


@pytest.mark.parametrize("question", ["基本工资与办公费之比？", "基本工资和办公费的比值是多少？"])
def test_a_ratio_is_a_multiple(of_salt: Assistant, question: str) -> None:
    assert "3.00倍" in of_salt.ask(f"榆湾县盐务局{question}").text


def test_one_item_of_two_tables_is_held_against_itself(of_salt: Assistant) -> None:
    answer = of_salt.ask("差多少？", ("榆湾县盐务局办公费多少？", "基本支出里的办公费多少？"))
    assert "20.00 − 12.00 = 8.00万元" in answer.text


def test_what_was_left_at_both_ends_of_the_year_is_set_in_relation(assistant: Assistant) -> None:
    answer = assistant.ask("变化了多少？", (f"{BODY}2031年年初结转和结余多少？", "年末呢？"))
    assert "40.00 − 30.00 = 10.00万元" in answer.text


@pytest.mark.parametrize("last", ["合计多少？", "一共呢？"])
def test_nothing_is_added_up_after_a_refused_list(assistant: Assistant, last: str) -> None:
    before = (f"{BODY}2031年船队有哪些项目？",)
    assert assistant.ask(before[0]).status == "not_found"
    assert assistant.ask(last, before).status == "not_found"


def blanked(clause: str) -> str:
    """The clause without its body."""
    return clause.replace(BODY, " " * len(BODY))


@pytest.mark.parametrize(
    ("question", "second"),
    [
        ("项目支出多少，其中政府性基金多少？", "政府性基金项目支出多少"),
        ("支出合计多少,财政拨款多少?", "财政拨款支出合计多少"),
        ("财政拨款支出合计多少，其中政府性基金多少？", "政府性基金支出合计多少"),
        ("行政运行多少，年初结转多少？", "行政运行年初结转多少"),
        ("决算支出合计多少，其中财政拨款多少？", "决算财政拨款支出合计多少"),
        ("年初结转多少，其中政府性基金多少？", "政府性基金年初结转多少"),
        ("行政运行多少，当年财政拨款多少？", "行政运行当年财政拨款多少"),
        ("公务接待费基本支出里多少，三公表里多少？", "三公表里公务接待费多少"),
    ],
)
def test_the_second_clause_is_asked_of_the_item_of_the_first(question: str, second: str) -> None:
    assert complete_halves(BODY + question, blanked).endswith(f"?{BODY}{second}?")


@pytest.mark.parametrize(
    "question",
    [
        "收入多少，其中财政拨款多少？", "年初结转多少，年末结转多少？", "支出合计多少，年末结转多少？", "在职人数多少，财政拨款多少？",
        "三公经费多少，其中公务接待费多少？",
    ],
)
def test_a_second_clause_of_its_own_is_left_as_it_is(question: str) -> None:
    assert complete_halves(BODY + question, blanked) == BODY + question


def test_the_total_asked_for_before_is_that_of_the_fund(assistant: Assistant) -> None:
    assert fund_within("财政拨款呢", (f"{BODY}2031年支出合计多少",), assistant.reader) == "财政拨款支出合计是多少"


def test_what_a_fund_pays_of_expenditure_is_not_all_that_it_grants(assistant: Assistant) -> None:
    answer = assistant.ask(f"{BODY}2031年项目支出多少，一般公共预算财政拨款多少？")
    assert "**180.00万元**" in answer.text
    assert "**100.00万元**" in answer.text
    assert "490.00" not in answer.text
