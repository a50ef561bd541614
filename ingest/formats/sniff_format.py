"""Which format the bytes of a file are in, whatever its name says."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

MAGIC_WITHIN_BYTES = 1024
MARKUP_WITHIN_BYTES = 4096
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DIRECTORY_NAME_BYTES = 64
MAGICS = (
    (b"{\\rtf", "rtf"), (b"Rar!\x1a\x07", "rar"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x1f\x8b\x08", "gz"), (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"), (b"II*\x00", "tif"), (b"MM\x00*", "tif"), (b"GIF8", "gif"), (b"BM", "bmp"),
)  # fmt: skip
# Names in the directory of an OLE file: the first that is there decides.
OLE_STREAMS = (
    ("EncryptedPackage", "encrypted"), ("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"), ("PowerPoint Document", "ppt"),
)  # fmt: skip
# Content types of the main part of an Office package.
PACKAGES = (
    (b"wordprocessingml", b".main+xml", "docx"), (b"ms-word", b".main+xml", "docx"), (b"sheet.binary.", b".main", "xlsb"),
    (b"spreadsheetml", b".main+xml", "xlsx"), (b"ms-excel", b".main+xml", "xlsx"), (b"presentationml", b".main+xml", "ppt"),
)  # fmt: skip
OPEN_DOCUMENTS = {b"application/vnd.oasis.opendocument.text": "odt", b"application/vnd.oasis.opendocument.spreadsheet": "ods"}
HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|div|title|center)\b", re.IGNORECASE | re.DOTALL
)
OFFICE_XML = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet|progid=\"(?:Excel\.Sheet|Word\.Document)\"")
MAIL = re.compile(rb"\s*MIME-Version:.*?multipart/related", re.IGNORECASE | re.DOTALL)
TEXT_NAMES = {".csv": "csv", ".tsv": "csv", ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text"}
# Programs that export a table of text under the name of a workbook or a page.
MISNAMED_TEXTS = {
    **dict.fromkeys((".xls", ".xlsx", ".et"), "csv"),
    **dict.fromkeys((".html", ".htm"), "html"),
    **dict.fromkeys((".doc", ".docx", ".wps"), "text"),
}


def sniff_format(content: bytes, name: str) -> str:
    """The format's short name; of plain text the file name's ending says whether it is text, CSV or a page; "" where nothing is known."""
    suffix = PurePath(name).suffix.lower()
    if b"%PDF-" in content[:MAGIC_WITHIN_BYTES]:
        return "pdf"
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(content)
    if content.startswith(OLE):
        return next((found for stream, found in OLE_STREAMS if _holds_stream(content, stream)), "ole")
    magic = next((found for mark, found in MAGICS if content.startswith(mark)), "")
    return magic if magic and not (magic == "bmp" and suffix in TEXT_NAMES) else _markup(content, suffix)


def _markup(content: bytes, suffix: str) -> str:
    head = content[:MARKUP_WITHIN_BYTES].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if OFFICE_XML.search(head) and head.lstrip().startswith(b"<?xml"):
        return "office xml"
    if MAIL.match(head):
        return "mht"
    if HTML.match(head) and suffix not in (".md", ".markdown"):
        return "html"
    return TEXT_NAMES.get(suffix) or (MISNAMED_TEXTS.get(suffix, "") if b"\x00" not in content[:MARKUP_WITHIN_BYTES] else "")


def _holds_stream(content: bytes, name: str) -> bool:
    """Whether the directory of an OLE file lists a stream of this name: a record of 64 bytes of UTF-16 with the name's length behind."""
    record = (name + "\x00").encode("utf-16-le")
    return record.ljust(DIRECTORY_NAME_BYTES, b"\x00") + bytes([len(record), 0]) in content


def _package(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
            if "[Content_Types].xml" in names:
                with package.open("[Content_Types].xml") as part:
                    types = part.read(2**20)
                return next((found for family, kind, found in PACKAGES if _declares(types, family, kind)), "package")
            if "OFD.xml" in names:
                return "ofd"
            if "mimetype" in names:
                with package.open("mimetype") as part:
                    return OPEN_DOCUMENTS.get(part.read(100).strip(), "package")
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError):
        return "damaged package"
    return "zip"


def _declares(types: bytes, family: bytes, kind: bytes) -> bool:
    return re.search(re.escape(family) + rb'[^"\']*' + re.escape(kind), types) is not None
