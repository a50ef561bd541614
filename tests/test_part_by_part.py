"""A question that asks several things: split, answered one after the other, joined."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.answer import Answer, Citation, Value
from app.assistant import Assistant
from app.checks.check_named import leaves_item, leaves_label, leaves_out, unaccounted
from app.library.ingest_paths import ingest_paths
from app.question.distribute_question import distribute_question
from app.question.split_question import split_question
from app.settings import Settings
from app.telling.join_answers import complete, follows, goes_beyond, join_answers
from retrieval.knowledge_base import KnowledgeBase
from retrieval.spelling.load_vocabulary import load_vocabulary
from tests.figure_documents import FINAL, find

RIVERS = FINAL.replace("公开09表", "公开08表").replace(
    "## 财政拨款“三公”经费支出决算表",
    """## 项目支出决算表

公开07表
金额单位：万元

项目名称\t决算数
合计\t80.00
旧志手稿日常修复养护\t45.00
档案库房消防改造\t20.00
公务车购置及运行费\t15.00

## 财政拨款“三公”经费支出决算表""",
)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("办公费是多少?", ("办公费是多少?",)),
        ("档案局的书库项目,合格率目标是多少?要求哪天完成?", ("档案局的书库项目,合格率目标是多少", "要求哪天完成")),
        ("买了几台打印机,一共多少钱,谢谢", ("买了几台打印机", "一共多少钱,谢谢")),
        ("1,235.32万元是什么?", ("1,235.32万元是什么?",)),
        ("附件里那几张自评表,执行数合起来多少?", ("附件里那几张自评表,执行数合起来多少?",)),
        ("甲是多少,乙呢,丙呢,丁呢,戊呢?", ("甲是多少,乙呢,丙呢,丁呢,戊呢?",)),
    ],
)
def test_a_question_is_split_where_it_asks_anew(question: str, parts: tuple[str, ...]) -> None:
    assert split_question(question) == parts


def test_joined_answers_count_their_citations_on() -> None:
    first, second = (Citation(document=name, document_id=name, title="", section="", quote="") for name in "ab")
    joined = join_answers([Answer("answered", "一[1]", citations=(first,)), Answer("answered", "二[1]又[2]", citations=(second, first))])
    assert joined.text == "一[1]\n\n二[2]又[1]"
    assert joined.citations == (first, second)


def test_a_later_part_that_tells_of_other_bodies_is_told_apart() -> None:
    first, second = (Citation(document=name, document_id=name, title="", section="", quote="") for name in "ab")
    one, both = (Answer("answered", "一", citations=cited) for cited in ((first,), (first, second)))
    assert goes_beyond(both, one)
    assert not goes_beyond(one, one)
    assert not goes_beyond(both, both)


def test_a_whole_answer_is_completed_by_the_parts_that_tell_what_it_does_not() -> None:
    whole = Answer("answered", "打印机：**25台**", values=(Value("打印机", Decimal(25), "台"),))
    same = Answer("answered", "又是25台", values=(Value("数量", Decimal(25), "台"),))
    more = Answer("answered", "金额：5万元", values=(Value("金额", Decimal(5), "万元"),))
    quoted = Answer("answered", "> 下设五科", answered_by="quote")
    assert complete(whole, [same]) is whole
    assert complete(whole, [same, more]).text == "打印机：**25台**\n\n金额：5万元"
    assert complete(whole, [quoted]).text == "打印机：**25台**\n\n> 下设五科"
    assert complete(quoted, [Answer("answered", "> 别的话", answered_by="quote")]) is quoted


def test_the_parts_of_a_question_are_answered_together_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "档案局.md").write_text(RIVERS, encoding="utf-8")
    with KnowledgeBase.open(tmp_path / "home") as knowledge_base:
        ingest_paths(knowledge_base, [tmp_path / "档案局.md"], lambda *_: None)
        assistant = Assistant(knowledge_base, Settings(home=tmp_path / "home"))
        both = assistant.ask("桐花县档案局内设机构有几个？办公费又花了多少？")
        half = assistant.ask("桐花县档案局内设机构有几个？宣传费又花了多少？")
        named = assistant.ask("桐花县档案局手稿修复养护这个项目花了多少钱？")
    assert both.status == "answered", both.text
    assert all(word in both.text for word in ("21.00万元", "3个")), both.text
    assert half.status == "not_found", half.text
    assert all(word in named.text for word in ("45.00万元", "旧志手稿日常修复养护")), named.text


def test_a_change_is_told_though_no_reason_is_stated(tmp_path: Path) -> None:
    lines = ("## 三公经费", "会议费2.00万元，比2030年预算减少0.50万元。", "培训费3.00万元，比2030年增加1.00万元，主要原因：骨干培训。")
    story = "\n\n".join(lines)
    (tmp_path / "档案局.md").write_text(f"# 桐花县档案局2031年部门预算\n\n{story}", encoding="utf-8")
    with KnowledgeBase.open(tmp_path / "home") as knowledge_base:
        ingest_paths(knowledge_base, [tmp_path / "档案局.md"], lambda *_: None)
        assistant = Assistant(knowledge_base, Settings(home=tmp_path / "home"))
        change = assistant.ask("桐花县档案局会议费比上年减少多少，原因是什么？")
        why = assistant.ask("桐花县档案局会议费为什么减少？")
    assert change.status == "answered", change.text
    assert all(word in change.text for word in ("0.50万元", "没有写明")), change.text
    assert (why.status, "比2030年预算减少0.50万元" in why.text, "骨干" in why.text) == ("not_found", True, False)


def test_where_only_an_everyday_word_asks_for_the_total_any_other_word_counts() -> None:
    cited = Citation(document="a", document_id="a", title="", section="支出决算表", quote="", row=("合计",), col=("本年支出合计",))
    total = Answer("answered", "本年支出合计：300万元[1]", values=(Value("本年支出合计", Decimal(300), "万元"),), citations=(cited,))
    assert leaves_out(total, "印东西花了几个钱?", load_vocabulary(), [], is_vague=True)
    assert not leaves_out(total, "一年花了多少钱?", load_vocabulary(), [], is_vague=True)
    assert leaves_out(total, "给管河的人支出多少钱?", load_vocabulary(), [], is_by_part=True)
    assert not leaves_out(total, "有人管河吧?支出一共多少钱?", load_vocabulary(), [], is_by_part=True)


def test_a_quoted_word_that_nothing_speaks_of_is_left_out() -> None:
    cited = Citation(document="a", document_id="a", title="", section="目标", quote="检查不少于420家", row=("检查",), col=("目标值",))
    told = Answer("answered", "检查：420家[1]", values=(Value("检查", Decimal(420), "家"),), citations=(cited,))
    assert leaves_out(told, "检查多少家算“良”?", load_vocabulary(), [])
    assert not leaves_out(told, "“检查”的目标值是多少家?", load_vocabulary(), [])


@pytest.mark.parametrize(
    ("question", "is_left"),
    [
        ("新添的潮汐观测浮标网,花了多少钱?", True),
        ("一共花了多少钱?", False),
        ("请问支出合计是多少?", False),
        ("的车一年要花多少钱养?", True),
    ],
)
def test_a_total_is_no_answer_for_a_thing_that_is_named(question: str, is_left: bool) -> None:
    cited = Citation(document="a", document_id="a", title="", section="支出决算表", quote="", row=("合计",), col=("本年支出合计",))
    total = Answer("answered", "本年支出合计：300万元[1]", values=(Value("本年支出合计", Decimal(300), "万元"),), citations=(cited,))
    named = Answer("answered", "办公费：21万元[1]", values=(Value("办公费", Decimal(21), "万元"),), citations=(cited,))
    assert leaves_out(total, question, load_vocabulary(), []) is is_left
    assert not leaves_out(named, question, load_vocabulary(), [])


@pytest.mark.parametrize(
    ("question", "is_left"),
    [
        ("买纸那类取暖费,在差旅费里留了多少?", True),  # 取暖费 is an account of the document, of which nothing is told
        ("差旅费是多少?", False),
        ("出门开会的钱是多少?", False),
    ],
)
def test_an_account_that_is_named_is_told(question: str, is_left: bool) -> None:
    cited = Citation(document="a", document_id="a", title="", section="", quote="", row=("30211", "差旅费"), col=("决算数",))
    answer = Answer("answered", "差旅费：9万元[1]", values=(Value("差旅费", Decimal(9), "万元"),), citations=(cited,))
    index = find("差旅费是多少").index
    index = replace(index, accounts=index.accounts | {"取暖费"})
    assert leaves_item(answer, question, [index]) is is_left


@pytest.mark.parametrize(("question", "is_left"), [("那笔质押金在项目支出里占多少?", True), ("项目支出占多少?", False)])
def test_a_part_of_a_name_that_no_figure_told_is_of_is_left(question: str, is_left: bool) -> None:
    index = find("差旅费是多少").index
    index = replace(index, postings={**index.postings, "手稿借展质押金": (0,)})
    answer = Answer("answered", "项目支出占支出的比重：40%[1]", values=(Value("项目支出占支出的比重", Decimal(40), "%"),))
    left = unaccounted(answer, question, load_vocabulary())
    assert leaves_label(answer, left, [index]) is is_left


def test_a_project_that_is_named_for_the_most_part_is_told() -> None:
    names = ("潮汐观测浮标网新建", "旧志手稿日常修复养护")
    heading = "## 项目支出表\n\n单位：万元\n\n项目名称\t金额\n"
    rows = "".join(f"{name}\t{amount}.00\n" for name, amount in zip(names, (45, 12), strict=True))
    index = find("45万元是什么", text=f"# 桐花县档案局\n2031年度部门预算\n\n{heading}{rows}合计\t57.00\n").index
    cited = Citation(document="a", document_id="a", title="", section="", quote="", row=("旧志手绘日常修复养护",), col=("金额",))
    answer = Answer("answered", "满意度：95%[1]", citations=(cited,))
    assert leaves_item(answer, "观测浮标网的满意度指标是多少?", [index])
    assert not leaves_item(answer, "旧志手稿日常修复养护的满意度指标是多少?", [index])  # printed with one other character


def test_a_later_part_stays_with_what_was_spoken_of() -> None:
    places = ("三公说明", "采购执行率")
    first, other = (Citation(document="a", document_id="a", title="", section=one, quote="", row=(one,)) for one in places)
    told = Answer("answered", "8.80万元[1]", values=(Value("事业医疗", Decimal("8.80"), "万元"),), citations=(first,))
    astray = Answer("answered", "80%[1]", values=(Value("采购执行率", Decimal(80), "%"),), citations=(other,))
    assert not follows(astray, [told], "执行到百分之多少")
    assert follows(astray, [told], "采购执行率又是多少")
    assert follows(replace(astray, citations=(first,)), [told], "执行到百分之多少")


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("检查费的考核次数和培训次数,目标分别定了几次", ("检查费的考核次数目标定了几次", "检查费的培训次数目标定了几次")),
        ("大厅经费项目,门窗维护和环境维护一年分别最少几次?", ("大厅经费项目,门窗维护一年最少几次?", "大厅经费项目,环境维护一年最少几次?")),
        ("表里差旅费、培训费分别安排多少?", ("表里差旅费安排多少?", "表里培训费安排多少?")),
        ("差旅费是多少?", ()),
        ("差旅费分别是多少?", ()),
    ],
)
def test_the_same_asked_of_several_things_is_asked_of_each(question: str, parts: tuple[str, ...]) -> None:
    assert distribute_question(question) == parts


def test_two_numbers_asked_between_a_mark_of_lists_are_two_questions() -> None:
    assert split_question("一年办多少件事项、接待多少来客?") == ("一年办多少件事项", "接待多少来客")
