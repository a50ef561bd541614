"""One writer at a time: Chroma's folder is damaged silently when two processes write it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from retrieval.errors import HomeNotWritableError, WriterBusyError

LOCK_NAME = "writer.lock"


@contextmanager
def writer_lock(home: Path, wait_seconds: float = 0.0) -> Iterator[None]:
    """Hold the exclusive right to write this home; another holder is an error, never a queue without end."""
    lock = FileLock(home / LOCK_NAME, timeout=wait_seconds)
    try:
        lock.acquire()
    except Timeout as error:
        raise WriterBusyError(f"另一个程序正在写入知识库 {home}，请等它完成后重试。") from error
    except OSError as error:
        raise HomeNotWritableError(f"知识库文件夹 {home} 无法写入（{error.strerror}），请检查权限，或用 --home 指定其他文件夹。") from error
    try:
        yield
    finally:
        lock.release()
