"""The budget and the final accounts of one year beside each other, and the accounts of the latter held against their budget."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

BUDGET = """青梧市园艺局
2031年部门预算

第一部分 青梧市园艺局概况

一、主要职责

（一）负责全市苗圃的养护。

第二部分 2031年部门预算表

部门支出总体情况表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t480.00\t290.00\t190.00
2120101\t行政运行\t290.00\t290.00\t0
2120501\t城乡社区环境卫生\t140.00\t0\t140.00
2120104\t城管执法（室）事务\t50.00\t0\t50.00

一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t合计\t人员经费\t公用经费
\t合计\t290.00\t240.00\t50.00
30201\t办公费\t21.00\t0\t21.00
30211\t差旅费\t9.00\t0\t9.00
"""
ACCOUNT = """青梧市园艺局
2031年度部门决算

第一部分 青梧市园艺局概况

一、主要职责

（一）负责全市苗圃的养护。

第二部分 2031年度部门决算情况说明

一、收入支出决算总体情况说明

2031年度收入总计470.00万元、支出总计470.00万元。与2030年度相比，收、支总计各增加20.00万元，增长4.44%。

二、支出决算情况说明

2031年度本年支出决算合计462.00万元。与2030年度相比，增加15.00万元，增长3.36%。

三、一般公共预算财政拨款支出决算情况说明

2031年度一般公共预算财政拨款支出年初预算为480.00万元，支出决算为462.00万元，完成年初预算的96.25%。其中：

1.城乡社区支出（类）城乡社区管理事务（款）行政运行（项）。年初预算为290.00万元，支出决算为296.00万元，完成年初预算的102.07%。

2.城乡社区支出（类）城乡社区环境卫生（款）城乡社区环境卫生（项）。年初预算为140.00万元，支出决算为126.00万元，完成年初预算的90.00%。

3.城乡社区支出（类）城乡社区管理事务（款）城管执法（室）事务（项）。年初预算为50.00万元，支出决算为40.00万元，完成年初预算的80.00%。

第三部分 2031年度部门决算表

收入支出决算总表

单位：万元

收入\t\t支出\t
项目\t决算数\t项目\t决算数
一、财政拨款收入\t460.00\t一、城乡社区支出\t462.00
本年收入合计\t460.00\t本年支出合计\t462.00
年初结转和结余\t10.00\t年末结转和结余\t8.00
总计\t470.00\t总计\t470.00

支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t462.00\t296.00\t166.00
2120101\t行政运行\t296.00\t296.00\t0
2120501\t城乡社区环境卫生\t126.00\t0\t126.00
2120104\t城管执法（室）事务\t40.00\t0\t40.00

一般公共预算财政拨款基本支出决算明细表

单位：万元

科目编码\t科目名称\t决算数
301\t工资福利支出\t248.00
302\t商品和服务支出\t48.00
30201\t办公费\t20.00
30211\t差旅费\t8.00
\t人员经费合计\t248.00
\t公用经费合计\t48.00
"""
ALONE = ACCOUNT.replace("青梧市园艺局", "青梧市渔政局")  # of which no budget is loaded


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder, home = tmp_path_factory.mktemp("sides"), tmp_path_factory.mktemp("home")
    for name, text in (("甲预算", BUDGET), ("甲决算", ACCOUNT), ("乙决算", ALONE)):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("园艺局2031年公用经费预算比决算多多少", ("50.00", "48.00", "2.00万元")),
        ("园艺局2031年公用经费预算与决算差多少", ("2.00万元",)),
        ("园艺局2031年人员经费决算比预算多多少", ("248.00", "240.00", "8.00万元")),
        ("园艺局2031年决算项目支出和2031年预算差多少", ("24.00万元",)),
        ("园艺局2031年预算和决算的项目支出差多少", ("24.00万元",)),
        ("园艺局2031年项目支出预算和决算差多少", ("24.00万元",)),
        ("园艺局2031年项目支出超预算了吗", ("166.00", "190.00", "24.00万元")),
        ("园艺局2031年基本支出超没超预算", ("296.00 − 290.00 = 6.00万元",)),
        ("园艺局2031年行政运行决算完成预算的百分之几", ("102.07%",)),
        ("渔政局2031年行政运行超预算了吗", ("296.00 − 290.00 = 6.00万元",)),
        ("园艺局2031年城管执法（室）事务预算多少，决算多少？", ("50.00万元", "40.00万元")),
        ("园艺局2031年办公费预算多少、实际花了多少？", ("21.00万元", "20.00万元")),
        ("园艺局2031年项目支出决算占预算的百分比", ("166.00 ÷ 190.00", "87.37%")),
        ("园艺局2031年预算和决算的差旅费分别是多少", ("9.00万元", "8.00万元")),
        ("渔政局2031年决算完成年初预算多少", ("96.25%",)),
        ("渔政局2031年决算结余多少", ("**8.00万元**",)),  # not what was budgeted less what was spent
        ("渔政局2031年结余了多少", ("**8.00万元**",)),
        ("渔政局2031年收入和支出差多少", ("462.00 − 460.00 = 2.00万元",)),  # neither with what was carried over
        ("渔政局2031年哪些科目超预算", ("**1个**", "行政运行", "102.07%")),
        ("渔政局2031年没花完预算的功能科目有几个", ("**2个**", "90.00%", "80.00%")),
        ("渔政局2031年决算完成率最低的科目", ("**城管执法（室）事务**", "80.00%")),
        ("渔政局2031年决算超预算最多的科目", ("296.00 − 290.00 = 6.00万元",)),
        ("渔政局2030年支出总计", ("470.00 − 20.00 = 450.00万元",)),
        ("渔政局2030年本年支出合计", ("462.00 − 15.00 = 447.00万元",)),
    ],
)
def test_each_side_is_told_from_where_it_is_printed(assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = assistant.ask(f"青梧市{question}")
    assert answer.status == "answered", answer.text
    assert all(one in answer.text for one in told), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "渔政局2031年公用经费预算比决算多多少",  # one cell is not both sides, and the whole budget is no cost's
        "渔政局2031年人员经费预算多少，决算多少",
        "渔政局2030年本年收入合计",  # the totals of both sides changed, with what was carried over
        "园艺局和渔政局2031年公用经费预算比决算多多少",
        "渔政局2031年公用经费超预算多少",
        "渔政局2031年公用经费里没有花的科目有哪些",
        "渔政局2031年增幅最大的功能科目",
        "渔政局2031年支出决算中最大的三类",
    ],
)
def test_what_is_not_printed_is_not_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(f"青梧市{question}")
    assert answer.status != "answered", answer.text


@pytest.mark.parametrize("question", ["完成年初预算多少", "比上年增加多少"])
def test_nothing_is_told_of_an_item_that_was_not_found(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question, ["青梧市渔政局2031年滑雪基地花了多少"]).status == "not_found"
