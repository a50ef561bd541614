import pytest

from app.question.spell_budget import spell_budget


@pytest.mark.parametrize("words", ["年初批了多少", "年初打了多少预算", "年初一共给了多少钱", "年初安排多少"])
def test_what_was_granted_at_first_is_the_first_budget(words: str) -> None:
    assert spell_budget(f"公务接待费{words},完成了百分之几?") == "公务接待费年初预算多少,完成了百分之几?"


@pytest.mark.parametrize("question", ["年初结转多少?", "年初批了多少个项目?"])
def test_other_things_of_that_time_stay_as_they_are(question: str) -> None:
    assert spell_budget(question) == question
