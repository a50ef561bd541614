"""Files that staff send over the page: kept in the home's own folder, then taken in like any others, one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from app.library.ingest_paths import FileOutcome, ingest_paths
from retrieval.knowledge_base import KnowledgeBase

FOLDER = "uploads"
NAMELESS = "未命名"
Read = Callable[[], bytes]


def take_uploads(knowledge_base: KnowledgeBase, uploads: Iterable[tuple[str, Read]]) -> Iterator[FileOutcome]:
    """What became of each file; a file of the same name replaces the one that was uploaded before."""
    folder = knowledge_base.home / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, read in uploads:
        path = folder / safe_name(name)
        path.write_bytes(read())
        summary = ingest_paths(knowledge_base, [path], lambda *_: None)
        yield from summary.outcomes
        if summary.has_failures:
            path.unlink(missing_ok=True)


def safe_name(name: str) -> str:
    """A file's own name without folders, control characters or a leading dot."""
    own = name.replace("\\", "/").rpartition("/")[2]
    return "".join(sign for sign in own if sign.isprintable()).strip().lstrip(".") or NAMELESS
