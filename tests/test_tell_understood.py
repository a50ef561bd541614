"""An answer over the last years says how many of them no document is of."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.telling.tell_understood import with_missing_years
from ingest.document import DocumentInfo

INFOS = [DocumentInfo(str(year), f"{year}.pdf", year=year) for year in (2029, 2030, 2031)]
CITED = tuple(Citation(info.file_name, info.id, "甲", "三", "1.00") for info in INFOS)
ANSWER = Answer("answered", "三年各是", values=(Value("收入", Decimal(1), "万元"),), citations=CITED)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("近五年收入总计", "注意：已载入的文件只有2029、2030、2031年的，问到的另外2年没有文件。"),
        ("近三年收入总计", ""),
        ("历年收入总计", ""),
        ("2031年收入总计", ""),
    ],
)
def test_years_that_are_missing_are_told(question: str, line: str) -> None:
    assert with_missing_years(ANSWER, question, INFOS).text.removeprefix("三年各是").strip() == line


def test_what_is_not_answered_has_no_such_line() -> None:
    refused = Answer("not_found", "没有")
    assert with_missing_years(refused, "近五年收入总计", INFOS) == refused
