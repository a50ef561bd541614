"""Documents of our own for the tests of checks: tables of tab-separated rows and sections of prose, read by the program itself."""

from collections.abc import Sequence
from pathlib import Path

from ingest.document import Check, Document
from ingest.parse_document import parse_document

TITLES = {"预算": "云州市水务局{year}年部门预算", "决算": "云州市水务局{year}年度部门决算"}


def read_document(
    tmp_path: Path, tables: Sequence[tuple[str, str]], prose: Sequence[tuple[str, str]] = (), kind: str = "预算", year: int = 2024
) -> Document:
    """The document of these tables (title, rows; cells parted by spaces, “_” for a blank one) and sections (heading, text)."""
    lines = [TITLES[kind].format(year=year), "", "第一部分 情况说明", ""]
    for heading, text in prose:
        lines += [heading, "", text, ""]
    lines += ["第二部分 部门表", ""]
    for title, rows in tables:
        lines += [title, "", "部门：云州市水务局", "单位：万元", ""]
        lines += ["\t".join(cell.replace("_", "") for cell in row.split()) for row in rows.strip().splitlines()]
        lines += [""]
    path = tmp_path / f"文件{year}{kind}.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return parse_document(path)


def found(document: Document, words: str) -> list[Check]:
    """The checks whose identity contains the words."""
    return [check for check in document.checks if words in check.identity]


def verdicts(document: Document, words: str) -> list[str]:
    """Their verdicts, in order."""
    return [check.verdict for check in found(document, words)]
