"""Known answers from JSON lines and workbooks: whole and back again, and every bad row told with its remedy."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from eval.gold import Expectation, GoldError, GoldQuestion, GoldSource, GoldValue
from eval.gold_cells import CHECKED, COLUMNS
from eval.gold_workbook import KEEP, write_workbook
from eval.read_gold import read_gold, to_question, to_record

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
        (json.dumps({**GOOD, "expect": {"status": "answered", "values": [{"vlaue": "1", "unit": "元"}]}}), "values 里没有“vlaue”"),
        (json.dumps({**GOOD, "expect": {"status": "answered", "values": [{"value": "1", "unti": "元"}]}}), "values 里没有“unti”"),
        (json.dumps({**GOOD, "sources": [{"doc": "甲.pdf", "secton": "支出表"}]}), "sources 里没有“secton”"),
        (json.dumps({**GOOD, "histroy": ["前一问"]}), "题目 里没有“histroy”"),
        (json.dumps({**GOOD, "expect": {"status": "answered", "values": [{"value": "12.00"}]}}), "第 1 行：数额“12.00”没有写单位"),
        (json.dumps({**GOOD, "expect": {"status": "answered", "values": [{"value": "1e999999999", "unit": "元"}]}}), "不是能说出来的数"),
        (json.dumps({**GOOD, "expect": {"status": "answered", "values": [{"value": "0.91万元", "unit": "万元"}]}}), "value 只写阿拉伯数字"),
        (json.dumps({**GOOD, "expect": {"status": "answered", "values": [{"value": "0.91万元"}]}}), "value 只写阿拉伯数字"),
        (json.dumps({**GOOD, "question": "\ud800？"}), "第 1 行：含有残缺的字符"),
        ("[" * 100_000, "第 1 行：括号套得太深"),
        (
            f"{json.dumps(GOOD)}\n{json.dumps({**GOOD, 'id': 'b', 'expect': {'status': 'not_found'}})}",
            "第 2 行：与 own.jsonl 第 1 行 是同一个问题",
        ),
    ],
)  # fmt: skip
def test_a_bad_line_is_told(tmp_path: Path, line: str, complaint: str) -> None:
    (tmp_path / "own.jsonl").write_text(line, "utf-8")
    with pytest.raises(GoldError) as error:
        read_gold(tmp_path / "own.jsonl")
    assert complaint in str(error.value)


@pytest.mark.parametrize("unit", ["万圆", "萬元", " 万元 "])
def test_a_unit_is_read_in_its_usual_spelling(unit: str) -> None:
    question = to_question({**GOOD, "expect": {"status": "answered", "values": [{"value": "12.00", "unit": unit}]}})
    assert question.expect.values == (GoldValue("12.00", "万元"),)


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


HARD = (
    replace(
        QUESTION, id="a-2", question="水费；分\\两段？", history=("办公费／水费？",), note="第一行\n第二行",
        expect=Expectation(
            "answered", (GoldValue("12.00", "万元"), GoldValue("7", "m2", ("水费", "自来水费；")), GoldValue("一级")),
            ("增／减；",), (("多",), ("高", "大")), larger=("水费", "自来水"), smaller=("办公费",),
        ),
        sources=(GoldSource("甲.pdf", "支出表；一"), GoldSource("乙.pdf", "", "水费", "合计／小计", "水费"), GoldSource("甲.pdf")),
    ),
    GoldQuestion("a-3", "月球？", "unanswerable", Expectation("not_found", must_not_include=("12.00", "1.2"))),
    GoldQuestion(
        "a-4", "哪一份？", "ambiguous", Expectation("clarify", (GoldValue("-8.40", "%", ("甲局",)), GoldValue("0", "次", ("乙局",))))
    ),
)  # fmt: skip


def test_questions_are_the_same_after_a_workbook_and_after_lines(tmp_path: Path) -> None:
    questions = (QUESTION, *HARD)
    path, lines = tmp_path / "own.xlsx", tmp_path / "own.jsonl"
    write_workbook(questions, path)
    from_workbook = read_gold(checked(path)).questions
    assert from_workbook == questions
    lines.write_text("".join(json.dumps(to_record(one), ensure_ascii=False) + "\n" for one in from_workbook), "utf-8")
    assert read_gold(lines).questions == questions


def test_a_workbook_without_the_later_columns_is_read(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["编号", "问题", "题型", "应当", "数额"])
    book.active.append(["a", "办公费？", "查表格", "作答", "12.00万元"])
    book.save(tmp_path / "own.xlsx")
    (question,) = read_gold(tmp_path / "own.xlsx").questions
    assert question.expect.values == (GoldValue("12.00", "万元"),)


def broken(path: Path, keep: int) -> Path:
    """The workbook with its first sheet cut off after so many characters."""
    with ZipFile(path) as book:
        members = {name: book.read(name) for name in book.namelist()}
    with ZipFile(path, "w") as book:
        for name, data in members.items():
            book.writestr(name, data[:keep] if name.endswith("sheet1.xml") else data)
    return path


def test_a_damaged_sheet_is_told_with_the_row_where_reading_ends(tmp_path: Path) -> None:
    path = tmp_path / "own.xlsx"
    write_workbook([replace(QUESTION, id=f"a-{number}") for number in range(400)], path)
    with ZipFile(checked(path)) as book:
        whole = len(book.read("xl/worksheets/sheet1.xml"))
    with pytest.raises(GoldError, match=r"own\.xlsx 第 \d+ 行：从这一行起读不下去，文件已经损坏"):
        read_gold(broken(path, whole // 2))
    with pytest.raises(GoldError, match=r"打不开“.*own\.xlsx”.*损坏"):
        read_gold(broken(path, 40))


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
        ({"问题": ""}, "“问题”是空的"), ({"编号": ""}, "“编号”是空的"),
        ({"数额": "", "数额的名称": "", "必须提到": "", "较大的一方": "", "较小的一方": ""}, "随便怎么答都会算对"),
        ({"数额": "12.00；-3万元"}, "数额“12.00”没有写单位"), ({"数额的名称": "办公费"}, "一个对一个"),
        ({"年度": "去年"}, "“年度”要写四位数"),
        ({"行": "办公费；水费；电费"}, "同一个文件的两处要写两次"), ({"较大的一方": ""}, "要成对写"),
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


@pytest.mark.parametrize(("header", "complaint"), [("数 额", "不认识的列：数 额"), ("问题", "重复的列：问题")])
def test_a_column_that_would_be_left_out_unseen_is_told(tmp_path: Path, header: str, complaint: str) -> None:
    book = Workbook()
    book.active.append(["编号", "问题", "题型", "应当", header])
    book.save(tmp_path / "own.xlsx")
    with pytest.raises(GoldError, match=complaint):
        read_gold(tmp_path / "own.xlsx")


def test_a_record_without_optional_fields_is_a_question() -> None:
    assert to_question({**GOOD, "expect": {"status": "not_found"}}).expect == Expectation("not_found")
