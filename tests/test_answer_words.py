"""Questions whose answer stands in words or counts that no table of money has."""

from __future__ import annotations

import dataclasses

import pytest
from text_documents import BLUE_READING, ask, blue, green

from app.answer import Answer
from app.answerer.answer_text import answer_text
from app.question.text_question import TextQuestion
from ingest.document import Document
from retrieval.query import DocumentChoice

ANSWERED = [
    # question, words that must stand in the answer, words that must not
    ("是什么级别的单位?", ("正处级",), ("副科级", "两年")),
    ("是正处级还是副处级?", ("正处级",), ("公益一类",)),
    ("在地方志方面承担什么工作?", ("第二项", "地方志编纂"), ("消防",)),
    ("地方志这块管些什么", ("第二项",), ("消防",)),
    ("在国有档案资源方面承担什么职责?", ("第二项", "国有档案"), ("“国 ",)),
    ("第一、第三项职责", ("档案事业规划", "库房消防"), ("地方志",)),
    ("预算说的“调档”指什么?", ("取出的手续",), ()),
    ("消防库房归第几项职责?", ("第三项",), ("地方志",)),
    ("指导库房消防是第几项职责?", ("第三项",), ()),
    ("收支总计为什么变了?", ("库房改造、古籍扫描",), ()),
    ("项目支出,名词解释怎么说?", ("基本支出以外",), ()),
    ("调档是个啥,    ", ("取出的手续",), ()),
    ("收支总计增加,主要是新增了哪些项目?", ("库房改造、古籍扫描",), ()),
    ("收支总计增加是什么道理", ("库房改造、古籍扫描",), ()),
    ("有几个项目做了绩效自评,涉及资金多少?", ("7个项目", "33.00万元"), ("21.00",)),
    ("编制绩效目标的项目有几个?", ("项目5个",), ("22.00", "33.00")),
    ("选了哪个项目做部门评价,执行率和得分分别是多少?", ("古籍扫描", "98.20%", "97.10分"), ()),
    ("2023年末有单价100万元以上的设备吗,几台?", ("2023年末", "1台（套）"), ("4台", "0台")),
    ("单价50万元以上的通用设备多少台(套)?", ("4台（套）",), ("1台",)),
    ("安排购置单价100万元以上的设备几台?", ("0台（套）",), ("1台",)),
    ("专项转移支付项目情况怎么说的?", ("我部门无专项转移支付项目",), ()),
    ("库房改造工程实施周期怎么安排?", ("第一季度招标",), ()),
    ("附件公布了哪几个项目的自评表?", ("2张", "库房改造", "古籍扫描"), ()),
    ("自评汇总表里古籍扫描的资金归口处室是哪个?", ("文化科",), ("行政科",)),
    ("“重点任务完成”下面设了哪些指标?", ("2项", "征集档案完成率", "开放档案完成率"), ("扫描人员",)),
    ("古籍扫描经费的产出指标有哪些?", ("扫描人员人数", "工资发放时间"), ("尾款",)),
    ("库房改造尾款要求什么时候支付?", ("2024年9月30日前",), ("15日",)),
    ("古籍扫描经费的扫描人员工资什么时候发?", ("每月15日前",), ("30日",)),
    ("雇了多少扫描人员?", ("12人",), ()),
    ("有几名扫描人员?", ("12人",), ()),
    ("重点项目有哪些?", ("重点项目一：库房改造", "重点项目二：古籍扫描"), ()),
    ("公开了两个重点项目,头一个叫什么,准备干什么用?", ("重点项目一：库房改造", "主要用于防潮"), ("古籍扫描",)),
    ("是什么性质的单位?", ("市政府工作部门",), ("方志馆",)),
    ("哪个单位指导库房消防?", ("第三项",), ("地方志",)),
    ("固定资产由哪几类组成,各是多少万元?", ("房屋60.00万元", "书架30.00万元"), ()),
    ("有没有用专项转移支付安排的支出?", ("无专项转移支付项目",), ()),
]  # fmt: skip

LEFT_ALONE = [
    "有几个项目被审计?",
    "选了哪个项目做财政监督?",
    "食堂情况怎么说的?",
    "新馆要求什么时候支付?",
    "库房改造尾款什么时候验收?",  # the row tells the payment
    "有几个防火门?",  # the row counts two things together
    "车辆由哪几类组成,各是多少万元?",
]  # fmt: skip

REFUSED = [
    ("2022年末单价100万元以上的设备几台?", "没有写明"),  # another day
    ("单价100万元以上的专用设备几台?", "没有写明"),  # another kind
    ("单价200万元以上的设备几台?", "没有写明"),
    ("在水库方面承担什么职责?", "没有提到"),
    ("为什么单独编报预算?", "没有写明"),
    ("为什么换馆长?", "没有写明"),
    ("有几个项目评为“差”?", "没有写评为“差”"),
]  # fmt: skip


def told(question: TextQuestion) -> Answer | None:
    return answer_text(question.question, question.rest, question.documents, question.choice)


@pytest.mark.parametrize(("question", "said", "unsaid"), ANSWERED)
def test_words_and_counts_of_the_prose_and_the_forms_are_quoted(question: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    answer = told(ask(question, blue()))
    assert answer is not None
    assert answer.status == "answered", answer.text
    assert all(word in answer.text for word in said), answer.text
    assert not any(word in answer.text for word in unsaid), answer.text
    assert answer.citations


@pytest.mark.parametrize("question", LEFT_ALONE)
def test_what_no_sentence_surely_tells_is_left_to_others(question: str) -> None:
    answer = told(ask(question, blue()))
    assert answer is None, answer


@pytest.mark.parametrize(("question", "said"), REFUSED)
def test_what_is_not_there_is_said_not_to_be(question: str, said: str) -> None:
    answer = told(ask(question, blue()))
    assert answer is not None
    assert (answer.status, answer.citations) == ("not_found", ())
    assert said in answer.text


def test_a_unit_has_its_own_rank_and_its_own_cause() -> None:
    rank = told(ask("的机构规格是什么级别?属于哪一类事业单位?", blue(), units=(BLUE_READING,)))
    assert rank is not None
    assert "副科级" in rank.text
    assert "公益一类" in rank.text
    assert "正处级" not in rank.text
    unstated = told(ask("的机构规格是什么?", blue(), units=("墨河市影像站",)))
    assert unstated is not None
    assert unstated.status == "not_found"
    cause = told(ask("为什么不单独编报预算?", blue(), units=("墨河市修复中心",)))
    assert cause is not None
    assert "因账户合并" in cause.text
    assert "影像站" not in cause.text
    asked_otherwise = told(ask("因为什么没有单独编报预算?", blue(), units=("墨河市修复中心",)))
    assert asked_otherwise is not None
    assert "因账户合并" in asked_otherwise.text
    other = told(ask("为什么不单独编报预算?", blue(), units=("墨河市影像站",)))
    assert other is not None
    assert other.status == "not_found"


def test_a_few_documents_of_one_body_are_told_side_by_side() -> None:
    first, second = blue(), replaced(blue(), "blue2", "决算")
    answer = told(TextQuestion("x", "为什么收支总计增加?", (first, second), DocumentChoice(("blue", "blue2"), "x")))
    assert answer is not None
    assert answer.status == "answered"
    foreign = told(TextQuestion("x", "为什么收支总计增加?", (first, green()), DocumentChoice(("blue", "green"), "x")))
    assert foreign is not None
    assert foreign.status == "clarify"


def replaced(document: Document, key: str, kind: str) -> Document:
    """The same body's document of another kind, whose reason is worded otherwise."""
    info = dataclasses.replace(document.info, id=key, file_name=key + ".txt", kind=kind)
    sections = []
    for section in document.sections:
        texts = (one.text.replace("新增库房改造", "追加库房改造") for one in section.paragraphs)
        paragraphs = tuple(dataclasses.replace(one, text=text) for one, text in zip(section.paragraphs, texts, strict=True))
        sections.append(dataclasses.replace(section, paragraphs=paragraphs))
    return dataclasses.replace(document, info=info, sections=tuple(sections))
