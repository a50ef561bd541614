"""A file as lines and grids, by the reader of the format that its content is in."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from ingest.blocks import Reading
from ingest.check_package import check_package
from ingest.errors import UnreadableFileError, UnsupportedFileError
from ingest.read_csv import read_csv
from ingest.read_pdf import read_pdf
from ingest.read_text import read_text
from ingest.sniff_format import sniff_format

Reader = Callable[[Path], Reading]
SUFFIXES = frozenset({".pdf", ".txt", ".md", ".markdown", ".text", ".docx", ".xlsx", ".xls", ".et", ".html", ".htm", ".csv", ".tsv"})
FORMATS_IN_WORDS = "PDF、Word（.docx）、Excel（.xlsx、.xls）、网页、CSV、.txt 和 .md"
TO_DOCX = "请用 Word 或 WPS 另存为 .docx 或 PDF"
TO_XLSX = "请用 Excel 或 WPS 另存为 .xlsx"
OCR_FIRST = "图片，请先做文字识别并保存为带文字的 PDF 或 .txt"
# What each format that is not read is, and what to do with it.
REMEDIES = {
    "doc": f"Word 97-2003 文档，{TO_DOCX}",
    "rtf": f"RTF 文档，{TO_DOCX}",
    "odt": f"OpenDocument 文字文档，{TO_DOCX}",
    "office xml": f"Office 2003 的 XML 文件，{TO_XLSX} 或 .docx",
    "mht": "单个文件的网页，请用浏览器另存为 .html 或打印为 PDF",
    "ods": f"OpenDocument 表格，{TO_XLSX}",
    "xlsb": f"二进制 Excel 工作簿，{TO_XLSX}",
    "ppt": "演示文稿，请另存为 PDF",
    "ofd": "OFD 版式文件，请用 OFD 阅读器导出为 PDF",
    "zip": "压缩包，请解压后导入其中的文件",
    "rar": "压缩包，请解压后导入其中的文件",
    "7z": "压缩包，请解压后导入其中的文件",
    "gz": "压缩包，请解压后导入其中的文件",
    **dict.fromkeys(("png", "jpg", "tif", "gif", "bmp"), OCR_FIRST),
}
ENCRYPTED = "文件《{name}》读不了：加了密码。请用 Office、WPS 打开，去掉密码后另存再导入。"
NOT_AS_NAMED = "文件《{name}》读不了：扩展名是 {suffix}，内容却不是，可能已损坏或下载不完整。请重新下载后再导入。"
UNKNOWN = "不认识的格式，请另存为 PDF、.docx、.xlsx 或 .txt"


def read_file(path: Path, content: bytes) -> Reading:
    """What the file prints; raises UnsupportedFileError, with what to do, for a format that is not read."""
    found = sniff_format(content, path.name)
    reader = READERS.get(found)
    if reader:
        return reader(path)
    suffix = path.suffix.lower()
    if found == "encrypted":
        raise UnreadableFileError(ENCRYPTED.format(name=path.name))
    if found not in REMEDIES and suffix in SUFFIXES:
        raise UnreadableFileError(NOT_AS_NAMED.format(name=path.name, suffix=suffix))
    remedy = REMEDIES.get(found) or REMEDIES.get(suffix.lstrip(".")) or UNKNOWN
    raise UnsupportedFileError(f"文件《{path.name}》没有导入：{suffix or '没有扩展名的文件'} 是{remedy}，再导入。")


def _read_text(path: Path) -> Reading:
    return Reading(read_text(path))


def _later(name: str, *, is_package: bool = False) -> Reader:
    """The reader of this name, imported with its library when it is first needed; a package is checked before."""

    def read(path: Path) -> Reading:
        if is_package:
            check_package(path)
        reader: Reader = getattr(import_module(f"ingest.{name}"), name)
        return reader(path)

    return read


READERS: dict[str, Reader] = {
    "pdf": read_pdf,
    "text": _read_text,
    "csv": read_csv,
    "html": _later("read_html"),
    "docx": _later("read_docx", is_package=True),
    "xlsx": _later("read_xlsx", is_package=True),
    "xls": _later("read_xls"),
}
