import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.document import Document
from ingest.errors import UnreadableFileError, UnsupportedFileError
from ingest.parse_document import parse_document

SHARED = Path(__file__).parents[2] / "shared"
BUDGET = """甲县教育局
2024年部门预算

目 录
第一部分 甲县教育局概况
第二部分 2024年部门预算表

第一部分
甲县教育局概况

一、主要职责
（一）拟订全县教育规划。
（二）管理全县学校。

第二部分 2024年部门预算表

部门支出总体情况表
部门名称：甲县教育局
单位：万元

单位代码\t单位名称\t合计\t基本支出\t项目支出
\t合计\t3.00\t2.00\t1.00
101001\t甲县教育局本级\t3.00\t2.00\t1.00
"""


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_file_becomes_a_document(tmp_path: Path) -> None:
    document = parse_document(write(tmp_path, "a.txt", BUDGET))
    info = document.info
    assert (info.organization, info.year, info.kind, info.scope) == ("甲县教育局", 2024, "预算", "部门")
    assert (info.region, info.level, info.units) == ("甲县", "县", ("甲县教育局本级",))
    assert len(info.id) == 16
    assert [table.title for table in document.tables] == ["部门支出总体情况表"]
    assert document.tables[0].heading_path == ("第二部分 2024年部门预算表",)
    assert [len(section.paragraphs) for section in document.sections if section.heading_path[-1:] == ("一、主要职责",)] == [2]
    assert {figure.value for figure in document.figures} == {"3.00", "2.00", "1.00"}
    assert all(chunk.id.startswith(info.id) for chunk in document.chunks)


def test_the_same_bytes_give_the_same_id_whatever_the_name(tmp_path: Path) -> None:
    first, second = (parse_document(write(tmp_path, name, BUDGET)) for name in ("a.txt", "b.md"))
    assert first.info.id == second.info.id
    assert [chunk.id for chunk in first.chunks] == [chunk.id for chunk in second.chunks]


def test_what_is_no_budget_document_is_still_read(tmp_path: Path) -> None:
    document = parse_document(write(tmp_path, "通知.txt", "会议通知\n\n定于三月召开会议。\n"))
    assert document.info.organization is None
    assert document.sections[0].text.endswith("定于三月召开会议。")
    assert document.chunks


@pytest.mark.parametrize("suffix", [".doc", ".wps", ".ofd", ".rar", ".png"])
def test_an_unsupported_format_is_named_with_its_remedy(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(UnsupportedFileError, match=rf"《某局{suffix}》.*\{suffix} .*请.*(?:PDF|解压)"):
        parse_document(write(tmp_path, f"某局{suffix}", b"PK\x03\x04"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b""), ("a.txt", bytes(range(256)) * 9), ("a.pdf", "不是 PDF"), ("a.pdf", "<html>404</html>"), ("a.docx", b"PK\x03\x04"),
        ("a.xlsx", b"PK\x03\x04"), ("a.md", b"PK\x03\x04" + bytes(99)),
    ],
)
def test_what_cannot_be_read_says_what_why_and_what_to_do(tmp_path: Path, name: str, content: str | bytes) -> None:
    with pytest.raises(UnreadableFileError, match=rf"《{name}》读不了：.+请"):
        parse_document(write(tmp_path, name, content))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "没有.txt", tmp_path):
        with pytest.raises(UnreadableFileError, match="读不了"):
            parse_document(path)


@pytest.fixture(scope="module")
def real_documents() -> dict[str, Document]:
    if not (SHARED / "documents").exists():
        pytest.skip("the real documents are not here")
    return {path.name: parse_document(path) for path in sorted((SHARED / "documents").glob("*.txt"))}


def test_every_source_of_the_known_answers_is_a_heading_or_a_table(real_documents: dict[str, Document]) -> None:
    missing = [source for source in _sources() if _fold(source[1]) not in _names(real_documents[source[0]])]
    assert missing == []


def test_every_duty_is_one_paragraph(real_documents: dict[str, Document]) -> None:
    numbered = re.compile(r"[（(]?[一二三四五六七八九十]+[）)、]|\d+、")
    found = [sum(bool(numbered.match(text)) for text in _duties(document)) for document in real_documents.values()]
    assert found == [22, 15, 4, 0, 12]


def _duties(document: Document) -> list[str]:
    sections = [section for section in document.sections if "职责" in "".join(section.heading_path[-1:])]
    return [paragraph.text for section in sections for paragraph in section.paragraphs]


def _sources() -> Iterator[tuple[str, str]]:
    for path in sorted((SHARED / "eval/questions").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for source in json.loads(line).get("sources") or []:
                yield source["doc"], source["section"]


def _names(document: Document) -> str:
    headings = [heading for section in document.sections for heading in section.heading_path]
    return "\n".join(map(_fold, [*headings, *(table.title for table in document.tables)]))


def _fold(text: str) -> str:
    return re.sub(r"[\s（）()]", "", text)
