"""A file as lines and grids, by the reader of the format that its content is in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from ingest.blocks import Reading
from ingest.document import Place, Problem
from ingest.errors import UnreadableFileError, UnsupportedFileError
from ingest.formats.check_package import check_package
from ingest.formats.convert_office import convert_office, find_office
from ingest.formats.picture_to_pdf import picture_to_pdf
from ingest.formats.read_csv import read_csv
from ingest.formats.read_pdf import read_pdf
from ingest.formats.read_text import read_text
from ingest.formats.sniff_format import TEXT_NAMES, sniff_format
from ingest.pages.recognize_text import can_recognize

Reader = Callable[[Path], Reading]
SUFFIXES = frozenset((
    ".pdf", ".txt", ".md", ".markdown", ".text", ".docx", ".xlsx", ".xlsm", ".xls", ".et", ".html", ".htm", ".csv", ".tsv", ".zip",
))  # fmt: skip
FORMATS_IN_WORDS = "PDF、Word（.docx）、Excel（.xlsx、.xls）、网页、CSV、.txt 和 .md，以及装着它们的 .zip"
TO_DOCX = "请用 Word 或 WPS 另存为 PDF 或 .docx（装有 LibreOffice 的电脑上可以直接导入）"
TO_XLSX = "请用 Excel 或 WPS 另存为 .xlsx（装有 LibreOffice 的电脑上可以直接导入）"
PICTURES = ("png", "jpg", "jpeg", "tif", "gif", "bmp")
UNPACK = "压缩包，请解压成文件夹"
# What each format that is not read is, and what to do with it.
REMEDIES = {
    "doc": f"Word 97-2003 文档，{TO_DOCX}",
    "wps": f"WPS 文字文档，{TO_DOCX}",
    "rtf": f"RTF 文档，{TO_DOCX}",
    "odt": f"OpenDocument 文字文档，{TO_DOCX}",
    "office xml": f"Office 2003 的 XML 文件，{TO_XLSX}",
    "ods": f"OpenDocument 表格，{TO_XLSX}",
    "xlsb": f"二进制的 Excel 工作簿，{TO_XLSX}",
    "mht": "单个文件的网页，请用浏览器另存为 .html 或打印为 PDF",
    "ppt": "演示文稿，请另存为 PDF",
    "ofd": "OFD 版式文件，请用 OFD 阅读器导出为 PDF",
    **dict.fromkeys(("zip", "rar", "7z", "gz"), UNPACK),
    **dict.fromkeys(PICTURES, "图片，请装上文字识别（附加组件 ocr：.venv/bin/pip install rapidocr），或先做文字识别并保存为带文字的 PDF"),
}
# What LibreOffice, where it is installed, makes of formats that have no reader here.
CONVERSIONS = {"doc": "docx", "rtf": "docx", "odt": "docx", "ods": "xlsx", "xlsb": "xlsx", "office xml": "xlsx"}
CONVERTED = "这份文件由 LibreOffice 转换后读入，版面可能与原文件略有出入；有疑问时请与原文件核对。"
ENCRYPTED = "文件《{name}》读不了：加了密码。请用 Office、WPS 打开，去掉密码后另存再导入。"
NOT_AS_NAMED = "文件《{name}》读不了：扩展名是 {suffix}，内容却不是 {format}，可能已损坏或下载不完整。请重新下载后再导入。"
UNKNOWN = "不认识的格式，请另存为 PDF、.docx、.xlsx 或 .txt"


def read_file(path: Path, content: bytes) -> Reading:
    """What the file prints; raises UnsupportedFileError, with what to do, for a format that is not read."""
    found = sniff_format(content, path.name)
    suffix = path.suffix.lower()
    reader = READERS.get(found)
    is_failed_download = found == "html" and suffix == ".pdf"
    if reader and not is_failed_download:
        return reader(path)
    if found in PICTURES and can_recognize():
        with picture_to_pdf(path) as scan:
            return read_pdf(scan)
    if found in CONVERSIONS and find_office():
        return _read_converted(path, found)
    if found == "encrypted":
        raise UnreadableFileError(ENCRYPTED.format(name=path.name))
    if found not in REMEDIES and suffix in TEXT_NAMES:  # no text after all, which its reader tells
        return READERS[TEXT_NAMES[suffix]](path)
    if is_failed_download or (found not in REMEDIES and suffix in SUFFIXES):
        raise UnreadableFileError(NOT_AS_NAMED.format(name=path.name, suffix=suffix, format=suffix.lstrip(".").upper()))
    remedy = REMEDIES.get(found) or REMEDIES.get(suffix.lstrip(".")) or UNKNOWN
    raise UnsupportedFileError(f"文件《{path.name}》没有导入：{f'{suffix} ' if suffix else ''}是{remedy}，再导入。")


def _read_converted(path: Path, found: str) -> Reading:
    kind, target = found.replace("office ", ""), CONVERSIONS[found]
    with convert_office(path, kind, target) as converted:
        reading = READERS[target](converted)
    return replace(reading, problems=(*reading.problems, Problem(CONVERTED, Place())))


def _read_text(path: Path) -> Reading:
    return Reading(read_text(path))


def _later(name: str, *, is_package: bool = False) -> Reader:
    """The reader of this name, imported with its library when it is first needed; a package is checked before."""

    def read(path: Path) -> Reading:
        if is_package:
            check_package(path)
        reader: Reader = getattr(import_module(f"ingest.formats.{name}"), name)
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
