from __future__ import annotations

from pathlib import Path

import pytest

from ingest.parse_document import parse_document

CONTENTS = """目录
第二部分 2024年部门预算表
一、部门收支总表......3
二、部门支出总表......4
三、项目支出表......5
{more}

第一部分 概况

主要负责水务工作。
"""
TABLE = "\n{title}\n单位：万元\n项目\t金额\n基本支出\t1.00\n合计\t1.00\n"


def problems(tmp_path: Path, *titles: str, more: str = "", text: str = "") -> list[str]:
    path = tmp_path / "文件.txt"
    body = "".join(TABLE.format(title=title) for title in titles)
    path.write_text(f"云州市水务局2024年部门预算\n\n{CONTENTS.format(more=more)}{body}{text}", encoding="utf-8")
    return [problem.message for problem in parse_document(path).problems]


def test_a_table_of_the_contents_that_was_not_read_is_told(tmp_path: Path) -> None:
    told = problems(tmp_path, "2024年部门收支总表", "2024年部门支出总表")
    assert told == ["目录列有《项目支出表》，却没有读到这张表，其中的数没有读进来，请查原文件。"]


@pytest.mark.parametrize(
    ("titles", "more", "text"),
    [
        (("2024年部门收支总表", "2024年部门支出总表", "项目支出预算表"), "", ""),
        (("部门收支总表", "部门支出总表", "项目支出表"), "四、关于收支总表的说明", ""),
        (
            ("部门收支总表", "部门支出总表", "项目支出表"),
            "四、政府性基金支出表",
            "\n政府性基金支出表\n\n本部门没有政府性基金支出，故本表无数据。\n",
        ),
        (("部门收支总表", "部门支出总表", "项目支出表"), "四、2024年度部门决算公开表", ""),  # the name of a part
        (("部门收支总表", "部门支出总表", "项目支出表"), "四、部门公开附表一览表", "\n部门公开附表一览表\n\n详见附表1至附表9。\n"),
        (
            ("部门收支总表", "部门支出总表", "项目支出表"),
            "四、国有资本经营支出表",
            "\n国有资本经营支出表\n\n部门：云州市水务局\n\n编码 名称\n\n合计 基本支出\n\n项目支出\n\n注：故本表为空。\n",
        ),
        (("某某局收支情况一览表",), "", ""),  # contents and titles worded differently say nothing
    ],
)
def test_tables_under_other_words_and_empty_ones_are_not_missing(tmp_path: Path, titles: tuple[str, ...], more: str, text: str) -> None:
    assert problems(tmp_path, *titles, more=more, text=text) == []


def test_the_number_of_a_table_is_no_title_that_was_lost(tmp_path: Path) -> None:
    titles = ("部门收支总表", "部门支出总表", "项目支出表")
    assert problems(tmp_path, *titles, more="公开08表\n预算01表至预算11表\n") == []
