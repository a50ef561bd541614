"""The judge of answers on a table of right and wrong answers, and beside the rules that come with the real documents."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from eval.gold import Expectation, GoldQuestion, GoldValue
from eval.judge_answer import judge_answer
from eval.plain_amounts import plain_amounts
from eval.read_gold import read_gold, to_record
from retrieval.knowledge_base import KnowledgeBase
from tests.judged_answers import CASES, FEE, FEE_ASKED, HARD_CASES, NOT_RIGHT, RIGHT, WRONG_FIGURE

TABLE = [*((expect, FEE_ASKED, *rest) for expect, *rest in CASES), *HARD_CASES]


@pytest.mark.parametrize(("expect", "question", "status", "text", "verdict"), TABLE)
def test_answers_are_judged(expect: Expectation, question: str, status: str, text: str, verdict: str) -> None:
    judged = judge_answer(GoldQuestion("q", question, "lookup_table", expect), {"status": status, "text": text})
    assert (RIGHT if judged.is_right else WRONG_FIGURE if judged.is_wrong_figure else NOT_RIGHT) == verdict, judged.reasons
    assert judged.is_right == (not judged.reasons)


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("民政局95.00万元，城管局120.00万元，前者更多", False),
        ("民政局95.00万元，城管局120.00万元，后者更多", True),
        ("城管局120.00万元，民政局95.00万元，前者更多", True),
        ("城管局120.00万元，民政局95.00万元，前一个单位更少", False),
    ],
)
def test_the_former_and_the_latter_stand_for_the_sides_named_before(text: str, is_right: bool) -> None:
    question = GoldQuestion("q", "城管局和民政局谁多？", "compare", Expectation("answered", larger=("城管局",), smaller=("民政局",)))
    assert judge_answer(question, {"status": "answered", "text": text}).is_right == is_right


@pytest.mark.parametrize("text", ["会议费3.60万元，比2023年的4.00万元减少0.40万元", "会议费3.60万元（2023年为4.00万元）"])
def test_a_year_that_is_compared_with_owns_no_figure_before_it(text: str) -> None:
    expect = Expectation("answered", values=(GoldValue("3.60", "万元"),), year=2024)
    assert judge_answer(GoldQuestion("q", "2024年会议费多少？", "lookup_table", expect), {"status": "answered", "text": text}).is_right


def test_words_of_the_question_are_no_words_of_the_answer() -> None:
    expect = Expectation("answered", must_include=("没有政府性基金预算支出",))
    question = GoldQuestion("q", "是不是没有政府性基金预算支出？", "lookup_text", expect)
    assert not judge_answer(question, {"status": "answered", "text": "不知道。您问：是不是没有政府性基金预算支出？"}).is_right


@pytest.mark.parametrize(("text", "is_right"), [("会议费3.60万元。", True), ("会议费3.60万元，其实总额是88.00万元。", False)])
def test_every_amount_of_a_look_up_stands_in_the_evidence_cited(text: str, is_right: bool) -> None:
    question = GoldQuestion("q", "会议费多少？", "lookup_table", Expectation("answered", values=(GoldValue("3.60", "万元"),)))
    answer = {"status": "answered", "text": text, "citations": [{"quote": "会议费 | 金额 | 3.60万元"}]}
    assert judge_answer(question, answer).is_right == is_right


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


def test_the_judge_accepts_no_wrong_figure_of_the_known_answers_rules(score: ModuleType) -> None:
    lax = []
    for expect, question, status, text, _ in TABLE:
        known, answer = GoldQuestion("q", question, "lookup_table", expect), {"status": status, "text": text}
        in_one_unit = {"status": status, "text": plain_amounts(text.replace("，", "、"))}  # those rules read “3万6千元” by halves
        if score.judge(to_record(known), in_one_unit)["wrong_figure"] and judge_answer(known, answer).is_right:
            lax.append(text)
    assert lax == []


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
