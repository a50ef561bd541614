"""A ceiling on what reading one file may take of the machine's memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import resource
except ImportError:  # Windows knows no such limits
    resource = None  # type: ignore[assignment]

ADDRESS_SPACE = Path("/proc/self/statm")  # Linux; elsewhere nothing is limited


@contextmanager
def limit_memory(extra_bytes: int) -> Iterator[None]:
    """Whatever asks for more than this beyond what the process has now raises MemoryError; a stricter limit stays as it is."""
    if resource is None or not ADDRESS_SPACE.exists():
        yield
        return
    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    limits = [limit for limit in (before, hard, _bytes_now() + extra_bytes) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min(limits), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, hard))


def _bytes_now() -> int:
    return int(ADDRESS_SPACE.read_text().split()[0]) * resource.getpagesize()
