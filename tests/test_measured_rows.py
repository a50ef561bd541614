"""Indicators asked for in everyday words: by what they count in, misspelt, several at once, within a place said beside them."""

import pytest
from form_documents import forms
from text_documents import ask

from app.answerer.answer_text import answer_text

ANSWERS = [
    ("林场雇的护淋保安和养护工人,绩效目标各要求多少人?", ("护林保安人数”：目标值**≥9人", "养护工人人数”：目标值**≥14人"), ("≥6次",)),
    ("红松育苗补助要育多少株容器苗才算达标?", ("≥30万株",), ("≥88%",)),
    ("红松育描补助打算让农户满意度到多高?", ("≥88%",), ("≥92%",)),
    ("林区道路管护要求巡查跑几趟,得巡几次路?", (), ("≥2次",)),
    ("红松育苗补助一年要育多少株苗?", ("≥30万株",), ("≥88%",)),
    ("林区“组织路政培训次数”这个指标,目标是多少?", ("≥2次",), ("≥6次",)),
    ("按绩效目标,护林保安加上养护工人至少得有多少人?", ("合计**23人**",), ("≥6次",)),
]  # fmt: skip
LEFT_TO_OTHERS = [
    "红松育苗补助要招多少人?", "林区道路管护项目要组织几次演出?", "绩效目标里要雇几个厨师?", "红松育苗补助要浇几次水?",
    "林区道路管护要巡几个林区?",
]  # fmt: skip


@pytest.mark.parametrize(("question", "said", "unsaid"), ANSWERS)
def test_an_indicator_is_known_by_what_it_counts_in_and_some_of_its_words(
    question: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    asked = ask(question, forms())
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    text = answer.text if answer else ""
    assert [word for word in said if word not in text] == []
    assert [word for word in unsaid if word in text] == []


@pytest.mark.parametrize("question", LEFT_TO_OTHERS)
def test_a_word_that_no_row_has_names_none(question: str) -> None:
    asked = ask(question, forms())
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is None or "目标值" not in answer.text
