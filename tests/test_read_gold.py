"""Known answers from JSON lines and workbooks: whole and back again, and every bad row told with its remedy."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from eval.gold import Expectation, GoldQuestion, GoldSource, GoldValue
from eval.gold_workbook import CHECKED, COLUMNS, KEEP, write_workbook
from eval.read_gold import GoldError, read_gold, to_question, to_record

QUESTION = GoldQuestion(
    "a-1", "=灯塔局2031年办公费和水费哪个多？", "compare",
    Expectation("answered", (GoldValue("12.00", "万元", ("办公费",)), GoldValue("-3", "万元")), ("办公费",), (("多", "高"),), ("99.00",),
                ("办公费",), ("水费",), 2031),
    ("灯塔局2031年水费是多少？",), (GoldSource("甲.pdf", "支出表", "办公费", "合计", "办公费"),), "手算",
)  # fmt: skip
GOOD: dict[str, Any] = {"id": "a", "question": "办公费？", "type": "lookup_table", "expect": {"status": "answered", "must_include": ["费"]}}


def test_a_question_survives_its_file(tmp_path: Path) -> None:
    file = tmp_path / "own.jsonl"
    file.write_text(json.dumps(to_record(QUESTION), ensure_ascii=False) + "\n\n", "utf-8")
    dataset = read_gold(file)
    assert dataset.questions == (QUESTION,)
    assert (dataset.name, dataset.documents) == ("own", ("甲.pdf",))


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (json.dumps({**GOOD, "type": "谜语"}), "type 要写 lookup_table"),
        ("{", "第 1 行：不是 JSON"), ("[]", "不是 JSON 对象"), (json.dumps({**GOOD, "id": ""}), "缺少“id”"), (json.dumps({"id": "a"}),
        "缺少“question”"),
        (json.dumps({**GOOD, "expect": None}), "缺少“expect”"), (json.dumps({**GOOD, "expect": {"status": "maybe"}}),
        "expect.status 要写 answered"),
        (json.dumps({**GOOD, "expect": {"status": "answered", "values": [12]}}), "expect.values"),
        (json.dumps({**GOOD, "sources": ["甲.pdf"]}), "sources 的每一项"), (json.dumps({**GOOD, "history": "前一问"}),
        "“history”要写成列表"),
        (f"{json.dumps(GOOD)}\n{json.dumps(GOOD)}", "第 2 行：编号 a 重复了"),
        (json.dumps({**GOOD, "expect": {"status": "answered"}}), "随便怎么答都会算对"),
        (json.dumps({**GOOD, "expect": {"status": "answered", "any_of": [[]]}}), "随便怎么答都会算对"),
        (json.dumps({**GOOD, "expect": {"status": "answered", "must_include": ["，"]}}), "随便怎么答都会算对"),
        (json.dumps({**GOOD, "expect": {"status": "answered", "values": [{"value": "NaN", "unit": "万元"}]}}), "不是能说出来的数"),
        (json.dumps({**GOOD, "expect": {"status": "answered", "larger": ["甲局"]}}), "要成对写"),
        (json.dumps({**GOOD, "expect": {"status": "answered", "vales": []}}), "vales"),
        (json.dumps({**GOOD, "expect": {"status": "not_found", "values": [{"value": "1", "unit": "元"}]}}), "不写数额"),
    ],
)  # fmt: skip
def test_a_bad_line_is_told(tmp_path: Path, line: str, complaint: str) -> None:
    (tmp_path / "own.jsonl").write_text(line, "utf-8")
    with pytest.raises(GoldError) as error:
        read_gold(tmp_path / "own.jsonl")
    assert complaint in str(error.value)


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="打不开"):
        read_gold(tmp_path / "absent.jsonl")
    (tmp_path / "bad.xlsx").write_bytes(b"no workbook")
    with pytest.raises(GoldError, match="不是 XLSX"):
        read_gold(tmp_path / "bad.xlsx")


def checked(path: Path, **changes: str) -> Path:
    """The workbook with every row marked as checked and, in the first, some cells changed."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, COLUMNS.index(CHECKED) + 1, KEEP)
    for name, text in changes.items():
        sheet.cell(2, COLUMNS.index(name) + 1, text)
    book.save(path)
    return path


def test_only_checked_rows_of_a_workbook_count_and_nothing_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "own.xlsx"
    write_workbook([QUESTION], path)
    assert load_workbook(path).worksheets[0].cell(2, 2).data_type == "s"
    assert read_gold(path).questions == ()
    question = read_gold(checked(path)).questions[0]
    assert (question.question, question.type, question.history) == (QUESTION.question, QUESTION.type, QUESTION.history)
    assert [(value.value, value.unit) for value in question.expect.values] == [("12.00", "万元"), ("-3", "万元")]
    assert (question.expect.must_include, question.expect.any_of, question.expect.must_not_include) == (
        ("办公费",),
        (("多", "高"),),
        ("99.00",),
    )
    assert question.documents == ("甲.pdf",)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"题型": "谜语"}, "“题型”要写"), ({"应当": "随便"}, "“应当”要写"), ({"数额": "大约十万"}, "不像数额"), ({"核对": "可能"},
        "只能写“对”或“不要”"),
        ({"问题": ""}, "“问题”是空的"), ({"编号": ""}, "“编号”是空的"), ({"数额": "", "必须提到": ""}, "随便怎么答都会算对"),
        ({"应当": "说没有"}, "就不要写“数额”"), ({"文件": ""}, "也要写它在哪个“文件”"), ({"数额": "12万元，13万元"}, "不像数额"),
    ],
)  # fmt: skip
def test_a_bad_row_of_a_workbook_is_told_with_its_number(tmp_path: Path, changes: dict[str, str], complaint: str) -> None:
    path = tmp_path / "own.xlsx"
    write_workbook([QUESTION], path)
    with pytest.raises(GoldError) as error:
        read_gold(checked(path, **changes))
    assert "own.xlsx 第 2 行" in str(error.value)
    assert complaint in str(error.value)


def test_every_bad_row_of_a_workbook_is_told(tmp_path: Path) -> None:
    path = tmp_path / "own.xlsx"
    write_workbook([QUESTION, QUESTION, replace(QUESTION, id="a-2", question="")], path)
    with pytest.raises(GoldError) as error:
        read_gold(checked(path))
    told = str(error.value).splitlines()[1:]
    assert told == ["own.xlsx 第 3 行：编号 a-1 重复了，每个问题要有自己的编号", "own.xlsx 第 4 行：“问题”是空的"]


def test_a_workbook_without_its_columns_is_told(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["问题"])
    book.save(tmp_path / "own.xlsx")
    with pytest.raises(GoldError, match="缺少这些列：编号、题型、应当"):
        read_gold(tmp_path / "own.xlsx")


def test_a_record_without_optional_fields_is_a_question() -> None:
    assert to_question({**GOOD, "expect": {"status": "not_found"}}).expect == Expectation("not_found")
