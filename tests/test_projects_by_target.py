"""Which projects aim highest or lowest at a share, or below or above one that the question gives."""

import pytest
from form_documents import NURSERY, ROADS, figure, forms
from text_documents import ask

from app.answer import Answer
from app.answerer.answer_text import answer_text
from ingest.document import Document


def told(question: str) -> Answer | None:
    base = forms()
    whole = figure(1, 40, ("满意度指标", "办事群众满意度"), "指标值", "≥99%")
    asked = ask(question, Document(base.info, base.sections, base.tables, (*base.figures, whole)))
    return answer_text(asked.question, asked.rest, asked.documents, asked.choice)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("满意度目标最高的项目是哪个?", (ROADS, "≥92%"), (NURSERY, "99%")),
        ("哪个项目的满意度目标最低?", (NURSERY, "≥88%"), (ROADS, "99%")),
        ("两个项目中满意度目标低于90%的是哪个项目?", (NURSERY, "**1个**"), (ROADS,)),
        ("满意度目标不低于88%的项目有几个?", ("**2个**", NURSERY, ROADS), ("99%",)),
        ("满意度目标在90%以上的项目有哪些?", ("**1个**", ROADS), (NURSERY,)),
        ("哪些项目满意度低于60%?", ("没有低于60%的", "≥88%", "≥92%"), ("99%",)),
    ],
)
def test_projects_are_ranked_and_bounded_by_their_aim(question: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    answer = told(question)
    assert answer is not None
    assert answer.status == "answered"
    assert [one for one in said if one not in answer.text] == []
    assert [one for one in unsaid if one in answer.text] == []


@pytest.mark.parametrize("question", ["林区道路管护项目的满意度低于95%吗?", "满意度得分最高的项目是哪个?"])
def test_other_questions_are_left_to_others(question: str) -> None:
    answer = told(question)
    assert answer is None or "百分数表示" not in answer.text
