"""Documents parsed ahead on all cores while those before them are being stored; one process where that would save nothing."""

from __future__ import annotations

import hashlib
import logging
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import TracebackType

from app.library.spare_collector import spare_collector
from ingest.document import Document
from ingest.errors import IngestError
from ingest.formats.sniff_format import sniff_format
from ingest.pages.tell_pages import PageListener, listen_to_pages

LOG = logging.getLogger(__name__)
Parse = Callable[[Path], Document]

SECONDS_PER_BYTE = 1.5e-5  # measured: PDF and text alike
WORTH_SECONDS = 4.0  # starting the processes costs a good second
AHEAD_PER_WORKER = 2  # so many parsed documents at most wait to be stored
MIN_SECONDS, MAX_SECONDS_PER_BYTE = 300.0, 1e-3
PLAIN_FORMATS = frozenset({"text", "csv", ""})
TOO_SLOW = "读了 {minutes} 分钟还没有读完，已停下；文件可能已损坏，或是被人做了手脚。请打开后另存为新的文件，或拆成几份再导入。"
KILLED = "读这个文件的进程中途被系统终止，多半是内存不够；请关闭其他程序后重试，仍不行就用阅读器打开后另存为新的 PDF 再导入。"


def parse_ahead(
    paths: Sequence[Path], is_known: Callable[[bytes], bool], parse: Parse, on_page: PageListener = lambda *_: None
) -> Iterator[tuple[Path, Callable[[], Document]]]:
    """Every path in order with what gives its document or raises IngestError or OSError; content that is known is not parsed ahead.

    Whatever is no plain text is parsed in a process that is ended when it takes too long or too much; `on_page` hears of each page that
    is recognised there, in a thread of its own.
    """
    new = _new_files(paths, is_known)
    count = min(_core_count(), len(new))
    if count < 2 or sum(new.values()) * SECONDS_PER_BYTE < WORTH_SECONDS:
        with _Workers(1, parse, on_page) as apart:
            for path in paths:
                yield path, partial(apart.parse_in_turn, path) if _may_be_hostile(path) else partial(parse_file, parse, path)
        return
    with _Workers(count, parse, on_page) as workers:
        ahead: deque[tuple[Path, Callable[[], Document]]] = deque()
        for path in paths:
            ahead.append((path, workers.begin(path) if path in new else partial(workers.parse_alone, path)))
            if len(ahead) > AHEAD_PER_WORKER * count:
                yield ahead.popleft()
        yield from ahead


def _may_be_hostile(path: Path) -> bool:
    """Whether the file is no plain text: its reader unpacks or draws what somebody else made."""
    try:
        return sniff_format(path.read_bytes(), path.name) not in PLAIN_FORMATS
    except OSError:
        return False  # its reader tells why


def _core_count() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def parse_file(parse: Parse, path: Path) -> Document:
    """The document; an error of ours becomes one of the file's, so that the other files are still read."""
    try:
        return parse(path)
    except (IngestError, OSError):
        raise
    except Exception as error:
        LOG.debug("parsing %s failed", path, exc_info=True)
        raise IngestError(f"读取时程序出错（{type(error).__name__}：{error}）；请把这个文件报告给开发者，其余文件不受影响。") from error


def _new_files(paths: Sequence[Path], is_known: Callable[[bytes], bool]) -> dict[Path, int]:
    """The size of every file whose content is neither known nor that of a file before it."""
    new: dict[Path, int] = {}
    seen: set[bytes] = set()
    for path in paths:
        try:
            content = path.read_bytes()
        except OSError:
            continue
        digest = hashlib.sha256(content).digest()
        if digest not in seen and not is_known(content):
            new[path] = len(content)
        seen.add(digest)
    return new


class _Workers:
    """Processes that parse files; one that dies takes no other file with it."""

    def __init__(self, count: int, parse: Parse, on_page: PageListener) -> None:
        self.count, self.parse = count, parse
        heard, self.told = multiprocessing.Pipe(duplex=False)
        threading.Thread(target=_hear, args=(heard, on_page), daemon=True).start()
        self.pool = self._start(count)

    def __enter__(self) -> _Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        children = _children(self.pool)
        self.pool.shutdown(wait=False, cancel_futures=True)
        for child in children if kind else ():  # whoever interrupts does not want to wait for the file
            child.terminate()
        self.told.close()

    def begin(self, path: Path) -> Callable[[], Document]:
        """Start to parse the file."""
        try:
            future = self.pool.submit(parse_file, self.parse, path)
        except BrokenProcessPool:
            self.pool = self._start(self.count)
            future = self.pool.submit(parse_file, self.parse, path)
        return partial(self._finish, future, path)

    def parse_in_turn(self, path: Path) -> Document:
        """The document, parsed now in one of the processes."""
        return self.begin(path)()

    def parse_alone(self, path: Path) -> Document:
        """The document, parsed in a process of its own."""
        pool = self._start(1)
        seconds = _seconds_for(path)
        try:
            return pool.submit(parse_file, self.parse, path).result(seconds)
        except BrokenProcessPool as error:
            raise IngestError(KILLED) from error
        except TimeoutError as error:
            raise IngestError(TOO_SLOW.format(minutes=round(seconds / 60))) from error
        finally:
            _end(pool)

    def _finish(self, future: Future[Document], path: Path) -> Document:
        try:
            return future.result(_seconds_for(path))
        except BrokenProcessPool:  # of all that were being parsed one is to blame
            return self.parse_alone(path)
        except TimeoutError as error:
            _end(self.pool)
            if self.count > 1:  # the process may have been busy with another file
                return self.parse_alone(path)
            self.pool = self._start(1)
            raise IngestError(TOO_SLOW.format(minutes=round(_seconds_for(path) / 60))) from error

    def _start(self, count: int) -> ProcessPoolExecutor:
        is_forking = "forkserver" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if is_forking else "spawn")
        if is_forking:
            context.set_forkserver_preload(["ingest.parse_document"])
        return ProcessPoolExecutor(count, context, initializer=_obey_parent, initargs=(self.told,))


def _seconds_for(path: Path) -> float:
    """How long reading a file may take: recognising a scanned page takes half a minute on a busy machine."""
    try:
        return MIN_SECONDS + path.stat().st_size * MAX_SECONDS_PER_BYTE
    except OSError:
        return MIN_SECONDS


def _end(pool: ProcessPoolExecutor) -> None:
    children = _children(pool)
    pool.shutdown(wait=False, cancel_futures=True)
    for child in children:
        child.kill()


def _children(pool: ProcessPoolExecutor) -> list[multiprocessing.process.BaseProcess]:
    return list((pool._processes or {}).values())


def _hear(pages: Connection, on_page: PageListener) -> None:
    """Pass on what the processes tell until the last of them has ended."""
    with suppress(EOFError, OSError):
        while True:
            on_page(*pages.recv())


def _obey_parent(pages: Connection) -> None:
    """Tell the parent of pages, leave Ctrl-C to it, and end when it ends however it does."""
    listen_to_pages(lambda *page: pages.send(page))  # so short that the pipe takes it whole: needs no lock
    spare_collector()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent

    def follow() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
