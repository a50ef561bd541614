"""How fast PDFs are parsed and in how much memory, beside pdfplumber alone on the same pages: part of `make bench`.

Parsing, with all checks but without embedding, must take at most MAX_RATIO times what pdfplumber needs to extract the pages' words and
tables in equally many processes. Each measurement runs in fresh processes, ours and theirs in turn; the best of REPEATS counts.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pdfplumber

from eval.invent_documents import invent_documents
from eval.write_pdf_layout import PdfLayout, write_pdf_layout
from ingest.parse_document import parse_document

MAX_RATIO = 1.3
REPEATS = 2
PROCESSES = (1, 2)
RULES = ("lines", "rectangles", "three lines", "open sides", "shaded", "none")
SHARED = Path(__file__).parents[2] / "shared" / "pdf"
KIB_PER_MIB = 1024
Use = tuple[float, float]  # seconds of the processor for one file, peak memory of the process so far in MiB
COLUMNS = ("文件", "页数", "进程", "明账秒", "pdfplumber 秒", "倍数（处理器时间）", "明账页/秒", "明账内存 MiB", "pdfplumber 内存 MiB")


@dataclass(frozen=True, slots=True)
class Cost:
    """What reading files took: seconds in all, those of the processors, and MiB of the largest process."""

    seconds: float
    processor_seconds: float
    memory: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same files read by us and by pdfplumber alone in equally many processes."""

    corpus: str
    pages: int
    processes: int
    ours: Cost
    bare: Cost

    @property
    def ratio(self) -> float:
        """How many times the work of pdfplumber alone: in seconds of the processors, which other programs do not lengthen much."""
        return self.ours.processor_seconds / self.bare.processor_seconds


def bench_pdf() -> tuple[Comparison, ...]:
    """Every corpus with every number of processes."""
    with tempfile.TemporaryDirectory() as folder:
        invented = write_invented(Path(folder))
        real = sorted(SHARED.glob("*.pdf"))
        corpora = {"虚构": invented} | ({"真实": real} if real else {})
        return tuple(compare(name, files, processes) for name, files in corpora.items() for processes in PROCESSES)


def compare(corpus: str, files: Sequence[Path], processes: int) -> Comparison:
    """Ours and theirs in turn."""
    both = [(measure(read_ours, files, processes), measure(read_bare, files, processes)) for _ in range(REPEATS)]
    ours, bare = (min(costs, key=lambda cost: cost.processor_seconds) for costs in zip(*both, strict=True))
    return Comparison(corpus, sum(map(count_pages, files)), processes, ours, bare)


def measure(read: Callable[[Path], Use], files: Sequence[Path], processes: int) -> Cost:
    """What it takes so many fresh processes to read the files, without their start."""
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        list(pool.map(read, [files[0]] * processes))
        start = time.perf_counter()
        used, peaks = zip(*pool.map(read, files), strict=True)
        return Cost(time.perf_counter() - start, sum(used), max(peaks))


def read_ours(file: Path) -> Use:
    """Parse the file."""
    start = time.process_time()
    parse_document(file)
    return time.process_time() - start, peak_memory()


def read_bare(file: Path) -> Use:
    """Let pdfplumber extract words and tables of every page."""
    start = time.process_time()
    with pdfplumber.open(file) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.extract_tables()
            page.close()
    return time.process_time() - start, peak_memory()


def peak_memory() -> float:
    """The largest resident set of this process in MiB (Linux)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MIB


def count_pages(file: Path) -> int:
    """The pages of a file."""
    with pdfplumber.open(file) as pdf:
        return len(pdf.pages)


def write_invented(folder: Path) -> list[Path]:
    """An invented document in each way to rule its tables."""
    files = []
    for index, (document, rules) in enumerate(zip(invent_documents(5, len(RULES), (2024,)), RULES, strict=False)):
        files.append(folder / f"{index}.pdf")
        files[-1].write_bytes(write_pdf_layout(document, PdfLayout(rules)))
    return files


def print_comparisons(comparisons: Sequence[Comparison]) -> None:
    """The comparisons as a table in Markdown."""
    print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}")
    for one in comparisons:
        seconds = f"{one.ours.seconds:.1f} | {one.bare.seconds:.1f} | {one.ratio:.2f} | {one.pages / one.ours.seconds:.1f}"
        print(f"| {one.corpus} | {one.pages} | {one.processes} | {seconds} | {one.ours.memory:.0f} | {one.bare.memory:.0f} |")


def main() -> None:
    """Measure and tell; exit 1 where parsing takes longer than it may."""
    comparisons = bench_pdf()
    print_comparisons(comparisons)
    slow = [one for one in comparisons if one.ratio > MAX_RATIO]
    sys.exit(f"解析 PDF 用的时间超过 pdfplumber 的 {MAX_RATIO} 倍。" if slow else 0)


if __name__ == "__main__":
    main()
