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


@contextmanager
def allow_memory(extra_bytes: int) -> Iterator[None]:
    """A higher ceiling for a library that needs much; what it keeps is added to the ceiling that holds afterwards."""
    if resource is None or not ADDRESS_SPACE.exists() or resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY:
        yield
        return
    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    used = _bytes_now()
    resource.setrlimit(resource.RLIMIT_AS, (_within(before + extra_bytes, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (_within(before + max(_bytes_now() - used, 0), hard), hard))


def _within(limit: int, hard: int) -> int:
    return limit if resource is None or hard == resource.RLIM_INFINITY else min(limit, hard)


def _bytes_now() -> int:
    return int(ADDRESS_SPACE.read_text().split()[0]) * resource.getpagesize()
