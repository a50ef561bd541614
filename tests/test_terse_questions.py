"""Questions as they are typed into a search box, and turns of one word: the figure meant, or none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

BUREAU = """桐花县文化和旅游局
2031年部门预算

第一部分 概况

一、主要职责

（一）负责全县文化事业的发展。

二、机构设置

纳入部门预算编制范围的单位共3个：1.桐花县文化和旅游局机关；2.桐花县图书馆；3.桐花县文化馆。

机关行政编制46名，实有在职人员43名，离退休人员37名。

桐花县图书馆事业编制32名，实有在职人员29名，退休人员14名；桐花县文化馆事业编制24名，实有在职人员21名，退休人员8名。

三、绩效目标

2031年本部门共设置12个项目绩效目标，涉及资金230.00万元。

四、“三公”经费

2031年“三公”经费预算6.00万元，比上年减少1.20万元。其中：公务接待费预算2.00万元，比上年减少0.20万元。

第二部分 2031年部门预算表

部门收支总体情况表

单位：万元

项目\t金额\t项目\t金额
一、财政拨款收入\t900.00\t一、文化旅游体育与传媒支出\t1,000.00
二、事业收入\t60.00\t\t
三、其他收入\t40.00\t\t
收入总计\t1,000.00\t支出总计\t1,000.00

部门支出总体情况表

单位：万元

单位编码\t单位名称\t合计\t基本支出\t项目支出
\t合计\t1,000.00\t770.00\t230.00
135001\t桐花县文化和旅游局机关\t500.00\t400.00\t100.00
135002\t桐花县图书馆\t300.00\t220.00\t80.00
135003\t桐花县文化馆\t200.00\t150.00\t50.00

一般公共预算财政拨款支出表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t880.00\t700.00\t180.00
2070104\t图书馆\t880.00\t700.00\t180.00

政府性基金预算财政拨款支出表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t20.00\t\t20.00
2079901\t宣传文化发展专项支出\t20.00\t\t20.00

一般公共预算“三公”经费支出预算表

单位：万元

“三公”经费合计\t公务接待费\t公务用车运行费
6.00\t2.00\t4.00
"""
CLINIC = """桐花县山南街道社区卫生服务中心
2031年单位预算

第一部分 概况

一、主要职责

（一）承担辖区居民的健康服务。

二、机构设置

中心核定事业编制18名，2030年末实有在职人员16名，退休人员9名。

第二部分 2031年单位预算表

单位收支总体情况表

单位：万元

项目\t金额\t项目\t金额
一、财政拨款收入\t300.00\t一、卫生健康支出\t420.00
二、事业收入\t120.00\t\t
收入总计\t420.00\t支出总计\t420.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("files")
    (folder / "bureau.txt").write_text(BUREAU, encoding="utf-8")
    (folder / "clinic.txt").write_text(CLINIC, encoding="utf-8")
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    with KnowledgeBase.open(settings.home) as base:
        ingest_paths(base, [folder], lambda *_: None)
        yield Assistant(base, settings)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ("文旅局财政拨款", "**900.00万元**"),
        ("文旅局编制多少", "**102名**"),
        ("文旅局几个项目", "12个项目绩效目标"),
        ("图书馆项目支出", "**80.00万元**"),
        ("文旅局图书馆项目支出", "**80.00万元**"),
        ("山南卫生中心编制", "**18名**"),
        ("山南卫生中心编制 退休", "**9名**"),
        ("文旅局编制||图书馆||文化馆", "**24名**"),
        ("文旅局编制||图书馆||文化馆||合计", "**56名**"),
        ("文旅局项目支出||图书馆||文化馆||最大", "最高的是**桐花县图书馆·项目支出**"),
        ("文旅局总收入||财政拨款||其他", "其他收入：**40.00万元**"),
        ("文旅局项目支出||财政拨款", "**200.00万元**"),
        ("文旅局项目支出||一般公共预算", "**180.00万元**"),
        ("山南卫生中心编制||实有||退休", "**9名**"),
    ],
)
def test_the_figure_that_is_meant_is_told(assistant: Assistant, turns: str, told: str) -> None:
    *history, question = turns.split("||")
    answer = assistant.ask(question, tuple(history))
    assert answer.status == "answered"
    assert told in answer.text


def test_the_posts_of_another_unit_are_no_other_print(assistant: Assistant) -> None:
    answer = assistant.ask("桐花县图书馆事业编制多少")
    assert "**32名**" in answer.text
    assert "不同" not in answer.text


def test_the_share_of_one_year_is_not_taken_of_another(assistant: Assistant) -> None:
    answer = assistant.ask("占多少", ("文旅局三公经费", "去年呢", "接待费呢"))
    assert "36.67" not in answer.text


@pytest.mark.parametrize(
    "turns",
    [
        "文旅局财政拨款结转",
        "山南卫生中心面积",
        "图书馆采购",
        "文旅局退休多少人",
        "山南卫生中心奖励",
        "文旅局三公||医疗",
        "文旅局编制||价值",
        "文旅局集中采购",
        "文旅局23个项目总共多少",
        "文旅局三公经费||图书馆呢",
        "文旅局项目几个||文化馆||合计",
        "山南卫生中心编制||预算",
    ],
)
def test_another_figure_is_no_answer(assistant: Assistant, turns: str) -> None:
    *history, question = turns.split("||")
    assert assistant.ask(question, tuple(history)).status != "answered"
