"""Bodies set beside each other: which documents are meant, who is ahead and by how much, and who keeps to a bound."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

TEXT = """{body}
{year}年{scope}{kind}

第一部分 {body}概况

一、主要职责

（一）负责本地水利工作。

第二部分 {year}年{scope}{kind}情况说明

一、支出总体情况说明

{year}年支出合计{total}万元，其中：基本支出{basic}万元，项目支出{project}万元。

第三部分 {year}年{scope}{kind}表

部门支出总体情况表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t{total}\t{basic}\t{project}
2130301\t行政运行\t{total}\t{basic}\t{project}

一般公共预算“三公”经费支出表

单位：万元

“三公”经费合计\t因公出国（境）费\t公务用车购置费\t公务用车运行费\t公务接待费
{all}\t0\t0\t{cars}\t{meals}
"""
BODIES = (
    ("梨川市水利局", 2031, "部门", "预算", "300.00", "200.00", "100.00", "9.00", "5.00", "4.00"),
    ("梨川市水文中心", 2029, "单位", "决算", "80.00", "80.00", "0", "0", "0", "0"),
    ("杏林市水利局", 2031, "部门", "预算", "260.00", "110.00", "150.00", "5.00", "3.00", "2.00"),
    ("柏原县水利局", 2031, "部门", "预算", "90.00", "70.00", "20.00", "1.00", "0", "1.00"),
    ("梨川市开发区水利局", 2030, "部门", "决算", "60.00", "50.00", "10.00", "3.50", "2.50", "1.00"),
)
NAMES = ("body", "year", "scope", "kind", "total", "basic", "project", "all", "cars", "meals")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder, home = tmp_path_factory.mktemp("bodies"), tmp_path_factory.mktemp("home")
    for place, body in enumerate(BODIES):
        (folder / f"{place}.txt").write_text(TEXT.format(**dict(zip(NAMES, body, strict=True))), "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        # 梨川 is the place of three bodies: the one that is a bureau, or of the year and kind of the other
        ("梨川和杏林哪个局的公务接待费多，差多少？", ("**梨川市水利局**比杏林市水利局多**2.00万元**",), ("水文中心",)),
        ("杏林的项目支出比梨川的多多少？", ("**杏林市水利局**比梨川市水利局多**50.00万元**",), ("水文中心", "开发区")),
        ("梨川市和柏原县的三公经费合计多少", ("合计**10.00万元**", "9.00 + 1.00 = 10.00"), ()),
        ("梨川和杏林的支出合计各多少", ("300.00", "260.00"), ("560",)),
        # of four bureaus three are of one year and kind
        ("三个局的基本支出各是多少？", ("200.00", "110.00", "70.00"), ("50.00",)),
        ("2031年哪个局的三公经费最高？高多少？", ("最高的是**梨川市水利局**：**9.00万元**", "多**4.00万元**", "多**8.00万元**"), ()),
        ("2031年哪个局的三公经费最少，少多少？", ("最低的是**柏原县水利局**：**1.00万元**", "多**4.00万元**", "多**8.00万元**"), ()),
        ("2031年哪个局的公务接待费最高，是最低的几倍？", ("最高的是**梨川市水利局**", "最低的是**柏原县水利局**", "**4.00倍**"), ()),
        ("2031年哪个局的公务用车运行费最高，是最低的几倍？", ("最低的是**柏原县水利局**：**0万元**", "不能算倍数"), ()),
        ("2031年公务接待费最高的局比最低的局多多少？", ("多**3.00万元**", "4.00 − 1.00 = 3.00"), ()),
        ("2031年谁的公车运行费最省？", ("最低的是**柏原县水利局**",), ()),
        ("2031年三公经费超过5万元的有哪几个局？", ("符合的有**1家**：梨川市水利局",), ("杏林",)),
        ("2031年哪几个局的三公经费达到5万元？", ("符合的有**2家**：梨川市水利局、杏林市水利局",), ("柏原",)),
        ("2031年哪个局的公务接待费不超过2万元？", ("符合的有**2家**：杏林市水利局、柏原县水利局",), ("梨川",)),
        ("2031年哪几个局的公务接待费没超过1万元？", ("符合的有**1家**：柏原县水利局",), ("梨川", "杏林")),
        ("2031年哪些局没有公务用车运行费？", ("符合的有**1家**：柏原县水利局",), ("梨川", "杏林")),
        ("2031年哪家的公务接待费超过50万元？", ("没有符合的",), ()),
    ],
)
def test_bodies_are_set_beside_each_other(
    assistant: Assistant, question: str, told: tuple[str, ...], not_told: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert [words for words in told if words not in answer.text] == []
    assert [words for words in not_told if words in answer.text] == []


def test_what_is_missing_for_one_of_them_is_told_of_that_one(assistant: Assistant) -> None:
    answer = assistant.ask("梨川市水利局人均公务接待费是多少")
    assert answer.status == "not_found"
    assert "没有找到“公务接待费”的数字" not in answer.text
