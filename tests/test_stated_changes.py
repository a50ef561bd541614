"""Rates and changes of sentences that give the budget met beside them, tell both sides of a fund, or take accounts as paths or by code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from heritage_documents import asking

from app.assistant import Assistant

ACCOUNTS = """云泽县养蜂局
2031年度部门决算

第一部分 2031年度部门决算情况说明

一、财政拨款收入支出决算情况说明

（一）收支与年初预算数对比情况

本部门2031年度财政拨款本年收入90.00万元，完成年初预算的120.0%，比年初预算增加15.00万元；本年支出80.00万元，完成年初预算的160.0%，比年初预算增加30.00万元。

1.一般公共预算财政拨款本年收入完成年初预算的125.0%，比年初预算增加10.00万元，主要是追加资金；支出完成年初预算的140.0%，比年初预算增加20.00万元。

二、一般公共预算财政拨款支出决算情况说明

（1）2130101行政运行30.00万元，较上年决算数增加3.00万元，增长11.11%。

（2）2130104事业运行20.00万元，较上年决算数减少5.00万元，下降20.00%。

（3）2130109蜜源保护10.00万元，较上年决算数增加4.00万元，增长66.67%。

三、政府性基金预算财政拨款支出决算情况说明

（1）2296003蜂场改造20.00万元，较上年决算数增加15.00万元，增长300.00%。

四、财政拨款“三公”经费支出决算情况说明

2031年度财政拨款“三公”经费支出8.00万元，完成全年预算10.00万元的80.00%，比上年减少2.00万元，下降20.00%。

（一）公务接待费支出3.00万元，完成全年预算4.00万元的75.00%。公务接待费支出较预算减少1.00万元，降低25.0%；较上年度减少0.50万元，降低14.3%。
"""
BUDGET = """云泽县桑蚕局
2031年部门预算

第一部分 2031年部门预算情况说明

一、支出预算情况说明

1．“农林水支出—桑蚕—桑园培育”2031年预算50.00万元，比2030年增加10.00万元，增长25.00%。

2．“农林水支出—桑蚕—蚕病防治”2031年预算30.00万元，比2030年减少6.00万元，下降16.67%。

3．“农林水支出—桑蚕—蚕种保护”2031年预算9.00万元，比2030年减少3.00万元，下降25.00%。
"""


@pytest.fixture(scope="module")
def bees(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder: Path = tmp_path_factory.mktemp("bees")
    with asking(folder, ACCOUNTS, BUDGET) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云泽县养蜂局三公经费比上年减少多少", "减少2.00万元"),
        ("云泽县养蜂局三公经费完成全年预算的百分之几", "80.00%"),
        ("云泽县养蜂局公务接待费比上年减少多少", "减少0.50万元"),
        ("云泽县养蜂局2030年三公经费支出是多少", "10.00万元"),
        ("云泽县养蜂局财政拨款支出完成年初预算的百分之几", "160.0%"),
        ("云泽县养蜂局一般公共预算财政拨款支出完成年初预算的百分之几", "140.0%"),
        ("云泽县养蜂局一般公共预算财政拨款支出比年初预算增加多少", "20.00万元"),
        ("云泽县养蜂局一般公共预算财政拨款收入比年初预算增加多少", "10.00万元"),
        ("云泽县养蜂局一般公共预算支出中增幅最大的项级科目是哪个", "蜜源保护"),
        ("云泽县养蜂局降幅最大的科目是哪个", "事业运行"),
        ("云泽县桑蚕局哪个科目降幅最大", "蚕种保护"),
        ("云泽县桑蚕局哪个科目减少额最多", "蚕病防治"),
        ("云泽县桑蚕局哪个科目增加幅度最大", "桑园培育"),
        ("云泽县桑蚕局桑园培育2030年预算是多少", "40.00万元"),
        ("云泽县桑蚕局蚕病防治比上年减少多少", "减少6.00万元"),
    ],
)
def test_what_a_sentence_tells_beside_its_amount(bees: Assistant, question: str, told: str) -> None:
    assert told in bees.ask(question).text


@pytest.mark.parametrize(
    "question",
    ["云泽县桑蚕局一般公共预算支出中增幅最大的科目是哪个", "云泽县养蜂局农林水支出里增幅最大的科目是哪个"],
)
def test_accounts_of_a_fund_or_class_that_no_heading_names_are_not_ranked(bees: Assistant, question: str) -> None:
    assert bees.ask(question).status == "not_found"


def test_a_total_met_is_no_amount_of_its_own(bees: Assistant) -> None:
    assert "3.00万元" in bees.ask("云泽县养蜂局公务接待费是多少").text
    assert bees.ask("云泽县养蜂局完成全年预算是多少").status != "answered"
