"""The judge of answers on a table of right and wrong answers, and beside the rules that come with the real documents."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from app.assistant import Assistant
from app.ingest_paths import ingest_paths
from app.settings import Settings
from eval.gold import Expectation, GoldQuestion, GoldValue
from eval.judge_answer import judge_answer
from eval.read_gold import read_gold, to_record
from retrieval.knowledge_base import KnowledgeBase

RIGHT, WRONG_FIGURE, NOT_RIGHT = "right", "wrong figure", "not right"

FEE = Expectation("answered", (GoldValue("12.50", "万元"),), year=2031)
ZERO = Expectation("answered", (GoldValue("0.00", "万元"),))
COUNT = Expectation("answered", (GoldValue("3", "辆"),))
SHARE = Expectation("answered", (GoldValue("8.40", "%"),))
DROP = Expectation("answered", (GoldValue("1.10", "万元"),), any_of=(("减少", "下降"),))
PAIR = Expectation("answered", (GoldValue("96.40", "万元", ("基本支出",)), GoldValue("31.20", "万元", ("项目支出",))))
MORE = Expectation(
    "answered", (GoldValue("3.00", "万元"),), larger=("云岭市灯塔局",), smaller=("云岭市渔业局",), must_include=("灯塔局", "渔业局")
)
SIDES = {"larger": ("灯塔局",), "smaller": ("渔业局",)}
TWO = Expectation("answered", (GoldValue("5.00", "万元", ("灯塔局",)), GoldValue("2.00", "万元", ("渔业局",))), **SIDES)
ABSENT = Expectation("not_found", must_not_include=("12.50",))
VAGUE = Expectation("clarify", (GoldValue("12.50", "万元"), GoldValue("7.20", "万元")))
PRINTS = (GoldValue("45.61", "万元"), GoldValue("45.60", "万元"))
ROUNDED = Expectation("answered", PRINTS, any_of=(("尾差", "四舍五入"),), must_not_include=("不一致",))
BROKEN = Expectation("answered", (PRINTS[0], GoldValue("54.61", "万元")), any_of=(("不一致", "不符"),), must_not_include=("尾差",))
MANY_FIGURES = "；".join(f"其中第{chr(0x4E00 + index)}类 {index + 20}.11万元" for index in range(30))

CASES = [
    # an amount
    (FEE, "answered", "2031年预算，公务接待费12.50万元。", RIGHT),
    (FEE, "answered", "公务接待费：**125,000.00元**[1]。", RIGHT),
    (FEE, "answered", "公务接待费１２．５０万元", RIGHT),
    (FEE, "answered", "公务接待费12.50元。", WRONG_FIGURE),
    (FEE, "answered", "公务接待费12.50亿元。", WRONG_FIGURE),
    (FEE, "answered", "公务接待费占12.50%。", WRONG_FIGURE),
    (FEE, "answered", "2030年预算，公务接待费12.50万元。", WRONG_FIGURE),
    (FEE, "answered", "公务接待费15.20万元。", WRONG_FIGURE),
    (FEE, "answered", "2031年公务接待费12.50万元，2030年为11.00万元。", RIGHT),
    (FEE, "answered", "公务接待费：2030年12.50万元，2031年11.00万元。", WRONG_FIGURE),
    (FEE, "answered", "公务接待费2030年为125,000元；2031年为11.00万元。", WRONG_FIGURE),
    (FEE, "answered", "2031年公务接待费与2030年12.50万元持平。", RIGHT),
    (FEE, "answered", "公务接待费12.50。", NOT_RIGHT),
    (FEE, "answered", "单位：万元\n公务接待费 12.50", RIGHT),
    (FEE, "answered", "单位：元\n公务接待费 12.50", NOT_RIGHT),
    (FEE, "answered", "公务接待费一栏为空白。", NOT_RIGHT),
    (FEE, "answered", f"有这些：{MANY_FIGURES}；公务接待费12.50万元", NOT_RIGHT),
    (FEE, "answered", "公务接待费是多少？", NOT_RIGHT),
    (FEE, "answered", "没有找到。", NOT_RIGHT),
    (FEE, "not_found", "没有找到公务接待费。", NOT_RIGHT),
    (FEE, "not_found", "没有公务接待费，不过公务用车购置费是3.00万元。", WRONG_FIGURE),
    (FEE, "clarify", "请问是哪一年？", NOT_RIGHT),
    (FEE, "answered", "公务接待费不是12.50万元。", WRONG_FIGURE),
    (FEE, "answered", "公务接待费为9.87万元或12.50万元。", WRONG_FIGURE),
    (FEE, "answered", "公务接待费是9.99万元，并非12.50万元。", WRONG_FIGURE),
    (FEE, "answered", "（一）公务接待费 12.50 万元" + "。说明" * 2100, NOT_RIGHT),
    # nothing, blank, zero
    (ZERO, "answered", "公务接待费0万元。", RIGHT),
    (ZERO, "answered", "本年没有安排公务接待费。", RIGHT),
    (ZERO, "answered", "该项为零。", RIGHT),
    (ZERO, "answered", "公务接待费0.00元，本年未发生。", RIGHT),
    (ZERO, "answered", "公务接待费为3.00万元。", WRONG_FIGURE),
    (ZERO, "answered", "该栏为空白。", NOT_RIGHT),
    (ZERO, "answered", "没有找到。", NOT_RIGHT),
    (ZERO, "answered", "公务接待费3.20万元，与上年相比没有变化。", WRONG_FIGURE),
    (ZERO, "answered", "公务接待费3.20万元，用于赴无锡考察。", WRONG_FIGURE),
    (ZERO, "not_found", "没有找到。", NOT_RIGHT),
    (ABSENT, "answered", "表中列有这一项，但金额为空白。", RIGHT),
    (ABSENT, "not_found", "没有载入这个单位的文件。", RIGHT),
    (ABSENT, "answered", "这一格未填，没有数字。", RIGHT),
    (ABSENT, "answered", "表中为空白，上年是3.00万元。", WRONG_FIGURE),
    (ABSENT, "clarify", "您问的是哪一年？", NOT_RIGHT),
    (ABSENT, "answered", "金额是0.00万元。", WRONG_FIGURE),
    (ABSENT, "answered", "大约是12.50万元。", WRONG_FIGURE),
    (ABSENT, "answered", "我想应该不少。", NOT_RIGHT),
    # counts, shares, directions
    (COUNT, "answered", "共有车辆3辆。", RIGHT),
    (COUNT, "answered", "有三辆车，都是业务用车，共计三辆。", RIGHT),
    (COUNT, "answered", "共有车辆5辆。", NOT_RIGHT),
    (COUNT, "answered", "车辆3万元。", WRONG_FIGURE),
    (SHARE, "answered", "下降8.40%。", RIGHT),
    (SHARE, "answered", "下降百分之8.4。", RIGHT),
    (SHARE, "answered", "下降8.40万元。", WRONG_FIGURE),
    (SHARE, "answered", "下降84.0%。", WRONG_FIGURE),
    (SHARE, "answered", "下降0.84%。", WRONG_FIGURE),
    (DROP, "answered", "比上年减少1.10万元。", RIGHT),
    (DROP, "answered", "比上年增加1.10万元。", WRONG_FIGURE),
    (DROP, "answered", "比上年变化1.10万元。", NOT_RIGHT),
    (DROP, "answered", "并没有减少，而是增加了1.10万元。", WRONG_FIGURE),
    # two amounts with their names
    (PAIR, "answered", "基本支出96.40万元，项目支出31.20万元。", RIGHT),
    (PAIR, "answered", "- 基本支出：**96.40万元**[1]\n- 项目支出：**31.20万元**[2]", RIGHT),
    (PAIR, "answered", "96.40万元是基本支出；31.20万元是项目支出。", RIGHT),
    (PAIR, "answered", "基本支出31.20万元，项目支出96.40万元。", WRONG_FIGURE),
    (PAIR, "answered", "- 基本支出：31.20万元\n- 项目支出：96.40万元", WRONG_FIGURE),
    (PAIR, "answered", "基本支出96.40万元。", WRONG_FIGURE),
    # which is larger
    (MORE, "answered", "**云岭市灯塔局**比云岭市渔业局多**3.00万元**。", RIGHT),
    (MORE, "answered", "云岭市渔业局比云岭市灯塔局少3.00万元。", RIGHT),
    (MORE, "answered", "两局相差3.00万元，较多的是云岭市灯塔局，云岭市渔业局次之。", RIGHT),
    (MORE, "answered", "从高到低：云岭市灯塔局、云岭市渔业局，相差3.00万元。", RIGHT),
    (MORE, "answered", "云岭市渔业局比云岭市灯塔局多3.00万元。", WRONG_FIGURE),
    (MORE, "answered", "云岭市灯塔局低于云岭市渔业局，相差3.00万元。", WRONG_FIGURE),
    (MORE, "answered", "最高的是云岭市渔业局，云岭市灯塔局少3.00万元。", WRONG_FIGURE),
    (MORE, "answered", "从低到高：云岭市灯塔局、云岭市渔业局，相差3.00万元。", WRONG_FIGURE),
    (MORE, "answered", "云岭市灯塔局和云岭市渔业局相差3.00万元。", NOT_RIGHT),
    (MORE, "answered", "云岭市渔业局没有云岭市灯塔局多，相差3.00万元。", RIGHT),
    (MORE, "answered", "云岭市灯塔局没有云岭市渔业局多，相差3.00万元。", WRONG_FIGURE),
    (MORE, "answered", "云岭市灯塔局并不比云岭市渔业局多，相差3.00万元。", WRONG_FIGURE),
    (TWO, "answered", "灯塔局5.00万元，渔业局2.00万元，灯塔局比渔业局多3.00万元。", RIGHT),
    (TWO, "answered", "灯塔局5.00万元，渔业局2.00万元，灯塔局比渔业局多9.99万元。", WRONG_FIGURE),
    # printed twice: explained by rounding or not
    (ROUNDED, "answered", "正文为45.61万元，表中为45.60万元，属于四舍五入的尾差。", RIGHT),
    (ROUNDED, "answered", "正文为45.61万元，表中为456,000元，是尾差。", RIGHT),
    (ROUNDED, "answered", "正文为45.61万元，表中为45.60万元，两处不一致。", WRONG_FIGURE),
    (ROUNDED, "answered", "是45.61万元。", WRONG_FIGURE),
    (ROUNDED, "answered", "正文为45.61万元，表中为45.60万元。", NOT_RIGHT),
    (BROKEN, "answered", "正文为45.61万元，表中为54.61万元，两处不一致。", RIGHT),
    (BROKEN, "answered", "正文为45.61万元，表中为54.61万元，是尾差。", WRONG_FIGURE),
    (BROKEN, "answered", "两处不一致，表中为54.61万元。", WRONG_FIGURE),
    (BROKEN, "answered", "正文为45.61万元，表中为54.61万元，两处相符。", NOT_RIGHT),
    (BROKEN, "answered", "正文为45.61万元，表中为54.61万元，不存在不一致。", NOT_RIGHT),
    (ROUNDED, "answered", "正文为45.61万元，表中为45.60万元，不是尾差，是写错了。", NOT_RIGHT),
    # asking back
    (VAGUE, "clarify", "有两份文件都写有，请问要看哪一份？", RIGHT),
    (VAGUE, "answered", "甲局12.50万元，乙局7.20万元。", RIGHT),
    (VAGUE, "answered", "是12.50万元。", WRONG_FIGURE),
    (VAGUE, "clarify", "是12.50万元还是7.20万元？", WRONG_FIGURE),
    (VAGUE, "not_found", "没有找到。", NOT_RIGHT),
]


@pytest.mark.parametrize(("expect", "status", "text", "verdict"), CASES)
def test_answers_are_judged(expect: Expectation, status: str, text: str, verdict: str) -> None:
    question = GoldQuestion("q", "云岭市灯塔局2031年公务接待费是多少？", "lookup_table", expect)
    judged = judge_answer(question, {"status": status, "text": text})
    assert (RIGHT if judged.is_right else WRONG_FIGURE if judged.is_wrong_figure else NOT_RIGHT) == verdict, judged.reasons
    assert judged.is_right == (not judged.reasons)


def test_an_echo_of_the_question_states_nothing() -> None:
    question = GoldQuestion("q", "公务接待费是12.50万元吗？", "lookup_text", FEE)
    assert not judge_answer(question, {"status": "answered", "text": "您问“公务接待费是12.50万元吗？”"}).is_right


@pytest.fixture(scope="module")
def score(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answers_to(question: GoldQuestion, own: dict[str, Any]) -> list[dict[str, Any]]:
    """The program's answer, and answers that are right, wrong or empty by construction."""
    values = [f"{value.value}{value.unit}" for value in question.expect.values]
    words = [*question.expect.must_include, *(group[0] for group in question.expect.any_of if group)]
    texts = (
        "、".join(values) + "；" + "；".join(words), question.question, "是9876.54万元，占33.21%。",
        "2099年是" + "、".join(f"{value.value}亿元" for value in question.expect.values),
        "单位：万元\n" + "、".join(value.value for value in question.expect.values) + "；" + "；".join(words),
        "该项没有安排，表中为空白。", "；".join(f"{chr(0x4E00 + index)}是{index + 703}.25万元" for index in range(40)) + "、".join(values),
    )  # fmt: skip
    made = [{"status": "answered", "text": text} for text in texts]
    return [own, *made, {"status": "not_found", "text": "没有找到。"}, {"status": "clarify", "text": "您问的是哪一份？"}]


def test_the_judge_agrees_with_the_rules_of_the_known_answers(shared: Path, score: ModuleType, tmp_path: Path) -> None:
    questions = read_gold(shared / "eval" / "questions").questions
    with KnowledgeBase.open(tmp_path) as knowledge_base:
        ingest_paths(knowledge_base, sorted((shared / "documents").glob("*.txt")), lambda *_: None)
        assistant = Assistant(knowledge_base, Settings(home=tmp_path))
        own = {question.id: assistant.ask(question.question, question.history).to_json() for question in questions}
    differences = []
    for question in questions:
        for answer in answers_to(question, own[question.id]):
            theirs, ours = score.judge(to_record(question), answer), judge_answer(question, answer)
            if (theirs["right"], theirs["wrong_figure"]) != (ours.is_right, ours.is_wrong_figure):
                differences.append((question.id, answer["text"][:60], theirs, ours))
    assert len(questions) >= 200
    assert differences == []
