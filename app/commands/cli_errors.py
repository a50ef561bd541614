"""An error's message with the words of the operating system and the database in Chinese."""

from __future__ import annotations

from app.library.error_reason import error_reason

ENGLISH_WORDS = {
    "File exists": "同名的是一个文件，不是文件夹",
    "unable to open database file": "打不开数据库文件",
    "attempt to write a readonly database": "数据库文件是只读的",
    "database or disk is full": "磁盘已满",
    "database is locked": "另一个程序正在写入",
    "database disk image is malformed": "数据库文件已损坏",
    "disk I/O error": "磁盘读写出错",
}


def error_in_words(error: BaseException) -> str:
    """What to tell the user; an error of ours that quotes its cause in English quotes it in Chinese."""
    message, cause = str(error), error.__cause__
    if isinstance(cause, OSError) and cause.strerror:
        message = message.replace(f"（{cause.strerror}）", f"（{error_reason(cause)}）")
    for english, chinese in ENGLISH_WORDS.items():
        message = message.replace(english, chinese)
    return message
