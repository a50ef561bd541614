"""One body's documents of several years and kinds: what changed between two of them, and what the later one says of the year before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

BUREAU = "石榴市园林局"
ACCOUNT = """石榴市园林局
{year}年度部门决算

第一部分 石榴市园林局概况

一、主要职责

（一）负责全市公园的养护。

第二部分 {year}年度部门决算情况说明

一、收入支出决算总体情况说明

{year}年度收支总计{total}万元，与{before}年度相比，收支总计各{total_change}。主要原因：补植行道树。

二、机关运行经费支出情况说明

{year}年度机关运行经费支出{running}万元，比{before}年度{running_change}。主要原因：印刷减少。

三、公务接待情况

公园面积与2027年相比扩大一倍。{year}年度国内公务接待{visits}批次、{visitors}人次。

第三部分 {year}年度部门决算表

支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t{spent}\t{staff}\t{projects}
2120101\t行政运行\t{staff}\t{staff}\t0
2120501\t城乡社区环境卫生\t{projects}\t0\t{projects}
"""
BUDGET = """石榴市园林局
2032年部门预算

第一部分 石榴市园林局概况

一、主要职责

（一）负责全市公园的养护。

第二部分 2032年部门预算情况说明

一、机关运行经费支出情况说明

2032年机关运行经费预算31.00万元，比2031年预算增加0.50万元，增长1.64%。

第三部分 2032年部门预算表

部门支出总表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t480.00\t290.00\t190.00
2120101\t行政运行\t290.00\t290.00\t0
2120501\t城乡社区环境卫生\t190.00\t0\t190.00
"""
EARLIER = ACCOUNT.format(
    year=2030, before=2029, total="520.00", total_change="减少10.00万元，下降1.89%", running="28.00", visits=4, visitors=20,
    running_change="增加1.00万元，增长3.70%", spent="500.00", staff="300.00", projects="200.00",
)  # fmt: skip
LATER = ACCOUNT.format(
    year=2031, before=2030, total="460.00", total_change="减少60.00万元，下降11.54%", running="25.00", visits=3, visitors=30,
    running_change="减少3.00万元，下降10.71%", spent="450.00", staff="280.00", projects="170.00",
)  # fmt: skip
EARLIER = EARLIER.replace("公园面积与2027年", "2029年对草坪养护项目开展了绩效评价，评价得分88.5分，评价等级为“良”。公园面积与2027年")
OTHER = LATER.replace(BUREAU, "石榴市林业局").replace("减少3.00万元，下降10.71%", "增加5.00万元，增长25.00%")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder, home = tmp_path_factory.mktemp("years"), tmp_path_factory.mktemp("home")
    for name, text in (("2030年度部门决算", EARLIER), ("2031年度部门决算", LATER), ("2032年部门预算", BUDGET)):
        (folder / f"{BUREAU}{name}.txt").write_text(text, "utf-8")
    (folder / "石榴市林业局2031年度部门决算.txt").write_text(OTHER, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        # the later document states the change since the year before; the earlier one's own change is another
        ("2031年决算机关运行经费比2030年减少多少？", ("3.00", "10.71"), ("1.00万元", "2.00万元")),
        ("2031年决算机关运行经费比2030年决算减少百分之几？", ("10.71",), ("3.70",)),
        ("2030年决算到2031年决算，收支总计减少了多少？", ("60.00",), ("10.00万元", "50.00万元")),
        # a change of 收支总计 is none of 支出合计: that is computed from both documents
        ("2031年决算支出合计比2030年减少多少？", ("50.00", "450.00", "500.00"), ("60.00",)),
        ("2031年决算支出合计比上年下降百分之几？", ("10.00%",), ("11.54",)),
        # a budget beside an account of another year
        ("2032年预算的支出合计比2031年决算增加了多少？", ("30.00", "480.00", "450.00"), ()),
        ("2032年行政运行预算比2030年决算少了多少？", ("10.00", "290.00", "300.00"), ("280.00",)),
        ("2031年决算基本支出占支出合计的比例比2030年决算高多少？", ("2.22", "62.22%", "60.00%"), ()),
        ("行政运行2030年决算和2032年预算各是多少？", ("300.00", "290.00"), ("280.00",)),
        ("2032年预算数跟2030年决算数比，行政运行哪年多？", ("10.00", "300.00"), ("280.00",)),
        ("2031年决算和2030年决算的机关运行经费各比上年变化多少？", ("3.00", "1.00"), ("2.00万元",)),
        ("2031年决算机关运行经费比2030年省了多少？", ("3.00",), ("1.00万元", "2.00万元")),
        ("2031年决算支出合计比上年节约多少？", ("50.00",), ("60.00",)),
        # what rose in one year fell in the other: neither change is more
        ("和石榴市林业局2031年决算机关运行经费比上年谁降得多？", ("减少3.00万元", "增加5.00万元"), ("2.00万元",)),
    ],
)
def test_a_change_between_two_years(assistant: Assistant, question: str, told: tuple[str, ...], not_told: tuple[str, ...]) -> None:
    answer = assistant.ask(BUREAU + question)
    assert answer.status == "answered"
    assert all(one in answer.text for one in told), answer.text
    assert not any(one in answer.text for one in not_told), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "2032年预算的机关运行经费比2030年决算高百分之几？",
        # neither a document of 2028 or 2029 is loaded, nor does one tell of it: the change since another year is none since it
        "2031年决算支出合计比2029年决算减少多少？",
        "2031年决算机关运行经费比2028年减少多少？",
        "2031年决算机关运行经费，与2028年比降了几成？",
        "2031年决算机关运行经费比前年减少多少？",
        "2031年决算机关运行经费比前年的少多少？",
        "2031年决算机关运行经费比2027年减少多少？",  # the text compares another thing with 2027
        "2030年决算机关运行经费比两年前增加多少？",
        "2031年决算公用经费与2028年决算相差多少？",
        "2028年和2031年的机关运行经费哪年多？",
        "2028年到2031年的机关运行经费一共多少？",
        "2031年决算机关运行经费比2028年决算少多少？",  # 2028年决算 is no second thing of the document either
        "2031年决算哪一项比上年降得最多？",
        "2031年决算公务接待批次比2030年少多少？",  # visitors are told, not visits
    ],
)
def test_what_no_two_documents_tell_is_not_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(BUREAU + question)
    assert answer.status != "answered", answer.text
    assert not answer.values


def test_a_year_compared_with_in_a_later_question_chooses_no_document(assistant: Assistant) -> None:
    earlier = f"{BUREAU}2031年决算支出合计是多少？"
    assert "50.00" in assistant.ask("和2030年比省了多少？", (earlier,)).text


@pytest.mark.parametrize("question", ["比2031年决算多多少？", "比2031年决算呢？"])
def test_the_amount_told_before_is_held_against_another_book(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, (f"{BUREAU}2032年预算基本支出是多少？",))
    assert [f"{value.value:f}" for value in answer.values][:1] in (["10.00"], ["290.00"]), answer.text
    assert all(one in answer.text for one in ("290.00", "280.00", "10.00")), answer.text


def test_the_years_that_are_not_loaded_are_said(assistant: Assistant) -> None:
    answer = assistant.ask(f"{BUREAU}2028年和2031年决算的机关运行经费各是多少？")
    assert "25.00" in answer.text
    assert any("2028年" in warning for warning in answer.warnings)
    assert not assistant.ask(f"{BUREAU}2030年和2031年决算的机关运行经费各是多少？").warnings


def test_a_later_document_says_something_of_a_year_that_is_not_loaded(assistant: Assistant) -> None:
    answer = assistant.ask(f"{BUREAU}2029年草坪养护项目绩效评价打了多少分，什么等级？")
    assert "88.5分" in answer.text
    assert answer.citations[0].document.startswith("石榴市园林局2030")
    for other in ("2028年草坪养护项目绩效评价打了多少分？", "2029年国内公务接待多少批次？"):
        assert assistant.ask(BUREAU + other).status == "not_found"
