"""What an Office package may hold to be opened: bounds on what it unpacks to, no macros, no XML entities, no endless sheets."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from ingest.errors import UnreadableFileError

MIB = 2**20
MAX_PARTS = 20_000
MAX_BYTES = 512 * MIB
MAX_XML_BYTES = 128 * MIB
MAX_ROWS = 100_000
MAX_CELLS = 1_000_000
MAX_MERGED_CELLS = 2_000_000
CHUNK_BYTES = MIB
OVERLAP_BYTES = 200  # a tag may lie across the end of a chunk
DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\x00!\x00(?:D\x00O|E\x00N)|\x00<\x00!\x00(?:D\x00O|E\x00N)")
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
ROW = re.compile(rb"<(?:\w+:)?row[\s>/]")
MAX_AREA = 10_000_000  # from the first cell to the last: a reader fills what lies between
PLACE = re.compile(rb"<(?:\w+:)?c\s[^>]*?r=[\"']([A-Z]+)(\d+)[\"']")
CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*ref=[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)[\"']")


def check_package(path: Path) -> None:
    """Refuse a package that must not be opened, naming the part, the cause and the remedy."""
    try:
        with zipfile.ZipFile(path) as package:
            for cause in _faults(package):
                raise UnreadableFileError(f"文件《{path.name}》读不了：{cause}")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        cause = "压缩的内容已损坏或加了密码" if isinstance(error, RuntimeError) else "压缩的内容已损坏"
        raise UnreadableFileError(f"文件《{path.name}》读不了：{cause}。请重新下载原文件，或用 Office、WPS 打开后另存再导入。") from error


def _faults(package: zipfile.ZipFile) -> Iterator[str]:
    parts = package.infolist()
    if len(parts) > MAX_PARTS:
        yield f"里面有 {len(parts)} 个部件，超过 {MAX_PARTS} 个的上限，文件可能被人做了手脚。请用 Office、WPS 打开后另存再导入。"
    if (total := sum(part.file_size for part in parts)) > MAX_BYTES:
        size = f"{total // MIB} MiB，超过 {MAX_BYTES // MIB} MiB"
        yield f"展开后有 {size} 的上限，可能是解压炸弹。请换用正常的文件，或删去其中的大图后另存再导入。"
    for part in parts:
        name = part.filename
        if name.lower().endswith(("vbaproject.bin", "macrosheets/sheet1.xml")) or "/macrosheets/" in name.lower():
            yield "里面有宏，打开有风险。请用 Office、WPS 另存为不带宏的 .docx 或 .xlsx，再导入。"
        if name.lower().endswith((".xml", ".rels")):
            if part.file_size > MAX_XML_BYTES:
                size = f"{part.file_size // MIB} MiB，超过 {MAX_XML_BYTES // MIB} MiB"
                yield f"其中的 {name} 展开后有 {size} 的上限，可能是解压炸弹，或是工作表里有大片空行。请删去空行空列后另存再导入。"
            yield from _faults_of_xml(package, part)


def _faults_of_xml(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[str]:
    """What is wrong inside an XML part, read piece by piece."""
    rows = cells = merged = right = bottom = 0
    tail = b""
    with package.open(part) as file:
        while chunk := file.read(CHUNK_BYTES):
            window = tail + chunk
            if DECLARATION.search(window):
                yield f"其中的 {part.filename} 声明了 XML 实体，正常的文件不会有，可能被人做了手脚。请用 Office、WPS 打开后另存再导入。"
            if SHEET.fullmatch(part.filename):
                end = max(0, len(window) - OVERLAP_BYTES) if len(chunk) == CHUNK_BYTES else len(window)
                rows += sum(one.start() < end for one in ROW.finditer(window))
                cells += sum(one.start() < end for one in CELL.finditer(window))
                for column, row in PLACE.findall(window):
                    right, bottom = max(right, _column(column)), max(bottom, int(row))
                merged += sum(_area(one) for one in MERGED.finditer(window) if one.start() < end)
                tail = window[end:]
            else:
                tail = window[-OVERLAP_BYTES:]
    if right * bottom > MAX_AREA:
        far = f"最远的单元格在第 {bottom} 行第 {right} 列，中间的空格太多"
        yield f"工作表 {part.filename} {far}。请删去没有内容的行和列，另存后再导入。"
    for count, limit, name in ((rows, MAX_ROWS, "行"), (cells, MAX_CELLS, "个单元格"), (merged, MAX_MERGED_CELLS, "个合并的单元格")):
        if count > limit:
            yield f"工作表 {part.filename} 有 {count} {name}，超过 {limit} 的上限。请删去没有内容的行和列，或拆成几个文件，另存后再导入。"


def _area(found: re.Match[bytes]) -> int:
    left, top, right, bottom = found.groups()
    width, height = _column(right) - _column(left) + 1, int(bottom) - int(top) + 1
    return max(width, 1) * max(height, 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
