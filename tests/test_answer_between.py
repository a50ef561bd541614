"""What two published files of one body print of one budgeted amount, told by the check between them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from check_documents import read_document

from app.relations.answer_between import answer_between
from ingest.checks.check_between import check_between
from ingest.document import Document

SPENDING = """
科目编码 科目名称 合计 基本支出 项目支出
合计 _ 30.00 22.00 8.00
213 农林水支出 30.00 22.00 8.00
21303 水利 30.00 22.00 8.00
2130301 行政运行 22.00 22.00 0.00
2130306 水利工程运行与维护 8.00 0.00 8.00
"""
STATED = "2024年度一般公共预算财政拨款支出年初预算为30.00万元，支出决算为29.00万元。行政运行年初预算为21.00万元，支出决算为20.00万元。"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Document]:
    budget = read_document(tmp_path, [("一般公共预算支出情况表", SPENDING)], [])
    sections = [("五、一般公共预算财政拨款支出决算情况说明", STATED)]
    account = read_document(tmp_path, [("一般公共预算财政拨款支出决算表", SPENDING)], sections, kind="决算")
    budget = replace(budget, info=replace(budget.info, id="budget"))
    account = replace(account, info=replace(account.info, id="account"), checks=check_between(account, budget))
    return {"budget": budget, "account": account}


def told(files: dict[str, Document], question: str) -> str | None:
    infos = [one.info for one in files.values()]
    answer = answer_between(question, question, (infos[0].organization or "",), infos, files.__getitem__)
    return answer.text if answer else None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2024年决算里的年初预算和预算文件一致吗", ("相符", "30.00万元")),
        ("2024年行政运行的年初预算,决算文件和预算文件一样吗", ("不一致", "21.00万元", "22.00万元")),
        ("2024年决算报告说的公务接待费年初预算与预算书一致吗", ("没有找到",)),
    ],
)
def test_the_files_are_held_against_each_other(files: dict[str, Document], question: str, said: tuple[str, ...]) -> None:
    text = told(files, question)
    assert text is not None
    assert [word for word in said if word not in text] == []


@pytest.mark.parametrize(
    "question",
    ["2024年预算里的行政运行和决算里的行政运行差多少", "2024年行政运行正文和表一致吗", "2024年决算里的年初预算是多少"],
)
def test_what_is_no_question_about_two_files_is_left(files: dict[str, Document], question: str) -> None:
    assert told(files, question) is None
