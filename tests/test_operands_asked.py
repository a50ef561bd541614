"""Sets of items and bodies that are asked for together: all of them, or no answer."""

from __future__ import annotations

import pytest

from app.figures.resolve_task import resolve_task
from retrieval.spelling.load_vocabulary import load_vocabulary
from tests.figure_documents import FINAL, find


@pytest.mark.parametrize("words", ["这四样", "上述三项", "那两笔", "这一科目", "前三类"])
def test_words_for_a_set_say_nothing_of_their_own(words: str) -> None:
    assert not load_vocabulary().fillers.sub("", words)


@pytest.mark.parametrize(
    ("question", "told", "reducer"),
    [
        ("办公费、差旅费这两样总共多少万元?", ["21.00万元", "9.00万元"], "sum"),
        ("办公费和差旅费汇总起来是多少?", ["21.00万元", "9.00万元"], "sum"),
        ("办公费、差旅费合计要花多少?", ["21.00万元", "9.00万元"], "sum"),
        ("办公费和差旅费各多少?", ["21.00万元", "9.00万元"], None),
    ],
)
def test_items_are_added_where_their_total_is_asked_for(question: str, told: list[str], reducer: str | None) -> None:
    (found,) = find(question, text=FINAL).tasks
    assert [result.text for result in resolve_task(found)] == told
    assert found.task.reducer == reducer


def test_a_share_of_what_no_label_names_is_not_taken_of_another_whole() -> None:
    assert find("专户的钱里,办公费占多大比重?").reading.unhandled
    assert not find("办公费占公用经费的比重是多少?").reading.unhandled


SELF_RATED = FINAL.replace(
    "# 第三部分",
    """## 部门整体自评表

金额单位：万元

项目\t年初预算数\t全年预算数\t全年执行数
部门预算总额\t310.00\t325.00\t300.00

# 第三部分""",
)


def test_the_first_budget_is_not_the_adjusted_one() -> None:
    (found,) = find("部门预算总额的年初预算数是多少?", text=SELF_RATED).tasks
    assert [result.text for result in resolve_task(found)] == ["310.00万元"]
    (found,) = find("决算比年初预算少了多少?", text=SELF_RATED).tasks
    assert "325.00万元" not in [result.text for result in resolve_task(found)]


def test_the_bodys_own_row_is_none_of_the_accounts_beneath_it() -> None:
    body = FINAL.replace("201\t一般公共服务支出\t260.00", "115\t档案局\t300.00\t220.00\t80.00\n201\t一般公共服务支出\t260.00")
    (found,) = find("基本支出里最大的是哪一项?", text=body).tasks
    labels = [one.facts[0].labels[-1][0] for each in found.found for one in each.candidates]
    assert labels
    assert "档案局" not in labels
