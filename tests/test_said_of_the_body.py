"""What a document says of itself: that it has no key projects, whose account it is, by which method it manages."""

import pytest
from text_documents import OFFICES, STORY, blue, document
from text_documents import ask as of_documents

from app.answer import Answer
from app.answerer.answer_text import answer_text
from app.checks.check_kept_words import drops_word
from ingest.document import Document
from retrieval.spelling.normalize_question import normalize_question
from retrieval.spelling.reword import in_usual_words

REED = "澄湾县苇业局"
REED_SECTIONS = (
    (OFFICES, ("从决算单位构成看，我局决算为本级决算。",)),
    ((STORY, "一、重点项目预算绩效目标情况说明"), ("我局2031年未安排重点项目，没有编制重点项目绩效目标。",)),
)  # fmt: skip


def told(question: str, of: Document) -> Answer | None:
    asked = of_documents(question, of)
    return answer_text(asked.question, asked.rest, asked.documents, asked.choice)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("重点项目有哪些?", "未安排重点项目"),
        ("重点项目绩效目标是什么?", "没有编制重点项目绩效目标"),
        ("决算是本级决算还是汇总决算?", "决算为本级决算"),
        ("决算是不是汇总决算?", "决算为本级决算"),
    ],
)
def test_the_sentence_that_says_so_is_quoted(question: str, said: str) -> None:
    answer = told(question, document("reed", REED, REED_SECTIONS))
    assert answer is not None
    assert said in answer.text


def test_key_projects_that_are_named_are_told_before_a_denial() -> None:
    answer = told("重点项目有哪些?", blue())
    assert answer is not None
    assert "古籍扫描" in answer.text


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("重点项目有哪些?", "重点工作任务完成：**90%**"),
        ("重点项目绩效目标是什么?", "年度履职目标：守住芦荡"),
        ("决算是本级决算还是汇总决算?", "支出合计：**9万元**"),
    ],
)
def test_another_thing_is_no_answer(question: str, text: str) -> None:
    assert drops_word(Answer("answered", text), question)


def test_which_method_is_taken_asks_for_the_method() -> None:
    assert in_usual_words(normalize_question("绩效管理采取什么方式？")).startswith("绩效管理的方式是什么")
