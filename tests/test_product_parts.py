"""The product without one of its parts: what stands in its place is really called, and the answers or the ranking show that it is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from unittest.mock import Mock

import pytest

from app.library.ingest_paths import ingest_paths
from eval.product import PARTS, Part, Product
from retrieval.knowledge_base import KnowledgeBase
from retrieval.ranking.fuse_rankings import RANK_OFFSET
from retrieval.store.passage_search import WEIGHTS

TEXT = """云岭市灯塔局2031年部门预算

第一部分 概况

一、主要职责

（一）负责灯塔的修建和看护。

第二部分 2031年部门预算情况说明

一、支出预算总体情况说明

云岭市灯塔局2031年支出合计121.00万元，比2030年预算增加20.00万元，主要原因是新建了两座灯塔。

第三部分 2031年部门预算表

部门支出总体情况表

单位：万元

科目名称\t合计\t基本支出\t项目支出
合计\t120.00\t80.00\t40.00
灯塔维护\t90.00\t60.00\t30.00
灯塔看护\t30.00\t20.00\t10.00
"""
WHO = "云岭市灯塔局2031年部门预算"
FIGURE, DUTY, SLIP, CHANGE, BEFORE = (
    f"{WHO}中灯塔维护的基本支出是多少？", f"{WHO}写的主要职责有哪些？", "云岭市灯塔局2031年部门予算中灯塔维护的基本支初是多少？",
    f"{WHO}支出合计比上年增加多少？", f"按{WHO}，上年的支出合计是多少？",
)  # fmt: skip
CONFLICT, NOTHING = f"{WHO}支出合计是多少，文件前后是否一致？", f"{WHO}里的看护员怎么排班？"
EARLIER = "云岭市灯塔局2030年部门预算支出合计是多少？"
QUESTIONS = (FIGURE, DUTY, SLIP, CHANGE, BEFORE, CONFLICT, NOTHING, EARLIER)
# which question each part answers, as far as one question shows it
SHOWN_BY = {"按单元格取数": FIGURE, "正文作答": DUTY, "勾稽核对": CONFLICT, "错字、繁体和全角的规整": SLIP}


@pytest.fixture(scope="module")
def knowledge_base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    folder = tmp_path_factory.mktemp("parts")
    (folder / "lighthouse.txt").write_text(TEXT, "utf-8")
    (folder / "fishery.txt").write_text(TEXT.replace("灯塔局", "渔业局").replace("灯塔", "渔船"), "utf-8")
    with KnowledgeBase.open(folder / "home") as opened:
        assert not ingest_paths(opened, sorted(folder.glob("*.txt")), lambda *_: None).has_failures
        yield opened


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_what_stands_for_a_part_is_called(part: Part, knowledge_base: KnowledgeBase) -> None:
    calls = {place: Mock(side_effect=stand_in) for place, stand_in in part.stand_ins if callable(stand_in)}
    spied = replace(part, stand_ins=tuple((place, calls.get(place, stand_in)) for place, stand_in in part.stand_ins))
    product = Product(knowledge_base, spied)
    for question in QUESTIONS:
        product.answer(question, ())
        product.search(question, (), 5)
    product.answer(CHANGE, (FIGURE,))
    assert [place for place, call in calls.items() if not call.called] == []


@pytest.mark.parametrize(("name", "question"), SHOWN_BY.items())
def test_without_a_part_its_question_is_not_answered_so_well(name: str, question: str, knowledge_base: KnowledgeBase) -> None:
    whole, without = (product.answer(question, ()) for product in (Product(knowledge_base), Product(knowledge_base, part_of(name))))
    assert whole["status"] == "answered"
    assert (without["status"], without["text"], without["warnings"]) != ("answered", whole["text"], whole["warnings"])


def ranks(product: Product, question: str) -> list[float]:
    return [one["score"] for one in product.search(question, (), 5)]


def part_of(name: str) -> Part:
    return next(part for part in PARTS if part.name == name)


@pytest.mark.parametrize(("name", "other"), [("关键词检索", "vector"), ("向量检索", "keyword")])
def test_without_one_of_two_rankings_the_other_alone_makes_the_scores(name: str, other: str, knowledge_base: KnowledgeBase) -> None:
    alone = [round(WEIGHTS[other] / (RANK_OFFSET + rank), 6) for rank in range(1, 6)]
    found = ranks(Product(knowledge_base, part_of(name)), NOTHING)
    assert found == alone[: len(found)]
    assert ranks(Product(knowledge_base), NOTHING) != found


def test_without_the_choice_of_documents_all_are_searched(knowledge_base: KnowledgeBase) -> None:
    whole, without = Product(knowledge_base), Product(knowledge_base, part_of("先定文件再检索"))
    assert {one["document"] for one in whole.search(NOTHING, (), 10)} == {"lighthouse.txt"}
    assert {one["document"] for one in without.search(NOTHING, (), 10)} == {"lighthouse.txt", "fishery.txt"}


def test_the_whole_product_is_whole_again_afterwards(knowledge_base: KnowledgeBase) -> None:
    before = Product(knowledge_base).answer(FIGURE, ())
    for part in PARTS:
        Product(knowledge_base, part).answer(FIGURE, ())
    assert Product(knowledge_base).answer(FIGURE, ()) == before


def test_a_part_that_cannot_be_taken_out_leaves_the_others_as_they_are(knowledge_base: KnowledgeBase) -> None:
    broken = Part("没有的", (*part_of("按单元格取数").stand_ins, ("app.assistant.nowhere", None)))
    with pytest.raises(AttributeError):
        Product(knowledge_base, broken).answer(FIGURE, ())
    assert Product(knowledge_base).answer(FIGURE, ())["status"] == "answered"
