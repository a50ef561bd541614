"""How the program grows with the number of documents: `make bench`, `python -m eval.bench_sizes 10 100 1000 --output docs/bench.md`.

Each size is measured in a process of its own: invented documents are ingested, then questions are asked, the program is started cold and
single documents are added. Memory is the process's resident set (Linux).
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random

from app.assistant import Assistant
from app.documents.search_passages import search_passages
from app.library.ingest_paths import ingest_paths
from app.library.spare_collector import spare_collector
from app.question_reader import QuestionReader
from app.settings import read_settings
from eval.draw_growth import draw_growth
from eval.invent_documents import invent_documents
from eval.invented import InventedDocument
from eval.invented_profiles import CITIES
from eval.write_raw_layout import write_raw_layout
from eval.write_text_layout import MARKDOWN, TABS, write_text_layout
from retrieval.knowledge_base import KnowledgeBase

YEARS = (2021, 2022, 2023, 2024)
SEED = 5
DEPARTMENTS = 40  # of one town: invented names do not last for many more
# Towns of half a name each of two invented cities, each once: enough for some 15,000 documents.
TOWNS = tuple(dict.fromkeys(f"{one[0]}{other[1]}市" for one in CITIES for other in CITIES))
ASKED_DOCUMENTS = 10
ADDED = 5
STARTS = 3
MIB = 1024 * 1024
LAYOUTS = (lambda one: write_text_layout(one, TABS), lambda one: write_text_layout(one, MARKDOWN), write_raw_layout)
UNNAMED = ("", "请问", "我想知道", "麻烦查一下")  # an answer is remembered: each question is another one
ASKED = ("公务接待费是多少", "主要职责是什么", "机关运行经费是多少", "基本支出是多少", "政府采购情况", "“三公”经费为什么减少")


@dataclass(frozen=True, slots=True)
class Written:
    """An invented document as a file, and how a question names it."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Size:
    """What was measured with so many documents: seconds, MiB and milliseconds, as the names end."""

    documents: int
    passages: int
    ingest_seconds: float
    disk_mib: float
    memory_mib: float
    cold_ms: float
    cold_cpu_ms: float
    first_p50_ms: float
    first_most_ms: float
    routed_p50_ms: float
    routed_p95_ms: float
    whole_p50_ms: float
    whole_p95_ms: float
    answered_p50_ms: float
    answered_p95_ms: float
    unnamed_p50_ms: float
    unnamed_p95_ms: float
    added_ms: float


COLUMNS: tuple[tuple[str, Callable[[Size], str]], ...] = (
    ("文件", lambda one: f"{one.documents:,}"),
    ("段落", lambda one: f"{one.passages:,}"),
    ("载入，份/秒", lambda one: f"{one.documents / one.ingest_seconds:.1f}"),
    ("磁盘 MiB", lambda one: f"{one.disk_mib:,.0f}"),
    ("内存 MiB", lambda one: f"{one.memory_mib:,.0f}"),
    ("冷启动回答，秒（其中处理器）", lambda one: f"{one.cold_ms / 1000:.2f}（{one.cold_cpu_ms / 1000:.2f}）"),
    ("头一次问到一份文件，中位／最长，毫秒", lambda one: f"{one.first_p50_ms:.0f}／{one.first_most_ms:.0f}"),
    ("点名检索（含头一次）p50／p95，毫秒", lambda one: f"{one.routed_p50_ms:.0f}／{one.routed_p95_ms:.0f}"),
    ("不点名检索 p50／p95，毫秒", lambda one: f"{one.whole_p50_ms:.0f}／{one.whole_p95_ms:.0f}"),
    ("点名问答 p50／p95，毫秒", lambda one: f"{one.answered_p50_ms:.0f}／{one.answered_p95_ms:.0f}"),
    ("不点名问答 p50／p95，毫秒", lambda one: f"{one.unnamed_p50_ms:.0f}／{one.unnamed_p95_ms:.0f}"),
    ("再加一份，毫秒", lambda one: f"{one.added_ms:.0f}"),
)
CURVES: tuple[tuple[str, Callable[[Size], float]], ...] = (
    ("点名检索 p95（毫秒）", lambda one: one.routed_p95_ms),
    ("不点名检索 p95（毫秒）", lambda one: one.whole_p95_ms),
    ("点名问答 p95（毫秒）", lambda one: one.answered_p95_ms),
    ("再加一份（毫秒）", lambda one: one.added_ms),
    ("冷启动回答（毫秒）", lambda one: one.cold_ms),
)


def bench_size(count: int) -> Size:
    """Everything measured over one new knowledge base of so many invented documents."""
    with tempfile.TemporaryDirectory() as folder:
        files, home = Path(folder, "files"), Path(folder, "home")
        files.mkdir()
        documents = [write_document(files, index, one) for index, one in enumerate(islice(invented(), count + ADDED))]
        paths = [document.path for document in documents]
        with KnowledgeBase.open(home) as base:
            seconds = timed(partial(ingest_paths, base, paths[:count], ignore)) / 1000
        disk = size_of(home)
        with KnowledgeBase.open(home) as base:  # as a program finds it that has read nothing yet
            queries = *time_queries(base, documents[:count]), *time_answers(base, documents[:count])
            memory = memory_in_use()
            passages = sum(len(base.document(info.id).chunks) for info in base.documents())
            processor = children_seconds()
            cold = statistics.median(timed(partial(start_cold, home, documents[0])) for _ in range(STARTS))
            processor = (children_seconds() - processor) / STARTS * 1000
            added = statistics.median(timed(partial(ingest_paths, base, [path], ignore)) for path in paths[count:])
    return Size(count, passages, seconds, disk / MIB, memory / MIB, cold, processor, *queries, added)


def ignore(*_: object) -> None:
    """No progress is shown."""


def invented(departments: int = DEPARTMENTS) -> Iterator[InventedDocument]:
    """Invented documents of one town after the other, every body with its budgets and final accounts of some years."""
    for town in TOWNS:
        yield from invent_documents(SEED, departments, YEARS, city=town)


def write_document(folder: Path, index: int, document: InventedDocument) -> Written:
    """The document as a text file, the layouts in turn."""
    path = folder / f"{index:05d}.txt"
    path.write_text(LAYOUTS[index % len(LAYOUTS)](document), encoding="utf-8")
    return Written(path, f"{document.organization}{document.year}年部门{document.kind}")


def time_queries(base: KnowledgeBase, documents: Sequence[Written]) -> tuple[float, float, float, float, float, float]:
    """In milliseconds: the first search in each document (median, longest), all that name one and those over all (median, 95 % point)."""
    reader = QuestionReader(base, base.home)
    search_passages(reader, f"{documents[0].name}{ASKED[0]}", (), 10)  # loads the libraries and the model
    chosen = Random(SEED).sample(documents[1:], min(ASKED_DOCUMENTS, len(documents) - 1))
    named = [[f"{one.name}{asked}" for asked in ASKED] for one in chosen]
    first = [timed(partial(search_passages, reader, questions[0], (), 10)) for questions in named]
    later = [timed(partial(search_passages, reader, question, (), 10)) for questions in named for question in questions[1:]]
    base.search(ASKED[0])
    whole = [timed(partial(base.search, asked)) for asked in ASKED * ASKED_DOCUMENTS]
    return statistics.median(first), max(first), *points([*first, *later]), *points(whole)


def time_answers(base: KnowledgeBase, documents: Sequence[Written]) -> tuple[float, float, float, float]:
    """In milliseconds: whole answers to questions that name a document, and to those that name none (each median, 95 % point)."""
    assistant = Assistant(base, read_settings(home=base.home))
    assistant.ask(f"{documents[0].name}{ASKED[0]}")
    chosen = Random(SEED + 1).sample(documents[1:], min(ASKED_DOCUMENTS, len(documents) - 1))
    named = [timed(partial(assistant.ask, f"{one.name}{asked}")) for one in chosen for asked in ASKED]
    unnamed = [timed(partial(assistant.ask, f"{lead}{asked}")) for lead in UNNAMED for asked in ASKED]
    return *points(named), *points(unnamed)


def points(values: Sequence[float]) -> tuple[float, float]:
    """Median and 95 % point."""
    return statistics.median(values), sorted(values)[int(len(values) * 0.95)]


def start_cold(home: Path, document: Written) -> None:
    """One question to a program that is not running yet."""
    subprocess.run([sys.executable, "-m", "app", "--home", str(home), "ask", f"{document.name}{ASKED[0]}"], check=True, capture_output=True)


def timed(action: Callable[[], object]) -> float:
    """How many milliseconds it takes."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def children_seconds() -> float:
    """The processor time of all programs that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def memory_in_use() -> int:
    """The resident set in bytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096


def size_of(folder: Path) -> int:
    """The bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def write_table(sizes: Sequence[Size]) -> str:
    """The sizes as a table in Markdown."""
    head = [f"| {' | '.join(name for name, _ in COLUMNS)} |", f"|{'---|' * len(COLUMNS)}"]
    return "\n".join([*head, *(f"| {' | '.join(show(one) for _, show in COLUMNS)} |" for one in sizes)])


def measure_apart(count: int) -> Size:
    """One size in a process of its own, so that its memory is its own."""
    ran = subprocess.run([sys.executable, "-m", "eval.bench_sizes", "--json", str(count)], check=True, stdout=subprocess.PIPE, text=True)
    return Size(**json.loads(ran.stdout.splitlines()[-1]))


def main() -> None:
    """Measure, print the table and draw the curves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[10, 100, 1000])
    parser.add_argument("--plot", type=Path, help="write the curves as SVG")
    parser.add_argument("--json", action="store_true", help="measure one size here and print it as JSON")
    options = parser.parse_args()
    spare_collector()
    if options.json:
        print(json.dumps(asdict(bench_size(options.sizes[0]))))
        return
    sizes = [measure_apart(count) for count in options.sizes]
    print(write_table(sizes))
    if options.plot:
        options.plot.write_text(draw_growth([one.documents for one in sizes], {name: list(map(of, sizes)) for name, of in CURVES}), "utf-8")


if __name__ == "__main__":
    main()
