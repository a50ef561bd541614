"""How long ingest takes and how much memory it needs as the knowledge base grows: `make bench`.

Invented text documents are ingested in one run; at each milestone the time since the last, the memory in use and the size on disk are
printed. Memory is this process's resident set (Linux), so it shows whether it grows with the number of documents.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.ingest_paths import FileOutcome, ingest_paths
from eval.invent_documents import invent_documents
from eval.write_raw_layout import write_raw_layout
from eval.write_text_layout import MARKDOWN, TABS, write_text_layout
from retrieval.knowledge_base import KnowledgeBase

YEARS = (2021, 2022, 2023, 2024)
KINDS = 2
STEPS = 10
MIB = 1024 * 1024
LAYOUTS = (lambda one: write_text_layout(one, TABS), lambda one: write_text_layout(one, MARKDOWN), write_raw_layout)


@dataclass(frozen=True, slots=True)
class Milestone:
    """The state after so many documents: seconds since the start, MiB of memory, MiB on disk."""

    documents: int
    seconds: float
    memory: float
    disk: float


def bench_ingest(count: int) -> tuple[Milestone, ...]:
    """Ingest so many invented documents into a new knowledge base and measure at each tenth of them."""
    with tempfile.TemporaryDirectory() as folder:
        files, home = Path(folder, "files"), Path(folder, "home")
        files.mkdir()
        for name, text in invented_texts(count):
            (files / name).write_text(text, encoding="utf-8")
        base = KnowledgeBase.open(home)
        start = time.perf_counter()
        found: list[Milestone] = []

        def note(_outcome: FileOutcome, done: int, total: int) -> None:
            if done % max(1, total // STEPS) == 0:
                found.append(Milestone(done, time.perf_counter() - start, memory_in_use() / MIB, size_of(home) / MIB))

        ingest_paths(base, [files], note)
        base.close()
    return tuple(found)


def invented_texts(count: int) -> Iterator[tuple[str, str]]:
    """File names and texts of invented documents, the layouts in turn."""
    departments = -(-count // (len(YEARS) * KINDS))
    for index, document in enumerate(invent_documents(5, departments, YEARS)[:count]):
        yield f"{index:05d}.txt", LAYOUTS[index % len(LAYOUTS)](document)


def memory_in_use() -> int:
    """The resident set in bytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096


def size_of(folder: Path) -> int:
    """The bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def print_milestones(milestones: tuple[Milestone, ...]) -> None:
    """The milestones as a table in Markdown."""
    print("| 文件数 | 累计秒 | 每份毫秒（本段） | 内存 MiB | 磁盘 MiB |\n|---|---|---|---|---|")
    before = Milestone(0, 0, 0, 0)
    for one in milestones:
        each = (one.seconds - before.seconds) / (one.documents - before.documents) * 1000
        print(f"| {one.documents} | {one.seconds:.1f} | {each:.0f} | {one.memory:.0f} | {one.disk:.0f} |")
        before = one


if __name__ == "__main__":
    print_milestones(bench_ingest(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
