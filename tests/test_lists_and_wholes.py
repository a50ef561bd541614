"""Lists with subtotals, projects with what they spent, prices a piece, shares in a whole: the right rows, and all of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

ACCOUNT = """石榴市园林局
2031年度部门决算

第一部分 石榴市园林局概况

一、主要职责

（一）负责全市公园的养护。

第二部分 2031年度部门决算情况说明

一、政府采购支出情况说明

石榴市园林局政府采购支出总额90.00万元。面向中小企业预留政府采购项目预算金额36.00万元。政府采购货物支出30.00万元。

二、公务接待情况说明

公务接待费支出2.00万元。国内公务接待8批次，50人次，共计支出1.60万元，主要用于接待兄弟城市考察。

截至2031年末，使用财政拨款开支的公务用车保有量为8辆。

第三部分 2031年度部门决算表

收入支出决算总表

单位：万元

收入\t\t支出\t
项目\t决算数\t项目\t决算数
一、财政拨款收入\t480.00\t一、城乡社区支出\t500.00
本年收入合计\t480.00\t本年支出合计\t500.00
年初结转和结余\t60.00\t年末结转和结余\t40.00
总计\t540.00\t总计\t540.00

收入决算表

单位：万元

单位编码\t单位名称\t合计
\t合计\t480.00
101001\t石榴市园林局本级\t300.00
101002\t石榴市公园管理处\t150.00
\t石榴市苗圃\t30.00

实物量统计表

项目\t统计数
公务用车保有量（辆）\t7
国内公务接待批次（个）\t8

项目支出执行情况表

单位：万元

序号\t项目名称\t预算数\t执行数\t执行率
1\t公园步道翻修\t100.00\t96.00\t96%
2\t古树复壮\t50.00\t35.00\t70%
3\t绿地浇灌\t30.00\t30.00\t100%

政府采购支出明细表

单位：万元

采购类别\t采购项目\t数量\t计量单位\t金额
货物\t小计\t\t\t30.00
货物\t喷灌头\t\t\t18.00
货物\t档案柜\t24\t组\t12.00
服务\t小计\t\t\t60.00
服务\t绿地养护外包\t\t\t60.00
合计\t\t\t\t90.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Answers over the one document."""
    folder = tmp_path_factory.mktemp("lists")
    (folder / "account.txt").write_text(ACCOUNT, encoding="utf-8")
    with KnowledgeBase.open(folder / "home") as knowledge_base:
        ingest_paths(knowledge_base, [folder / "account.txt"], lambda *_: None)
        yield Assistant(knowledge_base, Settings(home=folder / "home"))


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("石榴市园林局2031年政府采购里，服务类占采购总额的百分之多少？", ("66.67%",), ("33.33",)),
        ("石榴市园林局2031年政府采购里，货物类一共多少钱？", ("30.00万元",), ("60.00万元", "小计")),
        ("石榴市园林局2031年哪个项目执行率最低？", ("古树复壮", "70%"), ("步道",)),
        ("石榴市园林局2031年这3个项目一共执行了多少？", ("161.00万元",), ("180",)),
        ("石榴市园林局2031年年初、年末结转和结余分别是多少？", ("60.00万元", "40.00万元"), ()),
        ("石榴市园林局2031年国内公务接待平均每人次花了多少元？", ("人次",), ("100000.00", "96000.00")),
        ("石榴市园林局2031年国内公务接待支出多少？", ("1.60万元",), ("50人次",)),
        ("石榴市园林局2031年政府采购支出一共多少？", ("90.00万元",), ()),
        ("石榴市园林局2031年政府采购支出里，预留给中小企业的比例是多少？", ("40.00%",), ()),
        ("石榴市园林局2031年买的档案柜，多少元一组？", ("5000.00元",), ("12.00万元[",)),
        ("石榴市园林局去年公务接待费花了多少？我问2031年的决算", ("2.00万元",), ()),
        ("石榴市园林局2031年项目里哪两项花钱最多？从高到低说说各是多少。", ("3项中最高的2项", "96.00万元", "35.00万元"), ("30.00",)),
        ("石榴市园林局2031年收入决算表里列的三个单位加起来跟合计对得上吗？", ("480.00万元", "对得上"), ("对不上",)),
        ("石榴市园林局2031年末公务用车保有量是几辆？", ("8辆", "7辆", "不同"), ()),
        ("石榴市园林局2031年三个项目的执行数合计多少，占本年支出合计的百分之几？", ("161.00万元", "32.20%"), ()),
    ],
)
def test_all_the_rows_and_nothing_else(assistant: Assistant, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered", answer.text
    assert [word for word in said if word not in answer.text] == [], answer.text
    assert [word for word in unsaid if word in answer.text] == [], answer.text


def test_a_share_is_of_the_whole_body_though_a_part_was_spoken_of(assistant: Assistant) -> None:
    answer = assistant.ask("它占整个支出合计的百分之几？", ("石榴市园林局2031年喷灌头花了多少钱？",))
    assert "3.60%" in answer.text, answer.text


@pytest.mark.parametrize("question", ["还有多少钱没花出去？", "省了多少？", "还剩多少？"])
def test_what_was_saved_is_the_budget_less_what_was_spent(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, ("石榴市园林局2031年古树复壮项目的预算数和执行数各是多少？",))
    assert "15.00万元" in answer.text, answer.text
    assert assistant.ask(question, ("石榴市园林局2031年喷灌头和档案柜各花了多少钱？",)).status != "answered"


@pytest.mark.parametrize("question", ["石榴市园林局2031年项目一共花了多少？", "石榴市园林局2031年喷灌头和洒水车各是多少？"])
def test_a_part_that_is_not_printed_is_not_told_by_another(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status != "answered" or "161.00" in answer.text, answer.text
