"""Questions about agreement: which check, shares or counts of a document they are about, and what they must not be told."""

from __future__ import annotations

from decimal import Decimal

import pytest
from check_documents import read_document

from app.answer import Answer
from app.checks.answer_contradiction import answer_contradiction, compares_places
from app.checks.answer_counts import answer_counts
from app.checks.answer_shares import answer_shares
from app.checks.asked_prints import asked_prints, told_share
from ingest.document import Document

PUBLIC = """
项目 2024年预算数
合计 6.00
公务用车运行维护费 3.00
公务接待费 3.00
"""
PROJECTS = """
类型 项目名称 项目单位 合计 一般公共预算
其他运转类 渡口实训设备更新 云州市河道站 17.10 17.10
其他运转类 堤防值守劳务费 云州市河道站 12.90 12.90
合计 _ _ 30.00 30.00
"""
TARGETS = """
单位（项目）名称 资金总额 政府预算资金 数量指标 指标值
渡口实训设备更新 71.10 71.10 更新设备 12套
堤防值留劳务费 12.90 12.90 值守渡口 35处
"""
PROSE = [
    ("一、收入预算情况说明", "2024年收入预算30.00万元，其中：财政拨款收入10.00万元，占33.34%；事业收入20.00万元，占66.67%。"),
    ("二、支出预算情况说明", "2024年支出预算30.01万元，其中：基本支出10.00万元，占33.32%；项目支出20.00万元，占66.64%。"),
    ("三、“三公”经费情况说明", "公务接待费：3.60万元。公务用车运行维护费：3.00万元。全市37处渡口落实值守。"),
    ("四、绩效自评结果", "整体自评得分94.5分，其他事项自评得分70分。整体支出绩效自评总分为95.5分。"),
]


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    tables = [("“三公”经费支出表", PUBLIC), ("项目支出预算表", PROJECTS), ("项目绩效目标表", TARGETS)]
    return read_document(tmp_path_factory.mktemp("confer"), tables, PROSE)


def answer(document: Document, question: str) -> Answer | None:
    asked = asked_prints(question, question)
    if asked is None:
        return None
    found = answer_shares(asked, question, [document]) or answer_contradiction(asked, question, [document], lambda _id: document)
    return found or answer_counts(asked, question, [document])


@pytest.mark.parametrize(
    ("question", "values", "words"),
    [
        ("公务接待费说明与三公经费支出表写的一样不", ["3.60", "3.00"], "不一致"),
        ("核一下公务接待费:说明与三公表", ["3.60", "3.00"], "不一致"),
        ("换实训设备的钱,项目表和绩效目标表写的是不是同一个数", ["71.10", "17.10"], "不一致"),
        ("公务用车运行维护费,正文和三公表的数一致吗", ["3.00"], "相符"),
        ("12.90万元的劳务费,项目支出预算表和绩效目标表上名字是不是同一个", ["12.90"], "值留"),
        ("支出预算说明里基本支出加项目支出,怎么跟总数差了一点", ["30.01", "30.00", "0.01"], "尾差"),
        ("收入两项占比加起来是不是百分之百", ["100.01"], "尾差"),
        ("支出的占比相加等于100%吗", ["99.96"], "不一致"),
        ("渡口到底几处,文字和绩效目标表的不一样吧", ["37", "35"], "不一致"),
        ("整体自评到底94.5还是95.5分", ["94.5", "95.5"], "不一致"),
    ],
)
def test_the_prints_asked_about_are_told_with_the_verdict(document: Document, question: str, values: list[str], words: str) -> None:
    told = answer(document, question)
    assert told is not None
    assert {Decimal(one) for one in values} <= {value.value for value in told.values}
    assert words in told.text
    assert told.citations


@pytest.mark.parametrize(
    "question",
    [
        "公务接待费比上年减少的原因是什么",  # no agreement
        "公务接待费预算和决算差异多少",  # two sides
        "会议费说明与三公表写的一样吗",  # of another thing
        "公务用车运行维护费说明与三公表怎么差了一点",  # they agree: what the question says is not so
        "基本支出到底多少",
        "渡口到底几个人值守,文字和绩效目标表的不一样吧",  # another unit
    ],
)
def test_what_is_of_another_thing_is_not_told(document: Document, question: str) -> None:
    assert answer(document, question) is None


def test_only_a_check_of_the_places_named_may_call_a_figure_consistent(document: Document) -> None:
    asked = asked_prints("公务接待费说明与三公表一致吗", "公务接待费说明与三公表一致吗")
    within = next(check for check in document.checks if check.kind == "表内")
    prose = next(check for check in document.checks if "公务用车运行维护费" in check.identity and check.kind == "文表")
    everywhere = asked_prints("公务接待费各处一致吗", "公务接待费各处一致吗")
    assert not compares_places(asked, within, document)
    assert not compares_places(everywhere, within, document)  # what adds up within one table is no second print
    assert compares_places(asked, prose, document)


@pytest.mark.parametrize(
    ("topic", "told", "share"),
    [("计生家庭", "计划生育服务", 0.5), ("换实训设备的钱", "渡口实训设备更新", 0.8), ("会议费", "公务接待费", 0.0)],
)
def test_words_stand_in_a_text_as_stretches_or_abbreviated(topic: str, told: str, share: float) -> None:
    assert told_share(topic, told) == share
