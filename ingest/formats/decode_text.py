"""The bytes of a text file as text, whichever of the encodings in use here it has."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from ingest.errors import UnreadableFileError

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufffd]")
MOST_CONTROL_CHARACTERS = 0.01


def decode_text(content: bytes, name: str) -> str:
    """The text of the file of this name; what is no text, or nothing but blanks, is refused."""
    if not content.strip():
        raise UnreadableFileError(f"文件《{name}》读不了：文件是空的，没有任何文字。请确认文件下载或保存完整后重新导入。")
    for decode in DECODERS:
        text = decode(content)
        if text is not None and _is_prose(text):
            if not text.strip():
                raise UnreadableFileError(f"文件《{name}》读不了：文件里只有空白，没有任何文字。请确认文件保存完整后重新导入。")
            return text
    raise UnreadableFileError(
        f"文件《{name}》读不了：内容不是文本，或所用编码不是 UTF-8、GB18030、UTF-16。"
        "请确认它不是改了扩展名的其他文件，并另存为 UTF-8 编码的 .txt 后重新导入。"
    )


def _is_prose(text: str) -> bool:
    return len(CONTROL.findall(text)) <= len(text) * MOST_CONTROL_CHARACTERS


def _decode_with(encoding: str) -> Callable[[bytes], str | None]:
    def decode(content: bytes) -> str | None:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            return None

    return decode


def _decode_utf16(content: bytes) -> str | None:
    return _decode_with("utf-16")(content) if content.startswith(UTF16_MARKS) else None


DECODERS = (_decode_utf16, _decode_with("utf-8-sig"), _decode_with("gb18030"))
