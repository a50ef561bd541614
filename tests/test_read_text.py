from pathlib import Path

import pytest

from ingest.blocks import Grid, Line
from ingest.errors import UnreadableFileError
from ingest.formats.read_text import read_text


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "某局.txt"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    (line,) = read_text(write(tmp_path, "甲县教育局２０２４年部门预算".encode(encoding)))
    assert isinstance(line, Line)
    assert line.text == "甲县教育局２０２４年部门预算"


@pytest.mark.parametrize(
    ("printed", "text", "level"),
    [
        ("## **一、部门职责**", "一、部门职责", 2),
        ("- 一、部门收支总表", "一、部门收支总表", None),
        ("- 3 -", "- 3 -", None),
        ("<b>合计</b>1.20万元<p>", "合计1.20万元", None),
        ("1. **公务接待费**年初预算", "1. 公务接待费年初预算", None),
        ("　　二、机构设置", "　　二、机构设置", None),
        ("  次”改革工作  ", "次”改革工作", None),
    ],
)
def test_markup_is_removed_and_the_indent_of_a_paragraph_kept(tmp_path: Path, printed: str, text: str, level: int | None) -> None:
    (line,) = read_text(write(tmp_path, printed))
    assert isinstance(line, Line)
    assert (line.text, line.heading_level) == (text, level)


def test_tab_lines_are_one_grid_until_something_stands_between(tmp_path: Path) -> None:
    blocks = read_text(write(tmp_path, "表一\r\n\r\n项目\t\t金额\r\n<b>办公费</b>\t<p>\t1.20\r\n\r\n水费\t\t0.30\r\n"))
    line, first, second = blocks
    assert isinstance(line, Line)
    assert isinstance(first, Grid)
    assert isinstance(second, Grid)
    assert [[cell.text for cell in row if cell] for row in first.rows] == [["项目", "", "金额"], ["办公费", "<p>", "1.20"]]
    assert [block.place.lines for block in blocks] == [(1, 1), (3, 4), (6, 6)]


@pytest.mark.parametrize("content", [b"", b" \n\n", bytes(range(256)) * 8, b"PK\x03\x04" + bytes(200)])
def test_empty_and_binary_files_are_refused_with_cause_and_remedy(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"《某局.txt》读不了：.+请"):
        read_text(write(tmp_path, content))
