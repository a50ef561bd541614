"""The keyword index of a whole knowledge base, kept in its folder in shards: a written document costs its own shard, not half a minute."""

from __future__ import annotations

import hashlib
import logging
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

from retrieval.ranking.fuse_rankings import PassageKey
from retrieval.ranking.keyword_index import KeywordIndex
from retrieval.ranking.keyword_shards import KeywordShards

KEYWORDS = "keywords"  # the folder in a knowledge base's own
DOCUMENTS = "documents.txt"  # in each shard: whose passages it has
DOCUMENTS_A_SHARD = 64  # making one takes two seconds
MOST_SHARDS = 128  # each has a vocabulary of its own in memory
LOG = logging.getLogger(__name__)

Extent = tuple[str, int]  # document id, number of passages


def keep_keyword_shards(folder: Path, documents: Sequence[Extent], make: Callable[[Sequence[Extent]], KeywordIndex]) -> KeywordShards:
    """The index of exactly these documents: shards that are kept there, else new ones, kept in the place of all others."""
    count = max(1, min(MOST_SHARDS, -(-len(documents) // DOCUMENTS_A_SHARD)))
    shards: dict[int, list[Extent]] = {place: [] for place in range(count)}
    for document in documents:
        shards[_shard_of(document[0], count)].append(document)
    names = {hashlib.sha256(repr(shard).encode()).hexdigest()[:16]: shard for shard in shards.values()}
    opened = KeywordShards([_keep_shard(folder / name, shard, make) for name, shard in names.items()])
    with suppress(OSError):
        _drop(kept for kept in folder.iterdir() if kept.name not in names)
    return opened


def drop_keyword_shard(folder: Path, document_id: str) -> None:
    """Forget the shard that holds this document."""
    with suppress(OSError):
        _drop(kept for kept in folder.iterdir() if document_id in (kept / DOCUMENTS).read_text().split())


def passage_keys(documents: Sequence[Extent]) -> list[PassageKey]:
    """The passages of these documents, in their order."""
    return [(document, position) for document, count in documents for position in range(count)]


def _shard_of(document_id: str, count: int) -> int:
    """Its shard of so many; one shard more takes its documents from a single other (linear hashing, Litwin 1980)."""
    doubled = 1 << (count - 1).bit_length()
    place = crc32(document_id.encode()) % doubled
    return place if place < count else place - doubled // 2


def _drop(folders: Iterable[Path]) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _keep_shard(kept: Path, documents: Sequence[Extent], make: Callable[[Sequence[Extent]], KeywordIndex]) -> KeywordIndex:
    try:
        return KeywordIndex.load(kept, passage_keys(documents))
    except (OSError, ValueError, KeyError) as error:
        LOG.debug("no keyword index in %s: %s", kept, error)
    index = make(documents)
    try:
        _put(index, kept, documents)
    except OSError as error:  # a folder that cannot be written is searched all the same
        LOG.warning("the keyword index cannot be kept in %s: %s", kept, error)
    return index


def _put(index: KeywordIndex, kept: Path, documents: Sequence[Extent]) -> None:
    """Put it there at once and whole: other programs may be reading or making the same."""
    kept.parent.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=kept.parent.parent, prefix="keywords-") as making:
        index.save(Path(making) / kept.name)
        (Path(making) / kept.name / DOCUMENTS).write_text("\n".join(name for name, _ in documents))
        shutil.rmtree(kept, ignore_errors=True)
        with suppress(FileExistsError):
            (Path(making) / kept.name).rename(kept)
